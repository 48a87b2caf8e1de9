import { describe, expect, it } from 'vitest';
import { readHeader, sniff } from './image-header.rules.ts';
import { bytesLeft, deadState, type FileFacts, letterTicketExpiresAt, refusalOf } from './upload.rules.ts';
import { refusalTexts, type UploadNumbers } from './upload-texts.ts';

const numbers: UploadNumbers = { maxBytes: 10_000_000, limit: 'total', minSide: 600 };
const good: FileFacts = {
  bytes: 2_000_000,
  otherPartBytes: 0,
  mediaType: 'image/jpeg',
  header: { mediaType: 'image/jpeg', width: 1500, height: 2000 },
};
const sized = (width: number, height: number): FileFacts => ({
  ...good,
  header: { mediaType: 'image/jpeg', width, height },
});

describe('whether a file may become part of a pair', () => {
  it('a photo from a phone may', () => {
    expect(refusalOf(good, numbers)).toBeNull();
  });

  it('both files together may be exactly 10 MB', () => {
    const file = { ...good, otherPartBytes: 8_000_000 };
    expect(refusalOf(file, numbers)).toBeNull();
    expect(refusalOf({ ...file, bytes: 2_000_001 }, numbers)).toBe('FILE_SIZE');
  });

  it('each file may be 10 MB where the limit is per file', () => {
    const perFile: UploadNumbers = { ...numbers, limit: 'file' };
    expect(bytesLeft(9_000_000, perFile)).toBe(10_000_000);
    expect(bytesLeft(9_000_000, numbers)).toBe(1_000_000);
    expect(bytesLeft(11_000_000, numbers)).toBe(0);
  });

  it.each([
    ['an empty file', { ...good, bytes: 0 }, 'FILE_CORRUPT'],
    ['another format', { ...good, mediaType: null, header: null }, 'FILE_FORMAT'],
    ['a file that does not tell its size', { ...good, header: null }, 'FILE_CORRUPT'],
    ['16,000 × 16,000 pixels', sized(16_000, 16_000), 'FILE_TOO_MANY_PIXELS'],
    ['a side of more than 12,000', sized(12_001, 700), 'FILE_TOO_MANY_PIXELS'],
    ['more than 40 million pixels', sized(8_000, 5_001), 'FILE_TOO_MANY_PIXELS'],
    ['a side of 599 pixels', sized(599, 2000), 'FILE_TOO_SMALL'],
  ] as const)('%s is refused', (_name, file, code) => {
    expect(refusalOf(file, numbers)).toBe(code);
  });

  it.each([sized(600, 600), sized(8_000, 5_000), sized(12_000, 600)])(
    'the limits themselves are allowed',
    file => {
      expect(refusalOf(file, numbers)).toBeNull();
    },
  );
});

describe('what a file says about itself', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d494844520000040000000300', 'hex');
  const jpeg = Buffer.from(
    'ffd8ffe000104a46494600010100000100010000fffffe00044142ffc2001108030004000301220002',
    'hex',
  );

  it('is read from a PNG', () => {
    expect(sniff(png)).toBe('image/png');
    expect(readHeader(png, 'image/png')).toEqual({ mediaType: 'image/png', width: 1024, height: 768 });
  });

  it('is read from a JPEG, past other segments and padding', () => {
    expect(sniff(jpeg)).toBe('image/jpeg');
    expect(readHeader(jpeg, 'image/jpeg')).toEqual({ mediaType: 'image/jpeg', width: 1024, height: 768 });
  });

  it('is not guessed when it is not there', () => {
    expect(readHeader(png.subarray(0, 20), 'image/png')).toBeNull();
    expect(readHeader(jpeg.subarray(0, 24), 'image/jpeg')).toBeNull();
    expect(readHeader(Buffer.from('ffd8ff00ffffffffffffffffffffffff', 'hex'), 'image/jpeg')).toBeNull();
    expect(readHeader(Buffer.from('ffd8ffe00000'.padEnd(60, '0'), 'hex'), 'image/jpeg')).toBeNull();
  });

  it('does not matter to other formats', () => {
    for (const text of ['GIF89a', '<svg', '%PDF-1.7', '', 'BM']) expect(sniff(Buffer.from(text))).toBeNull();
  });
});

describe('how a link ends', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  const link = { expiresAt: new Date('2026-11-21T12:00:01Z'), usedAt: null, revokedAt: null };

  it('lives until the second it expires', () => {
    expect(deadState(link, now)).toBeNull();
    expect(deadState(link, link.expiresAt)).toBe('EXPIRED');
  });

  it('says used rather than expired, and unknown for no link', () => {
    expect(deadState({ ...link, usedAt: now }, link.expiresAt)).toBe('USED');
    expect(deadState({ ...link, revokedAt: now }, now)).toBe('REVOKED');
    expect(deadState(null, now)).toBe('UNKNOWN');
  });

  it('a ticket for a letter lives an hour', () => {
    expect(letterTicketExpiresAt(now)).toEqual(new Date('2026-11-21T13:00:00Z'));
  });
});

describe('what the page says about a refused file', () => {
  it('names the numbers that hold', () => {
    expect(refusalTexts('FILE_SIZE', numbers).nb.remedy).toContain('til sammen være 10 MB');
    expect(refusalTexts('FILE_SIZE', { ...numbers, limit: 'file', maxBytes: 2_500_000 }).nn.remedy).toContain(
      '2,5 MB',
    );
    expect(refusalTexts('FILE_TOO_SMALL', numbers).en.remedy).toContain('600 pixels');
  });
});
