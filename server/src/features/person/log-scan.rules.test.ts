import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { leaksIn } from './log-scan.rules.ts';
import { checkDigits } from './national-id.rules.ts';

const kinds = (line: string) => leaksIn(line).map(({ kind }) => kind);
const asLogged = (value: string) =>
  `{"level":30,"time":"2026-11-22T02:18:50.300Z","path":"${value}","ms":12.3}`;

describe('what must never stand in a log', () => {
  it.each([
    ['synthetic', '17858512387'],
    ['synthetic with a leading zero', '01819010192'],
    ['D-number', '57858512370'],
    ['by the rule of 2032', '17858512395'],
  ])('a national ID number is found: %s', (_name, number) => {
    expect(kinds(asLogged(number))).toEqual(['national ID number']);
    expect(kinds(asLogged(`${number.slice(0, 6)} ${number.slice(6)}`))).toEqual(['national ID number']);
    expect(kinds(asLogged(`/person/${number}/x`))).toEqual(['national ID number']);
  });

  it.each([
    ['of ordinary form', 0],
    ['of a test or help number', 40],
    ['of a synthetic number', 80],
  ])('every number with valid check digits is found, %s', (_name, added) => {
    let planted = 0;
    let hits = 0;
    for (let n = 0; n < 500; n += 1) {
      for (const day of ['01', '17', '31']) {
        const nine = `${day}${String(5 + added).padStart(2, '0')}85${String(n).padStart(3, '0')}`;
        const digits = checkDigits(nine);
        if (digits === null) continue;
        planted += 1;
        hits += kinds(asLogged(nine + digits)).length;
      }
    }
    expect(planted).toBeGreaterThan(1_000);
    expect(hits).toBe(planted);
  });

  it('every token is found', () => {
    for (let n = 0; n < 5_000; n += 1)
      expect(kinds(asLogged(`/opplasting/${randomBytes(32).toString('base64url')}`))).toEqual(['token']);
  });

  it.each(['kari.bestiller@firma.example', 'A.B+c@x-y.no', 'ola@sub.firma.museum'])(
    'a mail address is found: %s',
    address => {
      expect(kinds(asLogged(address))).toEqual(['mail address']);
      expect(leaksIn(`to ${address}`)[0]?.column).toBe(4);
    },
  );

  it.each([
    ['a number with wrong check digits', '17858512388'],
    ['a masked number', '178585*****'],
    ['a longer number', '178585123871'],
    ['a moment in milliseconds', '1795314530300'],
    ['the name of a migration', 'Migration20261122000020_sign_in_with_provid'],
    [
      'a place in a library',
      'at run (/app/node_modules/.pnpm/pg@8.23.0.no/node_modules/pg/lib/client.js:51:22)',
    ],
    ['a hash in hex', 'ab'.repeat(32)],
  ])('is not seen in %s', (_name, text) => {
    expect(leaksIn(asLogged(text))).toEqual([]);
  });

  it('is not seen in request ids', () => {
    for (let n = 0; n < 5_000; n += 1) expect(leaksIn(asLogged(randomUUID()))).toEqual([]);
    expect(leaksIn(asLogged('0b8c2f1e-0000-4000-8000-a17858512387'))).toEqual([]);
  });
});
