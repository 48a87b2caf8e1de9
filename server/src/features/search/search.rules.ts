/** What a search is about: read from the shape of what was typed, and checked before anything is looked up. */
import { AppError } from '../../platform/errors.ts';
import { recogniseText, type TypedText } from '../case/case-text.rules.ts';
import { parseOrgNumber } from '../organisation/org-number.rules.ts';
import { type NumberMode, parseNationalId } from '../person/national-id.rules.ts';

/** Exact searches for a national ID one person may make in an hour; misses count, as they tell something too. */
export const NATIONAL_ID_SEARCHES_PER_HOUR = 30;

/** Like what was typed, but every number is whole and right. */
export type SearchFor = TypedText;

/**
 * @throws AppError with the fault of the number (ORG_NUMBER_…, NATIONAL_ID_…), or SEARCH_TOO_SHORT
 */
export function searchFor(input: string, mode: NumberMode): SearchFor {
  const typed = recogniseText(input);
  if (typed.kind === 'TOO_SHORT') throw new AppError('SEARCH_TOO_SHORT');
  if (typed.kind === 'ORG_NUMBER') {
    const checked = parseOrgNumber(typed.number, mode);
    if (!checked.ok) throw new AppError(checked.code);
  }
  if (typed.kind === 'NATIONAL_ID') {
    const checked = parseNationalId(typed.number, mode);
    if (!checked.ok) throw new AppError(checked.code);
  }
  return typed;
}
