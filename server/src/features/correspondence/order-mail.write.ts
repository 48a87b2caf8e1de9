/** Puts a letter about an order line or a card into the outbox, with its event on the order's timeline, in the transaction of what it tells. */
import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import type { Language } from '../../platform/language.ts';
import type { OrderMailTemplate } from './mail.enums.ts';

export interface OrderMail {
  readonly template: OrderMailTemplate;
  /** The line; of a card the line it came from. */
  readonly itemId: string;
  readonly cardId?: string | null;
  /** What it tells of, once: `check:<id>:<version>`. Same key, same mail: a second call changes nothing. */
  readonly dedupe: string;
  readonly at: Date;
  readonly sendAfter: Date;
  /** Code of why: of a check, of a cancellation, of a block. Of CARD_EXPIRING the first day on which a new card can be ordered. */
  readonly reason?: string | null;
  readonly register?: string | null;
  /** The agent's own words, between the locked paragraphs. */
  readonly note?: string | null;
}

const ITEM = 'select organisation_id, order_id, orderer_language from order_item where id = $1';
const QUEUE = `insert into outbox_mail (organisation_id, order_item_id, card_id, template, language, subject_id, dedupe, message_id, send_after)
values ($1, $2, $3, $4, $5, nextval('order_event_id_seq'), $6, $7, $8) on conflict (dedupe) do nothing returning id::text, subject_id::text`;
const TELL = `insert into order_event (id, organisation_id, order_id, order_item_id, card_id, at, type, actor_id, old_value, new_value, register, note)
overriding system value values ($1, $2, $3, $4, $5, $6, 'MAIL_QUEUED', app_actor(), $7, $8, $9, $10)`;

/**
 * In the orderer's language; the letter itself is written when it leaves.
 * @returns id of the mail, or null when one with the same key is there already
 */
export async function queueOrderMail(tx: Tx, mail: OrderMail, mailDomain: string): Promise<string | null> {
  const { itemId, template } = mail;
  const cardId = mail.cardId ?? null;
  const item = await tx.one<{ organisation_id: number; order_id: string; orderer_language: Language }>(ITEM, [
    itemId,
  ]);
  if (!item) throw notFound();
  const queued = await tx.one<{ id: string; subject_id: string }>(QUEUE, [
    item.organisation_id,
    itemId,
    cardId,
    template,
    item.orderer_language,
    mail.dedupe,
    `<${randomUUID()}@${mailDomain}>`,
    mail.sendAfter,
  ]);
  if (!queued) return null;
  const about = [queued.subject_id, item.organisation_id, item.order_id, itemId, cardId, mail.at];
  const what = [mail.reason ?? null, template, mail.register ?? null, mail.note ?? null];
  await tx.query(TELL, [...about, ...what]);
  return queued.id;
}
