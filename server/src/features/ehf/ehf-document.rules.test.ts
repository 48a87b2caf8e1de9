import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../platform/xml/xml-tree.ts';
import { kronerOf, oreOf } from '../invoice/amount.rules.ts';
import type { InvoiceDocument, InvoiceLine } from '../invoice/invoice-document.rules.ts';
import { orgNumberCheckDigit } from '../organisation/org-number.rules.ts';
import { creditNoteExample, invoiceExample } from './ehf.examples.ts';
import { canBeEhf } from './ehf-document.rules.ts';
import { at, oreAt, sumOf, textAt, vatOn } from './ehf-tree.rules.ts';
import { checkEhf, ehfXml } from './ehf-xml.ts';

const orgNumbers = fc
  .integer({ min: 20_000_000, max: 39_999_999 })
  .filter(stem => orgNumberCheckDigit(String(stem)) !== null)
  .map(stem => `${stem}${orgNumberCheckDigit(String(stem))}`);
/** What people and systems write: any sign there is, with what XML treats specially. */
const words = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.constantFrom('<a>&amp;"\'', ']]>', '<!--', '\u0000\u000b', '\ud800', ' ', 'Bjørn & Sønn'),
);
const maybe = fc.option(words, { nil: null });
const names = words.map(text => `N${text}`);
const address = fc.record({ street: maybe, postcode: maybe, city: maybe });
const lines = fc.array(
  fc.record({
    scheme: fc.constantFrom('CONSTRUCTION', 'CLEANING', 'CAR_CARE', 'GOODS_TRANSPORT' as const),
    unitOrgNumber: orgNumbers,
    unitName: words,
    quantity: fc.integer({ min: 1, max: 5_000 }),
    unitPriceOre: fc.integer({ min: 1, max: 10_000_000 }),
  }),
  { minLength: 1, maxLength: 8 },
);
const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map(day => day.toISOString().slice(0, 10));

const documents: fc.Arbitrary<InvoiceDocument> = fc
  .record({
    kind: fc.constantFrom('INVOICE', 'CREDIT_NOTE' as const),
    number: fc.stringMatching(/^K?\d{4,12}$/),
    ...{ issuedOn: days, dueOn: days, creditedOn: days, sellerAt: address, buyerAt: address },
    ...{ seller: orgNumbers, buyer: orgNumbers, buyerName: names, customerReference: maybe },
    ...{ orderNumber: fc.stringMatching(/^\d{7,9}$/), kid: fc.stringMatching(/^\d{2,25}$/) },
    ...{
      lines,
      vatPercent: fc.constantFrom(25, 15, 12.5),
      language: fc.constantFrom('nb', 'nn', 'en' as const),
    },
  })
  .map(({ sellerAt, buyerAt, creditedOn, buyerName, ...known }) => {
    const priced = known.lines.map(
      (line): InvoiceLine => ({ ...line, netOre: line.quantity * line.unitPriceOre }),
    );
    const netOre = priced.reduce((sum, line) => sum + line.netOre, 0);
    const vatOre = vatOn(netOre, known.vatPercent * 100);
    const isInvoice = known.kind === 'INVOICE';
    return {
      ...{ ...known, lines: priced, netOre, vatOre, grossOre: netOre + vatOre, internalOrderNumber: '1' },
      dueOn: isInvoice ? known.dueOn : null,
      credits: isInvoice ? null : { number: '2026000101', issuedOn: creditedOn },
      seller: { ...invoiceExample.seller, ...sellerAt, orgNumber: known.seller },
      buyer: { ...buyerAt, name: buyerName, orgNumber: known.buyer },
    };
  });

describe('an EHF', () => {
  it('of any invoice breaks no rule, and says the sums of that invoice', () => {
    fc.assert(
      fc.property(documents, document => {
        const xml = ehfXml(document);
        expect(checkEhf(xml)).toEqual([]);
        const root = readXml(xml);
        expect([
          oreAt(root, 'cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount'),
          oreAt(root, 'cac:TaxTotal/cbc:TaxAmount'),
          oreAt(root, 'cac:LegalMonetaryTotal/cbc:PayableAmount'),
          sumOf(root, 'cac:InvoiceLine|cac:CreditNoteLine/cbc:LineExtensionAmount'),
        ]).toEqual([document.netOre, document.vatOre, document.grossOre, document.netOre]);
        expect(textAt(root, 'cac:PaymentMeans/cbc:PaymentID')).toBe(document.kid);
        expect(textAt(root, 'cac:OrderReference/cbc:ID')).toBe(document.orderNumber);
      }),
      { numRuns: 100 },
    );
  }, 30_000);

  it('carries the reference on a line of its own, the number of the order always, and the sub-unit on the line', () => {
    const xml = ehfXml(invoiceExample);
    expect(xml.split('\n')).toContain('  <cbc:BuyerReference>PO-77412</cbc:BuyerReference>');
    const without = readXml(ehfXml({ ...invoiceExample, customerReference: '  ' }));
    expect(at(without, 'cbc:BuyerReference')).toEqual([]);
    expect(textAt(without, 'cac:OrderReference/cbc:ID')).toBe('1045164');
    const item = 'cac:InvoiceLine/cac:Item';
    expect(textAt(readXml(xml), `${item}/cac:AdditionalItemProperty/cbc:Value`)).toBe('313000001');
    expect(textAt(readXml(xml), `${item}/cbc:Description`)).toContain('Underenhet 313000001');
  });

  it('of a credit note is of kind 381 and names the invoice that it takes back', () => {
    const root = readXml(ehfXml(creditNoteExample));
    expect([root.name, textAt(root, 'cbc:CreditNoteTypeCode')]).toEqual(['CreditNote', '381']);
    expect(textAt(root, 'cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID')).toBe('2026000101');
    expect(at(root, 'cbc:Note')).toHaveLength(1);
  });

  it('is not made for a person, who has no electronic address', () => {
    const personal = { ...invoiceExample, buyer: { ...invoiceExample.buyer, orgNumber: null } };
    expect(canBeEhf(personal)).toBe(false);
    expect(() => ehfXml(personal)).toThrow(RangeError);
  });
});

describe('amounts', () => {
  it('are read back as they were written, and are never fractions of an øre', () => {
    expect([oreOf('129.50'), oreOf('129.5'), oreOf('129'), oreOf('-0.05')]).toEqual([
      12_950, 12_950, 12_900, -5,
    ]);
    expect([oreOf('129,50'), oreOf('1.005'), oreOf(''), oreOf('1e3')]).toEqual([null, null, null, null]);
    expect(kronerOf(129_550, 'nb')).toBe('1\u00a0295,50');
    expect(kronerOf(-5, 'nn')).toBe('−0,05');
    expect(kronerOf(123_456_789, 'en')).toBe('1,234,567.89');
    expect(() => kronerOf(0.5, 'nb')).toThrow(RangeError);
  });

  it('round VAT half up, once', () => {
    expect([vatOn(2, 2_500), vatOn(1, 2_500), vatOn(51_800, 2_500)]).toEqual([1, 0, 12_950]);
  });
});
