/** Rows of the access log for tests, written as the server would have at that time. */
import type { Desk } from './desk.ts';
import { STAFF, type StaffName } from './staff.ts';

export interface NewLookup {
  at: string;
  personIds?: readonly string[];
  caseId?: string | null;
  table?: string;
  operation?: string;
  kind?: 'READ' | 'REFUSED';
  outcome?: string;
  purpose?: string;
}

const INSERT = `insert into audit_log (kind, at, actor_id, operation, table_name, row_id, case_id, person_ids, fields, purpose, outcome, organisation_id)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

export async function createLookup(desk: Desk, name: StaffName, lookup: NewLookup): Promise<void> {
  const { at, personIds = [], caseId = null, kind = 'READ', outcome = 'OK', purpose = null } = lookup;
  const table = lookup.table ?? (caseId ? 'desk_case' : 'person');
  const operation = lookup.operation ?? (caseId ? 'Case' : 'Cases');
  const fields = caseId ? ['case'] : ['name'];
  const values = [kind, at, desk.staff[name], operation, table, caseId, caseId, personIds, fields, purpose];
  await desk.sql.query(INSERT, [...values, outcome, STAFF[name].organisation]);
}
