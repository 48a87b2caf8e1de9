/** A person sorts what the desk could not: puts it on an application, sends it back as the wrong channel, or discards it. */
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, notFound, stale } from '../../platform/errors.ts';
import type { Language } from '../../platform/language.ts';
import type { FileSeal, SealedStorage } from '../../platform/storage/sealed-storage.ts';
import { factsOf, lockCase } from '../case/case.write.ts';
import { fileMail } from './filing.write.ts';
import type { InboundMailState } from './inbound-mail.enums.ts';
import type {
  DiscardInboundMailInput,
  FileInboundMailInput,
  RefuseInboundMailInput,
} from './inbound-mail.input.ts';
import { canBeFiled, canBeSettled, deleteAt } from './inbound-mail.rules.ts';
import type { MailDocuments, PreparedAttachment } from './mail-documents.ts';
import type { MailWorkers } from './mail-workers.ts';
import { type AnswerParts, answerWrongChannel } from './wrong-channel.write.ts';

export interface InboundMailServiceParts extends AnswerParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly files: Pick<SealedStorage, 'get'>;
  readonly workers: Pick<MailWorkers, 'process'>;
  readonly documents: MailDocuments;
}

interface LockedMail {
  readonly id: string;
  readonly organisationId: number;
  readonly state: InboundMailState;
  readonly sender: string;
  readonly receivedAt: Date;
  readonly language: Language;
  readonly personal: boolean;
  readonly version: number;
}

const LOCK = `select id::text, organisation_id as "organisationId", state, sender, received_at as "receivedAt", language, personal, version from inbound_mail where id = $1 for update`;
const SEAL = `select f.storage_key as "storageKey", f.master_key as "masterKey", f.data_key as "dataKey"
from inbound_mail m join stored_file f on f.id = m.file_id and f.deleted_at is null where m.id = $1`;
const TARGET = `select person_id is not null as personal, status from exception_application where case_id = $1`;
const SETTLE = `update inbound_mail set state = $2, case_id = coalesce($3, case_id), matched_by = case when $3::bigint is null then matched_by else 'PERSON' end,
  language = coalesce($4, language), discard_reason = $5, delete_at = $6, settled_by = app_actor(), settled_at = $7, version = version + 1 where id = $1`;

const SORT = { resource: 'inbound-mail', action: 'settle' } as const;
const WORK = { resource: 'application', action: 'work' } as const;
/** In which another paper is still of use. */
const OPEN: readonly string[] = ['UNDER_REVIEW', 'AWAITING_DOCUMENTS', 'FOR_APPROVAL', 'APPEALED'];

interface Seen {
  readonly id: string;
  readonly expectedVersion: number;
}

interface Settling {
  readonly state: InboundMailState;
  readonly caseId?: string;
  readonly language?: Language;
  readonly reason?: string;
}

export class InboundMailService {
  constructor(private readonly parts: InboundMailServiceParts) {}

  /** @throws AppError CASE_TAKES_NO_MAIL when it is about a person, ACTION_NOT_AVAILABLE when it is decided or the mail may not be read */
  async file(db: Db, input: FileInboundMailInput): Promise<void> {
    const { caseId } = input;
    await this.#settle(db, input, (tx, mail) => this.#requireFiling(db, tx, { mail, caseId }));
    const attachments = await this.#attachments(db, input.id);
    const unused = await this.#settle(db, input, async (tx, mail) => {
      await this.#requireFiling(db, tx, { mail, caseId });
      await this.#save(tx, mail, { state: 'FILED', caseId });
      const { id: mailId, sender, receivedAt } = mail;
      return fileMail(tx, { mailId, caseId, sender, receivedAt, attachments, at: this.parts.clock.now() });
    }).catch(async error => {
      await this.parts.documents.drop(attachments);
      throw error;
    });
    await this.parts.documents.drop(unused);
  }

  async #requireFiling(
    db: Db,
    tx: Tx,
    { mail, caseId }: { mail: LockedMail; caseId: string },
  ): Promise<void> {
    if (!canBeFiled(mail)) throw new AppError('ACTION_NOT_AVAILABLE');
    await this.#requireTarget(db, tx, caseId);
  }

  /** From the sealed message; what is too large or cannot be read has none. */
  async #attachments(db: Db, id: string): Promise<PreparedAttachment[]> {
    const [seal] = await db.read<FileSeal & Record<string, unknown>>(SEAL, [id]);
    const bytes = seal && (await this.parts.files.get(seal, 'original'));
    const mail = bytes && (await this.parts.workers.process({ bytes }));
    return this.parts.documents.prepare(mail?.attachments ?? []);
  }

  /** A machine is never answered, and nobody twice a day. */
  refuse(db: Db, input: RefuseInboundMailInput): Promise<void> {
    return this.#settle(db, input, async (tx, mail) => {
      const at = this.parts.clock.now();
      await this.#save(tx, mail, { state: 'QUARANTINED', language: input.language });
      if (mail.state === 'AUTOMATIC') return;
      await answerWrongChannel(this.parts, tx, {
        mail: { ...mail, language: input.language },
        at,
      });
    });
  }

  discard(db: Db, input: DiscardInboundMailInput): Promise<void> {
    return this.#settle(db, input, (tx, mail) =>
      this.#save(tx, mail, { state: 'DISCARDED', reason: input.reason }),
    );
  }

  #settle<R>(db: Db, seen: Seen, act: (tx: Tx, mail: LockedMail) => Promise<R>): Promise<R> {
    return db.transaction(async tx => {
      const mail = await tx.one<LockedMail & Record<string, unknown>>(LOCK, [seen.id]);
      if (!mail) throw notFound();
      this.parts.access.require(db.principal, SORT, { organisationId: mail.organisationId });
      if (!canBeSettled(mail.state)) throw new AppError('ACTION_NOT_AVAILABLE');
      if (mail.version !== seen.expectedVersion) throw stale(mail.version);
      return act(tx, mail);
    });
  }

  async #requireTarget(db: Db, tx: Tx, caseId: string): Promise<void> {
    const row = await lockCase(tx, caseId, db.principal);
    this.parts.access.require(db.principal, WORK, factsOf(row));
    const application = await tx.one<{ personal: boolean; status: string }>(TARGET, [caseId]);
    if (!application) throw notFound();
    if (application.personal) throw new AppError('CASE_TAKES_NO_MAIL');
    if (!OPEN.includes(application.status)) throw new AppError('ACTION_NOT_AVAILABLE');
  }

  async #save(tx: Tx, mail: LockedMail, { state, caseId, language, reason }: Settling): Promise<void> {
    const at = this.parts.clock.now();
    const values = [state, caseId ?? null, language ?? null, reason ?? null, deleteAt(state, at), at];
    await tx.query(SETTLE, [mail.id, ...values]);
  }
}
