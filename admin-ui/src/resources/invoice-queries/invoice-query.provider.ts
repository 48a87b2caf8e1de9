import { useQuery } from '@tanstack/react-query';
import { request } from '../../graphql/client.ts';
import type { CaseDetail } from '../cases/case.documents.ts';
import {
  type AnswerInput,
  answerInvoiceQueryMutation,
  type ChooseInput,
  chooseQueryInvoiceMutation,
  invoiceAnswerPreviewQuery,
  invoiceQueryQuery,
  type Outcome,
  type RegisterInput,
  registerInvoiceQueryMutation,
} from './invoice-query.documents.ts';

/** Fetched anew whenever the case has changed. */
export const useInvoiceQuery = ({ id, version }: Pick<CaseDetail, 'id' | 'version'>) =>
  useQuery({
    queryKey: ['case', id, 'invoice-query', version],
    queryFn: ({ signal }) => request(invoiceQueryQuery, { caseId: id }, { signal }),
    select: answer => answer.invoiceQuery,
    placeholderData: previous => previous,
  });

export interface Wish {
  readonly detail: Pick<CaseDetail, 'id' | 'version'>;
  readonly outcome: Outcome | null;
  readonly comment: string;
}

/** The answer as it would leave now. */
export const useAnswerPreview = ({ detail, outcome, comment }: Wish) =>
  useQuery({
    queryKey: ['case', detail.id, 'invoice-answer', detail.version, outcome, comment],
    queryFn: ({ signal }) =>
      request(
        invoiceAnswerPreviewQuery,
        { caseId: detail.id, outcome: outcome ?? 'ASKED_BACK', comment: comment.trim() || null },
        { signal },
      ),
    select: answer => answer.invoiceAnswerPreview,
    enabled: outcome !== null,
    placeholderData: previous => previous,
  });

export const registerInvoiceQuery = async (input: RegisterInput) =>
  (await request(registerInvoiceQueryMutation, { input })).registerInvoiceQuery;
export const chooseQueryInvoice = async (input: ChooseInput) =>
  (await request(chooseQueryInvoiceMutation, { input })).chooseQueryInvoice;
export const answerInvoiceQuery = async (input: AnswerInput) =>
  (await request(answerInvoiceQueryMutation, { input })).answerInvoiceQuery;
