/** Which rows are due for erasure, by kind; $1 is the limit in time. Each text serves the job (in batches) and the rehearsal (counted). */
import type { RetentionKind } from './retention.rules.ts';

export interface Due {
  readonly table: string;
  /** From and where; the rows' table is called t. */
  readonly rows: string;
}

const decided = (part: 'photo' | 'id', condition: string): Due => ({
  table: 'stored_file',
  rows: `stored_file t join image_submission s on s.${part}_file_id = t.id
  join image_decision d on d.submission_id = s.id and d.undone_at is null join desk_case c on c.id = s.case_id
  join order_item i on i.id = s.order_item_id where t.data_key is not null and ${condition}`,
});

/** An approved or stopped pair may come back when its case is reopened; then it is not closed. */
const DONE = `d.decided_at < $1 and (d.outcome = 'REJECTED' or c.status = 'CLOSED')`;
const CARDLESS = `i.status in ('CANCELLED', 'AUTO_CANCELLED', 'REJECTED') and coalesce(i.status_at, c.closed_at) < $1`;
const CARD = 'select 1 from card k where k.order_item_id = i.id';

/** The bookkeeping law counts from the end of the year. */
export const YEAR_OF_LIMIT = `date_trunc('year', $1::timestamptz at time zone 'Europe/Oslo')::date`;

export const DUE: Readonly<Record<RetentionKind, Due>> = {
  ID_COPY: decided('id', DONE),
  REJECTED_PORTRAIT: decided('photo', `${DONE} and d.outcome <> 'APPROVED'`),
  UNDECIDED_IMAGES: {
    table: 'stored_file',
    rows: `stored_file t join image_submission s on t.id in (s.photo_file_id, s.id_file_id) join desk_case c on c.id = s.case_id
  where t.data_key is not null and c.closed_at < $1
  and not exists (select 1 from image_decision d where d.submission_id = s.id and d.undone_at is null)`,
  },
  CARDLESS_PORTRAIT: decided('photo', `d.outcome = 'APPROVED' and c.closed_at < $1 and ${CARDLESS}`),
  PORTRAIT: decided(
    'photo',
    `d.outcome = 'APPROVED' and c.status = 'CLOSED' and exists (${CARD} and k.status in ('BLOCKED', 'EXPIRED') and k.status_at < $1)`,
  ),
  OLD_PORTRAIT: decided(
    'photo',
    `d.outcome = 'APPROVED' and d.decided_at < $1 and c.status = 'CLOSED' and i.status = 'SHIPPED' and not exists (${CARD})`,
  ),
  ORDER_DRAFT: { table: 'order_draft', rows: 'order_draft t where t.updated_at < $1' },
  PRODUCTION_FILE: {
    table: 'stored_file',
    rows: 'stored_file t join production_batch b on b.file_id = t.id where t.data_key is not null and b.done_at < $1',
  },
  DRAFT: { table: 'draft', rows: 'draft t where t.updated_at < $1' },
  SKIP: { table: 'case_skip', rows: 'case_skip t where t.skipped_on < $1::timestamptz::date' },
  SESSION: { table: 'staff_session', rows: 'staff_session t where t.seen_at < $1' },
  SIGN_IN_ATTEMPT: { table: 'sign_in_attempt', rows: 'sign_in_attempt t where t.last_at < $1' },
  ACCESS_LOG: {
    table: 'audit_log',
    rows: `audit_log t where t.at < $1 and t.kind in ('READ', 'REFUSED', 'SIGN_IN')`,
  },
  CALL: { table: 'caller_verification', rows: 'caller_verification t where t.at < $1' },
  POWER_OF_ATTORNEY: {
    table: 'power_of_attorney',
    rows: `power_of_attorney t where least(t.to_on, t.withdrawn_at) < $1`,
  },
  EMPLOYMENT: { table: 'employment', rows: 'employment t where t.end_on < $1' },
  DELEGATION: { table: 'delegation', rows: 'delegation t where least(t.to_on, t.revoked_at) < $1' },
  REGISTER_ANSWER: {
    table: 'register_answer',
    rows: `register_answer t where t.at < $1 and not exists (select 1 from register_check k where k.answer_id = t.id)`,
  },
  PERSON: { table: 'person', rows: 'person t where t.refreshed_at < $1 and person_is_erasable(t.id)' },
  INVOICE: {
    table: 'invoice',
    rows: `invoice t where invoices_are_erasable(t.order_id, ${YEAR_OF_LIMIT})`,
  },
  ORDER_FILE: {
    table: 'order_item',
    rows: 'order_item t where t.ordered_on < $1 and line_is_over(t.id, $1) and line_is_erasable(t.id)',
  },
  CASE_FILE: { table: 'desk_case', rows: 'desk_case t where t.closed_at < $1 and case_is_erasable(t)' },
};

export const countSql = ({ rows }: Due): string => `select count(*)::int as n from ${rows}`;
export const findSql = ({ rows }: Due, batch: number): string =>
  `select t.id from ${rows} order by t.id limit ${batch}`;
/** For tables whose rows nothing points to. */
export const deleteSql = ({ table, rows }: Due, batch: number): string =>
  `delete from ${table} where ctid in (select t.ctid from ${rows} limit ${batch})`;
