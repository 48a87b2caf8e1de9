/** Mails the head of the chain to the data protection officer once an hour: a note no administrator of ours can take back. */
import type { Db, Tx } from '../db/db.ts';
import type { Mailer } from '../mail/mailer.ts';
import { utcText } from './log-format.rules.ts';

const HEAD = `select id, hash, key_id, ${utcText('sealed_at')} as sealed_at from audit_seal
  where id > (select coalesce(max(seal_id), 0) from audit_head_mail where sent_at is not null) order by id desc limit 1`;
/** Ours, unless another server had this hour; one that failed is free again after five minutes. */
const CLAIM = `insert into audit_head_mail as m (hour, seal_id) values (date_trunc('hour', clock_timestamp()), $1)
  on conflict (hour) do update set seal_id = excluded.seal_id where m.sent_at is null returning hour`;
const SENT = 'update audit_head_mail set sent_at = clock_timestamp() where hour = $1';

interface Head {
  id: string;
  hash: Buffer;
  key_id: string;
  sealed_at: string;
}

export interface HeadMailParts {
  readonly mailer: Mailer;
  readonly to: string;
  /** Right-hand side of the Message-ID. */
  readonly domain: string;
}

export class HeadMail {
  constructor(private readonly parts: HeadMailParts) {}

  /** @returns 1 when a mail was accepted by the relay */
  async run(db: Db): Promise<number> {
    const claimed = await db.transaction(claim);
    if (!claimed) return 0;
    const { outcome } = await this.parts.mailer.send(this.#letter(claimed.head));
    // Without an answer it may have arrived: one note too few is better than the same one all hour.
    if (outcome !== 'ACCEPTED' && outcome !== 'UNKNOWN') return 0;
    await db.transaction(tx => tx.query(SENT, [claimed.hour]));
    return 1;
  }

  #letter({ id, hash, key_id, sealed_at }: Head) {
    const lines = [
      'Dette er hodet på den forseglede revisjonsloggen i HMS-kort Desk. Ta vare på meldingen.',
      'Stemmer ikke loggen med den en dag, er loggen endret eller kappet etterpå.',
      '',
      `Segl: ${id}`,
      `Forseglet: ${sealed_at}`,
      `SHA-256: ${hash.toString('hex')}`,
      `Nøkkel: ${key_id}`,
    ];
    return {
      messageId: `<audit-head-${id}@${this.parts.domain}>`,
      returnPath: null,
      to: this.parts.to,
      language: 'nb',
      subject: `HMS-kort Desk: revisjonslogg, segl ${id}`,
      text: lines.join('\n'),
      html: lines.map(line => `<p>${line}</p>`).join('\n'),
    };
  }
}

async function claim(tx: Tx): Promise<{ head: Head; hour: Date } | null> {
  const head = await tx.one<Head>(HEAD);
  const mine = head && (await tx.one<{ hour: Date }>(CLAIM, [head.id]));
  return mine ? { head, hour: mine.hour } : null;
}
