import { Migration } from '@mikro-orm/migrations';

/** When somebody last had Enhetsregisteret asked about a firm, so that it is asked at most once a minute however many ask. */
export class Migration20261125000133_firm_asked extends Migration {
  override up(): void {
    this.addSql('alter table organisation add column refresh_asked_at timestamptz;');
  }
}
