/**
 * Writes in the books, inside the transaction of whoever issues, credits, takes a payment, moves or refunds. Vouchers are numbered
 * without holes and never change; the database refuses what does not balance or falls into a closed period.
 */
import { addDays, type LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import type { VoucherKind } from './ledger.enums.ts';
import {
  creditEntries,
  type Entry,
  issueEntries,
  moveEntries,
  type Place,
  paymentEntries,
  refundEntries,
  type Sums,
  writeOffEntries,
} from './ledger.rules.ts';
import { nextNumbers, yearlyNumber } from './number-series.write.ts';

/** What every voucher says. The text names no person: it outlives the invoice. */
export interface Voucher {
  readonly organisationId: number;
  readonly bookedOn: LocalDate;
  readonly at: Date;
  readonly text: string;
}

export interface DocumentVoucher extends Voucher, Sums {
  /** The invoice or credit note that is booked. */
  readonly invoiceId: string;
}

/** An invoice is issued: receivable, sales and VAT. */
export const postIssue = (tx: Tx, issued: readonly DocumentVoucher[]): Promise<Posted[]> =>
  post(
    tx,
    issued.map(one => ({ ...one, kind: 'ISSUE', lines: issueEntries(one.invoiceId, one) })),
  );

/** A credit note is issued, over the receivable of the invoice it credits. */
export const postCredit = (
  tx: Tx,
  credited: readonly (DocumentVoucher & { readonly creditsId: string })[],
): Promise<Posted[]> =>
  post(
    tx,
    credited.map(one => ({ ...one, kind: 'CREDIT', lines: creditEntries(one.creditsId, one) })),
  );

/** Money has come to the bank; each part of it goes to an invoice's receivable or to 2990, whose payment nobody can place. */
export const postPayment = (
  tx: Tx,
  payments: readonly (Voucher & {
    readonly parts: readonly { readonly place: Place; readonly amountOre: number }[];
  })[],
): Promise<Posted[]> =>
  post(
    tx,
    payments.map(one => ({ ...one, kind: 'PAYMENT', lines: paymentEntries(one.parts) })),
  );

/** Money that stands to somebody's credit in one place stands in another: 2990 to an invoice, one invoice to another, an overpaid invoice to 2991. */
export const postMove = (
  tx: Tx,
  moves: readonly (Voucher & { readonly from: Place; readonly to: Place; readonly amountOre: number })[],
): Promise<Posted[]> =>
  post(
    tx,
    moves.map(one => ({ ...one, kind: 'MOVE', lines: moveEntries(one.from, one.to, one.amountOre) })),
  );

/** Money leaves the bank, from 2991 as a rule. */
export const postRefund = (
  tx: Tx,
  refunds: readonly (Voucher & { readonly from: Place; readonly amountOre: number })[],
): Promise<Posted[]> =>
  post(
    tx,
    refunds.map(one => ({ ...one, kind: 'REFUND', lines: refundEntries(one.from, one.amountOre) })),
  );

/** What the buyer will not pay becomes a loss. */
export const postWriteOff = (
  tx: Tx,
  losses: readonly (Voucher & { readonly invoiceId: string; readonly amountOre: number })[],
): Promise<Posted[]> =>
  post(
    tx,
    losses.map(({ invoiceId, ...one }) => ({
      ...one,
      kind: 'WRITE_OFF',
      lines: writeOffEntries(invoiceId, one.amountOre),
    })),
  );

const CLOSED = 'select max(through)::text as through from closed_period where organisation_id = $1';

/** The day itself, or the first open one after it: where a payment is booked that the bank had before the books were closed. */
export async function openDayFrom(tx: Tx, organisationId: number, day: LocalDate): Promise<LocalDate> {
  const row = await tx.one<{ through: LocalDate | null }>(CLOSED, [organisationId]);
  const closed = row?.through ?? null;
  return closed !== null && closed >= day ? addDays(closed, 1) : day;
}

interface Posting extends Voucher {
  readonly kind: VoucherKind;
  readonly invoiceId?: string;
  readonly lines: readonly Entry[];
}

export interface Posted {
  /** voucher.id */
  readonly id: string;
  readonly number: string;
}

const ADD_VOUCHERS = `insert into voucher (organisation_id, number, kind, booked_on, booked_at, invoice_id, entries, text, made_by)
select v."organisationId", v.number, v.kind, v."bookedOn", v.at, v."invoiceId", v.entries, v.text, app_actor()
from jsonb_to_recordset($1) as v ("organisationId" smallint, number text, kind text, "bookedOn" date, at timestamptz, "invoiceId" bigint,
  entries smallint, text text) order by v.number returning id::text, number`;
const ADD_ENTRIES = `insert into ledger_entry (organisation_id, voucher_id, line, account, amount_ore, invoice_id, payment_id)
select e."organisationId", e."voucherId", e.line, e.account, e."amountOre", e."invoiceId", e."paymentId"
from jsonb_to_recordset($1) as e ("organisationId" smallint, "voucherId" bigint, line smallint, account text, "amountOre" bigint, "invoiceId" bigint,
  "paymentId" bigint) order by e."voucherId", e.line`;

const PERIOD_CLOSED = 'voucher_in_open_period';

/** In the order given. What has no entries is over nothing, and is not booked. @throws AppError BOOKS_CLOSED */
async function post(tx: Tx, postings: readonly Posting[]): Promise<Posted[]> {
  const due = postings.filter(({ lines }) => lines.length > 0);
  if (due.length === 0) return [];
  const numbered = await number(tx, due);
  const rows = numbered.map(({ lines, ...voucher }) => ({ ...voucher, entries: lines.length }));
  const added = await addVouchers(tx, rows);
  const ids = new Map(added.map(voucher => [voucher.number, voucher.id]));
  const entries = numbered.flatMap(({ organisationId, number: of, lines }) =>
    lines.map((entry, n) => ({ ...entry, organisationId, voucherId: ids.get(of), line: n + 1 })),
  );
  await tx.query(ADD_ENTRIES, [JSON.stringify(entries)]);
  return added;
}

async function addVouchers(tx: Tx, rows: readonly object[]): Promise<Posted[]> {
  try {
    return await tx.query<Posted & Record<string, unknown>>(ADD_VOUCHERS, [JSON.stringify(rows)]);
  } catch (error) {
    throw (error as { constraint?: string }).constraint === PERIOD_CLOSED
      ? new AppError('BOOKS_CLOSED')
      : error;
  }
}

/** Each year has a series of its own. */
async function number(tx: Tx, postings: readonly Posting[]): Promise<(Posting & { number: string })[]> {
  const numbered: (Posting & { number: string })[] = [];
  for (const [year, ones] of Map.groupBy(postings, ({ bookedOn }) => bookedOn.slice(0, 4))) {
    const first = await nextNumbers(tx, `voucher ${year}`, ones.length);
    numbered.push(...ones.map((one, n) => ({ ...one, number: `B${yearlyNumber(year, first + n)}` })));
  }
  return numbered;
}
