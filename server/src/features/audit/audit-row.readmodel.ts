/** A row of the audit log as people read it, the same in the log and in the review. */
import { initialsOf } from '../staff/staff.rules.ts';
import type { AuditRowType } from './audit.type.ts';

export type AuditRow = Omit<AuditRowType, 'actor'> & { actor_id: string | null; actor_name: string | null };

export const AUDIT_ROWS = `select a.id, a.at, a.kind, a.operation, a.table_name as "tableName", a.row_id as "rowId", a.case_id as "caseId", c.number as "caseNumber",
  case when cardinality(a.person_ids) = 1 then a.person_ids[1] end as "personId", coalesce(cardinality(a.person_ids), 0) as "personCount",
  a.fields, a.purpose, a.reason, a.outcome, a.request_id as "requestId",
  a.actor_id, u.name as actor_name, coalesce(u.name, case when a.kind = 'SIGN_IN' then 'anonymous' else 'system' end) as "actorLabel"
from audit_log a left join staff_user u on u.id = a.actor_id left join desk_case c on c.id = a.case_id`;

export function toAuditRow({ actor_id: id, actor_name: name, ...row }: AuditRow): AuditRowType {
  return { ...row, actor: id && name ? { id, name, initials: initialsOf(name) } : null };
}
