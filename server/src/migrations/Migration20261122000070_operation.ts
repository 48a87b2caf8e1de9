import { Migration } from '@mikro-orm/migrations';

/** The server may see which migrations have run, so that it can say that it is not ready. */
export class Migration20261122000070_operation extends Migration {
  override up(): void {
    this.addSql('grant select on mikro_orm_migrations to desk_app');
  }
}
