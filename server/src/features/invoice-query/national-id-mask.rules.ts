/** Takes national ID numbers out of what firms write about invoices, before anybody sees it: finance never sees one (domain section 10). */
import { isNationalId } from '../person/log-scan.rules.ts';

export interface Masked {
  /** As long as before, so that places in it are the same. */
  readonly text: string;
  readonly count: number;
}

const GAP = String.raw`[ .\u00a0\u2009\u202f-]`;
/** Eleven digits with at most one sign between any two. */
const ELEVEN = new RegExp(String.raw`(?<!\d)(?=(\d(?:${GAP}?\d){10})(?!\d))\d`, 'g');
/** Said to be one, whatever its check digits say; a birth date alone is not for finance either. */
const CALLED_SO = new RegExp(
  String.raw`(?<![\p{L}])(?:fnr|f\.?nr|fødselsn(?:umme)?r|fødselsdato|personn(?:umme)?r|d-?n(?:umme)?r|national id(?: number)?|date of birth)[\s.:=#-]{0,5}(\d(?:${GAP}?\d){4,10})`,
  'giu',
);

export function maskNationalIds(text: string): Masked {
  const called = [...text.matchAll(CALLED_SO)].map(found => {
    const length = found[1]?.length ?? 0;
    return { start: found.index + found[0].length - length, length };
  });
  const shaped = [...text.matchAll(ELEVEN)]
    .filter(found => isWhole(found[1] ?? ''))
    .map(found => ({ start: found.index, length: found[1]?.length ?? 0 }));
  const starts = new Set([...called, ...shaped].map(({ start }) => start));
  const hidden = new Set<number>();
  for (const { start, length } of [...called, ...shaped])
    for (let at = start; at < start + length; at++) hidden.add(at);
  if (hidden.size === 0) return { text, count: 0 };
  // By UTF-16 unit: a place in the text is one too, and no digit has two.
  const units = text.split('').map((unit, at) => (hidden.has(at) && /\d/.test(unit) ? '*' : unit));
  return { text: units.join(''), count: starts.size };
}

/** Written in one, or parted after the birth date: other numbers side by side are seldom so. */
function isWhole(written: string): boolean {
  const digits = written.replaceAll(/\D/g, '');
  if (!isNationalId(digits)) return false;
  return digits === written || /^(?:\d\D?){5}\d\D/.test(written);
}
