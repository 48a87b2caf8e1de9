import { describe, expect, it } from 'vitest';
import { fitsLimits, sniffImage } from './sniff.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const text = (value: string) => new TextEncoder().encode(value);

describe('the kind of file is told by its first bytes', () => {
  it('knows a JPEG', () => {
    expect(sniffImage(bytes(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0))).toBe('image/jpeg');
  });

  it('knows a PNG', () => {
    expect(sniffImage(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toBe('image/png');
  });

  it.each([
    ['an SVG drawing', text('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['a PDF', text('%PDF-1.7')],
    ['a GIF', text('GIF89a__')],
    ['a HEIC photo', bytes(0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70)],
    ['a PNG cut off in its signature', bytes(0x89, 0x50, 0x4e, 0x47)],
    ['an empty file', bytes()],
  ])('refuses %s', (_name, head) => {
    expect(sniffImage(head)).toBeNull();
  });
});

describe('the size limit', () => {
  const total = { maxBytesTotal: 10_000_000, maxBytesPerFile: null };

  it('lets both files together reach exactly the limit', () => {
    expect(fitsLimits(6_000_000, 4_000_000, total)).toBe(true);
  });

  it('refuses the byte beyond it', () => {
    expect(fitsLimits(6_000_001, 4_000_000, total)).toBe(false);
  });

  it('also counts each file by itself when the issuer has set that', () => {
    const perFile = { maxBytesTotal: 20_000_000, maxBytesPerFile: 10_000_000 };
    expect(fitsLimits(10_000_001, 0, perFile)).toBe(false);
    expect(fitsLimits(10_000_000, 10_000_000, perFile)).toBe(true);
  });
});
