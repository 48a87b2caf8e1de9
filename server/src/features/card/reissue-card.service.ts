/** Orders the card anew that was lost, stolen or wrong (R15): blocked first, then an order like the old one, in one step. */
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, notFound, stale } from '../../platform/errors.ts';
import type { Language } from '../../platform/language.ts';
import type { Payment } from '../order/order.enums.ts';
import { type NewOrder, placeOrder } from '../order/place-order.write.ts';
import { requireUntied } from '../tie/tie.policy.ts';
import { type BlockCard, blockLocked, type CardParts } from './block-card.service.ts';
import type { BlockReason } from './card.enums.ts';
import { CARD_PERMISSION } from './card.policy.ts';
import { cardActions } from './card.rules.ts';
import { type LockedCard, lockCard } from './card-state.write.ts';

interface OldOrder {
  orderer_id: string | null;
  orderer_name: string;
  orderer_role: string | null;
  orderer_email: string;
  orderer_language: Language;
  posted_worker: boolean;
  payment: Payment | null;
  customer_reference: string | null;
  delivery_name: string | null;
  delivery_street: string | null;
  delivery_postcode: string | null;
  delivery_city: string | null;
  declaration_id: string | null;
}

const OLD = `select o.orderer_id::text, i.orderer_name, i.orderer_role, i.orderer_email, i.orderer_language, i.posted_worker, o.payment, o.customer_reference,
  o.delivery_name, o.delivery_street, o.delivery_postcode, o.delivery_city,
  coalesce((select v.id from vat_declaration v where v.order_id = o.id), o.vat_declaration_id)::text as declaration_id from order_item i join card_order o on o.id = i.order_id where i.id = $1`;

/** The first card was not what was ordered, or never came: the new order is the old one carried out (docs/decisions/0503). */
const REPEATS_ORDER: readonly BlockReason[] = ['WRONG_DETAILS', 'DAMAGED', 'OTHER'];

export interface ReissueParts extends CardParts {
  readonly keys: Keys;
}

export class ReissueCardService {
  constructor(private readonly parts: ReissueParts) {}

  /**
   * @returns number of the new order
   * @throws AppError NOT_FOUND, FORBIDDEN, ACTION_NOT_AVAILABLE, STALE, ORDER_UNDER_WAY
   */
  async reissueCard(db: Db, input: BlockCard): Promise<string> {
    return db.transaction(async tx => {
      const card = await lockCard(tx, input.cardId);
      const facts = { organisationId: card.organisation_id };
      this.parts.access.require(db.principal, CARD_PERMISSION.REISSUE, facts);
      await requireUntied(tx, { persons: [card.person_id], firms: [card.main_unit_id] });
      if (!cardActions(card.status).includes('REISSUE')) throw new AppError('ACTION_NOT_AVAILABLE');
      if (card.version !== input.expectedVersion) throw stale(card.version);
      const at = this.parts.clock.now();
      const { reason, comment } = input;
      const { mailDomain } = this.parts;
      if (card.status === 'VALID') await blockLocked(tx, card, { reason, at, comment, mailDomain });
      return orderAgain(tx, card, { at, reason, parts: this.parts });
    });
  }
}

async function orderAgain(
  tx: Tx,
  card: LockedCard,
  { at, reason, parts }: { at: Date; reason: BlockReason; parts: ReissueParts },
): Promise<string> {
  const { person_id: personId, unit_id: unitId, main_unit_id: mainUnitId, scheme, order_item_id } = card;
  const old = order_item_id ? await tx.one<OldOrder & Record<string, unknown>>(OLD, [order_item_id]) : null;
  if (!old || !personId || !unitId || !scheme) throw new AppError('ACTION_NOT_AVAILABLE');
  const again: NewOrder = {
    ...{ organisationId: card.organisation_id, unitId, mainUnitId, scheme, at },
    ...{ channel: 'STAFF', payment: old.payment ?? 'INVOICE', customerReference: old.customer_reference },
    orderer: ordererOf(old),
    delivery: deliveryOf(old),
    repeatsDeclaration: REPEATS_ORDER.includes(reason) ? old.declaration_id : null,
    lines: [{ personId, startOn: null, postedWorker: old.posted_worker }],
  };
  const placed = await placeOrder(tx, again, parts);
  const [line] = placed.lines;
  if (line?.fault) throw new AppError(line.fault.code);
  if (!placed.number) throw notFound();
  return placed.number;
}

const ordererOf = (old: OldOrder) => ({
  personId: old.orderer_id,
  name: old.orderer_name,
  role: old.orderer_role,
  email: old.orderer_email,
  language: old.orderer_language,
});

function deliveryOf(old: OldOrder) {
  const {
    delivery_name: name,
    delivery_street: street,
    delivery_postcode: postcode,
    delivery_city: city,
  } = old;
  return name && street && postcode && city ? { name, street, postcode, city } : null;
}
