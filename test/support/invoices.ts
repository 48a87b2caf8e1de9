/** Orders that wait for an invoice, and invoices, for tests: made by the desk's own job and use-cases. */
import { invoiceJobs } from '../../server/src/features/invoice/issue-invoices.jobs.ts';
import type { Payment, Scheme } from '../../server/src/features/order/order.enums.ts';
import { placeOrder } from '../../server/src/features/order/place-order.write.ts';
import { osloDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Clock } from '../../server/src/platform/clock.ts';
import type { Desk } from './desk.ts';
import { createFirm, createPerson, type Firm } from './factories.ts';
import { insert } from './insert.ts';
import { inTx, placingOf, runJob } from './orders.ts';

export const SELLER = {
  issuerName: 'Kortservice AS',
  issuerOrgNumber: '310078417',
  issuerAddress: 'Portveien 2, 0150 Oslo',
  issuerBankAccount: '15068012349',
  issuerEmail: 'faktura@kortservice.example',
};

/** The settings without which no invoice is made. */
export async function nameSeller(desk: Desk, settings: Readonly<Record<string, string>> = SELLER) {
  for (const [key, value] of Object.entries(settings))
    await insert(desk, 'scheme_setting', {
      ...{ key, value, valid_from: '2020-01-01', grounds: 'Prøve' },
      ...{ proposed_by: desk.staff.admin, proposed_at: '2019-12-01', approved_by: desk.staff.lead },
      approved_at: '2019-12-02',
    });
}

export interface Billable {
  readonly payment?: Payment;
  readonly customerReference?: string | null;
  readonly cards?: number;
  readonly scheme?: Scheme;
  readonly firm?: Firm;
  readonly ordererId?: string | null;
  /** Noon of the day it was placed. */
  readonly day?: string;
}

export interface WaitingOrder {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly firm: Firm;
}

/** An order as it comes in, without an invoice. */
export async function placeBillable(desk: Desk, given: Billable = {}): Promise<WaitingOrder> {
  const firm = given.firm ?? (await createFirm(desk));
  const persons = await Promise.all(Array.from({ length: given.cards ?? 1 }, () => createPerson(desk)));
  const orderer = { personId: given.ordererId ?? null, name: 'Kari Bestiller', role: 'DAGL' };
  const placed = await inTx(desk, tx =>
    placeOrder(
      tx,
      {
        ...{ organisationId: 1, unitId: firm.unit, mainUnitId: firm.main, channel: 'PORTAL' },
        ...{ scheme: given.scheme ?? 'CONSTRUCTION', payment: given.payment ?? 'INVOICE' },
        customerReference: given.customerReference ?? null,
        orderer: { ...orderer, email: 'kari@firma.example', language: 'nb' },
        delivery: { name: 'Firma AS', street: 'Storgata 1', postcode: '0155', city: 'OSLO' },
        lines: persons.map(({ id }) => ({ personId: id, startOn: null, postedWorker: false })),
        at: new Date(`${given.day ?? osloDate(new Date())}T11:00:00Z`),
      },
      placingOf(desk),
    ),
  );
  return { orderId: placed.orderId ?? '', orderNumber: placed.number ?? '', firm };
}

const systemClock: Clock = { now: () => new Date() };

/** One run of the job. @returns how many invoices it made */
export const issueDue = (desk: Pick<Desk, 'app'>, clock = systemClock): Promise<number> =>
  runJob(desk, invoiceJobs(clock), 'issue-invoices');

/** Places an order and bills it. @returns invoice.id */
export async function createInvoice(desk: Desk, given: Billable & { readonly clock?: Clock } = {}) {
  const order = await placeBillable(desk, given);
  await issueDue(desk, given.clock);
  const { rows } = await desk.sql.query<{ id: string; number: string; kid: string }>(
    'select id::text, number, kid from invoice where order_id = $1',
    [order.orderId],
  );
  const [invoice] = rows;
  if (!invoice) throw new Error('no invoice was made');
  return { ...order, ...invoice };
}
