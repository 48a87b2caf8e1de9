import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaksIn } from '../person/log-scan.rules.ts';
import { BOKMAAL, ENGLISH, type Example, NYNORSK } from './invoice-query.examples.ts';
import { LONGEST_QUERY, readQuery } from './invoice-query.rules.ts';

const SHORT: Readonly<Record<string, string>> = {
  INVOICE_NUMBER: 'INVOICE',
  CREDIT_NOTE_NUMBER: 'CREDIT',
  ORDER_NUMBER: 'ORDER',
  INTERNAL_ORDER_NUMBER: 'INTERNAL',
  ORG_NUMBER: 'ORG',
  CARD_NUMBER: 'CARD',
  CASE_NUMBER: 'CASE',
};

/** "ORDER|INTERNAL 1045164" is written "ORDER 1045164": seven digits may always be both. */
const told = (text: string): string =>
  readQuery(text)
    .numbers.map(({ meanings, value }) => {
      const names = meanings.map(meaning => SHORT[meaning] ?? meaning).join('|');
      return `${names.replace('ORDER|INTERNAL', 'ORDER')} ${value}`;
    })
    .join(', ');

describe('what a firm writes about an invoice', () => {
  const all: readonly (readonly [string, Example])[] = [...BOKMAAL, ...NYNORSK, ...ENGLISH].map(one => [
    one.text.replaceAll('\n', ' / '),
    one,
  ]);

  it('is tried on at least sixty texts', () => expect(all.length).toBeGreaterThanOrEqual(60));

  it.each(all)('is read: %s', (_, { text, numbers, wanted }) => {
    expect(told(text)).toBe(numbers);
    expect(readQuery(text).wantedReference?.text).toBe(wanted);
  });

  it('names each number with what it was called, and where it stands', () => {
    const { text, numbers } = readQuery('Ordrenr 774 102, fakturanr. 20260001019, KID 20260001018');
    expect(numbers.map(({ label, start, end }) => [label, text.slice(start, end)])).toEqual([
      ['ORDER', '774 102'],
      ['INVOICE', '20260001019'],
      ['KID', '20260001018'],
    ]);
    expect(numbers.map(({ fault }) => fault)).toEqual([null, null, 'KID_CHECK_DIGIT']);
  });

  it('in the template gives company and contact too', () => {
    const { company, email } = readQuery(BOKMAAL[0]?.text ?? '');
    expect([company, email]).toEqual(['Nordfjell Bygg AS', 'post@nordfjell.example']);
  });

  it('never shows a national ID number, and every place stays where it was', () => {
    const { text, numbers, nationalIds } = readQuery('Ola 178585 12387 (fnr 57858512389) fakt 2026000101');
    expect(text).toBe('Ola ****** ***** (fnr ***********) fakt 2026000101');
    expect(nationalIds).toBe(2);
    expect(text.slice(numbers[0]?.start, numbers[0]?.end)).toBe('2026000101');
  });
});

const piece = fc.oneof(
  { arbitrary: fc.string({ unit: 'binary', maxLength: 12 }), weight: 2 },
  { arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789 .-/,*\n'), maxLength: 30 }), weight: 4 },
  {
    arbitrary: fc.constantFrom(
      ...['17858512387', '578585 12370', '2026000101', '20260001019', '774 102', '314 680 731', 'Ordrenr '],
      ...[
        'fnr',
        ' KID:',
        'skulle vært ',
        'K ',
        'kr ',
        'should be ',
        'Org.nr. ',
        'a@b.no',
        '\u00a0',
        ' ref ',
        '06.11.2026',
      ],
    ),
    weight: 6,
  },
);

describe('whatever is written', () => {
  it('is read without falling, in places that exist, one after the other', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const written = pieces.join('');
        const { text, numbers, wantedReference } = readQuery(written);
        expect(text.length).toBe(written.length);
        let last = 0;
        for (const { start, end, value, meanings } of numbers) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(
            text
              .slice(start, end)
              .replaceAll(/[ .\u00a0\u2009\u202f]|(?<=\d)-(?=\d)/g, '')
              .toUpperCase(),
          ).toBe(value);
          expect(meanings.length).toBeGreaterThan(0);
          last = end;
        }
        if (wantedReference)
          expect(text.slice(wantedReference.start, wantedReference.end)).toBe(wantedReference.text);
      }),
      { numRuns: 500 },
    );
  });

  it('holds no national ID number afterwards', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const left = leaksIn(readQuery(pieces.join('')).text);
        expect(left.filter(({ kind }) => kind === 'national ID number')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '1',
    '1 ',
    '1.',
    '1-',
    ' ',
    '12 345 ',
    '1,',
    'a',
    'a.',
    'a@',
    'skulle vært ',
    'faktura nr ',
    'kr 1 ',
    '1/',
    'K',
    'nr nr ',
    'fnr ',
    '\n',
    'ref ',
    '17858512387 ',
    'endre ref',
    'endre referansen ',
    '2026/000001',
    'http://',
    'org',
  ])('takes no longer than its length lets it: %j over and over', unit => {
    const text = unit.repeat(Math.ceil(LONGEST_QUERY / unit.length));
    const before = performance.now();
    readQuery(text);
    expect(performance.now() - before).toBeLessThan(1_500);
  });
});
