import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asker, type Candidate, findInvoice, type NamedNumber } from './finding.rules.ts';
import { readQuery } from './invoice-query.rules.ts';

const INVOICE: Candidate = {
  ...{ id: '1', kind: 'INVOICE', number: '2026000101', kid: '20260001019', orderNumber: '1045164' },
  ...{
    internalOrderNumber: '774102',
    firmId: 'A',
    buyerOrgNumber: '312345676',
    unitOrgNumbers: ['314680731'],
  },
  ...{ replaced: false, contact: false },
};
const NOBODY: Asker = { named: [], contactFirmIds: [] };
const main: Asker = { named: [{ orgNumber: '312345676', firmId: 'A' }], contactFirmIds: [] };
const sub: Asker = { named: [{ orgNumber: '314680731', firmId: 'A' }], contactFirmIds: [] };
const other: Asker = { named: [{ orgNumber: '310078417', firmId: 'B' }], contactFirmIds: [] };
const find = (text: string, asker: Asker, candidates: readonly Candidate[] = [INVOICE]) =>
  findInvoice(readQuery(text).numbers, candidates, asker);

describe('the invoice an enquiry is about', () => {
  it.each([
    ['fakturanr 2026 000 101', main, 'INVOICE_NUMBER', 'MAIN_UNIT'],
    ['fakturanr 20260001019', main, 'KID', 'MAIN_UNIT'],
    ['Ordrenr 774 102', sub, 'INTERNAL_ORDER_NUMBER', 'SUB_UNIT'],
    ['vår ref 1045164', sub, 'ORDER_NUMBER', 'SUB_UNIT'],
    ['KID 2026000101 og ordrenr 1045164', NOBODY, 'INVOICE_NUMBER', 'TWO_NUMBERS'],
  ])('is found: %s', (text, asker, ...how) => {
    const [foundBy, confirmedBy] = how;
    expect(find(text, asker)).toMatchObject({ state: 'FOUND', invoiceId: '1', foundBy, confirmedBy });
  });

  it('is found for an address that has ordered for the firm', () => {
    const known = { named: [], contactFirmIds: ['A'] };
    expect(find('faktura 2026000101', known, [{ ...INVOICE, contact: true }])).toMatchObject({
      confirmedBy: 'CONTACT',
    });
  });

  it.each([
    ['hei, hvor er fakturaen?', main, 'NO_NUMBER'],
    ['faktura 2026000999', main, 'NO_MATCH'],
    ['faktura 2026000101', NOBODY, 'UNCONFIRMED'],
    ['faktura 2026000101, KID 20260001019', NOBODY, 'UNCONFIRMED'],
    ['faktura 2026000101', other, 'OTHER_FIRM'],
    ['faktura 2026000101, ordre 1045164', other, 'OTHER_FIRM'],
    ['faktura 2026000101, ordre 1045164', { named: [], contactFirmIds: ['B'] }, 'OTHER_FIRM'],
    ['faktura 2026000101', { ...main, named: [...main.named, ...other.named] }, 'OTHER_FIRM'],
    [
      'faktura 2026000101',
      { ...main, named: [...main.named, { orgNumber: '313000001', firmId: null }] },
      'OTHER_FIRM',
    ],
  ])('is not found: %s', (text, asker, reason) => {
    expect(find(text, asker)).toEqual({ state: 'AMBIGUOUS', reason });
  });

  it('of an order that was billed anew is the one that stands, or the one that was named', () => {
    const first = { ...INVOICE, replaced: true };
    const credit: Candidate = { ...INVOICE, id: '2', kind: 'CREDIT_NOTE', number: 'K2026000004' };
    const second = { ...INVOICE, id: '3', number: '2026000124', kid: '20260001241' };
    const chain = [first, credit, second];
    expect(find('ordre 1045164', main, chain)).toMatchObject({ invoiceId: '3', foundBy: 'ORDER_NUMBER' });
    expect(find('faktura 2026000101', main, chain)).toMatchObject({ invoiceId: '1' });
    expect(find('kreditnota 2026000004', main, chain)).toMatchObject({
      invoiceId: '2',
      foundBy: 'CREDIT_NOTE_NUMBER',
    });
  });

  it('is one only when nothing else of the firm fits; what fits by chance at another firm is left out', () => {
    const twin = { ...INVOICE, id: '2', number: '2026000124', kid: '20260001241', orderNumber: '1045999' };
    const stranger = { ...twin, firmId: 'B', buyerOrgNumber: '310078417', unitOrgNumbers: [] };
    const both = 'faktura 2026000101 og 2026000124';
    expect(find(both, main, [INVOICE, twin])).toEqual({ state: 'AMBIGUOUS', reason: 'SEVERAL' });
    expect(find(both, main, [INVOICE, stranger])).toMatchObject({ invoiceId: '1' });
  });

  it('to a person who was billed herself is found for her address or two of its numbers, not for a firm', () => {
    const own = { ...INVOICE, buyerOrgNumber: null };
    expect(find('faktura 2026000101', sub, [own])).toEqual({ state: 'AMBIGUOUS', reason: 'OTHER_FIRM' });
    expect(find('faktura 2026000101 ordrenr 774102', NOBODY, [own])).toMatchObject({
      confirmedBy: 'TWO_NUMBERS',
    });
  });
});

