/** Which sentences say what state a card is in; the words are the texts', in three languages. */
import type { CardDetail } from './card.documents.ts';

export type SentenceKey =
  | 'VALID'
  | 'INVALID'
  | 'BLOCKED'
  | 'EXPIRED'
  | 'REPLACED'
  | 'cured'
  | 'renewFrom'
  | 'renewNow'
  | 'underWay'
  | 'shred'
  | 'earlier';

type Facts = Pick<
  CardDetail,
  | 'status'
  | 'statusReason'
  | 'earlierIssuer'
  | 'expiresOn'
  | 'renewableFrom'
  | 'mustBeShredded'
  | 'underWay'
  | 'replacedBy'
>;

const LIVE: readonly CardDetail['status'][] = ['VALID', 'INVALID'];

/** The state first, then what follows from it. */
export function sentencesOf(card: Facts, today: string): SentenceKey[] {
  return [...stateOf(card), ...renewalOf(card, today), ...dutiesOf(card)];
}

function stateOf({ status, expiresOn, replacedBy }: Facts): SentenceKey[] {
  if (status === 'VALID') return expiresOn === null ? [] : ['VALID'];
  if (status === 'INVALID') return expiresOn === null ? ['INVALID'] : ['INVALID', 'cured'];
  return status === 'EXPIRED' && replacedBy !== null ? ['REPLACED'] : [status];
}

function renewalOf({ status, underWay, renewableFrom }: Facts, today: string): SentenceKey[] {
  if (underWay) return ['underWay'];
  if (!(LIVE.includes(status) && renewableFrom)) return [];
  return [today >= renewableFrom ? 'renewNow' : 'renewFrom'];
}

function dutiesOf({ status, earlierIssuer, mustBeShredded }: Facts): SentenceKey[] {
  if (earlierIssuer) return ['earlier'];
  return mustBeShredded && status !== 'INVALID' ? ['shred'] : [];
}
