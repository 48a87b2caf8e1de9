/** What the clock does with mail that comes in: reads the mailbox, and deletes what has lain its time. */
import { addDays, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Mailbox } from '../../platform/mail/mailbox.ts';
import type { SealedStorage } from '../../platform/storage/sealed-storage.ts';
import { QUARANTINE_DAYS } from './inbound-mail.rules.ts';
import type { IntakeService } from './intake.service.ts';

export const READ_MAILBOX = 'read-mailbox';

export interface InboundMailJobParts {
  readonly clock: Clock;
  readonly files: Pick<SealedStorage, 'delete'>;
  /** Null when no mailbox is set up. */
  readonly reading: { readonly mailbox: Mailbox; readonly intake: Pick<IntakeService, 'take'> } | null;
}

const BATCH = 100;
const DELETE = 'select delete_inbound_mail($1, $2) as key';

export class InboundMailJobs {
  constructor(private readonly parts: InboundMailJobParts) {}

  get definitions(): JobDefinition[] {
    const deleting: JobDefinition = {
      name: 'delete-inbound-mail',
      everySeconds: 3_600,
      run: (db, stopping) => this.deleteOld(db, stopping),
    };
    const { reading } = this.parts;
    if (!reading) return [deleting];
    return [
      { name: READ_MAILBOX, everySeconds: 60, run: (db, stopping) => this.#read(reading, db, stopping) },
      deleting,
    ];
  }

  /** @throws Error when a message could not be taken: it stays in the mailbox, and the run counts as failed */
  async #read(
    { mailbox, intake }: NonNullable<InboundMailJobParts['reading']>,
    db: Db,
    stopping: () => boolean,
  ): Promise<number> {
    const forgetBefore = new Date(addDays(osloDate(this.parts.clock.now()), -QUARANTINE_DAYS));
    const take = (message: Parameters<typeof intake.take>[1]) => intake.take(db, message);
    const { taken, failed } = await mailbox.read({ take, stopping, forgetBefore });
    if (failed > 0) throw new Error('some mail could not be taken');
    return taken;
  }

  /** Rows, answers, keys and bytes. @returns how many mails are gone */
  async deleteOld(db: Db, stopping: () => boolean = () => false): Promise<number> {
    let [total, found] = [0, BATCH];
    while (found === BATCH && !stopping()) {
      const now = this.parts.clock.now();
      const gone = await db.transaction(tx => tx.query<{ key: string | null }>(DELETE, [now, BATCH]));
      // The keys went with the rows: what a crash leaves here is noise that nobody can read.
      for (const { key } of gone) if (key !== null) await this.parts.files.delete(key);
      found = gone.length;
      total += found;
    }
    return total;
  }
}
