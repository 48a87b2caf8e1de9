/** What Folkeregisteret and UDI say about the person a card is ordered for (domain section 6). */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { PersonAnswer } from '../../registers/folkeregisteret/folkeregisteret.ts';
import type { WorkAccessAnswer } from '../../registers/udi/udi.ts';
import { APPROVED, type Judgement, notApplicable, rejected, type Told } from './judgement.rules.ts';

/** R20 [rn]: an inactive D-number makes an inactive card; cured by an ID check at the tax office. */
export function judgePerson(told: Told<PersonAnswer>): Judgement {
  if (told.kind === 'UNKNOWN') return rejected('FREG_UNKNOWN');
  const { status, replacedBy } = told.person;
  if (status === 'DECEASED') return rejected('FREG_DECEASED');
  if (status === 'ACTIVE') return APPROVED;
  if (replacedBy !== null) return rejected('FREG_REPLACED');
  return rejected(status === 'INACTIVE' ? 'FREG_INACTIVE' : 'FREG_UNKNOWN');
}

/** EEA; Switzerland has the same freedom by treaty [law: utlendingsloven § 110]. */
const FREE_MOVEMENT: ReadonlySet<string> = new Set(
  (
    'AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE ' +
    'ISL LIE NOR CHE'
  ).split(' '),
);

/** UDI is asked about people from outside the EEA only; one citizenship inside is enough, none told is not. */
export const needsWorkAccess = (citizenships: readonly string[]): boolean =>
  !citizenships.some(citizenship => FREE_MOVEMENT.has(citizenship));

export const EEA_CITIZEN: Judgement = notApplicable('UDI_EEA_CITIZEN');

/** UDI's own UNKNOWN is an answer, and not a yes. */
export function judgeWorkAccess({ access, validTo }: Told<WorkAccessAnswer>, today: LocalDate): Judgement {
  if (access === 'NO') return rejected('UDI_NO');
  if (access === 'UNKNOWN') return rejected('UDI_UNKNOWN');
  return validTo !== null && validTo < today ? rejected('UDI_EXPIRED') : APPROVED;
}
