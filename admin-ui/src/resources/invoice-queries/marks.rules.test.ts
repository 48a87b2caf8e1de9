import { describe, expect, it } from 'vitest';
import { pieces, xmlPieces } from './marks.rules.ts';

describe('what was written', () => {
  it('is cut at its numbers and at the wanted reference, and nothing is lost', () => {
    const text = 'Ordrenr 774 102. Skulle vært PO-9, orgnr 314680731';
    const cut = pieces(
      text,
      [
        { start: 8, end: 15 },
        { start: 41, end: 50 },
      ],
      { start: 29, end: 33 },
    );
    expect(cut.map(({ text: part }) => part).join('')).toBe(text);
    expect(cut.filter(({ mark }) => mark).map(({ text: part, mark }) => [part, mark])).toEqual([
      ['774 102', 'number'],
      ['PO-9', 'wanted'],
      ['314680731', 'number'],
    ]);
  });

  it('with a place inside another, or beyond its end, is whole all the same', () => {
    const cut = pieces(
      '12345',
      [
        { start: 0, end: 3 },
        { start: 1, end: 2 },
        { start: 4, end: 9 },
      ],
      null,
    );
    expect(cut.map(({ text }) => text).join('')).toBe('12345');
    expect(pieces('', [], null)).toEqual([]);
  });
});

describe('a line of an EHF', () => {
  it('has the names of its elements apart', () => {
    const cut = xmlPieces('  <cbc:BuyerReference>PO-1</cbc:BuyerReference>');
    expect(cut.map(({ text }) => text).join('')).toBe('  <cbc:BuyerReference>PO-1</cbc:BuyerReference>');
    expect(cut.filter(({ name }) => name).map(({ text }) => text)).toEqual([
      'BuyerReference',
      'BuyerReference',
    ]);
  });
});
