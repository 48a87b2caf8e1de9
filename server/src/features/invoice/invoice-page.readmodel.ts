/** Invoices as finance sees them: the list by state or number, one invoice with its books, and how the invoice of an order stands. */
import { listOf, personsOf, readShown, type Shown } from '../../platform/audit/shown.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Values } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import { cappedCount, decodeCursor, type PageAsk, pageOf, ROW_ID } from '../../platform/graphql/page.ts';
import type { InvoiceFilter } from './invoice.input.ts';
import type { StoredInvoice } from './invoice.readmodel.ts';
import { CHAIN, ENTRIES, STORED } from './invoice.sql.ts';
import type {
  InvoiceEntryType,
  InvoicePageType,
  InvoiceRefType,
  InvoiceRowType,
  InvoiceType,
} from './invoice.type.ts';
import { FACETS, listSql } from './invoice-list.store.ts';
import { numberTyped } from './invoice-number.rules.ts';
import { type InvoiceBooks, invoiceState } from './invoice-state.rules.ts';

type Row = Omit<InvoiceRowType, 'grossOre' | 'balanceOre' | 'state'> & {
  readonly grossOre: string;
  readonly person_id: string | null;
  readonly books: InvoiceBooks | null;
};
type Facet = { readonly state: InvoicePageType['facets'][number]['state']; readonly n: number };

export class InvoicePageReadModel {
  constructor(private readonly parts: { readonly clock: Clock }) {}

  async list(db: Db, filter: InvoiceFilter, ask: PageAsk): Promise<InvoicePageType> {
    const today = osloDate(this.parts.clock.now());
    const where = { state: filter.state ?? null, text: typedIn(filter.text) };
    const cursor = ask.before ?? ask.after;
    const [from = null] = cursor ? decodeCursor(cursor, 1, ROW_ID) : [];
    const own = [db.principal.organisationId, today];
    const values = [...own, from, ...(where.text === null ? [] : [where.text])];
    const [rows = [], facets = []] = await readShown<object>(
      db,
      [
        [listSql(where, ask.before ? 'before' : 'after'), values],
        [FACETS, own],
      ],
      ([found = []]) => listOf(personsOf((found as Row[]).slice(0, ask.first))),
    );
    const page = pageOf(rows as Row[], ask, ({ id }) => [id]);
    return {
      ...page,
      rows: page.rows.map(row => rowOf(row, today)),
      facets: (facets as Facet[]).map(({ state, n }) => ({ state, count: cappedCount(n) })),
    };
  }

  /** @throws AppError NOT_FOUND, also when the actor may not see it */
  async invoice(db: Db, id: string): Promise<InvoiceType> {
    const today = osloDate(this.parts.clock.now());
    const statements: [string, Values][] = [
      [STORED, [[id]]],
      [CHAIN, [id]],
      [ENTRIES, [id]],
    ];
    const [[found] = [], chain = [], entries = []] = await readShown<object>(db, statements, ([found = []]) =>
      shownOf(found[0] as StoredInvoice | undefined),
    );
    if (!found) throw notFound();
    return detailOf(found as StoredInvoice, {
      today,
      chain: chain.map(withGross) as InvoiceRefType[],
      entries: entries.map(withAmount) as InvoiceEntryType[],
    });
  }
}

const typedIn = (text: string | null | undefined) => (text?.trim() ? numberTyped(text) : null);

/** A person stands on it only when she was billed herself. */
function shownOf(invoice: StoredInvoice | undefined): Shown | null {
  if (!invoice?.personId) return null;
  const { id, personId } = invoice;
  return { view: 'invoice', table: 'invoice', rowId: id, fields: ['buyer_name'], personIds: [personId] };
}

function rowOf({ books, person_id: _, grossOre, ...row }: Row, today: LocalDate): InvoiceRowType {
  return {
    ...row,
    grossOre: Number(grossOre),
    balanceOre: books?.balanceOre ?? null,
    state: books && invoiceState(books, today),
  };
}

const withGross = (row: object) => ({ ...row, grossOre: Number((row as { grossOre: string }).grossOre) });
const withAmount = (row: object) => ({ ...row, amountOre: Number((row as { amountOre: string }).amountOre) });

interface Around {
  readonly today: LocalDate;
  readonly chain: InvoiceRefType[];
  readonly entries: InvoiceEntryType[];
}

function detailOf(invoice: StoredInvoice, { today, chain, entries }: Around): InvoiceType {
  const { id, orderId, payment, creditsId, replacesId, replacedById, books, document } = invoice;
  const { credits: _, lines, ...said } = document;
  const links = { id, orderId, payment, creditsId, replacesId, replacedById };
  const state = books && invoiceState(books, today);
  return { ...said, ...links, lines: [...lines], books, state, chain, entries };
}
