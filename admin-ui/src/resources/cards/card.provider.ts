import { request } from '../../graphql/client.ts';
import {
  type BlockInput,
  blockCardMutation,
  type CardAsk,
  cardQuery,
  cardsQuery,
  type RecordInput,
  type ReissueInput,
  recordCardMutation,
  reissueCardMutation,
} from './card.documents.ts';

export const listCards = async (ask: CardAsk, signal: AbortSignal) =>
  (await request(cardsQuery, ask, { signal })).cards;
export const getCard = async (cardNumber: string, signal: AbortSignal) =>
  (await request(cardQuery, { cardNumber }, { signal })).card;
export const blockCard = async (input: BlockInput) => (await request(blockCardMutation, { input })).blockCard;
export const recordCard = async (input: RecordInput) =>
  (await request(recordCardMutation, { input })).recordCard;
export const reissueCard = async (input: ReissueInput) =>
  (await request(reissueCardMutation, { input })).reissueCard;
