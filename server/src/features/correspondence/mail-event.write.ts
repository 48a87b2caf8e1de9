/** What becomes of a mail stands on the timeline of what it is about: its case, or its order. An answer to mail that came in is about neither. */
import type { Tx } from '../../platform/db/db.ts';
import type { CaseEventType } from '../case/case.enums.ts';
import { addEvent } from '../case/case.write.ts';
import { addOrderEvent } from '../order/item-state.write.ts';
import type { MailTemplate } from './mail.enums.ts';

export interface MailAbout {
  readonly organisationId: number;
  readonly template: MailTemplate;
  readonly caseId: string | null;
  readonly orderId: string | null;
  readonly itemId: string | null;
  readonly cardId: string | null;
}

export interface MailEvent {
  readonly type: Extract<CaseEventType, `MAIL_${string}`>;
  readonly at: Date;
  readonly note?: string | null;
}

export async function tellMail(tx: Tx, mail: MailAbout, { type, at, note }: MailEvent): Promise<void> {
  const { organisationId: organisation_id, caseId, orderId: order_id, template, itemId, cardId } = mail;
  const said = { type, newValue: template, note: note ?? null };
  if (caseId) await addEvent(tx, { id: caseId, organisation_id }, said);
  else if (order_id) await addOrderEvent(tx, { organisation_id, order_id }, { ...said, at, itemId, cardId });
}