const FIRMS = ['A', 'B', 'C'] as const;
const ORG = {
  A: ['300000001', '300000002'],
  B: ['310000001', '310000002'],
  C: ['320000001', '320000002'],
} as const;
const few = (from: number) => fc.integer({ min: from, max: from + 5 }).map(String);
/** So few numbers that those of one firm are often those of another. */
const invoices = fc.uniqueArray(
  fc.record({
    firm: fc.constantFrom(...FIRMS),
    number: few(2026000101),
    order: few(700001),
    internal: few(700001),
    credit: fc.boolean(),
    own: fc.boolean(),
  }),
  { selector: ({ number }) => number, minLength: 1, maxLength: 6 },
);
const numbers = fc.array(
  fc
    .record({
      value: fc.oneof(few(2026000101), few(700001)),
      meaning: fc.constantFrom(
        'INVOICE_NUMBER',
        'KID',
        'CREDIT_NOTE_NUMBER',
        'ORDER_NUMBER',
        'INTERNAL_ORDER_NUMBER',
      ),
    })
    .map(({ value, meaning }): NamedNumber => ({ value, meanings: [meaning] })),
  { minLength: 1, maxLength: 6 },
);

describe('whatever numbers are written', () => {
  const candidatesOf = (
    drawn: typeof invoices extends fc.Arbitrary<infer T> ? T : never,
    contactOf: readonly string[],
  ) =>
    drawn.map(
      ({ firm, number, order, internal, credit, own }, index): Candidate => ({
        ...{
          id: String(index),
          kind: credit ? 'CREDIT_NOTE' : 'INVOICE',
          number: credit ? `K${number}` : number,
          kid: number,
        },
        ...{ orderNumber: order, internalOrderNumber: internal, firmId: firm },
        ...{ buyerOrgNumber: own ? null : ORG[firm][0], unitOrgNumbers: [ORG[firm][1]], replaced: false },
        contact: contactOf.includes(firm),
      }),
    );

  it('one who names or writes for a firm is never given the invoice of another firm', () => {
    const naming = fc.record({ names: fc.subarray([...ORG.A]), contact: fc.boolean() });
    fc.assert(
      fc.property(invoices, numbers, naming, (drawn, written, { names, contact }) => {
        fc.pre(names.length > 0 || contact);
        const contactFirmIds = contact ? ['A'] : [];
        const asker = { named: names.map(orgNumber => ({ orgNumber, firmId: 'A' })), contactFirmIds };
        const found = findInvoice(written, candidatesOf(drawn, contactFirmIds), asker);
        if (found.state === 'FOUND') expect(drawn[Number(found.invoiceId)]?.firm).toBe('A');
      }),
      { numRuns: 3_000 },
    );
  });

  it('one who names no firm is given an invoice by two numbers of it that do not follow from each other, never by fewer', () => {
    fc.assert(
      fc.property(invoices, numbers, (drawn, written) => {
        const candidates = candidatesOf(drawn, []);
        const found = findInvoice(written, candidates, NOBODY);
        if (found.state !== 'FOUND') return;
        const one = candidates[Number(found.invoiceId)] as Candidate;
        const has = (meanings: readonly string[], own: string) =>
          written.some(number => meanings.includes(number.meanings[0] ?? '') && own.endsWith(number.value));
        const independent = [
          has(['INVOICE_NUMBER', 'KID', 'CREDIT_NOTE_NUMBER'], one.number),
          has(['ORDER_NUMBER'], one.orderNumber),
          has(['INTERNAL_ORDER_NUMBER'], one.internalOrderNumber),
        ];
        expect(independent.filter(Boolean).length).toBeGreaterThan(1);
      }),
      { numRuns: 3_000 },
    );
  });
});
