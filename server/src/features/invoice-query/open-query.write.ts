/** Opens a case for an enquiry about an invoice, and puts later post on it, inside the transaction of whoever takes it in. */
import { addWorkingDays, osloDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Language } from '../../platform/language.ts';
import type { CaseChannel } from '../case/case.enums.ts';
import { addEvent } from '../case/case.write.ts';
import { nextCaseNumber } from '../case/case-number.write.ts';
import type { Finding } from './finding.rules.ts';
import { type ReadQuery, readQuery } from './invoice-query.rules.ts';
import { type Asked, askedIn, lookUp } from './lookup.readmodel.ts';

const DUE_DAYS = 5;
const MOST_TITLE = 200;

const OPEN = `insert into desk_case (organisation_id, number, kind, queue, channel, language, title, subject_organisation_id, opened_on, due_days, due_on)
values ($1, $2, 'INVOICE_QUERY', 'INVOICE_QUERY', $3, $4, $5, $6, $7, $8, $9) returning id`;
const QUERY = `insert into invoice_query (case_id, organisation_id, contact_name, contact_email, company, wanted_reference, asked, named,
  state, reason, invoice_id, found_by, found_from, confirmed_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;
const POST = `insert into invoice_query_post (organisation_id, case_id, received_at, sender, subject, body, attachments, message_id, body_sha256)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

export interface Post {
  readonly receivedAt: Date;
  readonly sender: string;
  readonly subject: string | null;
  /** As it was written: ID numbers are taken out here. */
  readonly text: string;
  readonly attachments: number;
  /** Of a mail. */
  readonly messageId: string | null;
  readonly bodySha256: Buffer | null;
}

export interface NewQuery {
  readonly organisationId: number;
  readonly channel: CaseChannel;
  readonly language: Language;
  readonly contactName: string | null;
  readonly contactEmail: string;
  readonly post: Post;
  readonly at: Date;
}

/** @returns id of the case */
export async function openQuery(tx: Tx, query: NewQuery): Promise<string> {
  const { organisationId, post, at } = query;
  const subject = post.subject === null ? null : readQuery(post.subject).text;
  const read = readQuery(post.text);
  const asked = askedIn([subject ?? '', read.text]);
  const { finding, firmId } = await lookUp(tx, asked, query.contactEmail);
  const today = osloDate(at);
  const number = await nextCaseNumber(tx, Number(today.slice(0, 4)));
  const opened = await tx.one<{ id: string }>(OPEN, [
    ...[organisationId, number, query.channel, query.language, titleOf(subject, read, asked), firmId],
    ...[today, DUE_DAYS, addWorkingDays(today, DUE_DAYS)],
  ]);
  const row = { id: opened?.id ?? '', organisation_id: organisationId };
  await tx.query(QUERY, [
    ...[row.id, organisationId, query.contactName, query.contactEmail, read.company],
    ...[read.wantedReference?.text ?? null, asked.asked, asked.named, ...columnsOf(finding)],
  ]);
  await addPost(tx, row, { ...post, subject, text: read.text });
  await addEvent(tx, row, { type: 'CASE_OPENED', newValue: query.channel });
  if (finding.state === 'FOUND')
    await addEvent(tx, row, {
      type: 'INVOICE_FOUND',
      oldValue: finding.foundBy,
      newValue: finding.foundFrom,
    });
  return row.id;
}

/** What a list shows: what it says it is about, who it is from, or the number. */
const titleOf = (subject: string | null, { company }: ReadQuery, { numbers }: Asked): string =>
  (subject?.trim() || company || numbers[0]?.value || 'Faktura').slice(0, MOST_TITLE);

export function columnsOf(finding: Finding): readonly (string | null)[] {
  if (finding.state === 'AMBIGUOUS') return [finding.state, finding.reason, null, null, null, null];
  const { state, invoiceId, foundBy, foundFrom, confirmedBy } = finding;
  return [state, null, invoiceId, foundBy, foundFrom, confirmedBy];
}

export interface CaseOfQuery {
  readonly id: string;
  readonly organisation_id: number;
}

/** Its words are masked already. */
export async function addPost(tx: Tx, row: CaseOfQuery, post: Post): Promise<void> {
  await tx.query(POST, [
    ...[row.organisation_id, row.id, post.receivedAt, post.sender, post.subject, post.text || '–'],
    ...[post.attachments, post.messageId, post.bodySha256],
  ]);
}
