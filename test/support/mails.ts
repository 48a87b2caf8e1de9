/** Mails in the outbox for tests, each with the decision, reasons and link it is about, and a way to run the sending job once. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { SendMailService } from '../../server/src/features/correspondence/send-mail.service.ts';
import { sendMailService } from '../../server/src/features/correspondence/sending.parts.ts';
import { tokenHash, uploadToken } from '../../server/src/features/upload/upload-link.ts';
import type { Clock } from '../../server/src/platform/clock.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { Db, type DbParts } from '../../server/src/platform/db/db.ts';
import { SYSTEM } from '../../server/src/platform/db/principal.ts';
import { createLog } from '../../server/src/platform/log.ts';
import type { Desk } from './desk.ts';
import { createCase, createDecision, createOrderItem, createPerson, createSubmission } from './factories.ts';

export interface NewMail {
  language?: 'nb' | 'nn' | 'en';
  template?: 'IMAGES_REJECTED' | 'IMAGES_STOPPED' | 'UPLOAD_LINK';
  comment?: string;
  givenName?: string;
  ordererName?: string;
  recipient?: string;
  status?: string;
  sendAfter?: Date;
  organisation?: 1 | 2;
}

export interface QueuedMail {
  id: string;
  caseId: string;
  caseNumber: string;
  decisionId: string;
  linkId: string;
  messageId: string;
}

const REASONS = [
  { code: 'PH_GLASSES', part: 'PHOTO' },
  { code: 'ID_EXPIRED', part: 'ID' },
] as const;
const STOP_REASONS = [{ code: 'STOP_FORGED_ID', part: 'ID' }] as const;

export async function createMail(desk: Desk, given: NewMail = {}): Promise<QueuedMail> {
  const { language = 'nb', template = 'IMAGES_REJECTED', organisation = 1 } = given;
  const person = await createPerson(desk, { givenName: given.givenName ?? 'Kim' });
  const orderItem = await createOrderItem(desk, { personId: person.id, organisation });
  await desk.sql.query('update order_item set orderer_name = $2, orderer_email = $3 where id = $1', [
    orderItem.id,
    given.ordererName ?? 'Kari Bestiller',
    given.recipient ?? 'kari.bestiller@firma.example',
  ]);
  const itsCase = await createCase(desk, { orderItem, organisation, language, status: 'AWAITING_UPLOAD' });
  const submission = await createSubmission(desk, itsCase);
  const decisionId = await createDecision(desk, {
    caseId: itsCase.id,
    submissionId: submission.id,
    decidedBy: desk.staff.agent,
    outcome: template === 'IMAGES_STOPPED' ? 'STOPPED' : 'REJECTED',
    reasons: template === 'IMAGES_STOPPED' ? [...STOP_REASONS] : [...REASONS],
    comment: given.comment,
  });
  const linkId = await createLink(desk, itsCase.id, organisation);
  if (template !== 'IMAGES_STOPPED')
    await desk.sql.query('update image_decision set upload_link_id = $2 where id = $1', [decisionId, linkId]);
  const messageId = `<${randomUUID()}@hms-kort.example>`;
  const { rows } = await desk.sql.query<{ id: string }>(
    `insert into outbox_mail (organisation_id, case_id, template, language, subject_id, dedupe, message_id, status, send_after)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8) returning id`,
    [
      organisation,
      itsCase.id,
      template,
      language,
      template === 'UPLOAD_LINK' ? linkId : decisionId,
      messageId,
      given.status ?? 'QUEUED',
      given.sendAfter ?? new Date(Date.now() - 1000),
    ],
  );
  const id = rows[0]?.id ?? '';
  return { id, caseId: itsCase.id, caseNumber: itsCase.number, decisionId, linkId, messageId };
}

async function createLink(desk: Desk, caseId: string, organisation: number): Promise<string> {
  const salt = randomBytes(32);
  const hash = tokenHash(uploadToken(loadKeys(undefined, desk.config.dataDir), salt));
  const { rows } = await desk.sql.query<{ id: string }>(
    `insert into upload_link (organisation_id, case_id, token_hash, token_salt, channel, expires_at)
     values ($1, $2, $3, $4, 'LINK', '2026-11-26T13:05:00Z') returning id`,
    [organisation, caseId, hash, salt],
  );
  return rows[0]?.id ?? '';
}

export interface MailState {
  status: string;
  attempts: number;
  last_error: string | null;
  send_after: Date;
  sent_at: Date | null;
  version: number;
}

export async function mailState(desk: Desk, id: string): Promise<MailState> {
  const sql =
    'select status, attempts, last_error, send_after, sent_at, version from outbox_mail where id = $1';
  const { rows } = await desk.sql.query<MailState>(sql, [id]);
  return rows[0] as MailState;
}

/** Types of the case's events about mail, oldest first. */
export async function mailEvents(desk: Desk, caseId: string): Promise<string[]> {
  const sql = `select type from case_event where case_id = $1 and type like 'MAIL%' order by id`;
  const { rows } = await desk.sql.query<{ type: string }>(sql, [caseId]);
  return rows.map(row => row.type);
}

export const systemDb = (dbParts: DbParts): Db =>
  new Db(dbParts, SYSTEM, { requestId: randomUUID(), operation: 'test', address: null });

/** The sending job of a desk, at whatever time the clock says. */
export function sendingOf(
  desk: Pick<Desk, 'config'>,
  clock: Clock = { now: () => new Date() },
  resending?: Parameters<typeof sendMailService>[1],
): SendMailService {
  const keys = loadKeys(undefined, desk.config.dataDir);
  return sendMailService({ clock, config: desk.config, keys, log: createLog('silent') }, resending);
}
