import { graphql, type ResultOf, type VariablesOf } from '../../graphql/graphql.ts';
import { caseDetailFields } from '../cases/case.documents.ts';

export const invoiceQueryQuery = graphql(`
  query InvoiceQueryPage($caseId: EntityId!) {
    invoiceQuery(caseId: $caseId) {
      caseId contactName contactEmail knownContact company wantedReference state reason foundBy foundFrom confirmedBy chosenReason offered likeliest
      posts { id receivedAt sender subject text attachments wantedStart wantedEnd numbers { value meaning label fault unit start end } }
      invoice {
        id kind number issuedOn dueOn sellerName sellerOrgNumber buyerName buyerOrgNumber customerReference orderNumber internalOrderNumber kid payment
        vatPercent netOre vatOre grossOre balanceOre state replacedBy ehfLines referenceLine referenceLineCount
        lines { scheme unitOrgNumber unitName quantity unitPriceOre netOre }
      }
      candidates { id kind number issuedOn buyerName buyerOrgNumber orderNumber grossOre fits }
      answers { id outcome answeredAt answeredBy recipient language paragraphs codeLines mailStatus }
    }
  }
`);
export type InvoiceQuery = ResultOf<typeof invoiceQueryQuery>['invoiceQuery'];
export type Post = InvoiceQuery['posts'][number];
export type AskedNumber = Post['numbers'][number];
export type AskedInvoice = NonNullable<InvoiceQuery['invoice']>;
export type Candidate = InvoiceQuery['candidates'][number];
export type Answer = InvoiceQuery['answers'][number];
export type Fault = InvoiceQuery['offered'][number];
export type Outcome = Exclude<Fault, 'WRONG_REFERENCE'>;

export const invoiceAnswerPreviewQuery = graphql(`
  query InvoiceAnswerPreview($caseId: EntityId!, $outcome: QueryOutcome!, $comment: LongText) {
    invoiceAnswerPreview(caseId: $caseId, outcome: $outcome, comment: $comment) { recipient language subject paragraphs codeLines digest }
  }
`);

export const registerInvoiceQueryMutation = graphql(`
  mutation RegisterInvoiceQuery($input: RegisterInvoiceQueryInput!) { registerInvoiceQuery(input: $input) { id number } }
`);
export type RegisterInput = VariablesOf<typeof registerInvoiceQueryMutation>['input'];

export const chooseQueryInvoiceMutation = graphql(
  `
    mutation ChooseQueryInvoice($input: ChooseQueryInvoiceInput!) { chooseQueryInvoice(input: $input) { ...CaseDetailFields } }
  `,
  [caseDetailFields],
);
export type ChooseInput = VariablesOf<typeof chooseQueryInvoiceMutation>['input'];

export const answerInvoiceQueryMutation = graphql(
  `
    mutation AnswerInvoiceQuery($input: AnswerInvoiceQueryInput!) { answerInvoiceQuery(input: $input) { ...CaseDetailFields } }
  `,
  [caseDetailFields],
);
export type AnswerInput = VariablesOf<typeof answerInvoiceQueryMutation>['input'];
