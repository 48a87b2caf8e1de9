import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE } from '../platform/db/roles.ts';

/** A known word sealed by each key that has been in use: a server with other keys than the data's finds out before it starts. */
export class Migration20261122000072_key_sentinel extends Migration {
  override up(): void {
    this.addSql(SENTINEL);
  }
}

const SENTINEL = `
create table key_sentinel (
  key_id text primary key,
  sealed bytea not null
);
grant select, insert on key_sentinel to ${APP_ROLE};
`;
