/** Which grounds and which rules of law are offered for a decision: those of its day, fitting the exception and the outcome. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Language } from '../../platform/language.ts';
import { type ApplicationCode, isApproval } from '../application/application.enums.ts';
import type { DecisionOutcome } from '../exception-catalogue/exception-catalogue.enums.ts';

type InThree = Readonly<Record<Language, string>>;

interface Fitting {
  /** What it fits; empty: every exception. Approvals are always named. */
  readonly exceptionCodes: readonly string[];
  readonly outcomes: readonly string[];
}

export interface TextBlockRow extends Fitting {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly validFrom: LocalDate;
  readonly label: InThree;
  readonly text: InThree;
}

export interface StatuteRow extends Fitting {
  readonly id: string;
  readonly code: string;
  readonly validFrom: LocalDate;
  /** The last day it holds. */
  readonly validTo: LocalDate | null;
  readonly citation: InThree;
  readonly title: InThree;
  readonly source: string;
}

/** What is decided, and when. */
export interface Deciding {
  readonly code: ApplicationCode;
  readonly outcome: DecisionOutcome;
  readonly day: LocalDate;
}

const fits = (
  { exceptionCodes, outcomes }: Fitting,
  { code, outcome }: Pick<Deciding, 'code' | 'outcome'>,
): boolean =>
  outcomes.includes(outcome) &&
  (exceptionCodes.includes(code) || (exceptionCodes.length === 0 && !isApproval(code)));

interface Version {
  readonly code: string;
  readonly validFrom: LocalDate;
}

/** Of each code the newest version that has begun, in the order of the rows. */
function newestOf<V extends Version>(rows: readonly V[], day: LocalDate): V[] {
  const newest = new Map<string, V>();
  for (const row of rows) {
    const known = newest.get(row.code);
    if (row.validFrom <= day && (!known || known.validFrom < row.validFrom)) newest.set(row.code, row);
  }
  return rows.filter(row => newest.get(row.code) === row);
}

/** Every text there is on a day, whatever it fits. */
export const textsOn = (rows: readonly TextBlockRow[], day: LocalDate): TextBlockRow[] => newestOf(rows, day);

/** Of each text the version of the day, as long as it fits; what is particular to the exception first. */
export function groundsOf(rows: readonly TextBlockRow[], deciding: Deciding): TextBlockRow[] {
  const fitting = newestOf(rows, deciding.day).filter(row => fits(row, deciding));
  const general = ({ exceptionCodes }: TextBlockRow) => (exceptionCodes.length === 1 ? 0 : 1);
  return fitting.sort((a, b) => general(a) - general(b));
}

/** The law as it stands on a day, unless it has ended. */
export const statutesOf = (rows: readonly StatuteRow[], day: LocalDate): StatuteRow[] =>
  newestOf(rows, day).filter(({ validTo }) => validTo === null || validTo >= day);

export const isSuggested = (statute: Fitting, deciding: Pick<Deciding, 'code' | 'outcome'>): boolean =>
  fits(statute, deciding);
