/** What every use-case that writes to a case shares: lock it, compare versions, ask for the reservation, change it, tell the timeline. */
import type { AccessFacts } from '../../platform/access/names.ts';
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { AppError, notFound, stale } from '../../platform/errors.ts';
import type { Language } from '../../platform/language.ts';
import type { CaseEventType, CaseKind, CaseQueue, CaseStatus } from './case.enums.ts';
import { isReservationLive } from './case.rules.ts';

/** A case row held for update, with whether the actor is barred from it (inhabil). */
export interface LockedCase {
  id: string;
  organisation_id: number;
  number: string;
  kind: CaseKind;
  status: CaseStatus;
  queue: CaseQueue;
  priority: number;
  language: Language;
  person_id: string | null;
  order_item_id: string | null;
  attempt: number;
  opened_on: LocalDate;
  due_days: number;
  due_on: LocalDate;
  promised_on: LocalDate | null;
  hold_until: LocalDate | null;
  reserved_by: string | null;
  reserved_until: Date | null;
  version: number;
  barred: boolean;
}

/** Whether the actor is barred is asked once the case is held, and sees what was written while one waited for it. */
const LOCK = `with held as materialized (
  select c.id, c.organisation_id, c.number, c.kind, c.status, c.queue, c.priority, c.language, c.person_id, c.order_item_id, c.attempt,
    c.opened_on, c.due_days, c.due_on, c.promised_on, c.hold_until, c.reserved_by, c.reserved_until, c.version
  from desk_case c where c.id = $1 for update of c)
select held.*, is_barred(held.id, $2) as barred from held`;

/** Columns a use-case may change; the version always goes up by one. */
export type CaseChanges = Partial<{
  status: CaseStatus;
  priority: number;
  attempt: number;
  due_on: LocalDate;
  promised_on: LocalDate | null;
  hold_reason: string | null;
  hold_until: LocalDate | null;
  hold_note: string | null;
  reserved_by: string | null;
  reserved_until: Date | null;
  last_worker_id: string | null;
  new_post_at: Date | null;
  closed_at: Date | null;
}>;

export interface NewEvent {
  type: CaseEventType;
  oldValue?: string | null;
  newValue?: string | null;
  note?: string | null;
}

/** @throws AppError NOT_FOUND */
export async function lockCase(tx: Tx, caseId: string, actor: Principal): Promise<LockedCase> {
  const row = await tx.one<LockedCase>(LOCK, [caseId, actor.actorId]);
  if (!row) throw notFound();
  return row;
}

/** What policy.csv may ask about a case. */
export function factsOf(
  row: Pick<LockedCase, 'organisation_id' | 'kind' | 'reserved_by' | 'barred'>,
): AccessFacts {
  return {
    organisationId: row.organisation_id,
    kind: row.kind,
    reservedBy: row.reserved_by,
    barred: row.barred,
  };
}

/** @throws AppError STALE when the user saw an older version */
export function requireVersion(row: LockedCase, version: number): void {
  if (row.version !== version) throw stale(row.version);
}

/** @throws AppError RESERVED_BY_OTHER when a colleague has it, RESERVATION_LOST when nobody has */
export function requireReservation(row: LockedCase, actor: Principal, now: Date): void {
  const live = isReservationLive(row.reserved_until, now);
  if (live && row.reserved_by === actor.actorId) return;
  throw new AppError(live ? 'RESERVED_BY_OTHER' : 'RESERVATION_LOST');
}

/** @returns the new version */
export async function saveCase(tx: Tx, row: Pick<LockedCase, 'id'>, changes: CaseChanges): Promise<number> {
  const names = Object.keys(changes).sort() as (keyof CaseChanges)[];
  const sets = names.map((name, i) => `${name} = $${i + 2}`);
  const sql = `update desk_case set ${[...sets, 'version = version + 1'].join(', ')} where id = $1 returning version`;
  const saved = await tx.one<{ version: number }>(sql, [row.id, ...names.map(name => changes[name])]);
  return saved?.version ?? 0;
}

const FREE_CASES = `select id::text from desk_case where id = any ($1::bigint[]) for update skip locked`;

/** Held for update from now on; whoever decides on one of the others keeps it, and the job comes again. */
export async function freeCases(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await tx.query<{ id: string }>(FREE_CASES, [ids])).map(({ id }) => id));
}

/** Adds to the timeline; who did it comes from the transaction itself (null is the system). */
export async function addEvent(
  tx: Tx,
  row: Pick<LockedCase, 'id' | 'organisation_id'>,
  event: NewEvent,
): Promise<void> {
  const sql = `insert into case_event (organisation_id, case_id, type, actor_id, old_value, new_value, note) values ($1, $2, $3, app_actor(), $4, $5, $6)`;
  await tx.query(sql, [
    row.organisation_id,
    row.id,
    event.type,
    event.oldValue ?? null,
    event.newValue ?? null,
    event.note ?? null,
  ]);
}
