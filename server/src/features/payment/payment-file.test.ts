import { afterAll, describe, expect, it } from 'vitest';
import { type CamtPayment, camtEntry, camtFile, ocrGiroFile, ocrGiroLines } from './payment-file.examples.ts';
import { readPaymentFile } from './payment-file.ts';
import { createPaymentFileReader } from './payment-file-reader.ts';

const PAID = [
  { kid: '20260001019', ore: 64_750 },
  { kid: '', ore: 12_000 },
  { kid: '20260001233', ore: 5, name: 'Bjørn Bygg' },
];
const GOOD = ocrGiroLines(PAID);
const latin = (lines: readonly string[], end = '\n') => Buffer.from(lines.join(end), 'latin1');
const read = (lines: readonly string[]) => readPaymentFile(latin(lines));
const told = ({ faults }: ReturnType<typeof readPaymentFile>) =>
  faults.map(({ lineNumber, code }) => `${lineNumber} ${code}`);
const changed = (line: number, change: (text: string) => string) =>
  GOOD.map((text, index) => (index + 1 === line ? change(text) : text));
const put = (text: string, from: number, what: string) =>
  `${text.slice(0, from - 1)}${what}${text.slice(from - 1 + what.length)}`;

describe('an OCR giro file', () => {
  it('gives each payment with its line, its KID and what the bank says of the payer', () => {
    const { format, payments, faults } = readPaymentFile(ocrGiroFile(PAID));
    expect([format, faults]).toEqual(['OCR_GIRO', []]);
    expect(payments[0]).toEqual({
      ...{ lineNumber: 3, kid: '20260001019', amountOre: 64_750, bookedOn: '2026-11-20' },
      ...{ payerAccount: '12345678911', payerName: null, message: null, archiveReference: '100000000' },
      account: '12345678903',
    });
    expect(payments.map(({ lineNumber, kid }) => [lineNumber, kid])).toEqual([
      [3, '20260001019'],
      [5, null],
      [7, '20260001233'],
    ]);
    expect(payments[2]?.message).toBe('Bjørn Bygg');
  });

  it.each([
    [
      'a line that is cut off',
      changed(5, text => text.slice(0, 60)),
      ['5 LENGTH', '10 COUNT', '10 SUM', '11 COUNT', '11 SUM'],
    ],
    ['a line of something else', changed(6, text => `XX${text.slice(2)}`), ['6 RECORD']],
    ['another service', changed(6, text => put(text, 3, '21')), ['6 RECORD']],
    ['letters in the amount', changed(5, text => put(text, 40, 'x')), ['5 AMOUNT', '10 SUM', '11 SUM']],
    ['a day that no calendar has', changed(5, text => put(text, 16, '310226')), ['5 DATE']],
    ['a reversal', changed(5, text => put(text, 5, '18')), ['5 NOT_A_PAYMENT']],
    ['a negative amount', changed(5, text => put(text, 32, '-')), ['5 NOT_A_PAYMENT', '10 SUM', '11 SUM']],
    ['the second half of another payment', changed(6, text => put(text, 9, '0000099')), ['6 ORDER']],
    ['half a payment', GOOD.toSpliced(5, 1), ['5 INCOMPLETE', '9 COUNT', '10 COUNT']],
  ])('with %s tells the line, and the other payments are used', (_, lines, faults) => {
    const result = read(lines);
    expect(told(result)).toEqual(faults);
    expect(result.payments.map(({ kid }) => kid)).toEqual(['20260001019', '20260001233']);
  });

  it('is compared with what the bank counted and summed', () => {
    const result = read(changed(10, text => put(put(text, 9, '00000004'), 25, '00000000000076756')));
    expect(result.faults).toEqual([
      { lineNumber: 10, code: 'COUNT', text: '4 / 3' },
      { lineNumber: 10, code: 'SUM', text: '76756 / 76755' },
    ]);
  });

  it('that ends too early, or whose parts stand in the wrong order, says so', () => {
    expect(told(read(GOOD.slice(0, 9)))).toEqual(['9 NO_END']);
    expect(told(read(GOOD.toSpliced(1, 1)))).toContain('2 ORDER');
    expect(told(read([...GOOD.slice(0, 2), ...GOOD.slice(1)]))).toContain('3 ORDER');
    expect(told(read(GOOD.toSpliced(2, 1)))).toContain('3 ORDER');
    expect(told(read(GOOD.slice(1)))).toContain('1 ORDER');
  });
});

const SUMMARY =
  '<TxsSummry><TtlCdtNtries><NbOfNtries>2</NbOfNtries><Sum>767.50</Sum></TtlCdtNtries></TxsSummry>';
const TWO: CamtPayment[] = [
  { amount: '647.50', kid: '20260001019' },
  { amount: '120', message: 'Faktura 2026 000 102', name: 'Søm &amp; Sønn' },
];
const ENTRIES = TWO.map((one, index) => camtEntry(one, index + 1));
const camt = (text: string) => readPaymentFile(Buffer.from(text, 'utf8'));
const good = (with1: string) => camt(camtFile([with1, ENTRIES[1] ?? '']));

