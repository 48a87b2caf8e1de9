import { describe, expect, it } from 'vitest';
import { formatBytes, formatDeadline, formatLimit, formatPixels, quarter } from './format.ts';

describe('the deadline of the link', () => {
  it('is told in Norwegian time in winter', () => {
    expect(formatDeadline('2026-11-28T13:30:00Z', 'nb')).toBe('lørdag 28. november kl. 14.30');
    expect(formatDeadline('2026-11-28T13:30:00Z', 'nn')).toBe('laurdag 28. november kl. 14.30');
    expect(formatDeadline('2026-11-28T13:30:00Z', 'en')).toBe('Saturday 28 November at 14:30');
  });

  it('follows summer time', () => {
    expect(formatDeadline('2026-06-30T12:00:00Z', 'nb')).toBe('tirsdag 30. juni kl. 14.00');
  });

  it('names the Norwegian day when it is past midnight in Oslo only', () => {
    expect(formatDeadline('2026-12-31T23:15:00Z', 'nb')).toBe('fredag 1. januar kl. 00.15');
  });
});

describe('sizes', () => {
  it('are megabytes with one decimal in the language of the reader', () => {
    expect(formatBytes(2_140_000, 'nb')).toBe('2,1 MB');
    expect(formatBytes(2_140_000, 'en')).toBe('2.1 MB');
    expect(formatBytes(10_000_000, 'nn')).toBe('10 MB');
  });

  it('are whole kilobytes for small files, never nought', () => {
    expect(formatBytes(84_400, 'nb')).toBe('84 kB');
    expect(formatBytes(12, 'nb')).toBe('1 kB');
  });

  it('never promise more than the limit', () => {
    expect([10_000_000, 10_485_760].map(formatLimit)).toEqual(['10 MB', '10 MB']);
  });

  it('are pixels in groups of three', () => {
    expect(formatPixels(1536, 2048, 'nb')).toBe('1 536 × 2 048');
    expect(formatPixels(12_000, 900, 'en')).toBe('12,000 × 900');
  });
});

it('reads progress out in quarters', () => {
  expect([0, 0.24, 0.25, 0.6, 0.99, 1, 1.2].map(quarter)).toEqual([0, 0, 25, 50, 75, 100, 100]);
});
