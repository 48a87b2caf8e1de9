import { describe, expect, it } from 'vitest';
import { limitOf, RETENTION, RETENTION_KINDS } from './retention.rules.ts';

const NOW = new Date('2026-11-22T03:00:00Z');

describe('how long what is kept', () => {
  it.each([
    ['ID_COPY', '2026-10-23T03:00:00.000Z'],
    ['REJECTED_PORTRAIT', '2026-10-23T03:00:00.000Z'],
    ['PORTRAIT', '2026-08-22T03:00:00.000Z'],
    ['OLD_PORTRAIT', '2024-08-22T03:00:00.000Z'],
    ['DELEGATION', '2021-11-22T03:00:00.000Z'],
    ['ORDER_FILE', '2016-11-22T03:00:00.000Z'],
    ['ACCESS_LOG', '2024-11-22T03:00:00.000Z'],
    ['CASE_FILE', '2016-11-22T03:00:00.000Z'],
    ['SIGN_IN_ATTEMPT', '2026-11-21T03:00:00.000Z'],
  ] as const)('%s: what is from before %s is erased', (kind, limit) => {
    expect(limitOf(kind, NOW).toISOString()).toBe(limit);
  });

  it('a month that is too short ends on its last day', () => {
    expect(limitOf('OLD_PORTRAIT', new Date('2026-05-31T00:00:00Z')).toISOString()).toBe(
      '2024-02-29T00:00:00.000Z',
    );
  });

  it('images go before their case does, and the case before nothing', () => {
    expect(RETENTION_KINDS.at(-1)).toBe('CASE_FILE');
    expect(Math.max(...Object.values(RETENTION).map(p => ('months' in p ? p.months : 0)))).toBe(120);
  });
});