describe('a CAMT.054 file', () => {
  it('gives each payment with its line, its KID and what the bank says of the payer', () => {
    const { format, payments, faults } = camt(camtFile(ENTRIES, SUMMARY));
    expect([format, faults]).toEqual(['CAMT_054', []]);
    expect(payments).toEqual([
      {
        ...{ lineNumber: 5, kid: '20260001019', amountOre: 64_750, bookedOn: '2026-11-20' },
        ...{ payerAccount: '12345678911', payerName: 'Nordfjell Bygg AS', message: null },
        ...{ archiveReference: 'REF1', account: '12345678903' },
      },
      {
        ...{ lineNumber: 8, kid: null, amountOre: 12_000, bookedOn: '2026-11-20' },
        ...{ payerAccount: '12345678911', payerName: 'Søm & Sønn', message: 'Faktura 2026 000 102' },
        ...{ archiveReference: 'REF2', account: '12345678903' },
      },
    ]);
  });

  const entry = ENTRIES[0] ?? '';
  it.each([
    ['money taken from the account', entry.replace('CRDT', 'DBIT'), ['5 NOT_A_PAYMENT']],
    ['a reversal', entry.replace('<Sts>', '<RvslInd>true</RvslInd><Sts>'), ['5 NOT_A_PAYMENT']],
    ['what is not booked yet', entry.replace('BOOK', 'PDNG'), ['5 NOT_BOOKED']],
    ['another currency', entry.replace('"NOK"', '"EUR"'), ['5 CURRENCY']],
    ['an amount that is none', entry.replace('>647.50<', '>647,50<'), ['5 AMOUNT']],
    ['a day that no calendar has', entry.replace('2026-11-20', '2026-02-30'), ['5 DATE']],
  ])('with %s tells the line, and the other payments are used', (_, spoilt, faults) => {
    const result = good(spoilt);
    expect(told(result)).toEqual(faults);
    expect(result.payments.map(({ amountOre }) => amountOre)).toEqual([12_000]);
  });

  it('is compared with what the bank counted and summed, of the file and of each collected entry', () => {
    expect(told(camt(camtFile(ENTRIES.slice(0, 1), SUMMARY)))).toEqual(['3 COUNT', '3 SUM']);
    const parts = [
      '<TxDtls><Amt Ccy="NOK">600.00</Amt></TxDtls>',
      '<TxDtls><Amt Ccy="NOK">47.49</Amt></TxDtls>',
    ];
    const collected = entry.replace(
      /<TxDtls>[\s\S]*<\/TxDtls>/,
      `<Btch><NbOfTxs>3</NbOfTxs></Btch>${parts.join('')}`,
    );
    const { payments, faults } = camt(camtFile([collected]));
    expect(payments.map(({ amountOre }) => amountOre)).toEqual([60_000, 4_749]);
    expect(faults).toEqual([
      { lineNumber: 4, code: 'COUNT', text: '3 / 2' },
      { lineNumber: 4, code: 'SUM', text: '64750 / 64749' },
    ]);
  });

  it('in the letters of western Europe is read as it was written', () => {
    const text = camtFile(ENTRIES).replace('UTF-8', 'ISO-8859-1');
    expect(readPaymentFile(Buffer.from(text, 'latin1')).payments[1]?.payerName).toBe('Søm & Sønn');
    expect(readPaymentFile(Buffer.from(camtFile(ENTRIES), 'latin1')).faults[0]?.code).toBe('ENCODING');
  });

  it('that would expand without end, or is not well formed, or is something else, is not used at all', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
    const file = camtFile(ENTRIES);
    const results = [
      camt(file.replace('?>', `?>${bomb}`)),
      camt(file.slice(0, -40)),
      camt(file.replace('&amp;', '&b;')),
      camt(file.replace('camt.054', 'camt.053')),
      camt(`<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02">${'<a>'.repeat(50)}`),
    ];
    expect(results.map(({ payments }) => payments)).toEqual([[], [], [], [], []]);
    expect(results.map(({ faults }) => faults[0]?.code)).toEqual([
      ...['NOT_WELL_FORMED', 'NOT_WELL_FORMED', 'NOT_WELL_FORMED', 'FORMAT', 'NOT_WELL_FORMED'],
    ]);
  });
});

describe('a file from the bank', () => {
  it('in a form nobody knows, or with two bytes a letter, is refused with the reason', () => {
    expect(readPaymentFile(Buffer.from('dato;belop\n')).faults).toEqual([
      { lineNumber: 1, code: 'FORMAT', text: 'dato;belop' },
    ]);
    expect(readPaymentFile(Buffer.from(`\ufeff${GOOD.join('\n')}`, 'utf16le')).faults[0]?.code).toBe(
      'ENCODING',
    );
    expect(readPaymentFile(Buffer.alloc(0)).faults[0]?.code).toBe('FORMAT');
    expect(readPaymentFile(Buffer.from(`\ufeff${GOOD.join('\n')}`)).payments).toHaveLength(3);
  });
});

const reader = createPaymentFileReader();
afterAll(() => reader.close());

const many = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('tens of thousands of payments', () => {
  it.each([
    [
      50_000,
      'OCR giro',
      () => ocrGiroFile(many(50_000).map(index => ({ kid: `${index}1`, ore: index + 1 }))),
    ],
    [
      10_000,
      'CAMT.054',
      () => Buffer.from(camtFile(many(10_000).map(index => camtEntry({ amount: '1.00' }, index)))),
    ],
  ])(
    '%i of %s are read beside the server, which goes on answering',
    async (count, _, make) => {
      let beats = 0;
      const heart = setInterval(() => {
        beats += 1;
      }, 10);
      const content = await reader.read(make());
      clearInterval(heart);
      expect([content?.payments.length, content?.faults]).toEqual([count, []]);
      expect(beats).toBeGreaterThan(3);
    },
    60_000,
  );
});
