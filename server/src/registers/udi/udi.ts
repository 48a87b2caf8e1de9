/** Whether a person from outside the EEA may work in Norway, for the residence check. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Answer, PersonKey } from '../answer.ts';

/** UNKNOWN is UDI's own word: it was asked, answered, and does not know. */
export type WorkAccessAnswer = Answer<{
  readonly kind: 'WORK_ACCESS';
  readonly access: 'YES' | 'NO' | 'UNKNOWN';
  readonly validTo: LocalDate | null;
}>;

export interface Udi {
  workAccess(person: PersonKey): Promise<WorkAccessAnswer>;
}
