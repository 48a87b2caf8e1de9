import { Migration } from '@mikro-orm/migrations';
import { CLIENT_ROLE } from '../platform/db/roles.ts';

/** A machine that applied for approval is told what the firm is in the register, as everybody is. */
export class Migration20261125000260_machine_approvals extends Migration {
  override up(): void {
    this.addSql(`grant select (register) on exception_application to ${CLIENT_ROLE};`);
    this.addSql(`grant select (firm_id, register, status, to_at) on firm_approval to ${CLIENT_ROLE};`);
  }
}
