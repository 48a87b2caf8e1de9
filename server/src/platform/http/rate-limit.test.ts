import { describe, expect, it } from 'vitest';
import { RateLimit } from './rate-limit.ts';

describe('the rate limit', () => {
  let now = 0;
  const limitOf = (perMinute: number) => new RateLimit(perMinute, () => now);

  it('lets a caller spend a minute at once, then says how long to wait', () => {
    const limit = limitOf(60_000);
    expect(limit.take('a', 59_000)).toBe(0);
    expect(limit.take('a', 1_000)).toBe(0);
    expect(limit.take('a', 2_500)).toBe(3);
    now += 2_500;
    expect(limit.take('a', 2_500)).toBe(0);
    expect(limit.take('a', 1)).toBe(1);
  });

  it('takes nothing for what it refuses, and never holds more than a minute', () => {
    const limit = limitOf(60_000);
    now += 3_600_000;
    expect(limit.take('a', 60_001)).toBe(1);
    expect(limit.take('a', 60_000)).toBe(0);
    expect(limit.take('a', 60_000)).toBe(60);
  });

  it('one caller does not spend what another has', () => {
    const limit = limitOf(60_000);
    limit.take('a', 60_000);
    expect(limit.take('a', 10)).toBe(1);
    expect(limit.take('b', 60_000)).toBe(0);
  });

  it('the dearest document fits into the smallest budget', () => {
    expect(limitOf(10).take('a', 5_100)).toBe(0);
  });

  it('a budget of 0 is no limit', () => {
    const limit = limitOf(0);
    for (let i = 0; i < 10; i += 1) expect(limit.take('a', 1_000_000)).toBe(0);
  });

  it('remembers who has spent everything among many who have not', () => {
    const limit = limitOf(60_000);
    limit.take('spent', 60_000);
    for (let i = 0; i < 30_000; i += 1) {
      now += 0.1;
      limit.take(`once ${i}`, 1);
    }
    expect(limit.take('spent', 60_000)).toBeGreaterThan(0);
  });
});
