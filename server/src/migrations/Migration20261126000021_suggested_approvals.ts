import { Migration } from '@mikro-orm/migrations';

/** When the last cleaner has her card the final approval is written out, for a caseworker to read, change and sign (docs/decisions/0606). */
export class Migration20261126000021_suggested_approvals extends Migration {
  override up(): void {
    this.addSql(
      `alter table exception_application add column suggested jsonb check (jsonb_typeof(suggested) = 'object');`,
    );
  }
}
