/** Takes in what firms ask about invoices, and lets a clerk choose the invoice when the desk cannot tell. */
import type { Db } from '../../platform/db/db.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import { addEvent, saveCase } from '../case/case.write.ts';
import { type CaseParts, openCase } from '../case/case-gate.ts';
import type { ChooseQueryInvoiceInput, RegisterInvoiceQueryInput } from './invoice-query.input.ts';
import { openQuery } from './open-query.write.ts';

const EMAIL = /^[^\s@<>]{1,64}@[^\s@<>]{1,180}\.[^\s@<>.]{2,20}$/;
const MOST_REASON = 500;

const FIND = `select i.id::text, i.kind, i.number, i.firm_id::text as "firmId" from invoice i where i.number = $1`;
const CHOOSE = `update invoice_query set state = 'FOUND', reason = null, invoice_id = $2, found_by = $3, found_from = $4, confirmed_by = 'STAFF',
  chosen_reason = $5, chosen_by = app_actor() where case_id = $1 returning case_id`;
const ABOUT = 'update desk_case set subject_organisation_id = $2 where id = $1';

export class InvoiceQueryService {
  constructor(private readonly parts: CaseParts) {}

  /** @returns id of the case. @throws AppError VALIDATION_FAILED naming the fields */
  async register(db: Db, input: RegisterInvoiceQueryInput): Promise<string> {
    const organisationId = db.principal.organisationId ?? undefined;
    this.parts.access.require(
      db.principal,
      { resource: 'invoice-query', action: 'register' },
      { organisationId },
    );
    const contactEmail = input.contactEmail.trim().toLowerCase();
    const faults: Record<string, string> = {};
    if (!EMAIL.test(contactEmail)) faults.contactEmail = 'EMAIL_INVALID';
    if (textOf(input) === '') faults.text = 'REQUIRED';
    if (Object.keys(faults).length > 0) throw invalid(faults);
    const at = this.parts.clock.now();
    const { channel, language } = input;
    const written = { subject: null, attachments: 0, messageId: null, bodySha256: null };
    const post = { ...written, receivedAt: at, sender: contactEmail, text: textOf(input) };
    const contactName = input.contactName?.trim() || null;
    return db.transaction(tx =>
      openQuery(tx, {
        ...{ organisationId: organisationId ?? 0, channel, language, contactName, contactEmail, post, at },
      }),
    );
  }

  /** @throws AppError VALIDATION_FAILED for a number no invoice has */
  async choose(db: Db, input: ChooseQueryInvoiceInput): Promise<void> {
    const { caseId, expectedVersion } = input;
    const reason = input.reason.trim();
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'CHOOSE_INVOICE' } as const;
      const { row, kept } = await openCase(this.parts, { tx, actor: db.principal }, ask);
      if (reason === '' || reason.length > MOST_REASON) throw invalid({ reason: 'REQUIRED' });
      const number = input.invoiceNumber.replaceAll(/[\s.]/g, '').toUpperCase();
      const invoice = await tx.one<{ id: string; kind: string; number: string; firmId: string }>(FIND, [
        number,
      ]);
      if (!invoice) throw invalid({ invoiceNumber: 'NOT_FOUND' });
      const foundBy = invoice.kind === 'INVOICE' ? 'INVOICE_NUMBER' : 'CREDIT_NOTE_NUMBER';
      const chosen = await tx.one(CHOOSE, [caseId, invoice.id, foundBy, invoice.number, reason]);
      if (!chosen) throw notFound();
      await tx.query(ABOUT, [caseId, invoice.firmId]);
      await saveCase(tx, row, kept);
      await addEvent(tx, row, { type: 'INVOICE_CHOSEN', newValue: invoice.number, note: reason });
    });
  }
}

/** The fields of the form as the lines of the template, so that there is one reader for both. */
function textOf({ company, orgNumber, invoiceNumber, orderNumber, text }: RegisterInvoiceQueryInput): string {
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    ['Firma: ', company],
    ['Organisasjonsnummer: ', orgNumber],
    ['Fakturanummer: ', invoiceNumber],
    ['Ordrenummer: ', orderNumber],
    ['', text],
  ];
  const given = lines.flatMap(([label, value]) => (value?.trim() ? [`${label}${value.trim()}`] : []));
  return given.join('\n');
}
