/** A case as a row of a list: what is selected, and how it becomes the API's CaseRow. */
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Scheme } from '../order/order.enums.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import type { CaseKind, CaseQueue, CaseStatus } from './case.enums.ts';
import { isReservationLive } from './case.rules.ts';
import type { CaseRowType, ReservationType } from './case.type.ts';
import { daysCounted, type HoldPeriod } from './deadline.rules.ts';

export interface CaseListRow {
  id: string;
  number: string;
  kind: CaseKind;
  status: CaseStatus;
  queue: CaseQueue;
  priority: number;
  version: number;
  title: string | null;
  attempt: number;
  opened_on: LocalDate;
  due_on: LocalDate;
  due_days: number;
  promised_on: LocalDate | null;
  hold_until: LocalDate | null;
  closed_at: Date | null;
  reserved_by: string | null;
  reserved_until: Date | null;
  has_new_post: boolean;
  person_id: string | null;
  person_name: string | null;
  firm_name: string | null;
  org_number: string | null;
  order_number: string | null;
  scheme: Scheme | null;
  reserver: string | null;
  holds: HoldPeriod[] | null;
}

/** Joins come after the limit: `cases` is a subselect of desk_case rows. */
export const selectRows = (
  cases: string,
  order: string,
) => `select c.id, c.number, c.kind, c.status, c.queue, c.priority, c.version, c.title,
  c.attempt, c.opened_on, c.due_on, c.due_days, c.promised_on, c.hold_until, c.closed_at, c.reserved_by, c.reserved_until,
  c.new_post_at is not null as has_new_post, c.person_id, p.name as person_name, f.name as firm_name, f.org_number, i.order_number, i.scheme,
  u.name as reserver, (select json_agg(json_build_object('fromOn', h.from_on, 'toOn', h.to_on)) from case_hold h where h.case_id = c.id) as holds
from (${cases}) c
left join person p on p.id = c.person_id
left join organisation f on f.id = c.subject_organisation_id
left join order_item i on i.id = c.order_item_id
left join staff_user u on u.id = c.reserved_by
order by ${order}`;

export interface Viewer {
  readonly actorId: string | null;
  readonly now: Date;
  readonly today: LocalDate;
}

export function toCaseRow(row: CaseListRow, viewer: Viewer): CaseRowType {
  const countTo = row.closed_at ? osloDate(row.closed_at) : viewer.today;
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    status: row.status,
    queue: row.queue,
    priority: row.priority,
    version: row.version,
    title: row.title,
    personName: row.person_name,
    firmName: row.firm_name,
    orgNumber: row.org_number,
    orderNumber: row.order_number,
    scheme: row.scheme,
    attempt: row.attempt > 0 ? row.attempt : null,
    openedOn: row.opened_on,
    dueOn: row.due_on,
    promisedOn: row.promised_on,
    holdUntil: row.hold_until,
    dueDays: row.due_days,
    daysCounted: daysCounted({
      startOn: row.opened_on,
      days: row.due_days,
      holds: row.holds ?? [],
      today: countTo,
    }),
    closedAt: row.closed_at,
    reservation: reservationOf(row, viewer),
    hasNewPost: row.has_new_post,
  };
}

/** Who has the case now; a reservation that has run out is none. */
export function reservationOf(
  row: Pick<CaseListRow, 'reserved_by' | 'reserved_until' | 'reserver'>,
  { actorId, now }: Viewer,
): ReservationType | null {
  const { reserved_by: id, reserved_until: until, reserver } = row;
  if (id === null || !isReservationLive(until, now)) return null;
  const name = reserver ?? '';
  return { by: { id, name, initials: initialsOf(name) }, until, mine: id === actorId };
}
