/** Norwegian calendar days, public holidays and working days (domain guide, section 12), for every deadline in the house. */

/** A calendar day in Europe/Oslo, 'YYYY-MM-DD'. Compares correctly as text. */
export type LocalDate = string;

export type HolidayKey =
  | 'NEW_YEAR'
  | 'MAUNDY_THURSDAY'
  | 'GOOD_FRIDAY'
  | 'EASTER_SUNDAY'
  | 'EASTER_MONDAY'
  | 'MAY_DAY'
  | 'CONSTITUTION_DAY'
  | 'ASCENSION'
  | 'WHIT_SUNDAY'
  | 'WHIT_MONDAY'
  | 'CHRISTMAS_DAY'
  | 'BOXING_DAY';

/** Days of the year ('MM-DD') that the house has chosen to count as days off, such as 12-24 and 12-31. */
export type ExtraDaysOff = ReadonlySet<string>;

const NO_EXTRA_DAYS: ExtraDaysOff = new Set();
const DAY_MS = 86_400_000;

const FIXED_HOLIDAYS: readonly (readonly [string, HolidayKey])[] = [
  ['01-01', 'NEW_YEAR'],
  ['05-01', 'MAY_DAY'],
  ['05-17', 'CONSTITUTION_DAY'],
  ['12-25', 'CHRISTMAS_DAY'],
  ['12-26', 'BOXING_DAY'],
];

const DAYS_FROM_EASTER: readonly (readonly [number, HolidayKey])[] = [
  [-3, 'MAUNDY_THURSDAY'],
  [-2, 'GOOD_FRIDAY'],
  [0, 'EASTER_SUNDAY'],
  [1, 'EASTER_MONDAY'],
  [39, 'ASCENSION'],
  [49, 'WHIT_SUNDAY'],
  [50, 'WHIT_MONDAY'],
];

// sv-SE is the locale whose short date is YYYY-MM-DD.
const osloFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export function osloDate(instant: Date): LocalDate {
  return osloFormat.format(instant);
}

function toDayNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function fromDayNumber(dayNumber: number): LocalDate {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

/** True for a day that exists: 2026-02-30 does not. */
export function isLocalDate(text: string): text is LocalDate {
  // PostgreSQL knows no year 0.
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const dayNumber = toDayNumber(text);
  return !Number.isNaN(dayNumber) && fromDayNumber(dayNumber) === text;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** The same day of the month, or the month's last day where it has no such day. */
export function addMonthsClamped(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const target = Date.UTC(year, month - 1 + months, Math.min(day, lastDay));
  return fromDayNumber(target / DAY_MS);
}

/** Gregorian Easter (Meeus/Jones/Butcher). */
export function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const monthAndDay = h + l - 7 * m + 114;
  const month = Math.floor(monthAndDay / 31);
  return fromDayNumber(Date.UTC(year, month - 1, (monthAndDay % 31) + 1) / DAY_MS);
}

const holidaysByYear = new Map<number, ReadonlyMap<LocalDate, HolidayKey>>();

/** Days that are two holidays at once (Whit Monday 2027 is 17 May) appear once, under the fixed one's name. */
export function holidaysOf(year: number): ReadonlyMap<LocalDate, HolidayKey> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const holidays = new Map<LocalDate, HolidayKey>();
  for (const [offset, key] of DAYS_FROM_EASTER) holidays.set(addDays(easter, offset), key);
  for (const [monthDay, key] of FIXED_HOLIDAYS) holidays.set(`${year}-${monthDay}`, key);
  holidaysByYear.set(year, holidays);
  return holidays;
}

export function holidayOn(date: LocalDate): HolidayKey | undefined {
  return holidaysOf(Number(date.slice(0, 4))).get(date);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return weekdayOfNumber(toDayNumber(date));
}

function weekdayOfNumber(dayNumber: number): number {
  // Day 0, 1 January 1970, was a Thursday.
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

export function isWorkingDay(date: LocalDate, extraDaysOff: ExtraDaysOff = NO_EXTRA_DAYS): boolean {
  return isWorkingDayNumber(toDayNumber(date), extraDaysOff);
}

const holidayNumbersByYear = new Map<number, ReadonlySet<number>>();

function holidayNumbersOf(year: number): ReadonlySet<number> {
  const known = holidayNumbersByYear.get(year);
  if (known) return known;
  const numbers = new Set([...holidaysOf(year).keys()].map(toDayNumber));
  holidayNumbersByYear.set(year, numbers);
  return numbers;
}

// Lists count the days of every row they show: day numbers are twenty times faster here than text.
function isWorkingDayNumber(dayNumber: number, extraDaysOff: ExtraDaysOff): boolean {
  if (weekdayOfNumber(dayNumber) > 5) return false;
  if (holidayNumbersOf(new Date(dayNumber * DAY_MS).getUTCFullYear()).has(dayNumber)) return false;
  return extraDaysOff.size === 0 || !extraDaysOff.has(fromDayNumber(dayNumber).slice(5));
}

/** The date itself when it is a working day, otherwise the first one after it. */
export function nextWorkingDay(date: LocalDate, extraDaysOff: ExtraDaysOff = NO_EXTRA_DAYS): LocalDate {
  let day = toDayNumber(date);
  while (!isWorkingDayNumber(day, extraDaysOff)) day += 1;
  return fromDayNumber(day);
}

/** `from` is day 0; a negative count goes backwards. */
export function addWorkingDays(
  from: LocalDate,
  count: number,
  extraDaysOff: ExtraDaysOff = NO_EXTRA_DAYS,
): LocalDate {
  const step = Math.sign(count);
  let day = toDayNumber(from);
  for (let left = Math.abs(count); left > 0; ) {
    day += step;
    if (isWorkingDayNumber(day, extraDaysOff)) left -= 1;
  }
  return fromDayNumber(day);
}

/** Working days after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(
  from: LocalDate,
  to: LocalDate,
  extraDaysOff: ExtraDaysOff = NO_EXTRA_DAYS,
): number {
  const last = toDayNumber(to);
  let count = 0;
  for (let day = toDayNumber(from) + 1; day <= last; day += 1) {
    if (isWorkingDayNumber(day, extraDaysOff)) count += 1;
  }
  return count;
}

/** ISO 8601 week number: the week belongs to the year of its Thursday. */
export function weekOf(date: LocalDate): number {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const newYear = `${thursday.slice(0, 4)}-01-01`;
  return Math.floor(daysBetween(newYear, thursday) / 7) + 1;
}
