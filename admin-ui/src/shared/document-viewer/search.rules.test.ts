import { describe, expect, it } from 'vitest';
import { findHits, nextHit, type TextPiece } from './search.rules.ts';

const page = (...lines: string[]): TextPiece[] => lines.map(str => ({ str, hasEOL: true }));

describe('a word is found in a document', () => {
  it('on every page, in the order of reading', () => {
    const hits = findHits([page('Marit Lunde'), page('Jon Elvestad', 'Marit Elvestad')], 'marit');
    expect(hits).toEqual([
      { page: 1, parts: [{ piece: 0, from: 0, to: 5 }] },
      { page: 2, parts: [{ piece: 1, from: 0, to: 5 }] },
    ]);
  });

  it('whatever its case, with the letters of Norwegian', () => {
    expect(findHits([page('SØKNAD fra Åse')], 'søknad FRA åSE')).toHaveLength(1);
  });

  it('across the pieces and lines a document is written in', () => {
    const pieces = [
      { str: 'Fødsels', hasEOL: false },
      { str: 'nummer', hasEOL: true },
      { str: 'og  navn', hasEOL: false },
    ];
    expect(findHits([pieces], 'fødselsnummer og navn')).toEqual([
      {
        page: 1,
        parts: [
          { piece: 0, from: 0, to: 7 },
          { piece: 1, from: 0, to: 6 },
          { piece: 2, from: 0, to: 8 },
        ],
      },
    ]);
  });

  it('several times in one line, never overlapping', () => {
    expect(findHits([page('aaaa')], 'aa').map(({ parts }) => parts[0]?.from)).toEqual([0, 2]);
  });

  it('and nothing is found by nothing', () => {
    expect(findHits([page('text')], '   ')).toEqual([]);
    expect(findHits([page('text')], 'texts')).toEqual([]);
  });

  it('after the last hit comes the first', () => {
    expect([nextHit(2, 1, 3), nextHit(0, -1, 3), nextHit(0, 1, 0)]).toEqual([0, 2, 0]);
  });
});
