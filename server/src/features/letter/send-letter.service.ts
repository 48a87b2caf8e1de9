/** Sends what waits: each letter is put on paper once, and handed to the mailbox of its reader or laid in the post queue. Several servers may do this at once. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db } from '../../platform/db/db.ts';
import type { Log } from '../../platform/log.ts';
import type { SealedStorage } from '../../platform/storage/sealed-storage.ts';
import type { DigitalMailbox, MailboxOwner } from '../../registers/digital-mailbox/digital-mailbox.ts';
import { addEvent } from '../case/case.write.ts';
import { openNationalId } from '../person/national-id.store.ts';
import type { LetterChannel, LetterKind } from './letter.enums.ts';
import type { LetterContent } from './letter-content.rules.ts';
import { keepLetter, LETTER_FILE, openLetter, type SealedLetter } from './letter-file.store.ts';
import type { LetterPress } from './letter-press.ts';
import {
  type AfterTry,
  afterMailbox,
  isDigital,
  LOST_AFTER_MS,
  MAILBOX_TITLE,
  tryAgain,
} from './letter-step.rules.ts';

export interface SendLetterParts {
  readonly clock: Clock;
  readonly keys: Keys;
  readonly log: Log;
  readonly files: SealedStorage;
  readonly press: LetterPress;
  readonly mailbox: DigitalMailbox;
}

interface Claimed extends SealedLetter, Record<string, unknown> {
  id: string;
  organisationId: number;
  caseId: string;
  kind: LetterKind;
  channel: LetterChannel;
  content: LetterContent;
  attempts: number;
  createdAt: Date;
  personId: string | null;
  enc: Buffer | null;
  keyId: string | null;
  idx: Buffer | null;
  orgNumber: string | null;
}

const CLAIM = `update letter set status = 'SENDING', claimed_at = $1, attempts = attempts + 1, version = version + 1
where id = (select id from letter where status = 'QUEUED' and send_after <= $1 order by send_after, id limit 1 for update skip locked)
returning id::text`;

const CLAIMED = `select l.id::text, l.organisation_id as "organisationId", l.case_id::text as "caseId", l.kind, l.channel, l.content, l.attempts,
  l.created_at as "createdAt", ${LETTER_FILE}, p.id::text as "personId", p.national_id_enc as enc, p.national_id_key as "keyId", p.national_id_idx as idx,
  o.org_number as "orgNumber"
from letter l left join stored_file f on f.id = l.file_id left join person p on p.id = l.person_id left join organisation o on o.id = l.firm_id where l.id = $1`;

/** The try's own result only. */
const MARK = `update letter set status = $3, channel = $4, last_error = $5, send_after = coalesce($6, send_after), sent_at = $7, delivered_on = $8,
  mailbox_receipt = $9, version = version + 1
where id = $1 and attempts = $2 and status = 'SENDING' returning id`;

const LOST = `update letter set status = 'QUEUED', last_error = 'NO_RESULT', version = version + 1
where id in (select id from letter where status = 'SENDING' and claimed_at < $1 order by claimed_at limit 500 for update skip locked) returning id`;

export class SendLetterService {
  constructor(private readonly parts: SendLetterParts) {}

  /** Until nothing is due or the server stops. @returns how many were tried */
  async sendDue(db: Db, stopping: () => boolean = () => false): Promise<number> {
    let tried = 0;
    while (!stopping()) {
      const letter = await this.#claim(db);
      if (!letter) break;
      tried += 1;
      await this.#mark(db, letter, await this.#try(db, letter));
    }
    return tried;
  }

  /** What a server left behind when it died is sent again: the mailbox takes the same letter once. @returns how many */
  async reconcile(db: Db): Promise<number> {
    const before = new Date(this.parts.clock.now().getTime() - LOST_AFTER_MS);
    return (await db.transaction(tx => tx.query(LOST, [before]))).length;
  }

  #claim(db: Db): Promise<Claimed | null> {
    return db.transaction(async tx => {
      const claimed = await tx.one<{ id: string }>(CLAIM, [this.parts.clock.now()]);
      return claimed && tx.one<Claimed>(CLAIMED, [claimed.id]);
    });
  }

  async #try(db: Db, letter: Claimed): Promise<AfterTry> {
    const at = { ...letter, now: this.parts.clock.now(), random: Math.random() };
    const pdf = await this.#onPaper(db, letter).catch(() => {
      this.parts.log.warn('letter cannot be put on paper', { id: letter.id });
      return null;
    });
    if (!pdf) return tryAgain('NOT_PRINTED', at);
    if (!isDigital(letter.channel)) return { status: 'TO_PRINT', error: null };
    const to = this.#ownerOf(letter);
    if (!to) return { status: 'TO_PRINT', error: 'NO_MAILBOX' };
    const reference = `hms-kort-letter-${letter.id}`;
    const answer = await this.parts.mailbox.deliver({ reference, to, title: MAILBOX_TITLE, pdf });
    this.parts.log.info('letter', { id: letter.id, code: answer.kind });
    return afterMailbox(answer, at);
  }

  async #onPaper(db: Db, letter: Claimed): Promise<Buffer> {
    const { files, press } = this.parts;
    const kept = await openLetter(files, letter);
    if (kept) return kept;
    const pdf = await press.print([letter.content]);
    await keepLetter(db, files, { ...letter, pdf });
    return pdf;
  }

  #ownerOf({ personId, enc, keyId, idx, orgNumber }: Claimed): MailboxOwner | null {
    if (personId && enc && keyId && idx) {
      const nationalId = openNationalId(this.parts.keys, { id: personId, enc, keyId, idx });
      return { kind: 'PERSON', personId, nationalId };
    }
    return orgNumber ? { kind: 'FIRM', orgNumber } : null;
  }

  async #mark(db: Db, letter: Claimed, next: AfterTry): Promise<void> {
    const now = this.parts.clock.now();
    const delivered = next.status === 'DELIVERED';
    const values = [
      ...[letter.id, letter.attempts, next.status, next.status === 'TO_PRINT' ? 'POST' : letter.channel],
      ...['error' in next ? next.error : null, next.status === 'QUEUED' ? next.sendAfter : null],
      ...(delivered ? [now, osloDate(now), next.receipt] : [null, null, null]),
    ];
    await db.transaction(async tx => {
      const marked = await tx.one(MARK, values);
      if (!marked || !delivered) return;
      const about = { id: letter.caseId, organisation_id: letter.organisationId };
      await addEvent(tx, about, { type: 'LETTER_SENT', newValue: letter.kind, note: 'DIGITAL_MAILBOX' });
    });
  }
}
