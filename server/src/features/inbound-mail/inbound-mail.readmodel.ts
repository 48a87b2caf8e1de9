/** The post of the authority for the console: the list, one mail as plain text, and the applications it may be put on. */
import { readShown } from '../../platform/audit/shown.ts';
import type { Db } from '../../platform/db/db.ts';
import { likeAnywhere } from '../../platform/db/like.ts';
import { notFound } from '../../platform/errors.ts';
import { cappedCount, decodeCursor, type PageAsk, pageOf, ROW_ID } from '../../platform/graphql/page.ts';
import type { FileSeal, SealedStorage } from '../../platform/storage/sealed-storage.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import type { InboundMailState } from './inbound-mail.enums.ts';
import { READ_MAILBOX } from './inbound-mail.jobs.ts';
import { isShown } from './inbound-mail.rules.ts';
import type {
  InboundMailboxType,
  InboundMailPageType,
  InboundMailRowType,
  InboundMailTargetType,
  InboundMailType,
} from './inbound-mail.type.ts';

export interface InboundMailReadParts {
  readonly files: Pick<SealedStorage, 'get'>;
  /** Of the mailbox; null when none is set up. */
  readonly address: string | null;
}

const SIZES = [25, 50, 100] as const;

/** Row security leaves what the actor may read; a case it may not see has no number here. */
const COLUMNS = `m.id::text as id, m.state, m.sender, m.sender_name as "senderName", m.subject, m.received_at as "receivedAt", m.byte_count as "byteCount",
  (select count(*)::int from inbound_attachment a where a.mail_id = m.id) as "attachmentCount", m.case_id::text as "caseId", c.number as "caseNumber",
  m.matched_by as "matchedBy", m.problem, m.personal, m.delete_at as "deleteAt", m.version`;
const TABLES = 'inbound_mail m left join desk_case c on c.id = m.case_id';

const pageSql = (back: boolean, size: number) => `select ${COLUMNS} from ${TABLES}
where m.organisation_id = $1::smallint and m.state = $2 and ($3::bigint is null or m.id ${back ? '>' : '<'} $3) order by m.id ${back ? 'asc' : 'desc'} limit ${size + 1}`;
const COUNT = `select count(*)::int as n from (select 1 from inbound_mail m where m.organisation_id = $1::smallint and m.state = $2 limit 1001) x`;
const LAST = `select ended_at as "readAt", error is not null as failed from job_run where job = '${READ_MAILBOX}' and ended_at is not null order by id desc limit 1`;

const MAIL = `select ${COLUMNS}, m.language, m.settled_at as "settledAt", m.discard_reason as "discardReason",
  f.storage_key as "storageKey", f.master_key as "masterKey", f.data_key as "dataKey",
  (select o.status from outbox_mail o where o.inbound_mail_id = m.id limit 1) as answer,
  (select json_build_object('id', u.id::text, 'name', u.name) from staff_user u where u.id = m.settled_by) as "settledBy",
  coalesce((select json_agg(json_build_object('name', a.name, 'mediaType', a.media_type, 'byteCount', a.byte_count,
    'usable', a.media_type <> 'application/octet-stream', 'documentId', a.document_id::text, 'refusal', a.refusal) order by a.position) from inbound_attachment a where a.mail_id = m.id), '[]') as attachments
from ${TABLES} left join stored_file f on f.id = m.file_id and f.deleted_at is null
where m.organisation_id = $1::smallint and m.id = $2`;

const TARGETS = `select a.case_id::text as "caseId", a.number, a.code, a.status, o.name as "firmName"
from exception_application a join organisation o on o.id = a.firm_id
where a.organisation_id = $1::smallint and a.person_id is null and a.number like $2
  and a.status in ('UNDER_REVIEW', 'AWAITING_DOCUMENTS', 'FOR_APPROVAL', 'APPEALED')
order by a.id desc limit 10`;

type MailRecord = InboundMailRowType &
  Omit<InboundMailType, 'row' | 'text'> &
  Partial<FileSeal> &
  Record<string, unknown>;

export class InboundMailReadModel {
  constructor(private readonly parts: InboundMailReadParts) {}

  /** Newest first. */
  async page(db: Db, state: InboundMailState, page: PageAsk): Promise<InboundMailPageType> {
    const cursor = page.after ?? page.before;
    const [start] = cursor ? decodeCursor(cursor, 1, ROW_ID) : [null];
    const size = SIZES.find(most => page.first <= most) ?? 100;
    const values = [db.principal.organisationId, state];
    const [rows = [], [counted] = [], [last] = []] = await db.readAll<
      InboundMailRowType & { n: number } & InboundMailboxType & Record<string, unknown>
    >([
      [pageSql(Boolean(page.before), size), [...values, start]],
      [COUNT, values],
      [LAST, []],
    ]);
    const mailbox = {
      address: this.parts.address,
      readAt: last?.readAt ?? null,
      failed: last?.failed ?? false,
    };
    return { ...pageOf(rows, page, row => [row.id]), count: cappedCount(counted?.n ?? 0), mailbox };
  }

  /** That it was read is on record. @throws AppError NOT_FOUND */
  async mail(db: Db, id: string): Promise<InboundMailType> {
    const statement = [MAIL, [db.principal.organisationId, id]] as const;
    const [[found] = []] = await readShown<MailRecord>(db, [statement], ([rows]) =>
      rows?.[0] ? shownOf(rows[0]) : null,
    );
    if (!found) throw notFound();
    const { attachments, language, answer, settledBy, settledAt, discardReason, ...row } = found;
    const by = settledBy && { ...settledBy, initials: initialsOf(settledBy.name) };
    const about = { attachments, language, answer, settledBy: by, settledAt, discardReason };
    return { row, ...about, text: isShown(found) ? await this.#textOf(found) : null };
  }

  /** By a part of its number, newest first. */
  targets(db: Db, text: string): Promise<InboundMailTargetType[]> {
    return db.read(TARGETS, [db.principal.organisationId, likeAnywhere(text.trim())]);
  }

  async #textOf({ storageKey, masterKey, dataKey }: Partial<FileSeal>): Promise<string | null> {
    if (!storageKey || !masterKey || !dataKey) return null;
    const bytes = await this.parts.files.get({ storageKey, masterKey, dataKey }, 'display');
    return bytes?.toString('utf8') ?? null;
  }
}

const shownOf = (mail: MailRecord) => ({
  ...{ view: 'inbound-mail', table: 'inbound_mail', rowId: mail.id, caseId: mail.caseId },
  ...{ personIds: [], fields: isShown(mail) ? ['sender', 'subject', 'text'] : ['sender', 'subject'] },
});
