/** A firm's own machine, or a portal for somebody who may order for the firm, blocks a card (R15). */
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { MachineCall } from '../../platform/machine/machine-route.ts';
import { blockLocked } from '../card/block-card.service.ts';
import { lockCard } from '../card/card-state.write.ts';
import type { BlockCardBody } from './api.schemas.ts';
import type { MachineOrderService } from './machine-order.service.ts';

export interface MachineCardParts {
  readonly clock: Clock;
  readonly orders: MachineOrderService;
  readonly forFirm: (db: Db, firmId: string) => Db;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
}

interface Found {
  readonly id: string;
  readonly main_unit_id: string;
  readonly unit_id: string | null;
}

const CARD = 'select id::text, main_unit_id::text, unit_id::text from card where number = $1';

export class MachineCardService {
  constructor(private readonly parts: MachineCardParts) {}

  /** Final. @throws AppError NOT_FOUND, VALIDATION_FAILED, ORDERER_NOT_ALLOWED, ACTION_NOT_AVAILABLE */
  async block(
    { db, once }: MachineCall,
    number: string,
    { reason, comment, orderer }: BlockCardBody,
  ): Promise<void> {
    const [card] = await db.read<Found & Record<string, unknown>>(CARD, [number]);
    if (!card) throw notFound();
    const own = db.principal.machine?.firmId;
    if (!own && !orderer) throw invalid({ orderer: 'REQUIRED' });
    const firmDb = own ? db : this.parts.forFirm(db, card.main_unit_id);
    await once(firmDb, () =>
      firmDb.transaction(async tx => {
        const unitId = card.unit_id ?? card.main_unit_id;
        if (orderer) await this.parts.orders.requireOrderer(tx, unitId, { orderer, scheme: null });
        const locked = await lockCard(tx, card.id);
        const { clock, mailDomain } = this.parts;
        await blockLocked(tx, locked, { reason, at: clock.now(), comment: comment ?? null, mailDomain });
      }),
    );
  }
}
