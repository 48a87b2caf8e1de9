import { Migration } from '@mikro-orm/migrations';

/** That a session began or was ended leaves a row, whoever did it: an administrator, the person, the provider, or somebody past the desk. */
export class Migration20261122000091_session_audit extends Migration {
  override up(): void {
    this.addSql(BEGUN);
    this.addSql(ENDED);
  }
}

const SECRET = `audit_change('-', 'token_hash', 'device', 'idp_session', 'acr', 'seen_at', 'auth_at')`;
const BEGUN = `create trigger audit after insert on staff_session for each row execute function ${SECRET}`;
const ENDED = `create trigger audit_end after update of ended_at on staff_session for each row
  when (old.ended_at is distinct from new.ended_at) execute function ${SECRET}`;
