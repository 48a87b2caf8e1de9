/** Says what the invoice of an order will say, and books what was paid when ordering; for the job that bills orders. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import { postPayment } from '../ledger/ledger.write.ts';
import { invoicingOf } from '../order/ordering.rules.ts';
import type { Settings } from '../setting/setting.rules.ts';
import type { Buyer } from './invoice-document.rules.ts';
import type { InvoiceDraft } from './issue-invoice.write.ts';
import type { UnbilledRow } from './issue-invoices.sql.ts';
import type { Issued } from './issued-document.write.ts';
import type { KidAlgorithm } from './kid.rules.ts';
import { sellerOf } from './seller.rules.ts';

export interface Rules {
  readonly today: LocalDate;
  readonly now: Date;
  readonly settings: Settings;
  /** Of the day of the order: what was ordered at a price is billed at it. */
  readonly ofTheDay: Settings;
}

/** @throws AppError SELLER_UNKNOWN while the settings do not say who sells */
export function draftOf(row: UnbilledRow, { today, now, settings, ofTheDay }: Rules): InvoiceDraft {
  const seller = sellerOf(settings);
  if (!seller) throw new AppError('SELLER_UNKNOWN');
  const { recipient, customerReference } = invoicingOf(row.payment);
  const personal = recipient === 'ORDERER';
  const { scheme, quantity, unit_org_number: unitOrgNumber, unit_name: unitName } = row;
  return {
    ...{ organisationId: row.organisation_id, orderId: row.id, firmId: row.firm_id, payment: row.payment },
    personId: personal ? row.orderer_id : null,
    ...{ seller, buyer: personal ? ordererOf(row) : mainUnitOf(row) },
    customerReference: (customerReference && row.customer_reference?.trim()) || null,
    ...{ orderNumber: row.order_number, internalOrderNumber: null, replacesId: null },
    lines: [{ scheme, unitOrgNumber, unitName, quantity, unitPriceOre: ofTheDay.cardPriceOre }],
    ...{ vatPercent: ofTheDay.vatPercent, language: row.language, issuedOn: today, at: now },
    ...{ kidAlgorithm: settings.kidAlgorithm as KidAlgorithm, dueDays: settings.invoiceDueDays },
  };
}

const mainUnitOf = (row: UnbilledRow): Buyer => ({
  ...{ name: row.main_name, orgNumber: row.main_org_number },
  ...row.main_address,
});

/** Where she had the cards sent: the desk keeps no other address of a person. */
const ordererOf = (row: UnbilledRow): Buyer => ({
  ...{ name: row.orderer_name, orgNumber: null },
  ...(row.delivery_address.street ? row.delivery_address : row.main_address),
});

/** Card and Vipps were paid when ordering. */
export async function takePayments(
  tx: Tx,
  drafts: readonly InvoiceDraft[],
  issued: readonly Issued[],
): Promise<void> {
  const paid = drafts.flatMap(({ organisationId, payment, issuedOn, at }, n) => {
    const { id, document } = issued[n] as Issued;
    if (invoicingOf(payment).recipient !== null || document.grossOre === 0) return [];
    const parts = [{ place: { account: '1500', invoiceId: id } as const, amountOre: document.grossOre }];
    return [
      { organisationId, at, bookedOn: issuedOn, text: `Betalt ved bestilling, ${document.number}`, parts },
    ];
  });
  await postPayment(tx, paid);
}
