import { Migration } from '@mikro-orm/migrations';
import { JOB_ROLE } from '../platform/db/roles.ts';
import { expected, ofOrganisation, wall, withheld } from './row-security.ts';

/** Row security of applications, their papers, the decisions and the registers of exceptions. */
export class Migration20261124000011_exception_walls extends Migration {
  override up(): void {
    for (const sql of [...WALLS, FILES, ...WITHHELD, JOBS]) this.addSql(sql);
  }
}

const of = (resource: string) => ({
  see: ofOrganisation(resource),
  change: ofOrganisation(`${resource}.write`),
});
const all = ['select', 'insert', 'update'] as const;
const added = ['select', 'insert'] as const;
/** Also whoever registered or scanned it at the issuer: the application for good, its papers until it is handed over. */
const orOf = (resource: string, column: string) =>
  expected(`(select app_scope('${resource}')) = any (array[organisation_id, 0::smallint, ${column}])`);
const papers = expected(`(select app_scope('document')) = any (array[organisation_id, 0::smallint])
  or exists (select from case_document d where d.id = document_id)`);

const WALLS = [
  wall('exception_application', {
    see: orOf('application', 'registrar_organisation_id'),
    change: ofOrganisation('application.write'),
    app: all,
    job: all,
  }),
  wall('case_document', {
    see: orOf('document', 'intake_organisation_id'),
    change: orOf('document.write', 'intake_organisation_id'),
    app: all,
    job: all,
  }),
  wall('document_version', {
    see: papers,
    change: expected(`(select app_scope('document.write')) is not null`),
    app: added,
    job: added,
  }),
  wall('document_seen', {
    see: expected(`(select app_scope('document')) = any (array[organisation_id, 0::smallint])
      or staff_user_id = (select app_actor())`),
    change: 'staff_user_id = (select app_actor())',
    app: all,
    job: ['select'],
  }),
  wall('decision_proposal', { ...of('decision'), app: all, job: ['select', 'update'] }),
  wall('proposal_seen', {
    see: ofOrganisation('decision'),
    change: 'staff_user_id = (select app_actor())',
    app: added,
  }),
  wall('decision', { ...of('decision'), app: added, job: ['select'] }),
  wall('exception_entry', {
    see: ofOrganisation('entry'),
    change: `${ofOrganisation('decision.write')} or ${ofOrganisation('entry.write')}`,
    app: all,
    job: [...all, 'delete'],
  }),
  wall('letter', {
    see: ofOrganisation('letter'),
    change: `${ofOrganisation('letter.write')} or ${ofOrganisation('decision.write')} or ${ofOrganisation('application.write')}`,
    app: all,
    job: all,
  }),
  wall('journal_entry', {
    see: ofOrganisation('journal'),
    change: `${ofOrganisation('application.write')} or ${ofOrganisation('decision.write')} or ${ofOrganisation('letter.write')}`,
    app: added,
    job: added,
  }),
  wall('appeal', { ...of('appeal'), app: all, job: ['select'] }),
];

/** Papers and letters lie where images do; who sees the row of the paper sees the file. */
const FILES = `
create policy app_select_paper on stored_file for select to desk_app using (purpose = 'DOCUMENT'
  and exists (select from document_version v where v.file_id = stored_file.id));
create policy app_select_letter on stored_file for select to desk_app using (purpose in ('LETTER', 'MAIL')
  and (select app_scope('letter')) = any (array[organisation_id, 0::smallint]));
create policy app_insert_paper on stored_file for insert to desk_app with check (purpose <> 'IMAGE' and (select app_scope('document.write')) is not null);
`;

const WITHHELD = [
  withheld('exception_application', 'case'),
  ...['case_document', 'document_version', 'document_seen', 'decision_proposal', 'proposal_seen'].map(table =>
    withheld(table, 'case'),
  ),
  ...['decision', 'exception_entry', 'letter', 'journal_entry', 'appeal'].map(table =>
    withheld(table, 'case'),
  ),
];

const JOBS = `
grant insert on stored_file to ${JOB_ROLE};
create policy job_insert_paper on stored_file for insert to ${JOB_ROLE} with check (purpose <> 'IMAGE');
`;
