import { describe, expect, test } from 'vitest';
import { createKeys } from '../../platform/crypto/keys.ts';
import { seal } from '../../platform/crypto/seal.ts';
import { nationalIdIndexes, openNationalId, sealNationalId } from './national-id.store.ts';

const keyOf = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const KEYS = createKeys({ current: 'k1', keys: { k1: keyOf(1) } });
const NUMBER = '13858599817';

describe('how a national ID number is stored', () => {
  test('it can be read again, and never lies there in the clear', () => {
    const sealed = sealNationalId(KEYS, NUMBER, 7);
    expect(openNationalId(KEYS, { id: '7', ...sealed })).toBe(NUMBER);
    expect(sealed.enc.includes(NUMBER)).toBe(false);
    expect(sealed).toMatchObject({ masked: '138585*****', keyId: 'k1', others: null });
  });

  test('the same number is encrypted differently each time but found by the same hash', () => {
    const [a, b] = [sealNationalId(KEYS, NUMBER, 7), sealNationalId(KEYS, NUMBER, 7)];
    expect(a.enc.equals(b.enc)).toBe(false);
    expect(nationalIdIndexes(KEYS, NUMBER)).toEqual([a.idx]);
    const elsewhere = createKeys({ current: 'k1', keys: { k1: keyOf(2) } });
    expect(nationalIdIndexes(elsewhere, NUMBER)).not.toEqual([a.idx]);
  });

  test('with two keys it is sealed with the current one and found by either', () => {
    const two = createKeys({ current: 'k2', keys: { k1: keyOf(1), k2: keyOf(2) } });
    const old = sealNationalId(KEYS, NUMBER, 7);
    const fresh = sealNationalId(two, NUMBER, 7);
    expect(fresh.keyId).toBe('k2');
    expect(fresh.others).toEqual([old.idx]);
    expect(nationalIdIndexes(two, NUMBER)).toEqual([fresh.idx, old.idx]);
    expect(openNationalId(two, { id: 7, ...old })).toBe(NUMBER);
  });

  test('moved to another person’s row it cannot be read, not even with its hash', () => {
    const sealed = sealNationalId(KEYS, NUMBER, 7);
    expect(() => openNationalId(KEYS, { id: 8, ...sealed })).toThrow();
  });

  test('a value from before, bound to its hash, is still read', () => {
    const { idx } = sealNationalId(KEYS, NUMBER, 7);
    const enc = seal(
      KEYS.key('national-id'),
      Buffer.from(NUMBER),
      `person|national_id_enc|${idx.toString('hex')}`,
    );
    expect(openNationalId(KEYS, { id: 7, enc, keyId: 'k1', idx })).toBe(NUMBER);
    const other = sealNationalId(KEYS, '13858599825', 8).idx;
    expect(() => openNationalId(KEYS, { id: 7, enc, keyId: 'k1', idx: other })).toThrow();
  });
});
