/** Finds words in a document the way a reader means them: any case, any white space, across the pieces a PDF is written in. */

/** One piece of text of a page, as the PDF has it. */
export interface TextPiece {
  readonly str: string;
  readonly hasEOL: boolean;
}

/** Part of one piece that belongs to a hit. */
export interface HitPart {
  readonly piece: number;
  readonly from: number;
  readonly to: number;
}

export interface Hit {
  /** From 1. */
  readonly page: number;
  readonly parts: readonly HitPart[];
}

interface PageText {
  readonly text: string;
  /** For each sign of the text: piece and place in it; null for white space between pieces. */
  readonly places: readonly (readonly [number, number] | null)[];
}

const isSpace = (sign: string) => /\s/.test(sign);

/** All white space counts as one blank; a line that ends in a hyphen goes on in the next. */
function textOf(pieces: readonly TextPiece[]): PageText {
  const signs: string[] = [];
  const places: (readonly [number, number] | null)[] = [];
  const add = (sign: string, place: readonly [number, number] | null) => {
    const blank = isSpace(sign);
    if (blank && (signs.length === 0 || signs.at(-1) === ' ')) return;
    signs.push(blank ? ' ' : lower(sign));
    places.push(place);
  };
  for (const [index, { str, hasEOL }] of pieces.entries()) {
    for (let at = 0; at < str.length; at += 1) add(str.charAt(at), [index, at]);
    if (hasEOL) add(' ', null);
  }
  return { text: signs.join(''), places };
}

/** One sign stays one sign. */
function lower(sign: string): string {
  const small = sign.toLowerCase();
  return small.length === 1 ? small : sign;
}

export const wordsOf = (query: string): string =>
  [...query.normalize('NFC').trim().replace(/\s+/g, ' ')].map(lower).join('');

export function findHits(pages: readonly (readonly TextPiece[])[], query: string): Hit[] {
  const words = wordsOf(query);
  if (words === '') return [];
  return pages.flatMap((pieces, index) => hitsOn(textOf(pieces), words, index + 1));
}

function hitsOn({ text, places }: PageText, words: string, page: number): Hit[] {
  const hits: Hit[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    hits.push({ page, parts: partsOf(places.slice(at, at + words.length)) });
  return hits;
}

function partsOf(places: PageText['places']): HitPart[] {
  const parts = new Map<number, { from: number; to: number }>();
  for (const place of places) {
    if (!place) continue;
    const [piece, at] = place;
    const known = parts.get(piece);
    parts.set(piece, { from: Math.min(known?.from ?? at, at), to: Math.max(known?.to ?? 0, at + 1) });
  }
  return [...parts].map(([piece, { from, to }]) => ({ piece, from, to }));
}

/** The hit after or before, round and round. */
export const nextHit = (current: number, step: 1 | -1, count: number): number =>
  count === 0 ? 0 : (current + step + count) % count;
