/** Which verified calls a card may be talked about in. */
import type { Call } from '../caller/caller.documents.ts';
import type { CardDetail } from './card.documents.ts';

/** Whether a call lets this card be talked about: its holder's, its firm's, or begun here. */
export function coversCard(card: CardDetail) {
  const firms = [card.unit?.id, card.mainUnit.id];
  return (call: Call) =>
    call.capacity === 'FIRM'
      ? call.firmId !== null && firms.includes(call.firmId)
      : call.personId !== null && call.personId === card.person?.id;
}
