import { describe, expect, it } from 'vitest';
import { isMailAddress } from './address.rules.ts';

const GOOD = [
  'kari@firma.example',
  'kari.bestiller+hms@firma.example',
  "o'brien@sub.firma.example",
  'a@xn--bl-yia.example',
  `${'a'.repeat(64)}@firma.example`,
];

const BAD: readonly (readonly [string, string])[] = [
  ['empty', ''],
  ['no at sign', 'kari.firma.example'],
  ['no domain', 'kari@'],
  ['no name', '@firma.example'],
  ['a host without a dot', 'kari@localhost'],
  ['an address literal', 'kari@[127.0.0.1]'],
  ['two addresses', 'kari@firma.example,ola@firma.example'],
  ['two addresses with a semicolon', 'kari@firma.example;ola@firma.example'],
  ['a display name', 'Kari <kari@firma.example>'],
  ['quotes', '"kari"@firma.example'],
  ['quotes with a second address', '"a@ond.example"@firma.example'],
  ['a comment', 'kari(sjef)@firma.example'],
  ['a group', 'alle:kari@firma.example;'],
  ['a line break', 'kari@firma.example\nBcc: ond@ond.example'],
  ['a line break at the end', 'kari@firma.example\n'],
  ['CRLF and a header', 'kari\r\nBcc:ond@firma.example'],
  ['a blank', 'kari @firma.example'],
  ['two at signs', 'kari@ond.example@firma.example'],
  ['two dots', 'kari..b@firma.example'],
  ['a dot first', '.kari@firma.example'],
  ['a hyphen last in a label', 'kari@firma-.example'],
  ['letters outside ASCII', 'kåre@firma.example'],
  ['a zero byte', 'kari\u0000@firma.example'],
  ['a name of 65 characters', `${'a'.repeat(65)}@firma.example`],
];

describe('Mail addresses', () => {
  it.each(GOOD)('%s may receive mail', address => {
    expect(isMailAddress(address)).toBe(true);
  });

  it.each(BAD)('%s is refused', (_what, address) => {
    expect(isMailAddress(address)).toBe(false);
  });

  it('254 characters are the most', () => {
    const domain = `${'a'.repeat(60)}.`.repeat(3);
    const address = (length: number) => `kari@${domain}${'b'.repeat(length - 5 - domain.length - 8)}.example`;
    expect([isMailAddress(address(254)), address(254).length]).toEqual([true, 254]);
    expect([isMailAddress(address(255)), address(255).length]).toEqual([false, 255]);
  });
});
