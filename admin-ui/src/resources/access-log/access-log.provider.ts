import { request } from '../../graphql/client.ts';
import type { VariablesOf } from '../../graphql/graphql.ts';
import {
  accessReviewQuery,
  makeAccessAnswerMutation,
  markOddityMutation,
  signAccessReviewMutation,
} from './access-log.documents.ts';

export interface ReviewAsk {
  weekOn: string | null;
  organisationId: string | null;
}

/** Reading it is itself logged. */
export async function readReview(ask: ReviewAsk, signal: AbortSignal) {
  return (await request(accessReviewQuery, ask, { signal })).accessReview;
}

export type MarkInput = VariablesOf<typeof markOddityMutation>['input'];
export async function markOddity(input: MarkInput) {
  return (await request(markOddityMutation, { input })).markOddity;
}

export async function signReview(weekOn: string) {
  return (await request(signAccessReviewMutation, { input: { weekOn } })).signAccessReview;
}

export type AnswerInput = VariablesOf<typeof makeAccessAnswerMutation>['input'];
export async function makeAnswer(input: AnswerInput) {
  return (await request(makeAccessAnswerMutation, { input })).makeAccessAnswer;
}
