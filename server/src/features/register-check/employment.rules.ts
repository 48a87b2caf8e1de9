/** Whether the person works where the card is ordered: Aa-registeret, for posted workers OAR, for the proprietor of an ENK his role (domain section 6). */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Employment, EmploymentsAnswer } from '../../registers/aa-register/aa-register.ts';
import type { Period } from '../../registers/answer.ts';
import type { AssignmentAnswer } from '../../registers/oar/oar.ts';
import { APPROVED, approved, type Judgement, pending, rejected, type Told } from './judgement.rules.ts';

export interface Workplace {
  readonly unitOrgNumber: string;
  readonly mainOrgNumber: string;
  readonly today: LocalDate;
  /** A card prints the main unit (R17): whoever moves between its units has not left the firm (R14). */
  readonly hasCard: boolean;
}

const goesOn = ({ start, end }: Period, today: LocalDate): boolean =>
  start <= today && (end === null || end >= today);
const toCome = ({ start }: Period, today: LocalDate): boolean => start > today;

/**
 * R17 [hmsk]: employed in the sub-unit that ordered. R10 [003]: a coming employment waits for its first day. Any kind of
 * employment counts; for freelancers the principal registers in Aa [004].
 */
export function judgeEmployment(told: Told<EmploymentsAnswer>, place: Workplace): Judgement {
  const { mainOrgNumber, unitOrgNumber, today } = place;
  const inFirm = told.employments.filter(({ mainUnit }) => mainUnit === mainOrgNumber);
  const inUnit = inFirm.filter(({ subUnit }) => subUnit === unitOrgNumber);
  if (inUnit.some(one => goesOn(one, today))) return APPROVED;
  const elsewhere = inFirm.filter(one => goesOn(one, today));
  if (elsewhere.length > 0) return judgeElsewhere(elsewhere, place);
  if (inUnit.some(one => toCome(one, today))) return pending('AA_NOT_STARTED');
  return rejected(inFirm.length > 0 ? judgeGone(inFirm, today) : 'AA_NOT_REGISTERED');
}

function judgeElsewhere(
  employments: readonly Employment[],
  { mainOrgNumber, hasCard }: Workplace,
): Judgement {
  if (hasCard) return APPROVED;
  const inMain = employments.some(({ subUnit }) => subUnit === mainOrgNumber);
  return rejected(inMain ? 'AA_ONLY_IN_MAIN_UNIT' : 'AA_OTHER_UNIT');
}

/** Will begin in another unit of the firm, or has been there and left. */
const judgeGone = (employments: readonly Employment[], today: LocalDate) =>
  employments.some(one => toCome(one, today)) ? 'AA_OTHER_UNIT' : 'AA_ENDED';

/** ENK: no Aa for the owner; the role INNH counts [jobbkort]. */
export const PROPRIETOR: Judgement = approved('AA_PROPRIETOR');

/** OAR's 404 with ARBEIDSFORHOLD-007 says "not registered"; it is no fault [skatt]. */
export function judgeAssignment(told: Told<AssignmentAnswer>, today: LocalDate): Judgement {
  if (told.kind === 'NOT_REGISTERED') return rejected('OAR_NOT_REGISTERED');
  const { periods, active } = told;
  if (periods.some(one => goesOn(one, today)) || (active && periods.length === 0)) return APPROVED;
  return periods.some(one => toCome(one, today)) ? pending('OAR_NOT_STARTED') : rejected('OAR_ENDED');
}
