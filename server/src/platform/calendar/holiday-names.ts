/** What people call the days that are not working days, in the three languages of the desk. */
import type { Language } from '../language.ts';
import { type HolidayKey, holidayOn, type LocalDate } from './calendar.ts';

type Names = Readonly<Record<Language, string>>;

const HOLIDAY_NAMES: Readonly<Record<HolidayKey, Names>> = {
  NEW_YEAR: { nb: 'første nyttårsdag', nn: 'første nyårsdag', en: "New Year's Day" },
  MAUNDY_THURSDAY: { nb: 'skjærtorsdag', nn: 'skjertorsdag', en: 'Maundy Thursday' },
  GOOD_FRIDAY: { nb: 'langfredag', nn: 'langfredag', en: 'Good Friday' },
  EASTER_SUNDAY: { nb: 'første påskedag', nn: 'første påskedag', en: 'Easter Sunday' },
  EASTER_MONDAY: { nb: 'andre påskedag', nn: 'andre påskedag', en: 'Easter Monday' },
  MAY_DAY: { nb: '1. mai', nn: '1. mai', en: 'Labour Day' },
  CONSTITUTION_DAY: { nb: '17. mai', nn: '17. mai', en: 'Constitution Day' },
  ASCENSION: { nb: 'Kristi himmelfartsdag', nn: 'Kristi himmelfartsdag', en: 'Ascension Day' },
  WHIT_SUNDAY: { nb: 'første pinsedag', nn: 'første pinsedag', en: 'Whit Sunday' },
  WHIT_MONDAY: { nb: 'andre pinsedag', nn: 'andre pinsedag', en: 'Whit Monday' },
  CHRISTMAS_DAY: { nb: 'første juledag', nn: 'første juledag', en: 'Christmas Day' },
  BOXING_DAY: { nb: 'andre juledag', nn: 'andre juledag', en: 'Boxing Day' },
};

const EXTRA_DAY_NAMES: Readonly<Record<string, Names>> = {
  '12-24': { nb: 'julaften', nn: 'julaftan', en: 'Christmas Eve' },
  '12-31': { nb: 'nyttårsaften', nn: 'nyårsaftan', en: "New Year's Eve" },
};

const OTHER_DAY_OFF: Names = { nb: 'fridag', nn: 'fridag', en: 'day off' };

/** Name of a day off: a public holiday, or a day the house has added itself. */
export function dayOffName(date: LocalDate, language: Language): string {
  const holiday = holidayOn(date);
  const names = holiday ? HOLIDAY_NAMES[holiday] : (EXTRA_DAY_NAMES[date.slice(5)] ?? OTHER_DAY_OFF);
  return names[language];
}
