import { Migration } from '@mikro-orm/migrations';
import { ofEveryone, wall } from './row-security.ts';

/** Roles wait for a second administrator (docs/decisions/0100-role-grants-with-four-eyes.md). Roles held already stay. */
export class Migration20261122000100_staff_grants extends Migration {
  override up(): void {
    this.addSql(TABLE);
    this.addSql(WALL);
  }
}

const TABLE = `
create table staff_grant (
  id bigint generated always as identity primary key,
  staff_user_id bigint not null references staff_user on delete cascade,
  roles text[] not null check (roles <> '{}' and roles <@ array['AGENT','SENIOR_AGENT','CASEWORKER','CASEWORKER_LEAD','FINANCE','AUDITOR','ADMIN']),
  activates boolean not null,             -- approval also lets the person sign in
  proposed_by bigint not null references staff_user check (proposed_by <> staff_user_id),
  proposed_at timestamptz not null,
  outcome text check (outcome in ('APPROVED', 'REJECTED', 'WITHDRAWN')),
  decided_by bigint references staff_user check (decided_by <> staff_user_id),
  decided_at timestamptz,
  reason text,
  check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
  check ((outcome = 'WITHDRAWN') = (decided_by = proposed_by)),
  check ((outcome = 'REJECTED') = (reason is not null) or outcome is null)
);
create index staff_grant_user on staff_grant (staff_user_id, id);
create unique index staff_grant_open on staff_grant (staff_user_id) where outcome is null;
create trigger audit after insert or update or delete on staff_grant for each row execute function audit_change('-', 'reason');
`;

/** What is proposed cannot be rewritten: only the decision is added. */
const WALL = `
${wall('staff_grant', {
  see: ofEveryone('staff'),
  change: ofEveryone('staff.write'),
  app: ['select', 'insert'],
})}
grant update (outcome, decided_by, decided_at, reason) on staff_grant to desk_app;
`;
