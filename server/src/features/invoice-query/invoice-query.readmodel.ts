/** The page of an enquiry about an invoice, for finance: what was written with its numbers named, the invoice in both its forms, and the answers. */
import { readShown } from '../../platform/audit/shown.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import { ehfXml } from '../ehf/ehf-xml.ts';
import type { InvoiceDocument } from '../invoice/invoice-document.rules.ts';
import { type InvoiceBooks, invoiceState } from '../invoice/invoice-state.rules.ts';
import type { Payment } from '../order/order.enums.ts';
import { type AskedInvoice, hasEhf, likeliestFault, offeredFaults, referenceLines } from './answer.rules.ts';
import { readQuery } from './invoice-query.rules.ts';
import { INVOICE_QUERY } from './invoice-query.sql.ts';
import type { InvoiceQueryPostType, InvoiceQueryType, QueryInvoiceType } from './invoice-query.type.ts';
import type { Told } from './lookup.readmodel.ts';
import type { AskedUnit } from './query-number.enums.ts';

interface StoredForm {
  readonly id: string;
  readonly payment: Payment;
  readonly replacedBy: string | null;
  readonly document: InvoiceDocument;
  readonly books: InvoiceBooks | null;
}

type Plain = Omit<
  InvoiceQueryType,
  'posts' | 'invoice' | 'candidates' | 'answers' | 'offered' | 'likeliest' | 'knownContact'
>;

interface Row extends Plain {
  readonly named: readonly string[];
  readonly told: Told;
  readonly posts: readonly Omit<InvoiceQueryPostType, 'numbers' | 'wantedStart' | 'wantedEnd'>[] | null;
  readonly invoice: StoredForm | null;
  readonly candidates: InvoiceQueryType['candidates'] | null;
  readonly units: Readonly<Record<string, AskedUnit>> | null;
  readonly answers: InvoiceQueryType['answers'] | null;
}

const MOST_NUMBERS = 30;
const FIELDS = ['contactName', 'contactEmail', 'text'];

export class InvoiceQueryReadModel {
  constructor(private readonly parts: { readonly clock: Clock }) {}

  /** @throws AppError NOT_FOUND for a case of another kind, of others, or none */
  async invoiceQuery(db: Db, caseId: string): Promise<InvoiceQueryType> {
    const [[row] = []] = await readShown<Row>(db, [[INVOICE_QUERY, [caseId]]], ([rows]) =>
      rows?.[0]
        ? {
            view: 'invoice-query',
            table: 'invoice_query',
            rowId: caseId,
            caseId,
            personIds: [],
            fields: FIELDS,
          }
        : null,
    );
    if (!row) throw notFound();
    const { named: _, told, units, ...plain } = row;
    const invoice = row.invoice && askedInvoice(row.invoice);
    const facts = { invoice, wantedReference: row.wantedReference };
    return {
      ...plain,
      knownContact: knownContact(row),
      posts: (row.posts ?? []).map(post => withNumbers(post, { told, units: units ?? {} })),
      invoice: row.invoice && this.#shown(row.invoice),
      candidates: row.candidates ?? [],
      offered: offeredFaults(facts),
      likeliest: likeliestFault(facts),
      answers: row.answers ?? [],
    };
  }

  #shown({ id, payment, replacedBy, document, books }: StoredForm): QueryInvoiceType {
    const { seller, buyer, credits: _, language: __, lines, ...said } = document;
    const xml = hasEhf({ payment, document }) ? ehfXml(document) : '';
    const reference = referenceLines(xml);
    return {
      ...{ id, payment, replacedBy, ...said, lines: [...lines] },
      ...{ sellerName: seller.name, sellerOrgNumber: seller.orgNumber },
      ...{ buyerName: buyer.name, buyerOrgNumber: buyer.orgNumber },
      balanceOre: books?.balanceOre ?? null,
      state: books && invoiceState(books, osloDate(this.parts.clock.now())),
      ehfLines: xml === '' ? [] : xml.split('\n'),
      referenceLine: reference.first < 0 ? null : reference.first,
      referenceLineCount: reference.lines.length,
    };
  }
}

const askedInvoice = ({ document, payment, replacedBy, books }: StoredForm): AskedInvoice => ({
  ...{ document, payment, replaced: replacedBy !== null },
  balanceOre: books?.balanceOre ?? null,
});

function knownContact({ told, invoice }: Row): boolean {
  if (invoice === null) return told.contactFirmIds.length > 0;
  return told.candidates.some(({ id, contact }) => id === invoice.id && contact);
}

interface Known {
  readonly told: Told;
  readonly units: Readonly<Record<string, AskedUnit>>;
}

/** The words are read anew each time: what stands beside them can never be about other words. */
function withNumbers(post: NonNullable<Row['posts']>[number], known: Known): InvoiceQueryPostType {
  const { numbers, wantedReference } = readQuery(post.text);
  return {
    ...post,
    numbers: numbers.slice(0, MOST_NUMBERS).map(({ value, meanings, label, fault, start, end }) => ({
      ...{ value, label, fault, start, end },
      meaning: meaningOf(value, meanings, known.told),
      unit: meanings[0] === 'ORG_NUMBER' ? unitOf(value, known) : null,
    })),
    wantedStart: wantedReference?.start ?? null,
    wantedEnd: wantedReference?.end ?? null,
  };
}

type Meanings = ReturnType<typeof readQuery>['numbers'][number]['meanings'];

/** Seven digits are what an invoice has them as. */
function meaningOf(value: string, meanings: Meanings, { candidates }: Told): Meanings[number] {
  const internal = candidates.some(one => one.internalOrderNumber === value);
  const order = candidates.some(one => one.orderNumber === value);
  if (meanings.includes('INTERNAL_ORDER_NUMBER') && internal && !order) return 'INTERNAL_ORDER_NUMBER';
  return meanings[0] ?? 'UNKNOWN';
}

function unitOf(value: string, { told, units }: Known): AskedUnit {
  if (!told.named.some(({ orgNumber }) => orgNumber === value)) return 'ISSUER';
  return units[value] ?? 'UNKNOWN';
}
