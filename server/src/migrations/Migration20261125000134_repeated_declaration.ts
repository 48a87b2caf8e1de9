import { Migration } from '@mikro-orm/migrations';

/** The declaration about VAT that an order repeats: a card ordered anew by staff because the first was not as ordered (docs/decisions/0503). */
export class Migration20261125000134_repeated_declaration extends Migration {
  override up(): void {
    this.addSql(`
alter table card_order add column vat_declaration_id bigint references vat_declaration on delete set null;
create index card_order_declaration on card_order (vat_declaration_id) where vat_declaration_id is not null;
`);
  }
}
