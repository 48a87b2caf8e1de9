export interface Piece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** A word with the space behind it. */
const wordsOf = (text: string) => text.match(/\S+\s*|\s+/g) ?? [];
/** Longer texts are shown whole, before and after. */
const MOST_WORDS = 600;

/** Which words of a text went and which came, in reading order; as few of them as can be. */
export function wordDiff(before: string, after: string): Piece[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  if (old.length > MOST_WORDS || fresh.length > MOST_WORDS)
    return [
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ];
  return merged(walk(old, fresh, commonLengths(old, fresh)));
}

const isSame = (a: string | undefined, b: string | undefined) => a?.trim() === b?.trim();

/** At [i][j]: how many words what is left of both has in common. */
function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row)
        row[j] = isSame(old[i], fresh[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  return lengths;
}

function walk(old: readonly string[], fresh: readonly string[], lengths: readonly number[][]): Piece[] {
  const left = (i: number, j: number) => lengths[i]?.[j] ?? -1;
  const step = (i: number, j: number): Piece => {
    const [was, is] = [old[i] ?? '', fresh[j] ?? ''];
    if (isSame(old[i], fresh[j])) return { kind: 'same', text: is };
    return left(i + 1, j) >= left(i, j + 1) ? { kind: 'gone', text: was } : { kind: 'new', text: is };
  };
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const piece = step(i, j);
    pieces.push(piece);
    if (piece.kind !== 'new') i += 1;
    if (piece.kind !== 'gone') j += 1;
  }
  return pieces;
}

/** Neighbours of one kind are one piece. */
function merged(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.kind === piece.kind) all[all.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else all.push(piece);
  }
  return all;
}
