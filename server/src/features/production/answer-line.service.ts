/** What production says of its lines: taken, refused with a reason, or shipped on a day; each line by itself, and the same thing twice changes nothing. */
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import type { LineAnswer } from '../../production/production-house.ts';
import { shippedLetter } from '../card/card.rules.ts';
import { queueOrderMail } from '../correspondence/order-mail.write.ts';
import { lockOrderItem, moveItem } from '../order/item-state.write.ts';
import { shipItem } from '../order/ship-item.write.ts';
import type { ProductionLineStatus } from './production.enums.ts';
import { nextLineStatus, shippedFault } from './production.rules.ts';

/** DONE: also when it was said before. Otherwise why not, and nothing has changed. */
export type LineResult =
  | 'DONE'
  | 'NOT_FOUND'
  | 'REASON_REQUIRED'
  | 'TOO_LATE'
  | 'DATE_IN_FUTURE'
  | 'BEFORE_HAND_OVER';

export interface AnswerParts {
  readonly clock: Clock;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
}

interface LineRow {
  id: string;
  batch_id: string;
  order_item_id: string;
  status: ProductionLineStatus;
  chip_code_hash: Buffer;
  handed_over_on: LocalDate;
}

const BATCH = 'select id from production_batch where number = $1';
/** The line of the order first, as everyone locks it. */
const ITEM = 'select order_item_id::text as id from production_line where batch_id = $1 and line = $2';
const LINE = `select l.id, l.batch_id, l.order_item_id::text, l.status, l.chip_code_hash,
  (b.made_at at time zone 'Europe/Oslo')::date::text as handed_over_on
from production_line l join production_batch b on b.id = l.batch_id where l.batch_id = $1 and l.line = $2 for update of l`;
const SAY = `update production_line set status = $2, status_at = $3, reason = $4, note = $5, shipped_on = $6, version = version + 1 where id = $1`;
const DONE = `update production_batch b set done_at = $2 where b.id = $1 and b.done_at is null
and not exists (select 1 from production_line l where l.batch_id = b.id and l.status in ('SENT', 'ACKNOWLEDGED'))`;
const FROM_CLIENT = `select set_config('app.client', $1, true)`;

export class AnswerLineService {
  constructor(private readonly parts: AnswerParts) {}

  /**
   * @param db as the jobs' role; `clientId` is the machine that says it, for the log
   * @returns a result for each, in the order given; null when there is no such batch
   */
  async answer(
    db: Db,
    batch: { readonly number: string; readonly clientId: string | null },
    answers: readonly LineAnswer[],
  ): Promise<LineResult[] | null> {
    const [found] = await db.read<{ id: string }>(BATCH, [batch.number]);
    if (!found) return null;
    const results: LineResult[] = [];
    for (const answer of answers)
      results.push(
        await db.transaction(async tx => {
          if (batch.clientId) await tx.query(FROM_CLIENT, [batch.clientId]);
          return this.#one(tx, found.id, answer);
        }),
      );
    return results;
  }

  async #one(tx: Tx, batchId: string, answer: LineAnswer): Promise<LineResult> {
    const item = await tx.one<{ id: string }>(ITEM, [batchId, answer.line]);
    if (!item) return 'NOT_FOUND';
    const locked = await lockOrderItem(tx, item.id);
    const line = await tx.one<LineRow & Record<string, unknown>>(LINE, [batchId, answer.line]);
    if (!line) return 'NOT_FOUND';
    const next = nextLineStatus(line.status, answer.outcome);
    if (!next) return 'TOO_LATE';
    if (next === line.status) return 'DONE';
    const fault = this.#fault(answer, line);
    if (fault) return fault;
    const at = this.#moment(answer);
    const { outcome, note = null } = answer;
    const reason = outcome === 'REFUSED' ? answer.reason : null;
    const said = [reason, note, outcome === 'SHIPPED' ? osloDate(at) : null];
    await tx.query(SAY, [line.id, next, this.parts.clock.now(), ...said]);
    if (outcome === 'REFUSED') await moveItem(tx, locked, { trigger: 'PRODUCTION_REFUSED', at, reason });
    if (outcome === 'SHIPPED') await this.#ship(tx, locked, { line, at });
    await tx.query(DONE, [line.batch_id, this.parts.clock.now()]);
    return 'DONE';
  }

  #fault({ outcome, reason, shippedOn }: LineAnswer, line: LineRow): LineResult | null {
    if (outcome === 'REFUSED') return reason ? null : 'REASON_REQUIRED';
    if (outcome !== 'SHIPPED' || !shippedOn) return null;
    const today = osloDate(this.parts.clock.now());
    return shippedFault(shippedOn, { handedOverOn: line.handed_over_on, today });
  }

  /** Now, or noon of an earlier day: cards count days. */
  #moment({ shippedOn }: LineAnswer): Date {
    const now = this.parts.clock.now();
    return shippedOn && shippedOn < osloDate(now) ? new Date(`${shippedOn}T11:00:00Z`) : now;
  }

  async #ship(
    tx: Tx,
    item: Awaited<ReturnType<typeof lockOrderItem>>,
    { line, at }: { line: LineRow; at: Date },
  ): Promise<void> {
    const { cardId, status, reason } = await shipItem(tx, item, { at, chipCodeHash: line.chip_code_hash });
    const now = this.parts.clock.now();
    const about = {
      template: shippedLetter(status),
      itemId: item.id,
      cardId,
      dedupe: `shipped:${cardId}`,
      reason,
    } as const;
    await queueOrderMail(tx, { ...about, at: now, sendAfter: now }, this.parts.mailDomain);
  }
}
