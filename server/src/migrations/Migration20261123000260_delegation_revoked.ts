import { Migration } from '@mikro-orm/migrations';

/** Delegations are given through the portal's door and taken back by staff too, who say why. */
export class Migration20261123000260_delegation_revoked extends Migration {
  override up(): void {
    this.addSql(SQL);
  }
}

const SQL = `
alter table delegation
  add column revoked_by_id bigint references staff_user,  -- null: by a role-holder in the portal
  add column revoked_reason text check (revoked_reason in ('ROLE_HOLDER_ASKED', 'LEFT_FIRM', 'MISUSE', 'ERROR')),
  add column revoked_comment text check (length(revoked_comment) <= 500);
grant insert, update on delegation to desk_app;
drop trigger audit on delegation;
create trigger audit after insert or update or delete on delegation for each row execute function audit_change('-', 'revoked_comment');
`;
