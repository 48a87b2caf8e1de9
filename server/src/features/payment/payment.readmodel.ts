/** Payments as finance works through them: what waits, what a payment may be for, and the files it all came in. */
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import { cappedCount, decodeCursor, type PageAsk, pageOf, ROW_ID } from '../../platform/graphql/page.ts';
import type { StaffRefType } from '../staff/me.type.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import type { PaymentFilter } from './payment.input.ts';
import {
  CANDIDATES,
  FILES,
  ONE_PAYMENT,
  OPEN_COUNT,
  OPEN_SUM,
  PAYMENTS_AFTER,
  PAYMENTS_BEFORE,
  PLACINGS,
} from './payment.sql.ts';
import type {
  PaymentFileType,
  PaymentPageType,
  PaymentPlacingType,
  PaymentRowType,
  PaymentSuggestionType,
  PaymentType,
} from './payment.type.ts';
import { kidsLike, numbersIn, type OpenInvoice, suggestionsFor } from './payment-match.rules.ts';

type Named = { readonly staffId: string | null; readonly staffName: string | null };
type OneRow = PaymentRowType & Pick<PaymentType, 'payerAccount' | 'archiveReference' | 'line'>;
type PlacingRow = Omit<PaymentPlacingType, 'placedBy'> & Named;
type FileRow = Omit<PaymentFileType, 'importedBy'> & Named;
const MOST_FAULTS = 100;

export class PaymentReadModel {
  async list(db: Db, filter: PaymentFilter, page: PageAsk): Promise<PaymentPageType> {
    const cursor = page.before ?? page.after;
    const from = cursor ? decodeCursor(cursor, 1, ROW_ID)[0] : null;
    const [rows = [], count = [], sum = []] = await db.readAll<Record<string, unknown>>([
      [page.before ? PAYMENTS_BEFORE : PAYMENTS_AFTER, [filter.status ?? null, from]],
      [OPEN_COUNT, []],
      [OPEN_SUM, []],
    ]);
    const found = pageOf(rows as unknown as PaymentRowType[], page, ({ id }) => [id]);
    return { ...found, openCount: cappedCount(Number(count[0]?.n ?? 0)), openOre: Number(sum[0]?.ore ?? 0) };
  }

  /** @throws AppError NOT_FOUND */
  async payment(db: Db, id: string): Promise<PaymentType> {
    const [rows = [], placings = []] = await db.readAll<Record<string, unknown>>([
      [ONE_PAYMENT, [id]],
      [PLACINGS, [id]],
    ]);
    const [found] = rows as unknown as OneRow[];
    if (!found) throw notFound();
    const { payerAccount, archiveReference, line, ...row } = found;
    return {
      ...{ row, payerAccount, archiveReference, line },
      suggestions: await this.#suggestions(db, row),
      placings: (placings as unknown as PlacingRow[]).map(one => ({ ...one, placedBy: staffOf(one) })),
    };
  }

  async #suggestions(db: Db, row: PaymentRowType): Promise<PaymentSuggestionType[]> {
    if (row.openOre === 0) return [];
    const payment = { ...row, amountOre: row.openOre };
    const values = [row.kid ? kidsLike(row.kid) : [], numbersIn(row), row.openOre];
    const candidates = await db.read<OpenInvoice & Record<string, unknown>>(CANDIDATES, values);
    const known = new Map(candidates.map(invoice => [invoice.invoiceId, invoice]));
    return suggestionsFor(payment, candidates).flatMap(({ invoiceId, reasons }) => {
      const invoice = known.get(invoiceId);
      if (!invoice) return [];
      const { number, orderNumber, openOre, buyerOrgNumber, buyerName } = invoice;
      const firmName = buyerOrgNumber === null ? null : buyerName;
      return [{ invoiceId, number, orderNumber, openOre, firmName, reasons: [...reasons] }];
    });
  }

  /** The newest twenty. */
  async files(db: Db): Promise<PaymentFileType[]> {
    const rows = await db.read<FileRow & Record<string, unknown>>(FILES);
    return rows.map(row => ({
      ...row,
      faults: row.faults.slice(0, MOST_FAULTS),
      importedBy: staffOf(row),
    }));
  }
}

const staffOf = ({ staffId, staffName }: Named): StaffRefType | null =>
  staffId && staffName ? { id: staffId, name: staffName, initials: initialsOf(staffName) } : null;
