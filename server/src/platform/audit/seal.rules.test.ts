import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isEmptied, LOGS, type LogRow, newestFormat, rowHashes, selectOf } from './log-format.rules.ts';
import { FIRST_PREVIOUS, isSignedBy, readIds, signSeal, writeIds } from './seal.rules.ts';

const ROW: LogRow = {
  id: '7',
  at: '2026-11-22T02:03:04.000005Z',
  kind: 'READ',
  operation: 'revealNationalId',
  fields: '{national_id}',
  outcome: 'OK',
  reason: 'At the counter.',
  salt: '00000000-0000-4000-8000-000000000000',
};

describe('the canonical form of a row', () => {
  it('never changes: a seal of today must be verified in ten years', () => {
    expect(rowHashes('audit_log', 1, ROW).toString('hex')).toBe(
      'e634cd0d2ce598ddcdf9ddbf6535a366036805b492f30bfaf10dd6f336e3ecbfdbf197dbe52e4904a391c0ba717e1e57afe7c40a30b7a637bf7c57dfa138430b',
    );
  });

  it('keeps apart what stays and what can be erased', () => {
    const whole = rowHashes('audit_log', 1, ROW);
    const emptied = rowHashes('audit_log', 1, { ...ROW, reason: null, salt: null });
    const moved = rowHashes('audit_log', 1, { ...ROW, at: '2026-11-22T02:03:04.000006Z' });
    expect(emptied.subarray(0, 32)).toEqual(whole.subarray(0, 32));
    expect(emptied.subarray(32)).not.toEqual(whole.subarray(32));
    expect(moved.subarray(0, 32)).not.toEqual(whole.subarray(0, 32));
    expect(moved.subarray(32)).toEqual(whole.subarray(32));
  });

  it('tells nothing from empty text', () => {
    const [none, empty] = [null, ''].map(purpose => rowHashes('audit_log', 1, { ...ROW, purpose }));
    expect(none).not.toEqual(empty);
  });

  it('counts a row as emptied only when nothing is left', () => {
    expect(
      isEmptied('audit_log', 1, { ...ROW, reason: null, salt: null, old_values: null, new_values: null }),
    ).toBe(true);
    expect(isEmptied('audit_log', 1, { ...ROW, reason: null, old_values: null, new_values: null })).toBe(
      false,
    );
  });

  it('is refused by a program that does not know its format', () => {
    for (const log of LOGS) {
      expect(() => rowHashes(log, newestFormat(log) + 1, ROW)).toThrow('Unknown format');
      expect(selectOf(log)).toContain('erased_by');
    }
  });
});

describe('the ids of a stretch', () => {
  it.each([
    [[1, 2, 3, 7, 9, 10], '1-3 7 9-10'],
    [[5], '5'],
    [[], ''],
  ])('%j are written %j, and read again', (ids, text) => {
    expect(writeIds(ids)).toBe(text);
    expect(readIds(text, 100)).toEqual(ids);
  });

  it('cannot fill the memory when they are forged', () => {
    expect(readIds('1-999999999999', 10)).toHaveLength(10);
    expect(readIds('x-9 5', 10)).toEqual([5]);
  });
});

it('a seal is signed over all of it', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const statement = {
    ...({ id: '1', log: 'audit_log', format: 1, fromId: '1', toId: '2', ids: '1-2', count: 2 } as const),
    ...{
      hashes: Buffer.alloc(128),
      sealedAt: '2026-11-22T02:03:04.000005Z',
      keyId: 's1',
      previous: FIRST_PREVIOUS,
    },
  };
  const seal = signSeal(statement, privateKey);
  const again = signSeal({ ...statement, toId: '3' }, privateKey);
  const publicKey = createPublicKey(privateKey);
  expect(isSignedBy(seal.hash, seal.signature, publicKey)).toBe(true);
  expect(isSignedBy(again.hash, seal.signature, publicKey)).toBe(false);
});
