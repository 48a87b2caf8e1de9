import { describe, expect, test } from 'vitest';
import { createKeys } from '../../platform/crypto/keys.ts';
import { nationalIdIndex, openNationalId, sealNationalId } from './national-id.store.ts';

const keyOf = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const KEYS = createKeys({ current: 'k1', keys: { k1: keyOf(1) } });
const NUMBER = '13858599817';

describe('how a national ID number is stored', () => {
  test('it can be read again, and never lies there in the clear', () => {
    const sealed = sealNationalId(KEYS, NUMBER);
    expect(openNationalId(KEYS, sealed)).toBe(NUMBER);
    expect(sealed.enc.includes(NUMBER)).toBe(false);
    expect(sealed.masked).toBe('138585*****');
    expect(sealed.keyId).toBe('k1');
  });

  test('the same number is encrypted differently each time but found by the same hash', () => {
    const [a, b] = [sealNationalId(KEYS, NUMBER), sealNationalId(KEYS, NUMBER)];
    expect(a.enc.equals(b.enc)).toBe(false);
    expect(a.idx.equals(nationalIdIndex(KEYS, NUMBER))).toBe(true);
    expect(nationalIdIndex(createKeys({ current: 'k1', keys: { k1: keyOf(2) } }), NUMBER).equals(a.idx)).toBe(
      false,
    );
  });

  test('moved to another person’s row it cannot be read', () => {
    const sealed = sealNationalId(KEYS, NUMBER);
    const other = sealNationalId(KEYS, '13858599825');
    expect(() => openNationalId(KEYS, { ...sealed, idx: other.idx })).toThrow();
  });
});
