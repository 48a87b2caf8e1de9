import { Migration } from '@mikro-orm/migrations';
import { CLIENT_ROLE } from '../platform/db/roles.ts';
import { type Door, door } from './row-security.ts';

/**
 * What a machine reads and writes when it applies for an exception: the state of what it sent, and the papers it sends with it, as long
 * as nobody has begun. It reads no paper, no decision and no person.
 */
export class Migration20261124000240_machine_applications extends Migration {
  override up(): void {
    for (const sql of DOORS) this.addSql(sql);
  }
}

const through = (table: string, condition: string, given: Omit<Door, 'condition'>) =>
  door(table, CLIENT_ROLE, { ...given, condition });

/** A firm's own system sees what was sent for the firm itself too; about a person only what it sent. */
const OWN = `client_id = (select app_client()) or (firm_id = (select app_firm()) and person_id is null)`;
const SENT = `exists (select 1 from exception_application a where a.case_id = %.case_id and a.client_id = (select app_client()) and a.status = 'UNDER_REVIEW')`;
const sentWith = (table: string) => SENT.replace('%', table);

const DOORS = [
  through('exception_application', OWN, {
    rights: ['select'],
    columns: {
      select:
        'id, organisation_id, case_id, number, code, status, status_at, received_on, decided_on, firm_id, client_id, person_id',
    },
  }),
  through('case_document', sentWith('case_document'), {
    rights: ['select', 'insert'],
    columns: { select: 'id, case_id, kind, struck_at' },
  }),
  through('document_version', sentWith('document_version'), {
    rights: ['select', 'insert'],
    columns: { select: 'id, case_id, document_id, version, sha256' },
  }),
  through('stored_file', `purpose = 'DOCUMENT' and ${sentWith('stored_file')}`, {
    rights: ['select', 'insert'],
    columns: { select: 'id, case_id, purpose' },
  }),
];
