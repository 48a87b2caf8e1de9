/** Enquiries about invoices for tests, taken in by the desk itself, and calls that work. */
import type { Desk } from './desk.ts';
import { createInvoice, nameSeller } from './invoices.ts';
import type { WorkingCall } from './working-calls.ts';

const REGISTER =
  'mutation ($input: RegisterInvoiceQueryInput!) { registerInvoiceQuery(input: $input) { id version number title } }';
const TAKE = 'mutation ($input: CaseVersionInput!) { takeCase(input: $input) { id version } }';
const PREVIEW = `query ($caseId: EntityId!, $outcome: QueryOutcome!, $comment: LongText) {
  invoiceAnswerPreview(caseId: $caseId, outcome: $outcome, comment: $comment) { recipient language subject paragraphs codeLines digest } }`;

export interface WrittenQuery {
  readonly text: string;
  readonly email?: string;
  readonly language?: 'nb' | 'nn' | 'en';
  readonly name?: string;
}

/** By phone, and taken by finance. @returns the case */
export async function takenQuery(desk: Desk, { text, email, language = 'nb', name }: WrittenQuery) {
  const finance = await desk.as('finance');
  const input = { channel: 'PHONE', language, text, contactEmail: email ?? 'ukjent@firma.example' };
  const { registerInvoiceQuery: made } = await finance.ask(REGISTER, {
    input: { ...input, contactName: name ?? null },
  });
  const { takeCase } = await finance.ask(TAKE, { input: { caseId: made.id, expectedVersion: made.version } });
  return { ...made, id: String(made.id), version: Number(takeCase.version), finance };
}

export type TakenQuery = Awaited<ReturnType<typeof takenQuery>>;

export async function previewOf({ id, finance }: TakenQuery, outcome: string, comment: string | null = null) {
  return (await finance.ask(PREVIEW, { caseId: id, outcome, comment })).invoiceAnswerPreview;
}

const call = (input: Record<string, unknown>): WorkingCall => ({ who: 'finance', variables: { input } });

export const INVOICE_QUERY_CALLS: Readonly<Record<string, (desk: Desk) => Promise<WorkingCall>>> = {
  registerInvoiceQuery: async () =>
    call({
      channel: 'PHONE',
      language: 'nb',
      contactEmail: 'kari@firma.example',
      text: 'Hvor er fakturaen?',
    }),
  async answerInvoiceQuery(desk) {
    const taken = await takenQuery(desk, { text: 'Hvor er fakturaen?' });
    const { digest } = await previewOf(taken, 'ASKED_BACK');
    return call({ caseId: taken.id, expectedVersion: taken.version, outcome: 'ASKED_BACK', digest });
  },
  async chooseQueryInvoice(desk) {
    const named = await desk.sql.query(`select 1 from scheme_setting where key = 'issuerAddress'`);
    if (named.rowCount === 0) await nameSeller(desk);
    const { number } = await createInvoice(desk);
    const taken = await takenQuery(desk, { text: 'Hvor er fakturaen?' });
    return call({
      caseId: taken.id,
      expectedVersion: taken.version,
      invoiceNumber: number,
      reason: 'Ringte tilbake',
    });
  },
};
