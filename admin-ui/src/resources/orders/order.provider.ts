import { request } from '../../graphql/client.ts';
import type { EnumOf, VariablesOf } from '../../graphql/graphql.ts';
import {
  addOrderNoteMutation,
  cancelOrderItemMutation,
  checkAgainMutation,
  explanationPreviewQuery,
  orderQuery,
  ordersQuery,
  registerAnswerQuery,
  sendExplanationMutation,
  undoExplanationMutation,
} from './order.documents.ts';

export type Register = EnumOf<'Register'>;
type InputOf<Document> = VariablesOf<Document> extends { input: infer Input } ? Input : never;

export const getOrder = async (number: string, line: number | null, signal?: AbortSignal) =>
  (await request(orderQuery, { number, line }, { signal })).order;
export const listOrders = async (variables: VariablesOf<typeof ordersQuery>, signal?: AbortSignal) =>
  (await request(ordersQuery, variables, { signal })).orders;
export const getAnswer = async (checkId: string, language: EnumOf<'Language'>, signal?: AbortSignal) =>
  (await request(registerAnswerQuery, { checkId, language }, { signal })).registerAnswer;
export const previewExplanation = async (
  orderItemId: string,
  register: Register | null,
  signal?: AbortSignal,
) => (await request(explanationPreviewQuery, { orderItemId, register }, { signal })).explanationPreview;
export const sendExplanation = async (input: InputOf<typeof sendExplanationMutation>) =>
  (await request(sendExplanationMutation, { input })).sendExplanation;
export const undoExplanation = async (mailId: string) =>
  (await request(undoExplanationMutation, { mailId })).undoExplanation;
export const addOrderNote = (input: InputOf<typeof addOrderNoteMutation>) =>
  request(addOrderNoteMutation, { input });
export const cancelOrderItem = (input: InputOf<typeof cancelOrderItemMutation>) =>
  request(cancelOrderItemMutation, { input });
export const checkAgain = async (input: InputOf<typeof checkAgainMutation>) =>
  (await request(checkAgainMutation, { input })).checkAgain;
