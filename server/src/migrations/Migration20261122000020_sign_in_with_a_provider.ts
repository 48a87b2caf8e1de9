import { Migration } from '@mikro-orm/migrations';
import { DOOR_ROLE } from '../platform/db/roles.ts';
import { door, ofEveryone, wall } from './row-security.ts';

/** Signing in through an identity provider: who is who there, how and when each session was proved, what may be used once only. */
export class Migration20261122000020_sign_in_with_a_provider extends Migration {
  override up(): void {
    this.addSql(SESSIONS);
    this.addSql(IDENTITIES);
    this.addSql(WALLS);
    this.addSql(ADMITTING);
  }
}

const SESSIONS = `
alter table staff_session drop constraint staff_session_method_check;
alter table staff_session add constraint staff_session_method_check check (method in ('DEMO', 'PASSWORD', 'OIDC'));
-- auth_at: when the person last proved who she is (null: nobody said); acr: how surely; idp_session: the provider's name for it.
alter table staff_session add column auth_at timestamptz, add column acr text, add column idp_session text;
update staff_session set auth_at = created_at;
create index staff_session_idp on staff_session (idp_session) where ended_at is null and idp_session is not null;
-- A password somebody else has seen opens nothing but the change to another one.
alter table staff_password add column must_change boolean not null default false;
`;

const IDENTITIES = `
create table staff_identity (
  id bigint generated always as identity primary key,
  staff_user_id bigint not null references staff_user on delete cascade,
  issuer text not null,
  subject text not null,
  -- Organisation and roles as the provider's claims last gave them; a change made in the desk holds until they change there.
  mapped text not null,
  created_at timestamptz not null default now(),
  unique (issuer, subject)
);
create index staff_identity_user on staff_identity (staff_user_id);
create trigger audit after insert or update or delete on staff_identity for each row execute function audit_change('-');
-- Sign-in states and logout tokens, hashed: the second use is refused.
create table used_token (
  key bytea primary key,
  expires_at timestamptz not null
);
create index used_token_expiry on used_token (expires_at);
`;

/** Only who has not signed in yet works on them; the administrator may look. */
const WALLS = [
  wall('staff_identity', { see: ofEveryone('staff'), app: ['select'] }),
  door('staff_identity', DOOR_ROLE, { rights: ['select'], condition: 'true' }),
  wall('used_token', { see: 'false' }),
  door('used_token', DOOR_ROLE, { rights: ['select', 'insert', 'delete'], condition: 'true' }),
  door('staff_password', DOOR_ROLE, {
    rights: ['update'],
    condition: 'true',
    columns: { update: 'hash, must_change, changed_at' },
  }),
].join('\n');

/** All the door can do to accounts: make one that belongs to somebody at the provider, and give such a one the roles of the claims. */
const ADMITTING = `
create function provider_roles(identity bigint, mapping text, organisation smallint, granted text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update staff_identity set mapped = mapping where id = identity;
  update staff_user set organisation_id = organisation, roles = granted, version = version + 1
  where id = (select staff_user_id from staff_identity where id = identity);
end $$;

-- prepared: an account without an identity, made by the administrator for the same address; null makes a new one.
create function provider_account(
  prepared bigint, called text, address text, organisation smallint, granted text[], at_issuer text, as_subject text, mapping text
) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare account bigint := prepared; identity bigint;
begin
  if account is null then
    insert into staff_user (organisation_id, name, email, roles) values (organisation, called, address, granted) returning id into account;
  elsif exists (select 1 from staff_identity where staff_user_id = account)
    or not exists (select 1 from staff_user where id = account and email = address) then
    raise exception 'not prepared for this person' using errcode = 'insufficient_privilege';
  end if;
  insert into staff_identity (staff_user_id, issuer, subject, mapped) values (account, at_issuer, as_subject, mapping) returning id into identity;
  perform provider_roles(identity, mapping, organisation, granted);
  return account;
end $$;
revoke execute on function provider_roles, provider_account from public;
grant execute on function provider_roles, provider_account to ${DOOR_ROLE};
`;
