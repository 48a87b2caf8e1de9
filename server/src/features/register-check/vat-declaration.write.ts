/** The orderer's word, given with the order, that the firm is not liable to VAT (domain section 4): kept as said, for the list that goes to the tax authorities. */
import type { Tx } from '../../platform/db/db.ts';

export interface VatDeclaration {
  readonly organisationId: number;
  readonly orderId: string;
  /** The main unit. */
  readonly firmId: string;
  /** `role`: a code of Enhetsregisteret; null when she orders by delegation. */
  readonly declarer: {
    readonly personId: string | null;
    readonly name: string;
    readonly role: string | null;
  };
  readonly at: Date;
}

const DECLARE = `insert into vat_declaration (organisation_id, order_id, firm_id, org_number, firm_name, declared_by_id, declarer_name, declarer_role, declared_at)
select $1, $2, o.id, o.org_number, o.name, $4, $5, $6, $7 from organisation o where o.id = $3`;

/**
 * In the transaction that places the order, whoever places it: that she may order has been asked (who-may-order.rules.ts), and
 * nobody declares in her place. The firm comes to the next batch by itself (features/vat-batch).
 * @throws Error when nobody stands behind the word
 */
export async function declareVat(
  tx: Tx,
  { organisationId, orderId, firmId, declarer, at }: VatDeclaration,
): Promise<void> {
  const { personId, name, role } = declarer;
  if (!personId) throw new Error('A declaration is the word of a person.');
  await tx.query(DECLARE, [organisationId, orderId, firmId, personId, name, role, at]);
}
