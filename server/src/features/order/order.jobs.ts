/** What the clock does to orders: ends those that have waited as long as they may (R2). */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { type DueRow, MASKED_PERSON, sweepJob } from '../../platform/jobs/sweep.ts';
import { closeImageCase } from '../case/image-case.write.ts';
import { queueOrderMail } from '../correspondence/order-mail.write.ts';
import type { ImageRequirement } from '../image-review/image-review.enums.ts';
import { moveItem } from './item-state.write.ts';
import type { OrderItemStatus } from './order.enums.ts';
import { isTimedOut } from './order-item.rules.ts';

export interface OrderJobParts {
  readonly clock: Clock;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
}

const EVERY_SECONDS = 300;

/** The day of $4 is past the last one; a line without a last day waits for its firm's approval (R3). Why: what has not come, and which registers have not said yes. */
const FIND_TIMED_OUT = `select i.id::text, i.organisation_id, i.order_number, i.card_number, u.name as firm_name, i.person_id::text, ${MASKED_PERSON},
  coalesce(i.clock_from, i.ordered_on)::text as from_on, i.cancel_on::text as to_on, i.status, i.image_requirement,
  array(select 'IMAGES' where i.image_requirement <> 'MET' union all (select c.register from register_check c where c.order_item_id = i.id
    and c.outcome in ('PENDING', 'REJECTED', 'UNAVAILABLE') order by c.register)) as reasons
from order_item i join organisation u on u.id = i.unit_id join person p on p.id = i.person_id
where i.status in ('PENDING', 'IMAGE_REJECTED') and i.cancel_on < $4::date`;

/** Whoever is writing to the case of a line now keeps it for this run. */
const FREE_CASES = `select order_item_id::text as id from desk_case where order_item_id = any ($1::bigint[]) and kind = 'IMAGE_REVIEW' and status <> 'CLOSED'
for update skip locked`;
const OPEN_CASES = `select order_item_id::text as id from desk_case where order_item_id = any ($1::bigint[]) and kind = 'IMAGE_REVIEW' and status <> 'CLOSED'`;

interface TimedOutRow extends DueRow {
  status: OrderItemStatus;
  image_requirement: ImageRequirement;
}

/** What stood in the way, for the letter (R13); null when it was the images. */
const UNMET = `select string_agg(reason, ',' order by id) as reason from register_check
where order_item_id = $1 and outcome in ('REJECTED', 'PENDING') and reason is not null`;

export function orderJobs({ clock, mailDomain }: OrderJobParts): JobDefinition[] {
  return [
    sweepJob<TimedOutRow>({
      name: 'auto-cancel',
      everySeconds: EVERY_SECONDS,
      clock,
      find: FIND_TIMED_OUT,
      key: 'i.id',
      values: async (_db, now) => [osloDate(now)],
      deal: (tx, rows, now) => endAll(tx, rows, { now, mailDomain }),
    }),
  ];
}

async function endAll(
  tx: Tx,
  rows: readonly TimedOutRow[],
  { now, mailDomain }: { now: Date; mailDomain: string },
): Promise<number> {
  const ids = rows.map(({ id }) => id);
  const free = await idsOf(tx, FREE_CASES, ids);
  const busy = new Set([...(await idsOf(tx, OPEN_CASES, ids))].filter(id => !free.has(id)));
  const today = osloDate(now);
  const ended = rows.filter(row => !busy.has(row.id) && isTimedOut({ ...row, cancelOn: row.to_on }, today));
  for (const row of ended) await end(tx, row, { now, mailDomain });
  return ended.length;
}

async function idsOf(tx: Tx, sql: string, ids: readonly string[]): Promise<Set<string>> {
  return new Set((await tx.query<{ id: string }>(sql, [ids])).map(({ id }) => id));
}

/** The line, its image case and upload links, and the letter to the orderer, all or nothing. */
async function end(
  tx: Tx,
  row: TimedOutRow,
  { now, mailDomain }: { now: Date; mailDomain: string },
): Promise<void> {
  await moveItem(tx, row, { trigger: 'TIMED_OUT', at: now, reason: 'TIMED_OUT' });
  await closeImageCase(tx, row.id, now);
  const mail = {
    template: 'ORDER_AUTO_CANCELLED',
    itemId: row.id,
    dedupe: `auto-cancelled:${row.id}`,
  } as const;
  const unmet = await tx.one<{ reason: string | null }>(UNMET, [row.id]);
  await queueOrderMail(tx, { ...mail, at: now, sendAfter: now, reason: unmet?.reason }, mailDomain);
}
