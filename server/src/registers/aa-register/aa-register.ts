/** Who works where, for the employment check and the staff list of a sub-unit [aareg]. Fed monthly: that a new employment is missing is normal. */
import type { Answer, Period, PersonKey } from '../answer.ts';

export interface Employment extends Period {
  /** Where the work is done (arbeidssted); null for a private employer. */
  readonly subUnit: string | null;
  /** Who is responsible (opplysningspliktig). */
  readonly mainUnit: string | null;
  /** As the register says: ordinaertArbeidsforhold, maritimtArbeidsforhold, frilanserOppdragstakerHonorarPersonerMm … */
  readonly type: string;
}

export interface StaffMember extends Employment {
  readonly nationalId: string;
}

/** No employment is an empty list; so is a person the register does not know. */
export type EmploymentsAnswer = Answer<{
  readonly kind: 'EMPLOYMENTS';
  readonly employments: readonly Employment[];
}>;
export type StaffAnswer = Answer<{ readonly kind: 'STAFF'; readonly staff: readonly StaffMember[] }>;

export interface AaRegister {
  /** Ended and coming ones too. Within a main unit, no other employer is told of: ask so whenever that is the question. */
  employmentsOf(person: PersonKey, mainUnit?: string): Promise<EmploymentsAnswer>;
  /** Those who work there now or will. */
  staffOf(subUnit: string): Promise<StaffAnswer>;
}
