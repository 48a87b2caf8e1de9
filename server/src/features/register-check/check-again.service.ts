/** "Sjekk på nytt": asks every register about one line now, for support on the phone; how often is limited, as each question tells a register whom we look at. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import { Db, type DbParts } from '../../platform/db/db.ts';
import { SYSTEM } from '../../platform/db/principal.ts';
import { AppError, notFound, stale } from '../../platform/errors.ts';
import type { CardStatus } from '../card/card.enums.ts';
import { addOrderEvent } from '../order/item-state.write.ts';
import type { OrderItemStatus } from '../order/order.enums.ts';
import { orderItemActions } from '../order/order-item.rules.ts';
import type { CheckRun } from './check-run.service.ts';
import type { CheckAgainInput } from './register-check.input.ts';
import { CHECK_AGAIN } from './register-check.policy.ts';
import { isWatched } from './turn.rules.ts';

export interface CheckAgainParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly checks: CheckRun;
  /** What registers say is written by the system, not by whoever asked. */
  readonly jobParts: DbParts;
}

/** Then the answer is what is known so far; what comes later is written all the same. */
const PATIENCE_MS = 4_000;
const MOST_IN_WINDOW = 30;
const WINDOW_MINUTES = 10;

interface Row {
  readonly organisation_id: number;
  readonly order_id: string;
  readonly status: OrderItemStatus;
  readonly version: number;
  readonly card: CardStatus | null;
  readonly card_id: string | null;
  readonly asked: number;
}

const ITEM = `select i.organisation_id, i.order_id::text, i.status, i.version, k.status as card, k.id::text as card_id,
  (select count(*)::int from order_event e where e.type = 'CHECKED_AGAIN' and e.actor_id = app_actor() and e.at > $2) as asked
from order_item i left join card k on k.order_item_id = i.id where i.id = $1`;

export class CheckAgainService {
  constructor(private readonly parts: CheckAgainParts) {}

  /** @throws AppError NOT_FOUND, FORBIDDEN, ACTION_NOT_AVAILABLE, STALE, CHECKED_TOO_OFTEN */
  async checkAgain(db: Db, { orderItemId, expectedVersion }: CheckAgainInput): Promise<void> {
    const at = this.parts.clock.now();
    const since = new Date(at.getTime() - WINDOW_MINUTES * 60_000);
    const [row] = await db.read<Row & Record<string, unknown>>(ITEM, [orderItemId, since]);
    if (!row) throw notFound();
    this.parts.access.require(db.principal, CHECK_AGAIN, { organisationId: row.organisation_id });
    requireSense(row);
    if (row.version !== expectedVersion) throw stale(row.version);
    await this.#ask(db, orderItemId);
    const event = { type: 'CHECKED_AGAIN', at, itemId: orderItemId, cardId: row.card_id };
    await db.transaction(tx => addOrderEvent(tx, row, event));
  }

  /** Nothing of this request may be locked meanwhile: the line is written on other connections. */
  async #ask(db: Db, orderItemId: string): Promise<void> {
    const { requestId, operation } = db.info;
    const system = new Db(this.parts.jobParts, SYSTEM, { requestId, operation, address: null });
    const patience = new AbortController();
    const asked = this.parts.checks.checkNow(system, [orderItemId]).finally(() => patience.abort());
    const late = wait(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined);
    await Promise.race([asked, late]);
    asked.catch(() => undefined);
  }
}

function requireSense({ status, card, asked }: Row): void {
  if (!orderItemActions(status).includes('CHECK_AGAIN') || !isWatched(status, card))
    throw new AppError('ACTION_NOT_AVAILABLE');
  if (asked >= MOST_IN_WINDOW)
    throw new AppError('CHECKED_TOO_OFTEN', { limit: MOST_IN_WINDOW, minutes: WINDOW_MINUTES });
}
