/** Invoices that tests and the picture of the PDF are made from. */
import type { InvoiceDocument } from '../invoice/invoice-document.rules.ts';

export const invoiceExample: InvoiceDocument = {
  kind: 'INVOICE',
  number: '2026000101',
  issuedOn: '2026-11-06',
  dueOn: '2026-12-06',
  seller: {
    name: 'Kortservice AS',
    orgNumber: '310078417',
    bankAccount: '12345678903',
    email: 'faktura@kortservice.example',
    ...{ street: 'Storgata 1', postcode: '0155', city: 'Oslo' },
  },
  buyer: {
    name: 'Nordfjell Bygg AS',
    orgNumber: '312345676',
    ...{ street: 'Havnegata 8', postcode: '6770', city: 'Nordfjordeid' },
  },
  customerReference: 'PO-77412',
  orderNumber: '1045164',
  internalOrderNumber: '774102',
  kid: '20260001019',
  credits: null,
  lines: [
    {
      ...{ scheme: 'CONSTRUCTION', unitOrgNumber: '313000001', unitName: 'Nordfjell Bygg avd. Bergen' },
      ...{ quantity: 4, unitPriceOre: 12_950, netOre: 51_800 },
    },
  ],
  ...{ vatPercent: 25, netOre: 51_800, vatOre: 12_950, grossOre: 64_750, language: 'nb' },
};

export const creditNoteExample: InvoiceDocument = {
  ...invoiceExample,
  kind: 'CREDIT_NOTE',
  number: 'K2026000017',
  issuedOn: '2026-11-23',
  dueOn: null,
  credits: { number: '2026000101', issuedOn: '2026-11-06' },
};
