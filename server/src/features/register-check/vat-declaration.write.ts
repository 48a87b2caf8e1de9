/** The orderer's word, given with the order, that the firm is not liable to VAT (domain section 4): kept as said, for the list that goes to the tax authorities. */
import type { Tx } from '../../platform/db/db.ts';

export interface VatDeclaration {
  readonly organisationId: number;
  readonly orderId: string;
  /** The main unit. */
  readonly firmId: string;
  readonly declarer: { readonly personId: string | null; readonly name: string };
  readonly at: Date;
}

const DECLARE = `insert into vat_declaration (organisation_id, order_id, firm_id, org_number, declared_by_id, declarer_name, declared_at)
select $1, $2, o.id, o.org_number, $4, $5, $6 from organisation o where o.id = $3`;

/** In the transaction that places the order. */
export async function declareVat(
  tx: Tx,
  { organisationId, orderId, firmId, declarer, at }: VatDeclaration,
): Promise<void> {
  await tx.query(DECLARE, [organisationId, orderId, firmId, declarer.personId, declarer.name, at]);
}
