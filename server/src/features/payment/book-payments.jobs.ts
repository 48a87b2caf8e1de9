/** Books what came from the bank: on the invoice whose KID it carries when something is left to pay there, else on 2990, for a person to place. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Place } from '../ledger/ledger.rules.ts';
import { openDayFrom, postPayment } from '../ledger/ledger.write.ts';
import { lockBooks } from '../ledger/number-series.write.ts';
import { isForSure } from './payment-match.rules.ts';

const BATCH = 500;

interface NewPayment extends Record<string, unknown> {
  id: string;
  organisationId: number;
  kid: string | null;
  amountOre: number;
  bookedOn: string;
  reference: string;
}

interface Owed extends Record<string, unknown> {
  id: string;
  kid: string;
  openOre: number;
}

const TAKE = `select p.id::text, p.organisation_id as "organisationId", p.kid, p.amount_ore::float8 as "amountOre", p.booked_on::text as "bookedOn",
  coalesce(p.archive_reference, 'fil ' || p.file_id || ', linje ' || p.line) as reference
from payment p where p.status = 'NEW' order by p.id limit ${BATCH} for update skip locked`;
const OWED = `select i.id::text, i.kid, b.balance_ore::float8 as "openOre" from unnest($1::text[], $2::smallint[]) as k (kid, organisation_id)
join invoice i on i.kid = k.kid and i.kind = 'INVOICE' and i.organisation_id = k.organisation_id join invoice_balance b on b.invoice_id = i.id`;
const BOOKED = `update payment p set status = case when b.placed then 'POSTED' else 'OPEN' end, open_ore = case when b.placed then 0 else p.amount_ore end,
  version = p.version + 1 from jsonb_to_recordset($1) as b (id bigint, placed boolean) where p.id = b.id`;

export const paymentJobs = (clock: Clock): JobDefinition[] => [
  { name: 'book-payments', everySeconds: 15, run: (db, stopping) => bookAll(db, clock, stopping) },
];

/** Several servers share the work; a batch is booked whole or not at all. */
async function bookAll(db: Db, clock: Clock, stopping: () => boolean): Promise<number> {
  let [total, found] = [0, BATCH];
  while (found === BATCH && !stopping()) {
    found = await db.transaction(tx => bookBatch(tx, clock.now()));
    total += found;
  }
  return total;
}

async function bookBatch(tx: Tx, now: Date): Promise<number> {
  // Balances are read to decide: nobody else writes in the books meanwhile.
  await lockBooks(tx);
  const payments = await tx.query<NewPayment>(TAKE);
  if (payments.length === 0) return 0;
  const placed = await placesOf(tx, payments);
  const days = await openDays(tx, payments, osloDate(now));
  await postPayment(
    tx,
    payments.map((payment, n) => ({
      organisationId: payment.organisationId,
      at: now,
      bookedOn: days.get(dayKey(payment)) ?? payment.bookedOn,
      text: `Innbetaling ${payment.reference}`.slice(0, 300),
      parts: [{ place: placed[n] as Place, amountOre: payment.amountOre }],
    })),
  );
  const rows = payments.map(({ id }, n) => ({ id, placed: placed[n]?.account === '1500' }));
  await tx.query(BOOKED, [JSON.stringify(rows)]);
  return payments.length;
}

/** In the order they came: the second payment of an invoice that the first one has paid is nobody's. */
async function placesOf(tx: Tx, payments: readonly NewPayment[]): Promise<readonly Place[]> {
  const owed = await tx.query<Owed>(OWED, [
    payments.map(({ kid }) => kid ?? ''),
    payments.map(({ organisationId }) => organisationId),
  ]);
  const byKid = new Map(owed.map(invoice => [invoice.kid, { ...invoice }]));
  return payments.map(({ id, kid, amountOre }): Place => {
    const invoice = byKid.get(kid ?? '');
    if (!invoice || !isForSure({ kid }, invoice)) return { account: '2990', paymentId: id };
    invoice.openOre -= amountOre;
    return { account: '1500', invoiceId: invoice.id, paymentId: id };
  });
}

const dayKey = ({ organisationId, bookedOn }: NewPayment): string => `${organisationId} ${bookedOn}`;

/** A day the bank has not reached yet is booked today. */
async function openDays(
  tx: Tx,
  payments: readonly NewPayment[],
  today: string,
): Promise<Map<string, string>> {
  const days = new Map<string, string>();
  for (const payment of payments) {
    const key = dayKey(payment);
    const day = payment.bookedOn < today ? payment.bookedOn : today;
    if (!days.has(key)) days.set(key, await openDayFrom(tx, payment.organisationId, day));
  }
  return days;
}
