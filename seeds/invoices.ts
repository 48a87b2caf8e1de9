/** The demo's invoices: every order billed by the desk's own rules, paid as people pay, and some reissued because the reference was wrong. */
import type pg from 'pg';
import { draftOf, takePayments } from '../server/src/features/invoice/bill-order.ts';
import { readInvoices } from '../server/src/features/invoice/invoice.readmodel.ts';
import {
  creditInvoices,
  draftAgain,
  issueInvoices,
} from '../server/src/features/invoice/issue-invoice.write.ts';
import { FIND_UNBILLED, type UnbilledRow } from '../server/src/features/invoice/issue-invoices.sql.ts';
import { postPayment } from '../server/src/features/ledger/ledger.write.ts';
import { settingRows } from '../server/src/features/setting/setting.readmodel.ts';
import { type SettingRow, settingsFrom } from '../server/src/features/setting/setting.rules.ts';
import { addDays, osloDate } from '../server/src/platform/calendar/calendar.ts';
import type { Tx } from '../server/src/platform/db/db.ts';
import { STAFF } from './factories/staff.ts';
import { Random } from './random.ts';

/** Invoices and credit notes together. */
const DOCUMENTS = 6_000;
/** A wrong reference is found out after so many days at the latest. */
const NOTICED_DAYS = 16;

const CLOSE = `insert into closed_period (organisation_id, through, closed_at, closed_by)
select 1, $1, $2, id from staff_user where name = $3`;

const txOf = (client: pg.Client): Tx => ({
  query: async (text: string, values: readonly unknown[] = []) =>
    (await client.query(text, [...values])).rows,
  one: async (text: string, values: readonly unknown[] = []) =>
    (await client.query(text, [...values])).rows[0] ?? null,
});

/** Something that happens to an invoice on a day. */
interface Event {
  readonly on: string;
  readonly invoiceId: string;
  /** What comes to the bank; null: it is credited and issued anew. */
  readonly paidOre: number | null;
}

export async function seedInvoices(client: pg.Client, now: Date): Promise<void> {
  const tx = txOf(client);
  const orders = await tx.query<UnbilledRow & Record<string, unknown>>(
    `${FIND_UNBILLED} order by o.placed_at, o.id`,
  );
  const today = osloDate(now);
  const known = await settingRows(tx);
  const random = new Random(77);
  const reissued = chosen(orders, { today, wanted: Math.floor((DOCUMENTS - orders.length) / 2) });
  let events: Event[] = [];
  for (const [month, own] of Map.groupBy(orders, ({ from_on }) => from_on.slice(0, 7))) {
    const due = (event: Event) => event.on.slice(0, 7) < month;
    await happen(tx, events.filter(due), known);
    events = events.filter(event => !due(event));
    events.push(...(await bill(tx, own, { known, random, reissued })));
  }
  await happen(
    tx,
    events.filter(({ on }) => on < today),
    known,
  );
  const newYear = `${today.slice(0, 4)}-01-20`;
  if (newYear < today)
    await tx.query(CLOSE, [addDays(`${today.slice(0, 4)}-01-01`, -1), noon(newYear), STAFF.mona.name]);
}

const noon = (day: string) => new Date(`${day}T10:00:00Z`);

/** Evenly among those that are billed to a firm and have had the time. */
function chosen(
  orders: readonly UnbilledRow[],
  { today, wanted }: { today: string; wanted: number },
): ReadonlySet<string> {
  const old = orders.filter(
    ({ payment, from_on }) => payment === 'INVOICE' && addDays(from_on, NOTICED_DAYS + 1) < today,
  );
  const step = old.length / Math.max(1, wanted);
  return new Set(
    Array.from(
      { length: Math.min(old.length, Math.max(0, wanted)) },
      (_, n) => old[Math.floor(n * step)]?.id ?? '',
    ),
  );
}

interface Billing {
  readonly known: readonly SettingRow[];
  readonly random: Random;
  readonly reissued: ReadonlySet<string>;
}

/** Each on the day it was ordered. @returns what will happen to them */
async function bill(
  tx: Tx,
  orders: readonly UnbilledRow[],
  { known, random, reissued }: Billing,
): Promise<Event[]> {
  const drafts = orders.map(order => {
    const settings = settingsFrom(known, order.from_on);
    const ofTheDay = settingsFrom(known, order.from_on, order.scheme);
    return draftOf(order, { today: order.from_on, now: noon(order.from_on), settings, ofTheDay });
  });
  const issued = await issueInvoices(tx, drafts);
  await takePayments(tx, drafts, issued);
  return issued.flatMap(({ id: invoiceId, document }, n): Event[] => {
    const { payment, orderId } = drafts[n] as (typeof drafts)[number];
    if (payment === 'CARD' || payment === 'VIPPS') return [];
    const after = (least: number, most: number) => addDays(document.issuedOn, random.int(least, most));
    if (reissued.has(orderId)) return [{ on: after(5, NOTICED_DAYS), invoiceId, paidOre: null }];
    return payments(random, document.grossOre).map(paidOre => ({ on: after(3, 34), invoiceId, paidOre }));
  });
}

/** Most pay what they owe; some not at all, or too little, or too much. */
function payments(random: Random, grossOre: number): number[] {
  const dice = random.int(1, 100);
  if (dice <= 88) return [grossOre];
  if (dice <= 91) return [Math.floor(grossOre / 2)];
  return dice <= 93 ? [grossOre, grossOre] : [];
}

async function happen(tx: Tx, events: readonly Event[], known: readonly SettingRow[]): Promise<void> {
  const sorted = events.toSorted((a, b) => a.on.localeCompare(b.on));
  await reissue(
    tx,
    sorted.filter(({ paidOre }) => paidOre === null),
    known,
  );
  await postPayment(
    tx,
    sorted.flatMap(({ on, invoiceId, paidOre }) =>
      paidOre === null
        ? []
        : [
            {
              ...{ organisationId: 1, bookedOn: on, at: noon(on), text: 'Innbetaling' },
              parts: [{ place: { account: '1500', invoiceId } as const, amountOre: paidOre }],
            },
          ],
    ),
  );
}

/** The whole of it is taken back, and issued with the reference that was meant; that one is paid at once. */
async function reissue(tx: Tx, events: readonly Event[], known: readonly SettingRow[]): Promise<void> {
  const dayOf = new Map(events.map(({ invoiceId, on }) => [invoiceId, on]));
  const on = (id: string) => dayOf.get(id) ?? '';
  const found = await readInvoices(tx, [...dayOf.keys()]);
  const old = found.toSorted((a, b) => on(a.id).localeCompare(on(b.id)));
  await creditInvoices(
    tx,
    old.map(({ id }) => ({ invoiceId: id, lines: null, issuedOn: on(id), at: noon(on(id)) })),
  );
  const drafts = old.map(invoice => {
    const issuedOn = on(invoice.id);
    const { invoiceDueDays: dueDays } = settingsFrom(known, issuedOn);
    const customerReference = `PROSJEKT ${1_000 + (Number(invoice.id) % 9_000)}`;
    return draftAgain(invoice, {
      issuedOn,
      at: noon(issuedOn),
      kidAlgorithm: 'MOD10',
      dueDays,
      customerReference,
    });
  });
  const issued = await issueInvoices(tx, drafts);
  await postPayment(
    tx,
    issued.map(({ id, document }) => ({
      ...{ organisationId: 1, bookedOn: document.issuedOn, at: noon(document.issuedOn), text: 'Innbetaling' },
      parts: [{ place: { account: '1500', invoiceId: id } as const, amountOre: document.grossOre }],
    })),
  );
}
