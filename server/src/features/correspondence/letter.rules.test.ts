import { describe, expect, it } from 'vitest';
import { commentLines, letterParts, oneLine, timeInWords } from './letter.rules.ts';

describe('Facts in a letter', () => {
  it('times are written the Norwegian way, in Oslo time', () => {
    const instant = new Date('2026-11-26T13:05:00Z');
    expect(timeInWords(instant, 'nb')).toBe('torsdag 26. november 2026 kl. 14.05');
    expect(timeInWords(instant, 'nn')).toBe('torsdag 26. november 2026 kl. 14.05');
    expect(timeInWords(instant, 'en')).toBe('Thursday 26 November 2026 at 14:05');
    expect(timeInWords(new Date('2026-06-30T22:00:00Z'), 'nn')).toBe('onsdag 1. juli 2026 kl. 00.00');
    expect(timeInWords(new Date('2026-11-21T10:00:00Z'), 'nn')).toBe('laurdag 21. november 2026 kl. 11.00');
  });

  it('a name is one line whatever was stored', () => {
    expect(oneLine(' Kari\r\nBcc: ond@ond.example\u2028x\u0000 ')).toBe('Kari Bcc: ond@ond.example x');
  });

  it('a comment keeps its lines and loses empty ones at both ends', () => {
    expect(commentLines('\n\nFørst\r\n\r\nSist\n')).toEqual(['Først', '', 'Sist']);
    expect([commentLines(null), commentLines('  \n ')]).toEqual([[], []]);
  });

  it('reasons stand under their part', () => {
    const parts = letterParts(
      [
        { code: 'FILE_SIZE', part: 'BOTH' },
        { code: 'PH_EYES', part: 'PHOTO' },
      ],
      'en',
    );
    expect(parts.map(part => part.heading)).toEqual(['The photo', 'The photo and the identification']);
  });
});
