/** Shows what issuing invoices anew would do, and proposes it for a colleague to check; for finance. */
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, forbidden, invalid, notFound } from '../../platform/errors.ts';
import { makeKid } from '../invoice/kid.rules.ts';
import { yearlyNumber } from '../ledger/number-series.write.ts';
import { requireUntied } from '../tie/tie.policy.ts';
import type { PreviewReissueInput, ProposeReissueInput } from './reissue.input.ts';
import { cleanReference, referenceFault } from './reissue.rules.ts';
import { ADD_PROPOSAL, ADD_ROWS, NEXT_NUMBERS } from './reissue.sql.ts';
import type { ReissuePreviewType } from './reissue.type.ts';
import { newInvoiceRules, planReissue, type ReissuePlan } from './reissue-plan.readmodel.ts';

/** In one proposal. */
export const MOST_INVOICES = 200;

export interface ProposeReissueParts {
  readonly access: Access;
  readonly clock: Clock;
}

export class ProposeReissueService {
  constructor(private readonly parts: ProposeReissueParts) {}

  /** Nothing is changed. @throws AppError NOT_FOUND, VALIDATION_FAILED */
  async preview(db: Db, { invoiceIds, reference: typed }: PreviewReissueInput): Promise<ReissuePreviewType> {
    const now = this.parts.clock.now();
    const ids = chosen(invoiceIds);
    const reference = typed === null || typed === undefined ? null : cleanReference(typed);
    const plan = oneFirm(await planReissue(db, { invoiceIds: ids, reference, proposalId: null, now }));
    const { today, kidAlgorithm } = await newInvoiceRules(db, now);
    const year = today.slice(0, 4);
    const [last] = await db.read<{ invoice: number; credit_note: number }>(NEXT_NUMBERS, [year]);
    const nextNumber = yearlyNumber(year, (last?.invoice ?? 0) + 1);
    const ready = plan.rows.filter(({ problem }) => problem === null).length;
    return {
      ...{ firmName: plan.firmName, orgNumber: plan.orgNumber, rows: [...plan.rows] },
      referenceFault: reference === null ? null : referenceFault(reference),
      ...{ ready, refused: plan.rows.length - ready },
      nextCreditNumber: `K${yearlyNumber(year, (last?.credit_note ?? 0) + 1)}`,
      ...{ nextNumber, nextKid: makeKid(nextNumber, kidAlgorithm) },
    };
  }

  /** @returns its id. @throws AppError NOT_FOUND, VALIDATION_FAILED, BARRED, REISSUE_REFUSED when none of them can be issued anew */
  async propose(db: Db, input: ProposeReissueInput): Promise<string> {
    const now = this.parts.clock.now();
    const { organisationId, actorId } = db.principal;
    const facts = { organisationId: organisationId ?? 0 };
    if (!this.parts.access.may(db.principal, { resource: 'reissue', action: 'propose' }, facts))
      throw forbidden();
    const invoiceIds = chosen(input.invoiceIds);
    const reference = cleanReference(input.reference);
    const fault = referenceFault(reference);
    if (fault) throw invalid({ reference: fault });
    return db.transaction(async tx => {
      const ask = { invoiceIds, reference, proposalId: null, now };
      const plan = oneFirm(await planReissue(tx, ask));
      await requireUntied(tx, { persons: [], firms: plan.firmIds });
      const ready = requireReady(plan);
      const about = [organisationId, plan.firmIds[0], null, input.cause, reference, actorId, now];
      const id = (await tx.one<{ id: string }>(ADD_PROPOSAL, about))?.id ?? '';
      await addRows(tx, [organisationId, id, ready]);
      return id;
    });
  }
}

/** @throws AppError VALIDATION_FAILED */
function chosen(invoiceIds: readonly string[]): string[] {
  const ids = [...new Set(invoiceIds)];
  if (ids.length === 0) throw invalid({ invoiceIds: 'REQUIRED' });
  if (ids.length > MOST_INVOICES) throw invalid({ invoiceIds: 'TOO_MANY' });
  return ids;
}

/** @throws AppError NOT_FOUND, VALIDATION_FAILED */
function oneFirm(plan: ReissuePlan | null): ReissuePlan {
  if (!plan) throw notFound();
  if (plan.firmIds.length > 1) throw invalid({ invoiceIds: 'SEVERAL_FIRMS' });
  return plan;
}

/** Those that cannot are left out: the preview has said so. */
function requireReady({ rows }: ReissuePlan): string[] {
  const ready = rows.filter(({ problem }) => problem === null).map(({ invoiceId }) => invoiceId);
  if (ready.length === 0) throw new AppError('REISSUE_REFUSED', { problem: rows[0]?.problem ?? null });
  return ready;
}

/** Two who propose the same at once: the second is told. */
async function addRows(tx: Tx, values: readonly unknown[]): Promise<void> {
  try {
    await tx.query(ADD_ROWS, values);
  } catch (error) {
    const taken = (error as { constraint?: string }).constraint === 'reissue_row_waiting';
    throw taken ? new AppError('REISSUE_REFUSED', { problem: 'PROPOSED' }) : error;
  }
}
