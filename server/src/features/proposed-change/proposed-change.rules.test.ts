import { describe, expect, it } from 'vitest';
import { beginsTooEarly, changeState } from './proposed-change.rules.ts';

describe('a change', () => {
  it('holds from tomorrow at the earliest', () => {
    expect(beginsTooEarly('2026-11-21', '2026-11-22')).toBe(true);
    expect(beginsTooEarly('2026-11-22', '2026-11-22')).toBe(true);
    expect(beginsTooEarly('2026-11-23', '2026-11-22')).toBe(false);
  });

  it.each([
    ['WAITING', { validFrom: '2026-11-23', approved: false, withdrawn: false }],
    ['LAPSED', { validFrom: '2026-11-22', approved: false, withdrawn: false }],
    ['COMING', { validFrom: '2026-11-23', approved: true, withdrawn: false }],
    ['BEGUN', { validFrom: '2026-11-22', approved: true, withdrawn: false }],
    ['WITHDRAWN', { validFrom: '2026-11-23', approved: true, withdrawn: true }],
    ['WITHDRAWN', { validFrom: '2026-11-20', approved: false, withdrawn: true }],
  ])('is %s with %j', (state, facts) => {
    expect(changeState({ ...facts, today: '2026-11-22' })).toBe(state);
  });
});
