/** Takes one mail to finance's mailbox: it becomes a case, or post on the case it answers. Who it says it is from is a claim. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import type { Taking, WaitingMessage } from '../../platform/mail/mailbox.ts';
import type { VirusScanner } from '../../platform/scan/virus-scanner.ts';
import { isAutomatic, languageOf } from '../inbound-mail/inbound-mail.rules.ts';
import type { ReadMail } from '../inbound-mail/mail-reading.ts';
import type { MailWorkers } from '../inbound-mail/mail-workers.ts';
import { LONGEST_QUERY, readQuery } from './invoice-query.rules.ts';
import { addNewPost } from './new-post.write.ts';
import { openQuery, type Post } from './open-query.write.ts';

export interface QueryMailParts {
  readonly clock: Clock;
  readonly workers: Pick<MailWorkers, 'process'>;
  /** Null when none is set up. */
  readonly scanner: VirusScanner | null;
  /** The desk's own: what comes from them is answered by nobody. */
  readonly ownAddresses: readonly string[];
}

const ISSUER = `select id from staff_organisation where kind = 'ISSUER' order by id limit 1`;
const KNOWN = 'select 1 as one from invoice_query_post where message_id = $1 and body_sha256 = $2';
/** An answer to a mail of ours is proof that it was received; a case number is none, unless the same address asked first. */
const ANSWERED = `select m.case_id::text as "caseId" from outbox_mail m where m.message_id = any ($1::text[]) and m.template = 'INVOICE_ANSWER'
union select c.id::text from desk_case c join invoice_query q on q.case_id = c.id where c.number = any ($2::text[]) and q.contact_email = $3 limit 2`;

export class QueryMailService {
  constructor(private readonly parts: QueryMailParts) {}

  /** LATER while the virus scanner is away: nothing is taken unseen. What nobody can read, or a machine wrote, is put away. */
  async take(db: Db, { bytes, cut, arrivedAt }: WaitingMessage): Promise<Taking> {
    const verdict = this.parts.scanner && !cut ? await this.parts.scanner.scan(bytes) : null;
    if (verdict === 'UNAVAILABLE') return 'LATER';
    const mail = cut || verdict === 'INFECTED' ? null : await this.parts.workers.process({ bytes });
    if (!mail || this.#isNobodys(mail)) return 'TAKEN';
    const post = postOf(mail, arrivedAt);
    await db.transaction(async tx => {
      if (await tx.one(KNOWN, [post.messageId, post.bodySha256])) return;
      await this.#keep(tx, mail, post);
    });
    return 'TAKEN';
  }

  #isNobodys(mail: ReadMail): boolean {
    const own = this.parts.ownAddresses.includes(mail.sender);
    return own || mail.sender === '' || isAutomatic(mail.headers, mail.sender);
  }

  async #keep(tx: Tx, mail: ReadMail, post: Post): Promise<void> {
    const at = this.parts.clock.now();
    const caseId = await caseAnswered(tx, mail);
    if (caseId !== null) return addNewPost(tx, { caseId, post, at });
    const issuer = await tx.one<{ id: number }>(ISSUER);
    if (!issuer) throw new Error('no issuer');
    await openQuery(tx, {
      ...{ organisationId: issuer.id, channel: 'EMAIL', post, at },
      language: languageOf(`${mail.subject} ${mail.text}`),
      contactName: mail.senderName && readQuery(mail.senderName).text,
      contactEmail: mail.sender,
    });
  }
}

/** Two different ones are none. */
async function caseAnswered(tx: Tx, mail: ReadMail): Promise<string | null> {
  const messageIds = [mail.inReplyTo, ...mail.references].filter(id => id !== null);
  const numbers = readQuery(`${mail.subject}\n${mail.text}`).numbers;
  const caseNumbers = numbers
    .filter(({ meanings }) => meanings[0] === 'CASE_NUMBER')
    .map(({ value }) => value);
  const found = await tx.query<{ caseId: string }>(ANSWERED, [messageIds, caseNumbers, mail.sender]);
  return found.length === 1 ? (found[0]?.caseId ?? null) : null;
}

function postOf(mail: ReadMail, receivedAt: Date): Post {
  const bodySha256 = createHash('sha256').update(mail.text).digest();
  return {
    receivedAt,
    sender: mail.sender,
    subject: mail.subject || null,
    text: mail.text.slice(0, LONGEST_QUERY),
    attachments: mail.attachments.length,
    messageId: mail.messageId ?? `<${bodySha256.toString('hex')}@no-message-id>`,
    bodySha256,
  };
}
