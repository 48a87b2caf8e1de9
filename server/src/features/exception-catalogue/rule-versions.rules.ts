/** Which version of a rule held on a day, for every rule of the catalogue. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';

/** An approved version that was not withdrawn, as it stands in the database. */
export interface RuleRow {
  readonly id: string;
  readonly code: string;
  readonly validFrom: LocalDate;
  /** As its shape was checked when it was proposed; it is never changed in place. */
  readonly body: unknown;
}

/** The newest that has begun. What is older than the desk is judged by the first there is. */
export function newestBy<V extends { readonly validFrom: LocalDate }>(
  versions: readonly V[],
  day: LocalDate,
): V {
  const sorted = versions.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
  return sorted.findLast(({ validFrom }) => validFrom <= day) ?? (sorted[0] as V);
}
