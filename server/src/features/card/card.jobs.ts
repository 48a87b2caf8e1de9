/** What the clock does to cards: ends those past their last day (R4), and tells of renewal when its window opens (R5). */
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx, Values } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { type DueRow, MASKED_PERSON, sweepJob } from '../../platform/jobs/sweep.ts';
import { queueOrderMail } from '../correspondence/order-mail.write.ts';
import { Scheme } from '../order/order.enums.ts';
import { settingRows } from '../setting/setting.readmodel.ts';
import { settingsFrom } from '../setting/setting.rules.ts';
import type { CardStatus } from './card.enums.ts';
import { canRenew, isExpired, renewableFrom } from './card.rules.ts';
import { moveCard } from './card-state.write.ts';

export interface CardJobParts {
  readonly clock: Clock;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
}

const EVERY_SECONDS = 300;

const DUE_CARD = `c.id::text, c.organisation_id, i.order_number, c.number as card_number, u.name as firm_name, c.person_id::text, ${MASKED_PERSON},
  c.valid_from::text as from_on, c.expires_on::text as to_on, c.status, c.order_item_id::text`;
const OF_CARD = `from card c left join order_item i on i.id = c.order_item_id left join organisation u on u.id = coalesce(c.unit_id, c.main_unit_id)
left join person p on p.id = c.person_id`;

/** The day of $4 is past the last one. */
const FIND_EXPIRED = `select ${DUE_CARD}, array['EXPIRED'] as reasons ${OF_CARD} where c.status in ('VALID', 'INVALID') and c.expires_on < $4::date`;

/** On $4 the window of its scheme ($5, days in $6) has opened; told once, and not to those who have ordered. */
const FIND_RENEWABLE = `select ${DUE_CARD}, array['RENEWABLE'] as reasons, w.days ${OF_CARD}
join unnest($5::text[], $6::int[]) w(scheme, days) on w.scheme = c.scheme
where c.status = 'VALID' and c.renewal_noted_on is null and c.expires_on >= $4::date and c.expires_on - w.days <= $4::date
and not exists (select 1 from order_item n where n.renews_card_id = c.id and n.status in ('DRAFT', 'PENDING', 'IMAGE_REJECTED', 'READY', 'IN_PRODUCTION'))`;

const NOTED = 'update card set renewal_noted_on = $2, version = version + 1 where id = $1';

interface CardRow extends DueRow {
  status: CardStatus;
  order_item_id: string | null;
}
type RenewableRow = CardRow & { days: number };

export function cardJobs({ clock, mailDomain }: CardJobParts): JobDefinition[] {
  const shared = { everySeconds: EVERY_SECONDS, clock, key: 'c.id' } as const;
  return [
    sweepJob<CardRow>({
      ...shared,
      name: 'expire-cards',
      find: FIND_EXPIRED,
      values: async (_db, now) => [osloDate(now)],
      deal: (tx, rows, now) => each(rows, now, (row, today) => expire(tx, row, { now, today, mailDomain })),
    }),
    sweepJob<RenewableRow>({
      ...shared,
      name: 'renewal-notice',
      find: FIND_RENEWABLE,
      values: windowsOn,
      deal: (tx, rows, now) => each(rows, now, (row, today) => notice(tx, row, { now, today, mailDomain })),
    }),
  ];
}

/** Each scheme's window by the rules of the day. */
async function windowsOn(db: Db, now: Date): Promise<Values> {
  const rows = await settingRows(db);
  const today = osloDate(now);
  const schemes = Object.values(Scheme);
  return [today, schemes, schemes.map(scheme => settingsFrom(rows, today, scheme).renewalWindowDays)];
}

async function each<R>(
  rows: readonly R[],
  now: Date,
  deal: (row: R, today: LocalDate) => Promise<boolean>,
): Promise<number> {
  let done = 0;
  for (const row of rows) done += Number(await deal(row, osloDate(now)));
  return done;
}

interface Now {
  readonly now: Date;
  readonly today: LocalDate;
  readonly mailDomain: string;
}

async function expire(tx: Tx, row: CardRow, { now, today, mailDomain }: Now): Promise<boolean> {
  if (row.to_on === null || !isExpired(row.to_on, today)) return false;
  await moveCard(tx, row, { trigger: 'EXPIRED', at: now, reason: 'EXPIRED' });
  // Of a card of an earlier issuer nobody knows whom to tell.
  if (row.order_item_id === null) return true;
  const about = { template: 'CARD_EXPIRED', itemId: row.order_item_id, cardId: row.id } as const;
  await queueOrderMail(tx, { ...about, dedupe: `expired:${row.id}`, at: now, sendAfter: now }, mailDomain);
  return true;
}

async function notice(tx: Tx, row: RenewableRow, { now, today, mailDomain }: Now): Promise<boolean> {
  if (row.to_on === null || row.order_item_id === null || !canRenew(row.to_on, today, row.days)) return false;
  await tx.query(NOTED, [row.id, today]);
  const reason = renewableFrom(row.to_on, row.days);
  const about = { template: 'CARD_EXPIRING', itemId: row.order_item_id, cardId: row.id, reason } as const;
  await queueOrderMail(tx, { ...about, dedupe: `expiring:${row.id}`, at: now, sendAfter: now }, mailDomain);
  return true;
}
