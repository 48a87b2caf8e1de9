/** Why an entry cannot be withdrawn now, for whoever looks at it and for the batch (fvl. § 35; domain section 10). */
import type { ApplicationStatus } from '../application/application.enums.ts';
import type { EntryState, WithdrawalRefusal } from './entry.enums.ts';

export interface RefusalFacts {
  readonly state: EntryState;
  readonly barred: boolean;
  readonly applicationStatus: ApplicationStatus;
  readonly reservedByOther: boolean;
}

/** RefusalFacts of exception_entry e, application a and case c but for the state. @param actor and `now`: parameters */
export const refusalColumns = (actor: string, now: string) => `a.status as "applicationStatus",
  exists (select from case_barred b where b.case_id = c.id and b.staff_user_id = ${actor}::bigint) as barred,
  coalesce(c.reserved_until > ${now}::timestamptz and c.reserved_by <> ${actor}::bigint, false) as "reservedByOther"`;

/** Null: nothing stands in the way. */
export function refusalOf({
  state,
  barred,
  applicationStatus,
  reservedByOther,
}: RefusalFacts): WithdrawalRefusal | null {
  if (state === 'ENDED' || state === 'EXPIRED') return 'OVER';
  if (barred) return 'BARRED';
  if (applicationStatus === 'FOR_APPROVAL') return 'FOR_APPROVAL';
  if (applicationStatus !== 'GRANTED') return 'APPEALED';
  return reservedByOther ? 'RESERVED' : null;
}
