/** When the yearly confirmation opens and is due, and what may be done about a firm that has not answered; for caseworkers and the clock (domain section 5). */
import { addDays, isWorkingDay, type LocalDate, nextWorkingDay } from '../../platform/calendar/calendar.ts';
import type { ApplicationStatus } from '../application/application.enums.ts';
import { extraDaysOff, type Settings } from '../setting/setting.rules.ts';
import { ConfirmationRefusal } from './confirmation.enums.ts';

export interface CampaignDays {
  readonly year: number;
  readonly opensOn: LocalDate;
  readonly dueOn: LocalDate;
}

type DaySettings = Pick<Settings, 'confirmationOpenDays' | 'closedOnChristmasEve' | 'closedOnNewYearsEve'>;

/** The campaign that is open on the day; null when none is. Due on 31 January, or the first working day after it [Altinn]. */
export function campaignOn(today: LocalDate, settings: DaySettings): CampaignDays | null {
  const thisYear = Number(today.slice(0, 4));
  const found = [thisYear, thisYear + 1].map(year => daysOf(year, settings));
  return found.find(({ opensOn, dueOn }) => opensOn <= today && today <= dueOn) ?? null;
}

function daysOf(year: number, settings: DaySettings): CampaignDays {
  const last = `${year}-01-31`;
  const off = extraDaysOff(settings);
  const dueOn = isWorkingDay(last, off) ? last : nextWorkingDay(last, off);
  return { year, opensOn: addDays(last, -settings.confirmationOpenDays), dueOn };
}

export interface ConfirmationFacts {
  readonly confirmedAt: Date | string | null;
  readonly remindedAt: Date | string | null;
  readonly noticedAt: Date | string | null;
  readonly commentBy: LocalDate | null;
  readonly dueOn: LocalDate;
  /** Null: taken over from the old register, and nothing has been done about it yet. */
  readonly applicationStatus: ApplicationStatus | null;
  /** False: an approval that was taken over is gone, and no case of ours says why. */
  readonly stands: boolean;
  readonly barred: boolean;
  readonly reservedByOther: boolean;
  readonly newPost: boolean;
}

/** Null: the letter can go, or the withdrawal be proposed. */
export type Refusing = (facts: ConfirmationFacts, today: LocalDate) => ConfirmationRefusal | null;

type Reason = readonly [ConfirmationRefusal, boolean];
const first = (reasons: readonly Reason[]): ConfirmationRefusal | null =>
  reasons.find(([, holds]) => holds)?.[0] ?? null;

const { CONFIRMED, NOT_DUE, ALREADY_TOLD, NOT_NOTICED, MAY_COMMENT, NEW_POST } = ConfirmationRefusal;
const { OVERDUE, BARRED, FOR_APPROVAL, NOT_GRANTED, RESERVED } = ConfirmationRefusal;

const common = ({ confirmedAt, applicationStatus, stands, barred }: ConfirmationFacts): Reason[] => [
  [CONFIRMED, confirmedAt !== null],
  [BARRED, barred],
  [FOR_APPROVAL, applicationStatus === 'FOR_APPROVAL'],
  [NOT_GRANTED, !stands || (applicationStatus !== 'GRANTED' && applicationStatus !== null)],
];

export const reminderRefusal: Refusing = (facts, today) =>
  first([
    ...common(facts),
    [OVERDUE, today > facts.dueOn],
    [ALREADY_TOLD, facts.remindedAt !== null || facts.noticedAt !== null],
  ]);

export const noticeRefusal: Refusing = (facts, today) =>
  first([...common(facts), [NOT_DUE, today <= facts.dueOn], [ALREADY_TOLD, facts.noticedAt !== null]]);

/** Whoever was told may comment until the last day is over, and what came in is read before anything is proposed. */
export const withdrawalRefusal: Refusing = (facts, today) =>
  first([
    ...common(facts),
    [NOT_NOTICED, facts.commentBy === null],
    [MAY_COMMENT, facts.commentBy !== null && today <= facts.commentBy],
    [NEW_POST, facts.newPost],
    [RESERVED, facts.reservedByOther],
  ]);
