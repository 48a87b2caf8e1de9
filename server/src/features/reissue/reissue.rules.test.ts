import { describe, expect, it } from 'vitest';
import { cleanReference, movesOf, problemOf, type ReissueFacts, referenceFault } from './reissue.rules.ts';

describe('a new reference', () => {
  it('is kept without blanks around it, with one between words', () => {
    expect(cleanReference('  Prosjekt \u00a0 4410\tHavnegata ')).toBe('Prosjekt 4410 Havnegata');
  });

  it.each([
    ['', 'REQUIRED'],
    ['x'.repeat(101), 'TEXT_TOO_LONG'],
    ['PO\u200b-1', 'INVALID'],
    ['PO\u0007', 'INVALID'],
    ['PO\ufffe', 'INVALID'],
    ['PO\ud800', 'INVALID'],
    ['x'.repeat(100), null],
    ['Bjørn & Sønn <4410> 🏗', null],
  ])('%j is judged %s', (reference, fault) => {
    expect(referenceFault(reference)).toBe(fault);
  });
});

const LIVING: ReissueFacts = {
  ...{ kind: 'INVOICE', payment: 'INVOICE', orderedOn: '2026-11-06', customerReference: 'PO-77412' },
  ...{ grossOre: 64_750, creditedOre: 0, writtenOffOre: 0, paidOre: 0, proposed: false, closedThrough: null },
};
const TERMS = { reference: 'Prosjekt 4410', today: '2026-11-22' };

describe('an invoice', () => {
  it.each<[Partial<ReissueFacts>, string | null]>([
    [{}, null],
    [{ kind: 'CREDIT_NOTE' }, 'IS_CREDIT_NOTE'],
    [{ orderedOn: '2019-12-31' }, 'EARLIER_ISSUER'],
    [{ orderedOn: '2020-01-01' }, null],
    [{ payment: 'PERSONAL_INVOICE', customerReference: null }, 'NO_REFERENCE'],
    [{ payment: 'CARD', customerReference: null }, 'NO_REFERENCE'],
    [{ creditedOre: 1 }, 'CREDITED'],
    [{ writtenOffOre: 100 }, 'WRITTEN_OFF'],
    [{ proposed: true }, 'PROPOSED'],
    [{ customerReference: ' Prosjekt  4410' }, 'SAME_REFERENCE'],
    [{ customerReference: null }, null],
    [{ closedThrough: '2026-11-22' }, 'BOOKS_CLOSED'],
    [{ closedThrough: '2026-11-21' }, null],
  ])('with %j: %s', (changes, problem) => {
    expect(problemOf({ ...LIVING, ...changes }, TERMS)).toBe(problem);
  });
});

describe('what was paid', () => {
  it('is moved payment by payment, in one sum when one was taken back, and not at all when nothing is left', () => {
    const parts = [
      { paymentId: '1', amountOre: 500 },
      { paymentId: null, amountOre: 700 },
    ];
    expect(movesOf(parts)).toEqual(parts);
    expect(movesOf([...parts, { paymentId: '2', amountOre: -200 }])).toEqual([
      { paymentId: null, amountOre: 1_000 },
    ]);
    expect(movesOf([{ paymentId: '1', amountOre: 0 }])).toEqual([]);
  });
});
