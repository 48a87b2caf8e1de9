/** A mail that came back is marked, told on its case, and the case comes back into view of whoever had it last. */
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { addEvent } from '../case/case.write.ts';

const BOUNCED = `update outbox_mail set status = 'BOUNCED', last_error = $2, version = version + 1
where id = $1 and status in ('SENDING', 'SENT', 'UNCERTAIN') returning case_id, organisation_id, template`;

/** No new version: nobody's text becomes outdated by this. */
const NEW_POST =
  'update desk_case set new_post_at = coalesce(new_post_at, $2) where id = $1 and closed_at is null';

interface Bounced {
  case_id: string | null;
  organisation_id: number;
  template: string;
}

export class BounceService {
  constructor(private readonly clock: Clock) {}

  /** A second report about the same mail changes nothing. @returns whether it did */
  bounced(db: Db, { mailId, code }: { mailId: string; code: string }): Promise<boolean> {
    return db.transaction(async tx => {
      const mail = await tx.one<Bounced & Record<string, unknown>>(BOUNCED, [mailId, code]);
      if (!mail) return false;
      const { case_id: id, organisation_id, template } = mail;
      if (id === null) return true;
      await addEvent(tx, { id, organisation_id }, { type: 'MAIL_BOUNCED', newValue: template, note: code });
      await tx.query(NEW_POST, [id, this.clock.now()]);
      return true;
    });
  }
}
