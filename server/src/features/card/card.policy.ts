/** Which right of policy.csv each thing done to a card needs; the same table draws the menu and refuses the request. */
import type { Access } from '../../platform/access/access.ts';
import type { Principal } from '../../platform/db/principal.ts';
import type { CardStatus } from './card.enums.ts';
import { type CardAction, cardActions } from './card.rules.ts';

export const READ_CARD = { resource: 'card', action: 'read' } as const;

export const CARD_PERMISSION = {
  BLOCK: { resource: 'card', action: 'block' },
  REISSUE: { resource: 'card', action: 'reissue' },
  RECORD_SHREDDED: { resource: 'card', action: 'record' },
  RECORD_SEIZED: { resource: 'card', action: 'record' },
  CHECK_AGAIN: { resource: 'order', action: 'check' },
} as const satisfies Record<CardAction, { resource: string; action: string }>;

/** What the state of the card offers and the actor's rights permit. */
export function allowedCardActions(
  access: Access,
  actor: Principal,
  row: { readonly organisation_id: number; readonly status: CardStatus },
): CardAction[] {
  const facts = { organisationId: row.organisation_id };
  return cardActions(row.status).filter(action => access.may(actor, CARD_PERMISSION[action], facts));
}
