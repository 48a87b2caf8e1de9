/** A colleague approves or rejects what was proposed, or its proposer withdraws it. One invoice is issued anew in the approval itself; several have their turn in the job, each by itself. */
import type { Access, Permission } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, forbidden, invalid, notFound, stale } from '../../platform/errors.ts';
import type { Enqueue } from '../../platform/jobs/jobs.ts';
import { lockBooks } from '../ledger/number-series.write.ts';
import { requireUntied } from '../tie/tie.policy.ts';
import type { ReissueAction, ReissueState } from './reissue.enums.ts';
import type { ApproveReissueInput, RejectReissueInput, SettleReissueInput } from './reissue.input.ts';
import { REISSUE_JOB } from './reissue.jobs.ts';
import { PERMISSION_OF } from './reissue.policy.ts';
import { DROP_ROWS, LOCK_PROPOSAL, REFUSE_ROW, SETTLE } from './reissue.sql.ts';
import { finishReissue, reissueInvoice, type Telling } from './reissue.write.ts';
import { planDigest, planReissue, type ReissuePlan } from './reissue-plan.readmodel.ts';

export interface SettleReissueParts extends Telling {
  readonly access: Access;
  readonly clock: Clock;
  readonly enqueue: Enqueue;
}

interface Locked extends Record<string, unknown> {
  id: string;
  organisationId: number;
  firmId: string;
  state: ReissueState;
  reference: string;
  proposedBy: string;
  version: number;
  invoiceIds: string[];
}

export class SettleReissueService {
  constructor(private readonly parts: SettleReissueParts) {}

  /**
   * @throws AppError NOT_FOUND, FORBIDDEN for who proposed it, BARRED, REISSUE_SETTLED, STALE, REISSUE_CHANGED when it is not what the
   * checker saw, REISSUE_REFUSED, BOOKS_CLOSED
   */
  approve(db: Db, input: ApproveReissueInput): Promise<void> {
    const now = this.parts.clock.now();
    return db.transaction(async tx => {
      const held = await this.#hold(db, tx, { ...input, action: 'APPROVE' });
      await requireUntied(tx, { persons: [], firms: [held.firmId] });
      // What is paid from now on waits: what the checker saw is what is done.
      await lockBooks(tx);
      const ask = { invoiceIds: held.invoiceIds, reference: held.reference, proposalId: held.id, now };
      const plan = await planReissue(tx, ask);
      if (!plan) throw notFound();
      const digest = planDigest(held.reference, plan);
      if (digest.toString('hex') !== input.digest) throw new AppError('REISSUE_CHANGED');
      await tx.query(SETTLE, [held.id, 'APPROVED', db.principal.actorId, now, null, digest]);
      await this.#carryOut(tx, held, plan);
    });
  }

  /** @throws AppError NOT_FOUND, FORBIDDEN for who proposed it, REISSUE_SETTLED, STALE, VALIDATION_FAILED */
  reject(db: Db, { reason: typed, ...input }: RejectReissueInput): Promise<void> {
    const reason = typed.trim();
    if (reason === '') throw invalid({ reason: 'REQUIRED' });
    if (reason.length > 1000) throw invalid({ reason: 'TEXT_TOO_LONG' });
    return this.#drop(db, { ...input, action: 'REJECT' }, { state: 'REJECTED', reason });
  }

  /** Its proposer's own. @throws AppError NOT_FOUND, FORBIDDEN, REISSUE_SETTLED, STALE */
  withdraw(db: Db, input: SettleReissueInput): Promise<void> {
    return this.#drop(db, { ...input, action: 'WITHDRAW' }, { state: 'WITHDRAWN', reason: null });
  }

  #drop(
    db: Db,
    input: SettleReissueInput & { readonly action: ReissueAction },
    { state, reason }: { readonly state: ReissueState; readonly reason: string | null },
  ): Promise<void> {
    const now = this.parts.clock.now();
    return db.transaction(async tx => {
      const held = await this.#hold(db, tx, input);
      await tx.query(SETTLE, [held.id, state, db.principal.actorId, now, reason, null]);
      await tx.query(DROP_ROWS, [held.id]);
    });
  }

  /** One is issued anew here and now, all of it or nothing. */
  async #carryOut(tx: Tx, { id: proposalId, reference }: Locked, { rows }: ReissuePlan): Promise<void> {
    const at = this.parts.clock.now();
    const refused = rows.filter(({ problem }) => problem !== null);
    const ready = rows.filter(({ problem }) => problem === null);
    const [only, ...others] = ready;
    if (!only) throw new AppError('REISSUE_REFUSED', { problem: refused[0]?.problem ?? null });
    for (const { invoiceId, problem } of refused)
      await tx.query(REFUSE_ROW, [proposalId, invoiceId, problem, at]);
    if (others.length > 0) return this.parts.enqueue(tx, REISSUE_JOB);
    await reissueInvoice(tx, { proposalId, invoiceId: only.invoiceId, reference, at });
    await finishReissue(tx, { proposalId, at }, this.parts);
  }

  /** The proposal as it is now, whoever was waited for, and the caller's to settle. */
  async #hold(
    db: Db,
    tx: Tx,
    { id, expectedVersion, action }: SettleReissueInput & { readonly action: ReissueAction },
  ): Promise<Locked> {
    const held = await tx.one<Locked>(LOCK_PROPOSAL, [id]);
    if (!held) throw notFound();
    this.#require(db, PERMISSION_OF[action], held);
    if (held.state !== 'PROPOSED') throw new AppError('REISSUE_SETTLED');
    if (held.version !== expectedVersion) throw stale(held.version);
    return held;
  }

  #require(db: Db, permission: Permission, { organisationId, proposedBy }: Locked): void {
    if (!this.parts.access.may(db.principal, permission, { organisationId, proposedBy })) throw forbidden();
  }
}
