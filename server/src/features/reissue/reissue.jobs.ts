/** What the clock does about approved proposals of several invoices: each is issued anew by itself, and what a dead server left is taken up where it stopped. */
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { lockBooks } from '../ledger/number-series.write.ts';
import { NEXT_ROW, REFUSE_ROW } from './reissue.sql.ts';
import { finishReissue, reissueInvoice, type Telling } from './reissue.write.ts';
import { planReissue } from './reissue-plan.readmodel.ts';

export const REISSUE_JOB = 'reissue-invoices';
const EVERY_SECONDS = 30;

export interface ReissueJobParts extends Telling {
  readonly clock: Clock;
}

interface Turn extends Record<string, unknown> {
  proposalId: string;
  invoiceId: string;
  reference: string;
}

export const reissueJobs = (parts: ReissueJobParts): JobDefinition[] => [
  { name: REISSUE_JOB, everySeconds: EVERY_SECONDS, run: (db, stopping) => reissueAll(parts, db, stopping) },
];

/** @returns how many had their turn */
async function reissueAll(parts: ReissueJobParts, db: Db, stopping: () => boolean): Promise<number> {
  let turns = 0;
  while (!stopping() && (await reissueNext(parts, db))) turns += 1;
  return turns;
}

/** Several servers share the work: each passes over what another holds. */
function reissueNext(parts: ReissueJobParts, db: Db): Promise<boolean> {
  const at = parts.clock.now();
  return db.transaction(async tx => {
    const turn = await tx.one<Turn>(NEXT_ROW);
    if (!turn) return false;
    const { proposalId, invoiceId, reference } = turn;
    await lockBooks(tx);
    const plan = await planReissue(tx, { invoiceIds: [invoiceId], reference, proposalId, now: at });
    const problem = plan?.rows[0]?.problem ?? null;
    if (!plan) throw new AppError('NOT_FOUND');
    if (problem) await tx.query(REFUSE_ROW, [proposalId, invoiceId, problem, at]);
    else await reissueInvoice(tx, { proposalId, invoiceId, reference, at });
    await finishReissue(tx, { proposalId, at }, parts);
    return true;
  });
}
