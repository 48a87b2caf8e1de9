import { Migration } from '@mikro-orm/migrations';
import { ofActor, wall } from './row-security.ts';

/** What each mutation was answered, for a week: whoever sends it again with the same key gets the same answer and no second effect. */
export class Migration20261122000080_idempotency extends Migration {
  override up(): void {
    this.addSql(TABLE);
  }
}

const TABLE = `
create table idempotency_key (
  staff_user_id bigint not null references staff_user,
  key uuid not null,
  organisation_id smallint not null references staff_organisation,
  operation text not null,
  rights text not null,                   -- organisation and roles when it was answered
  key_id text not null,                   -- the key that hashed the arguments and sealed the answer
  body_hash bytea not null,
  answer bytea,                           -- sealed; null only inside the transaction that makes it
  at timestamptz not null default now(),
  primary key (staff_user_id, key)
);
create index idempotency_key_at on idempotency_key (at);
${wall('idempotency_key', {
  see: ofActor('staff_user_id'),
  change: ofActor('staff_user_id'),
  app: ['select', 'insert', 'update'],
  job: ['select', 'delete'],
})}
`;
