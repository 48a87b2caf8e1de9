/** Invoices the matrix asks about, each with its voucher: every other one to the orderer herself, who is a canary. */
import { type Bulk, freshId } from '../support/bulk.ts';
import { hoursAgo } from '../support/days.ts';
import { say, type Zone } from './canaries.ts';
import type { Bag } from './rows.ts';

export const INVOICE_TABLES = ['invoice', 'invoice_line', 'voucher', 'ledger_entry'] as const;

interface InvoiceOf {
  readonly organisation: 1 | 2;
  readonly zone: Zone;
  readonly orderId: string;
  readonly firmId: string;
  readonly personId: string;
}

const SELLER = {
  ...{ name: 'Kortservice AS', orgNumber: '310078417', street: 'Portveien 2', postcode: '0150' },
  ...{ city: 'Oslo', bankAccount: '15068012349', email: 'faktura@kortservice.example' },
};
let planted = 0;

/** @returns what a call about it needs */
export function addInvoice(bulk: Bulk, { organisation, zone, orderId, firmId, personId }: InvoiceOf): Bag {
  const [id, voucherId] = [freshId(), freshId()];
  const row = { organisation_id: organisation };
  const number = `19${id.padStart(8, '0')}`;
  planted += 1;
  const personal = planted % 2 === 0;
  const orderer = say('ordererName', zone);
  bulk.add('invoice', {
    ...{ ...row, id, kind: 'INVOICE', number, order_id: orderId, order_number: orderId.slice(-7) },
    ...{ internal_order_number: id, payment: personal ? 'PERSONAL_INVOICE' : 'INVOICE' },
    ...{ issued_on: '2026-11-03', issued_at: hoursAgo(90), due_on: '2026-12-03', firm_id: firmId },
    ...{ person_id: personal ? personId : null, buyer_name: orderer, buyer_street: orderer },
    ...{ buyer_org_number: personal ? null : '310078417', buyer_postcode: '0150', buyer_city: orderer },
    ...{ seller: SELLER, customer_reference: personal ? null : orderer, kid: `${number}0`, vat_percent: 25 },
    ...{ net_ore: 12_950, vat_ore: 3_238, gross_ore: 16_188, language: 'nb' },
  });
  bulk.add('invoice_line', {
    ...{ ...row, invoice_id: id, line: 1, scheme: 'CONSTRUCTION', unit_org_number: '310078417' },
    ...{ unit_name: 'Avdeling', quantity: 1, unit_price_ore: 12_950, net_ore: 12_950 },
  });
  bulk.add('voucher', {
    ...{ ...row, id: voucherId, number: `B19${voucherId.padStart(8, '0')}`, kind: 'ISSUE' },
    ...{ booked_on: '2026-11-03', booked_at: hoursAgo(90), invoice_id: id, entries: 3, text: 'Faktura' },
  });
  const entries = [
    { account: '1500', amount_ore: 16_188, invoice_id: id },
    { account: '3000', amount_ore: -12_950, invoice_id: null },
    { account: '2700', amount_ore: -3_238, invoice_id: null },
  ];
  for (const [n, entry] of entries.entries())
    bulk.add('ledger_entry', { ...row, id: freshId(), voucher_id: voucherId, line: n + 1, ...entry });
  return { id };
}
