import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE, CLIENT_ROLE, DOOR_ROLE } from '../platform/db/roles.ts';
import { door, ofEveryone, wall } from './row-security.ts';

/**
 * Machines that ask the desk: portals and firms with a system of their own (API2), card readers, production. Who they are, what
 * they prove it with, the tokens they have; and a database role of their own, which reaches the rows of one firm (app.firm).
 */
export class Migration20261123000230_machine_clients extends Migration {
  override up(): void {
    for (const sql of [ROLE, CLIENTS, WALLS, AUDIT, ANSWERS]) this.addSql(sql);
  }
}

/** With the embedded database it is there already; on a server the administrator may have made it too (README). */
const ROLE = `
do $$ begin
  if not exists (select 1 from pg_roles where rolname = '${CLIENT_ROLE}') then create role ${CLIENT_ROLE} nologin; end if;
  if not pg_has_role('${APP_ROLE}', '${CLIENT_ROLE}', 'MEMBER') then grant ${CLIENT_ROLE} to ${APP_ROLE} with inherit false; end if;
end $$;
grant usage on schema public to ${CLIENT_ROLE};
-- Which machine asks, and whose rows it reaches: a main unit. Unset means nobody and nothing.
create function app_client() returns bigint language sql stable parallel safe as
  $$ select nullif(current_setting('app.client', true), '')::bigint $$;
create function app_firm() returns bigint language sql stable parallel safe as
  $$ select nullif(current_setting('app.firm', true), '')::bigint $$;
`;

const CLIENTS = `
create table machine_client (
  id bigint generated always as identity primary key,
  client_id text not null unique check (client_id ~ '^[a-z0-9-]{8,40}$'),
  name text not null,
  kind text not null check (kind in ('API2', 'PORTAL', 'CARD_CHECK', 'CONTROL', 'PRODUCTION')),
  firm_id bigint references organisation check ((firm_id is not null) = (kind = 'API2')),
  authentication text not null check (authentication in ('PRIVATE_KEY_JWT', 'SECRET')),
  jwks jsonb,                             -- public keys only
  scopes text[] not null check (cardinality(scopes) > 0),
  active boolean not null default true,
  version int not null default 1,
  created_at timestamptz not null default now(),
  created_by bigint references staff_user
);
create index machine_client_firm on machine_client (firm_id);
-- Two are good at the same time while a client changes from one to the next; only a hash is kept.
create table machine_secret (
  id bigint generated always as identity primary key,
  client_id bigint not null references machine_client,
  hash text not null,                     -- SHA-256, base64url
  hint text not null,                     -- its last four characters
  created_at timestamptz not null default now(),
  created_by bigint references staff_user,
  expires_at timestamptz,                 -- set when a newer one takes its place
  last_used_at timestamptz
);
create index machine_secret_client on machine_secret (client_id, id desc);
-- Access tokens: ten minutes, only hashes, gone with their client.
create table machine_token (
  hash bytea primary key,
  client_id bigint not null references machine_client,
  scopes text[] not null,
  expires_at timestamptz not null
);
create index machine_token_expiry on machine_token (expires_at);
create index machine_token_client on machine_token (client_id);
create table machine_usage (
  client_id bigint not null references machine_client,
  day date not null,
  requests int not null default 0,
  last_at timestamptz not null,
  primary key (client_id, day)
);
create trigger audit after insert or update or delete on machine_client for each row execute function audit_change('-');
create trigger audit after insert or delete or update of expires_at on machine_secret for each row execute function audit_change('-', 'hash', 'last_used_at');
`;

const ofClients = { see: ofEveryone('client'), change: ofEveryone('client.write') };

const WALLS = [
  wall('machine_client', { ...ofClients, app: ['select', 'insert', 'update'], job: ['select'] }),
  wall('machine_secret', ofClients),
  `grant select (id, client_id, hint, created_at, created_by, expires_at, last_used_at), insert, update (expires_at) on machine_secret to ${APP_ROLE};`,
  wall('machine_token', { see: 'false', change: ofEveryone('client.write'), job: ['select', 'delete'] }),
  wall('machine_usage', { see: ofEveryone('client'), app: ['select'], job: ['select', 'delete'] }),
  door('machine_client', DOOR_ROLE, { rights: ['select'], condition: 'true' }),
  door('machine_secret', DOOR_ROLE, {
    rights: ['select', 'update'],
    condition: 'true',
    columns: { update: 'last_used_at' },
  }),
  door('machine_token', DOOR_ROLE, { rights: ['select', 'insert'], condition: 'true' }),
  door('machine_usage', DOOR_ROLE, { rights: ['select', 'insert', 'update'], condition: 'true' }),
].join('\n');

/** Which machine did it stands in a column of its own: numbers of staff and of machines are two series. */
const AUDIT = `
alter table audit_log add column client_id bigint;
alter table audit_log alter column client_id set default app_client();
create index audit_log_client on audit_log (client_id, id desc) where client_id is not null;
${door('audit_log', CLIENT_ROLE, { rights: ['insert'], condition: 'actor_id is null and client_id = (select app_client())' })}
`;

/** Answers of machines are kept like those of staff: a week, by the key they were asked with. */
const ANSWERS = `
alter table idempotency_key drop constraint idempotency_key_pkey;
alter table idempotency_key alter column staff_user_id drop not null, alter column organisation_id drop not null;
alter table idempotency_key add column client_id bigint references machine_client;
alter table idempotency_key add check ((client_id is null) <> (staff_user_id is null));
create unique index idempotency_key_once on idempotency_key (key, staff_user_id, client_id) nulls not distinct;
${door('idempotency_key', CLIENT_ROLE, {
  rights: ['select', 'insert', 'update'],
  condition: 'client_id = (select app_client())',
})}
`;
