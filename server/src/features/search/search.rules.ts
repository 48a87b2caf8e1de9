/** What a search is about: read from the shape of what was typed, and checked before anything is looked up. */
import { recogniseText, type TypedText } from '../case/case-text.rules.ts';
import { type OrgNumberFault, parseOrgNumber } from '../organisation/org-number.rules.ts';
import { type NationalIdFault, type NumberMode, parseNationalId } from '../person/national-id.rules.ts';

/** Exact searches for a national ID one person may make in an hour; misses count, as they tell something too. */
export const NATIONAL_ID_SEARCHES_PER_HOUR = 30;

export type SearchFault = 'SEARCH_TOO_SHORT' | OrgNumberFault | NationalIdFault;

export type SearchFor = Exclude<TypedText, { kind: 'TOO_SHORT' }>;

/** What to look for, every number in it whole and right; or what is wrong with it. */
export type SearchResolved = { ok: true; wanted: SearchFor } | { ok: false; code: SearchFault };

export function searchFor(input: string, mode: NumberMode): SearchResolved {
  const typed = recogniseText(input);
  if (typed.kind === 'TOO_SHORT') return { ok: false, code: 'SEARCH_TOO_SHORT' };
  const checked = checkNumber(typed, mode);
  return checked.ok ? { ok: true, wanted: typed } : { ok: false, code: checked.code };
}

function checkNumber(typed: SearchFor, mode: NumberMode) {
  if (typed.kind === 'ORG_NUMBER') return parseOrgNumber(typed.number, mode);
  if (typed.kind === 'NATIONAL_ID') return parseNationalId(typed.number, mode);
  return { ok: true } as const;
}
