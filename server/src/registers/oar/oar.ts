/** Whether a posted worker is reported for an assignment in Norway (RF-1199), for the check that replaces Aa-registeret's [skatt]. */
import type { Answer, Period, PersonKey } from '../answer.ts';

/** NOT_REGISTERED is 404 with ARBEIDSFORHOLD-007: an answer, not a fault. */
export type AssignmentAnswer = Answer<
  | { readonly kind: 'REGISTERED'; readonly active: boolean; readonly periods: readonly Period[] }
  | { readonly kind: 'NOT_REGISTERED' }
>;

export interface Oar {
  assignment(person: PersonKey, orgNumber: string): Promise<AssignmentAnswer>;
}
