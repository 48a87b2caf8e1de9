/** Sends the orderer the explanation an agent has written, and takes it back while it has not left. */
import { randomUUID } from 'node:crypto';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, forbidden, invalid, notFound, stale } from '../../platform/errors.ts';
import type { MailStatus } from '../correspondence/mail.enums.ts';
import { MAIL_COLUMNS, MAIL_TABLES, type MailRecord, mailRowOf } from '../correspondence/mail.row.ts';
import type { MailRowType } from '../correspondence/mail.type.ts';
import { queueOrderMail } from '../correspondence/order-mail.write.ts';
import { cancelMail } from '../correspondence/outbox.write.ts';
import type { Register } from '../register-check/register-check.enums.ts';
import type { SendExplanationInput } from './explanation.input.ts';
import { addOrderEvent, lockOrderItem } from './item-state.write.ts';
import { ORDER_ITEM_PERMISSION } from './order.policy.ts';
import { orderItemActions } from './order-item.rules.ts';

export interface ExplanationParts {
  readonly access: Access;
  readonly clock: Clock;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
  /** The letter waits this long before it leaves. */
  readonly undoSeconds: number;
}

const TEMPLATE = 'ORDER_EXPLANATION';
/** Name of the draft the text was kept in. */
const DRAFT = 'EXPLAIN';

const REASON = 'select reason from register_check where order_item_id = $1 and register = $2';
const MAIL = `select ${MAIL_COLUMNS} from ${MAIL_TABLES} where m.id = $1`;
const DISCARD =
  'delete from order_draft where staff_user_id = app_actor() and order_item_id = $1 and action = $2';
/** What was begun since is newer, and stays. */
const GIVE_BACK = `insert into order_draft (staff_user_id, order_item_id, action, organisation_id, body, updated_at)
values (app_actor(), $1, $2, $3, $4, $5) on conflict do nothing`;

const SENT = `select m.dedupe, m.status, m.send_after, m.organisation_id, m.order_item_id, i.order_id, e.actor_id, e.register, e.note
from outbox_mail m join order_item i on i.id = m.order_item_id join order_event e on e.id = m.subject_id
where m.id = $1 and m.case_id is null and m.template = '${TEMPLATE}' for update of m`;

interface SentRow extends Record<string, unknown> {
  dedupe: string;
  status: MailStatus;
  send_after: Date;
  organisation_id: number;
  order_item_id: string;
  order_id: string;
  actor_id: string | null;
  register: Register | null;
  note: string | null;
}

export class ExplanationService {
  constructor(private readonly parts: ExplanationParts) {}

  /** The letter waits in the outbox and can be taken back. @throws AppError NOT_FOUND, FORBIDDEN, ACTION_NOT_AVAILABLE, STALE, VALIDATION_FAILED */
  async sendExplanation(db: Db, input: SendExplanationInput): Promise<MailRowType> {
    const { orderItemId, expectedVersion, register = null } = input;
    const note = input.text.trim();
    if (note === '') throw invalid({ text: 'REQUIRED' });
    return db.transaction(async tx => {
      const item = await lockOrderItem(tx, orderItemId);
      const facts = { organisationId: item.organisation_id };
      this.parts.access.require(db.principal, ORDER_ITEM_PERMISSION.EXPLAIN, facts);
      if (!orderItemActions(item.status).includes('EXPLAIN')) throw new AppError('ACTION_NOT_AVAILABLE');
      if (item.version !== expectedVersion) throw stale(item.version);
      const at = this.parts.clock.now();
      const mail = {
        ...({
          template: TEMPLATE,
          itemId: item.id,
          dedupe: `explanation:${item.id}:${randomUUID()}`,
        } as const),
        ...{ reason: await reasonOf(tx, item.id, register), register, note, at },
        sendAfter: new Date(at.getTime() + this.parts.undoSeconds * 1000),
      };
      const id = await queueOrderMail(tx, mail, this.parts.mailDomain);
      await tx.query(DISCARD, [item.id, DRAFT]);
      return this.#row(tx, id);
    });
  }

  /** Only whoever sent it; the text is a draft again. @throws AppError NOT_FOUND, FORBIDDEN, UNDO_ALREADY, UNDO_TOO_LATE */
  async undoExplanation(db: Db, mailId: string): Promise<MailRowType> {
    return db.transaction(async tx => {
      const mail = await tx.one<SentRow>(SENT, [mailId]);
      if (!mail) throw notFound();
      const { organisation_id: organisationId, order_item_id: itemId, register, note } = mail;
      this.parts.access.require(db.principal, ORDER_ITEM_PERMISSION.EXPLAIN, { organisationId });
      if (mail.actor_id !== db.principal.actorId) throw forbidden();
      const at = this.parts.clock.now();
      if (mail.status === 'CANCELLED') throw new AppError('UNDO_ALREADY');
      if (at >= mail.send_after || !(await cancelMail(tx, mail.dedupe))) throw new AppError('UNDO_TOO_LATE');
      await addOrderEvent(tx, mail, { type: 'MAIL_CANCELLED', at, itemId, newValue: TEMPLATE, register });
      const draft = JSON.stringify({ register, text: note ?? '' });
      await tx.query(GIVE_BACK, [itemId, DRAFT, organisationId, draft, at]);
      return this.#row(tx, mailId);
    });
  }

  async #row(tx: Tx, id: string | null): Promise<MailRowType> {
    const mail = await tx.one<MailRecord & Record<string, unknown>>(MAIL, [id]);
    if (!mail) throw notFound();
    return mailRowOf(mail, this.parts.clock.now());
  }
}

/** What the register says now: the letter tells it in the orderer's language. */
async function reasonOf(tx: Tx, itemId: string, register: Register | null): Promise<string | null> {
  if (!register) return null;
  const check = await tx.one<{ reason: string | null }>(REASON, [itemId, register]);
  return check?.reason ?? null;
}
