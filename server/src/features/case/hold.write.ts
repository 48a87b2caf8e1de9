/** A case's times on hold and the due date they give: shared by those who hold, resume, close, wake and receive new post. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { CaseChanges, LockedCase } from './case.write.ts';
import { type DeadlineFacts, deadlineWorking, dueOnIfHeldUntil, type HoldPeriod } from './deadline.rules.ts';

export type HeldCase = Pick<LockedCase, 'id' | 'organisation_id' | 'opened_on' | 'due_days'>;

const HOLDS = 'select from_on as "fromOn", to_on as "toOn" from case_hold where case_id = $1 order by id';
const BEGIN =
  'insert into case_hold (organisation_id, case_id, from_on, reason, created_by) values ($1, $2, $3, $4, app_actor())';
const END = 'update case_hold set to_on = $2 where case_id = $1 and to_on is null';

async function deadlineFacts(tx: Tx, row: HeldCase, today: LocalDate): Promise<DeadlineFacts> {
  const holds = await tx.query<HoldPeriod & Record<string, unknown>>(HOLDS, [row.id]);
  return { startOn: row.opened_on, days: row.due_days, holds, today, language: 'nb' };
}

export interface NewHold {
  readonly reason: string;
  readonly until: LocalDate;
  readonly note: string | null;
  readonly today: LocalDate;
}

/** The clock pauses; while it does, the due date is what it will be when the hold ends as planned. */
export async function beginHold(tx: Tx, row: HeldCase, hold: NewHold): Promise<CaseChanges> {
  const facts = await deadlineFacts(tx, row, hold.today);
  await tx.query(BEGIN, [row.organisation_id, row.id, hold.today, hold.reason]);
  return {
    hold_reason: hold.reason,
    hold_until: hold.until,
    hold_note: hold.note,
    due_on: dueOnIfHeldUntil(facts, hold.until),
  };
}

/** The clock runs again from today. @returns what to change on the case beside its status */
export async function endHold(tx: Tx, row: HeldCase, today: LocalDate): Promise<CaseChanges> {
  await tx.query(END, [row.id, today]);
  const facts = await deadlineFacts(tx, row, today);
  return { hold_reason: null, hold_until: null, hold_note: null, due_on: deadlineWorking(facts).dueOn };
}
