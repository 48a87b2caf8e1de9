/** Takes one mail from the mailbox into the desk: on record once, sealed, and sorted as far as proof goes. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import type { Taking, WaitingMessage } from '../../platform/mail/mailbox.ts';
import type { VirusScanner } from '../../platform/scan/virus-scanner.ts';
import type { SealedStorage } from '../../platform/storage/sealed-storage.ts';
import { fileMail } from './filing.write.ts';
import type { MailProblem } from './inbound-mail.enums.ts';
import {
  deleteAt,
  isAutomatic,
  languageOf,
  type MailTarget,
  type Sorted,
  sortMail,
} from './inbound-mail.rules.ts';
import { addInboundMail, isKnownMail, type NewInboundMail, type StoredMail } from './inbound-mail.write.ts';
import { isPassing, type MailDocuments, type PreparedAttachment } from './mail-documents.ts';
import type { ReadMail } from './mail-reading.ts';
import { mailTarget } from './mail-target.readmodel.ts';
import type { MailWorkers } from './mail-workers.ts';
import { caseOfReplyAddress } from './reply-address.ts';
import { answerWrongChannel } from './wrong-channel.write.ts';

export interface IntakeParts {
  readonly clock: Clock;
  readonly keys: Keys;
  readonly files: SealedStorage;
  readonly workers: Pick<MailWorkers, 'process'>;
  readonly documents: MailDocuments;
  /** Null when none is set up. */
  readonly scanner: VirusScanner | null;
  readonly mailDomain: string;
  /** Of the mailbox. */
  readonly address: string;
  /** The desk's own: what comes from them is answered by nobody. */
  readonly ownAddresses: readonly string[];
}

interface Read {
  readonly mail: ReadMail;
  readonly problem: MailProblem | null;
  readonly scanned: boolean;
}

type Told = Pick<NewInboundMail, 'messageId' | 'bodySha256' | 'receivedAt' | 'byteCount' | 'file'>;

interface Storing {
  readonly about: Omit<Told, 'file'>;
  readonly read: Read;
}

interface Kept {
  readonly read: Read;
  readonly sorted: Sorted & {
    readonly target: MailTarget | null;
    readonly files: readonly PreparedAttachment[];
  };
}

const NOTHING: ReadMail = {
  ...{ messageId: null, inReplyTo: null, references: [], sender: '', senderName: null, recipients: [] },
  ...{ subject: '', text: '', headers: {}, attachments: [], nationalId: false },
};

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

export class IntakeService {
  constructor(private readonly parts: IntakeParts) {}

  /** LATER while the virus scanner is away: nothing is taken unseen. */
  async take(db: Db, message: WaitingMessage): Promise<Taking> {
    const body = sha256(message.bytes.subarray(endOfHead(message.bytes)));
    const read = await this.#read(message);
    if (!read) return 'LATER';
    const messageId = read.mail.messageId ?? `<${body.toString('hex')}@no-message-id>`;
    if (await db.transaction(tx => isKnownMail(tx, messageId, body))) return 'TAKEN';
    const about = {
      messageId,
      bodySha256: body,
      receivedAt: message.arrivedAt,
      byteCount: message.byteCount,
    };
    return this.#store(db, message, { about, read }).catch(error => {
      if (isPassing(error)) return 'LATER' as const;
      throw error;
    });
  }

  /** Bytes lie sealed before their rows are there; what gets no row is taken away again. */
  async #store(db: Db, message: WaitingMessage, { about, read }: Storing): Promise<Taking> {
    const sorted = await this.#sorted(db, read);
    const file = read.problem === null ? await this.#seal(message, read) : null;
    const kept = await this.#keep(db, { ...about, file }, { read, sorted }).catch(async error => {
      await this.#drop(file, sorted.files);
      throw error;
    });
    await this.#drop(kept ? null : file, kept ?? sorted.files);
    return 'TAKEN';
  }

  /** Null when the scanner is away. Of what is too large or cannot be read, at least who it says it is from. */
  async #read({ bytes, cut }: WaitingMessage): Promise<Read | null> {
    const verdict = this.parts.scanner && !cut ? await this.parts.scanner.scan(bytes) : null;
    if (verdict === 'UNAVAILABLE') return null;
    const scanned = verdict === 'CLEAN';
    const harmful = verdict === 'INFECTED';
    const whole = cut || harmful ? null : await this.parts.workers.process({ bytes });
    if (whole) return { mail: whole, problem: null, scanned };
    const head = await this.parts.workers.process({ bytes: bytes.subarray(0, endOfHead(bytes)) });
    const problem = harmful ? 'INFECTED' : cut ? 'TOO_LARGE' : 'UNREADABLE';
    return { mail: head ?? NOTHING, problem, scanned };
  }

  /** The message as it came, and its words, so that nobody has to take it apart again to read it. */
  async #seal({ bytes }: WaitingMessage, { mail, scanned }: Read): Promise<StoredMail> {
    const seal = await this.parts.files.put({ original: bytes, display: Buffer.from(mail.text) });
    return { seal, sha256: sha256(bytes), byteCount: bytes.length, scanned };
  }

  async #drop(file: StoredMail | null, attachments: readonly PreparedAttachment[]): Promise<void> {
    if (file) await this.parts.files.delete(file.seal.storageKey);
    await this.parts.documents.drop(attachments);
  }

  /** What it is about is asked first: only what will be filed is taken as documents. */
  async #sorted(db: Db, { mail, problem }: Read) {
    const target = await db.transaction(tx => this.#target(tx, mail));
    const automatic = isAutomatic(mail.headers, mail.sender) || this.parts.ownAddresses.includes(mail.sender);
    const sorted = sortMail({ automatic, problem, nationalId: mail.nationalId, target });
    const files = sorted.state === 'FILED' ? await this.parts.documents.prepare(mail.attachments) : [];
    return { ...sorted, target, files };
  }

  /** @returns what became nothing: all of it when another server was faster */
  #keep(
    db: Db,
    told: Told,
    { read: { mail, problem }, sorted }: Kept,
  ): Promise<readonly PreparedAttachment[] | null> {
    const at = this.parts.clock.now();
    const { state, personal, target, files: attachments } = sorted;
    return db.transaction(async tx => {
      const language = languageOf(`${mail.subject} ${mail.text}`);
      const row = {
        ...told,
        state,
        personal,
        mail,
        problem,
        target,
        language,
        deleteAt: deleteAt(state, at),
      };
      const added = await addInboundMail(tx, row);
      if (!added) return null;
      const { sender } = mail;
      if (sorted.answer)
        await answerWrongChannel(this.parts, tx, { mail: { ...added, sender, language }, at });
      if (state !== 'FILED' || !target) return attachments;
      const { caseId } = target;
      return fileMail(tx, { mailId: added.id, caseId, at, receivedAt: told.receivedAt, sender, attachments });
    });
  }

  #target(tx: Tx, mail: ReadMail) {
    const { keys, address } = this.parts;
    const numbers = mail.recipients.map(given => caseOfReplyAddress(keys, address, given));
    const messageIds = [mail.inReplyTo, ...mail.references].filter(id => id !== null);
    return mailTarget(tx, { messageIds, caseNumbers: numbers.filter(number => number !== null) });
  }
}

/** Where the empty line ends that ends the header. */
function endOfHead(bytes: Buffer): number {
  const ends = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')].map((at, i) =>
    at < 0 ? bytes.length : at + (i === 0 ? 4 : 2),
  );
  return Math.min(...ends);
}
