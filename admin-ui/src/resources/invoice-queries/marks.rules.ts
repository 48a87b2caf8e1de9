/** Cuts what was written at its numbers and at the wanted reference, for the page that marks them. */

export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Piece {
  readonly text: string;
  readonly mark: 'number' | 'wanted' | null;
  readonly start: number;
}

/** Places in UTF-16 units; one that begins inside another is left out. */
export function pieces(text: string, numbers: readonly Place[], wanted: Place | null): Piece[] {
  const marks = [
    ...numbers.map(place => ({ ...place, mark: 'number' as const })),
    ...(wanted ? [{ ...wanted, mark: 'wanted' as const }] : []),
  ].sort((a, b) => a.start - b.start);
  const cut: Piece[] = [];
  let at = 0;
  for (const { start, end, mark } of marks) {
    if (start < at || end > text.length) continue;
    if (start > at) cut.push({ text: text.slice(at, start), mark: null, start: at });
    cut.push({ text: text.slice(start, end), mark, start });
    at = end;
  }
  if (at < text.length) cut.push({ text: text.slice(at), mark: null, start: at });
  return cut;
}

/** "<cbc:ID>" as bracket, name and rest, so that names can stand out. */
export function xmlPieces(
  line: string,
): readonly { readonly text: string; readonly name: boolean; readonly at: number }[] {
  let at = 0;
  return line
    .split(/(?<=<\/?(?:\w+:)?)(\w+)(?=[\s>/])/)
    .map((text, index) => {
      const piece = { text, name: index % 2 === 1, at };
      at += text.length;
      return piece;
    })
    .filter(({ text }) => text !== '');
}
