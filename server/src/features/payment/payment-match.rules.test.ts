import { describe, expect, it } from 'vitest';
import {
  isForSure,
  kidsLike,
  numbersIn,
  type OpenInvoice,
  type PaidWithout,
  suggestionsFor,
} from './payment-match.rules.ts';

const invoice = (number: string, other: Partial<OpenInvoice> = {}): OpenInvoice => ({
  ...{ invoiceId: number, number, kid: `${number}9`, orderNumber: `10${number.slice(-5)}` },
  ...{ buyerName: 'Nordfjell Bygg AS', buyerOrgNumber: '312345676', openOre: 64_750, ...other },
});
const paid = (other: Partial<PaidWithout>): PaidWithout => ({
  ...{ kid: null, amountOre: 100, payerName: null, message: null, ...other },
});
const OPEN = [
  invoice('2026000101'),
  invoice('2026000102', { buyerName: 'Sørvik Renhold', buyerOrgNumber: null, openOre: 500 }),
];
const found = (payment: Partial<PaidWithout>, open: readonly OpenInvoice[] = OPEN) =>
  suggestionsFor(paid(payment), open).map(({ invoiceId, reasons }) => [invoiceId, ...reasons]);

describe('which invoice a payment is for', () => {
  it('is sure only by the exact KID of an open invoice', () => {
    expect(isForSure({ kid: '20260001019' }, invoice('2026000101'))).toBe(true);
    expect(isForSure({ kid: '20260001018' }, invoice('2026000101'))).toBe(false);
    expect(isForSure({ kid: null }, invoice('2026000101'))).toBe(false);
    expect(isForSure({ kid: '20260001019' }, invoice('2026000101', { openOre: 0 }))).toBe(false);
  });

  it.each([
    ['two digits swapped', { kid: '20260010019' }, [['2026000101', 'KID_SWAPPED']]],
    ['one wrong digit', { kid: '20260007019' }, [['2026000101', 'KID_ONE_DIGIT']]],
    ['the number of the invoice as KID', { kid: '2026000101' }, [['2026000101', 'INVOICE_NUMBER']]],
    [
      'the number of the invoice in the message',
      { message: 'Gjelder faktura 2026 000 101, mvh' },
      [['2026000101', 'INVOICE_NUMBER']],
    ],
    [
      'the number of the order in the message',
      { message: 'bestilling 1000102' },
      [['2026000102', 'ORDER_NUMBER']],
    ],
    [
      'the payer and the amount',
      { payerName: 'NORDFJELL BYGG', amountOre: 64_750 },
      [['2026000101', 'PAYER_NAME', 'AMOUNT']],
    ],
    [
      'the organisation number and the amount',
      { message: 'fra 312 345 676', amountOre: 64_750 },
      [['2026000101', 'ORG_NUMBER', 'AMOUNT']],
    ],
    ['the amount alone', { amountOre: 64_750 }, []],
    ['the payer alone', { payerName: 'Nordfjell Bygg AS' }, []],
    ['nothing known', { kid: '99', message: 'hei' }, []],
  ])('is suggested by %s', (_, payment, suggestions) => {
    expect(found(payment)).toEqual(suggestions);
  });

  it('puts what says more first, five at most, and no invoice that is paid', () => {
    const many = Array.from({ length: 9 }, (_, index) => invoice(`202600020${index}`));
    const payment = { payerName: 'Nordfjell Bygg AS', amountOre: 64_750, message: 'faktura 2026000207' };
    const rows = found(payment, [...many, invoice('2026000299', { openOre: 0 })]);
    expect(rows).toHaveLength(5);
    expect(rows[0]).toEqual(['2026000207', 'INVOICE_NUMBER', 'PAYER_NAME', 'AMOUNT']);
    expect(rows[1]?.[0]).toBe('2026000200');
  });

  it('looks for every slip of the hand, and every number that was typed', () => {
    expect(kidsLike('123').toSorted()).toContain('132');
    expect(kidsLike('20260001019')).toHaveLength(new Set(kidsLike('20260001019')).size);
    expect(kidsLike('20260001019').length).toBeLessThan(150);
    expect(numbersIn({ kid: '0012345', message: 'Nr. 2026 000 101 / 1045164' })).toEqual(
      expect.arrayContaining(['0012345', '12345', '2026000101', '1045164']),
    );
  });
});
