/** A mail that came back is marked, told on its case, and the case comes back into view of whoever had it last. */
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { type MailAbout, tellMail } from './mail-event.write.ts';

const BOUNCED = `update outbox_mail m set status = 'BOUNCED', last_error = $2, version = m.version + 1
where m.id = $1 and m.status in ('SENDING', 'SENT', 'UNCERTAIN')
returning m.case_id as "caseId", m.organisation_id as "organisationId", m.template,
  (select oi.order_id from order_item oi where oi.id = m.order_item_id) as "orderId", m.order_item_id as "itemId", m.card_id as "cardId"`;

/** No new version: nobody's text becomes outdated by this. */
const NEW_POST =
  'update desk_case set new_post_at = coalesce(new_post_at, $2) where id = $1 and closed_at is null';

export class BounceService {
  constructor(private readonly clock: Clock) {}

  /** A second report about the same mail changes nothing. @returns whether it did */
  bounced(db: Db, { mailId, code }: { mailId: string; code: string }): Promise<boolean> {
    return db.transaction(async tx => {
      const mail = await tx.one<MailAbout & Record<string, unknown>>(BOUNCED, [mailId, code]);
      if (!mail) return false;
      const now = this.clock.now();
      await tellMail(tx, mail, { type: 'MAIL_BOUNCED', at: now, note: code });
      if (mail.caseId) await tx.query(NEW_POST, [mail.caseId, now]);
      return true;
    });
  }
}
