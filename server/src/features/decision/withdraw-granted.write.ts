/** Proposes that something granted be withdrawn, one of many on the same grounds: its decided case is opened again and waits for its second signature; for caseworkers. */
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import { lockApplication } from '../application/application-state.write.ts';
import { reservationUntil } from '../case/case.rules.ts';
import { addEvent, factsOf, type LockedCase, saveCase } from '../case/case.write.ts';
import { reservedFor } from '../case/reservation.write.ts';
import type { ProposeDecisionInput } from './decision.input.ts';
import type { DecisionParts, ProposeDecisionService } from './propose-decision.service.ts';

export interface WithdrawalParts extends DecisionParts {
  readonly proposing: ProposeDecisionService;
}

export interface OneWithdrawal {
  readonly db: Db;
  readonly row: LockedCase;
  /** The same for all of a batch. */
  readonly at: Date;
  readonly lastDay: string;
  readonly words: Pick<ProposeDecisionInput, 'groundIds' | 'statuteIds' | 'facts' | 'freeText'>;
}

/** The case is locked by the caller. @throws AppError of the proposal */
export async function proposeWithdrawalOf(
  tx: Tx,
  { access, proposing, reservationMinutes }: WithdrawalParts,
  { db, row, at, lastDay, words }: OneWithdrawal,
): Promise<void> {
  access.require(db.principal, { resource: 'decision', action: 'propose' }, factsOf(row));
  const { version: applicationVersion } = await lockApplication(tx, row.id);
  const mine = reservedFor(db.principal.actorId, reservationUntil(at, reservationMinutes));
  const expectedVersion = await saveCase(tx, row, { ...mine, status: 'OPEN', closed_at: null });
  await addEvent(tx, row, { type: 'REOPENED', newValue: 'NEW_INFORMATION' });
  const what = { kind: 'WITHDRAWAL', outcome: 'WITHDRAW', validTo: lastDay, whileRole: false } as const;
  const { groundIds, statuteIds, facts, freeText } = words;
  const input = { groundIds, statuteIds, facts, freeText, ...what };
  await proposing.proposeIn(tx, {
    ...{ db, at },
    input: { ...input, caseId: row.id, expectedVersion, applicationVersion },
  });
}

/** Says why one of a batch is not done, and undoes what was begun for it. */
export class RefusedRow extends Error {
  constructor(readonly refusal: string) {
    super(refusal);
  }
}

/** Wrong for every row alike: the batch as a whole is refused. */
const OF_ALL: ReadonlySet<string> = new Set(['VALIDATION_FAILED', 'LETTER_NOT_READY', 'FORBIDDEN']);

export interface RowOutcome {
  readonly done: boolean;
  readonly refusal: string | null;
  /** Of an AppError. */
  readonly code: string | null;
}

/** One row of a batch, which stands or falls by itself. @throws AppError that would be the same for every row */
export async function oneOfMany(tx: Tx, act: () => Promise<void>): Promise<RowOutcome> {
  await tx.query('savepoint one_of_many');
  try {
    await act();
    await tx.query('release savepoint one_of_many');
    return { done: true, refusal: null, code: null };
  } catch (error) {
    await tx.query('rollback to savepoint one_of_many');
    if (error instanceof RefusedRow) return { done: false, refusal: error.refusal, code: null };
    if (!(error instanceof AppError) || OF_ALL.has(error.code)) throw error;
    return { done: false, refusal: null, code: error.code };
  }
}
