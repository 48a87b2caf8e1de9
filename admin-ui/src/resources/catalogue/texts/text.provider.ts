import { request } from '../../../graphql/client.ts';
import type { EnumOf, VariablesOf } from '../../../graphql/graphql.ts';
import {
  approveDecisionTextMutation,
  decisionTextCatalogueQuery,
  decisionTextHistoryQuery,
  proposeDecisionTextMutation,
  withdrawDecisionTextMutation,
} from './text.documents.ts';

export type TextKind = EnumOf<'DecisionTextKind'>;
export type TextProposal = VariablesOf<typeof proposeDecisionTextMutation>['input'];

/** @param on the day they are asked for; today when null */
export async function getTexts(on: string | null, signal: AbortSignal) {
  return (await request(decisionTextCatalogueQuery, { on }, { signal })).decisionTextCatalogue;
}

/** @param code null: changes of every text of the kind */
export async function getHistory(kind: TextKind, code: string | null, signal: AbortSignal) {
  return (await request(decisionTextHistoryQuery, { kind, code }, { signal })).decisionTextHistory;
}

export async function proposeText(input: TextProposal) {
  return (await request(proposeDecisionTextMutation, { input })).proposeDecisionText;
}

/** Another leader's proposal; it holds from its day on. */
export async function approveText(input: VariablesOf<typeof approveDecisionTextMutation>['input']) {
  return (await request(approveDecisionTextMutation, { input })).approveDecisionText;
}

export async function withdrawText(input: VariablesOf<typeof withdrawDecisionTextMutation>['input']) {
  return (await request(withdrawDecisionTextMutation, { input })).withdrawDecisionText;
}
