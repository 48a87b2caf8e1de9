import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeys } from '../../platform/crypto/keys.ts';
import { chipCodeHash, chipCodeOf, isChipCode, newChipCode } from './chip-code.ts';

const fresh = () => randomBytes(32).toString('base64');
const [k1, c1, c2] = [fresh(), fresh(), fresh()];
const masters = { current: 'k1', keys: { k1 } };
const before = createKeys({ ...masters, cards: { current: 'c1', keys: { c1 } } });
const after = createKeys({ ...masters, cards: { current: 'c2', keys: { c1, c2 } } });
const without = createKeys({ ...masters, cards: { current: 'c2', keys: { c2 } } });
const NUMBER = '1234567897';

describe('the code in a chip', () => {
  it('is the same each time it is made, and another for another card', () => {
    const { code, hash } = newChipCode(before, NUMBER);
    expect(newChipCode(before, NUMBER).code).toBe(code);
    expect(newChipCode(before, '1000000008').code).not.toBe(code);
    expect(isChipCode(code)).toBe(true);
    expect(chipCodeHash(code)).toEqual(hash);
  });

  it('can be printed again after a change of key, for as long as the old one is kept', () => {
    const { code, hash } = newChipCode(before, NUMBER);
    expect(newChipCode(after, NUMBER).code).not.toBe(code);
    expect(chipCodeOf(after, { number: NUMBER, hash })).toBe(code);
    expect(() => chipCodeOf(without, { number: NUMBER, hash })).toThrow('no longer in the key file');
  });

  it('needs keys of its own', () => {
    expect(() => newChipCode(createKeys(masters), NUMBER)).toThrow('npx pnpm keys cards new');
  });
});
