/** Turns what the desk has about a person beside her cases into lines she can read. */
import type { Language } from '../../platform/language.ts';
import { HELD_KINDS, HELD_TEXTS, type HeldKind } from './held.texts.ts';

export interface HeldRow {
  readonly kind: HeldKind;
  readonly fact: {
    readonly number?: string;
    readonly register?: string;
    readonly scheme?: string | null;
    readonly firm?: string;
    readonly from?: string | null;
    readonly to?: string | null;
    readonly state?: string;
    readonly holder?: string;
    /** What a register answered, as it came. */
    readonly said?: object | null;
  };
}

export interface HeldPart {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A part for each kind there is something of, in a fixed order. */
export function heldParts(rows: readonly HeldRow[], language: Language): HeldPart[] {
  const { kinds } = HELD_TEXTS[language];
  return HELD_KINDS.map(kind => ({
    title: kinds[kind],
    lines: rows.filter(row => row.kind === kind).map(row => lineOf(row, language)),
  })).filter(({ lines }) => lines.length > 0);
}

function lineOf({ fact }: HeldRow, language: Language): string {
  const { words } = HELD_TEXTS[language];
  const word = (code: string | null | undefined) => (code ? (words[code] ?? code) : null);
  const { number, register, scheme, firm, from, to, state, holder, said } = fact;
  const period = from && 'to' in fact ? `${from} – ${to ?? ''}`.trim() : from;
  const parts = [number, word(register), word(scheme), firm, holder, period, word(state)];
  const line = parts.filter(part => part).join(', ');
  return said ? `${line}: ${JSON.stringify(said)}` : line;
}
