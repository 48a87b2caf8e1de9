import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { caseOfReplyAddress, replyAddress } from './reply-address.ts';

const ring = (ids: readonly string[], known: Record<string, Buffer>) => ({
  ids,
  key: (_: string, id = ids[0] ?? '') => known[id] ?? Buffer.alloc(32),
});
const known = { old: randomBytes(32), new: randomBytes(32) };
const before = ring(['old'], known);
const after = ring(['new', 'old'], known);
const BOX = 'sak@post.example';

describe('the address of a case', () => {
  it('leads back to the case, whatever the case of its letters', () => {
    const address = replyAddress(before, BOX, '2026/000123');
    expect(address).toMatch(/^sak\+2026-000123\.[0-9a-f]{24}@post\.example$/);
    expect(caseOfReplyAddress(before, BOX, address.toUpperCase())).toBe('2026/000123');
  });

  it('still does after a change of keys', () => {
    expect(caseOfReplyAddress(after, BOX, replyAddress(before, BOX, '2026/000123'))).toBe('2026/000123');
    expect(caseOfReplyAddress(before, BOX, replyAddress(after, BOX, '2026/000123'))).toBeNull();
  });

  it.each([
    [(address: string) => address.replace('000123', '000124')],
    [(address: string) => address.replace('post.', 'annen.')],
    [(address: string) => address.replace(/.(?=@)/, digit => (digit === '0' ? '1' : '0'))],
    [(address: string) => address.replace(/\.[0-9a-f]{24}/, '')],
    [() => BOX],
    [() => ''],
  ])('cannot be made by anyone else', forge => {
    expect(caseOfReplyAddress(before, BOX, forge(replyAddress(before, BOX, '2026/000123')))).toBeNull();
  });
});
