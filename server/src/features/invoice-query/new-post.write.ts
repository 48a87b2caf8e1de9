/** Puts a mail that answers one of ours on its case: the clock runs again, the invoice is looked for anew, and whoever has the case sees that there is post. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { CaseStatus } from '../case/case.enums.ts';
import { addEvent, type CaseChanges, saveCase } from '../case/case.write.ts';
import { endHold, type HeldCase } from '../case/hold.write.ts';
import { readQuery } from './invoice-query.rules.ts';
import { askedIn, lookUp } from './lookup.readmodel.ts';
import { addPost, columnsOf, type Post } from './open-query.write.ts';

/** Held first: whoever answers the case now goes before the post, or after it. */
const CASE = `select c.id::text, c.organisation_id, c.opened_on, c.due_days, c.status, q.contact_email as email, q.confirmed_by as "confirmedBy"
from desk_case c join invoice_query q on q.case_id = c.id where c.id = $1 for update of c`;
const WRITTEN = `select coalesce(subject, '') || E'\\n' || body as text from invoice_query_post where case_id = $1 order by id`;
const FIND = `update invoice_query set asked = $2, named = $3, wanted_reference = coalesce($4, wanted_reference),
  state = $5, reason = $6, invoice_id = $7, found_by = $8, found_from = $9, confirmed_by = $10 where case_id = $1`;

type Row = HeldCase & {
  readonly status: CaseStatus;
  readonly email: string;
  readonly confirmedBy: string | null;
};

export interface NewPost {
  readonly caseId: string;
  readonly post: Post;
  readonly at: Date;
}

export async function addNewPost(tx: Tx, { caseId, post, at }: NewPost): Promise<void> {
  const row = await tx.one<Row & Record<string, unknown>>(CASE, [caseId]);
  if (!row) throw new Error('post for a case that is not there');
  const subject = post.subject === null ? null : readQuery(post.subject).text;
  const read = readQuery(post.text);
  await addPost(tx, row, { ...post, subject, text: read.text });
  await addEvent(tx, row, { type: 'MAIL_RECEIVED' });
  // What a clerk has chosen stands, and so does what has been found: more numbers may only help a case that has none.
  if (row.confirmedBy === null) await findAgain(tx, row, read.wantedReference?.text ?? null);
  await saveCase(tx, row, { ...(await awake(tx, row, at)), new_post_at: at });
}

async function findAgain(tx: Tx, row: Row, wanted: string | null): Promise<void> {
  const written = await tx.query<{ text: string }>(WRITTEN, [row.id]);
  const asked = askedIn(written.map(({ text }) => text));
  const { finding } = await lookUp(tx, asked, row.email);
  await tx.query(FIND, [row.id, asked.asked, asked.named, wanted, ...columnsOf(finding)]);
  if (finding.state === 'FOUND')
    await addEvent(tx, row, {
      type: 'INVOICE_FOUND',
      oldValue: finding.foundBy,
      newValue: finding.foundFrom,
    });
}

async function awake(tx: Tx, row: Row, at: Date): Promise<CaseChanges> {
  if (row.status === 'ON_HOLD') {
    const changes = await endHold(tx, row, osloDate(at));
    await addEvent(tx, row, { type: 'RESUMED' });
    return { ...changes, status: 'OPEN' };
  }
  if (row.status !== 'CLOSED') return {};
  await addEvent(tx, row, { type: 'REOPENED', newValue: 'NEW_INFORMATION' });
  return { status: 'OPEN', closed_at: null };
}
