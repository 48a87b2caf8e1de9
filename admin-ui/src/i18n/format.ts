export type Language = 'nb' | 'nn' | 'en';

const NARROW = '\u202f';
const norwegian = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];
const months: Record<Language, string[]> = {
  nb: norwegian,
  nn: norwegian,
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};
const norwegianShort = [
  'jan.',
  'feb.',
  'mars',
  'apr.',
  'mai',
  'juni',
  'juli',
  'aug.',
  'sep.',
  'okt.',
  'nov.',
  'des.',
];
const weekdays: Record<Language, string[]> = {
  nb: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'],
  nn: ['søndag', 'måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const osloParts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The calendar day in Oslo at an instant, as YYYY-MM-DD. */
export const dayOf = (instant: string | Date) => osloParts.format(new Date(instant)).slice(0, 10);

const at = (list: string[], index: number) => list[index] ?? '';
const split = (day: string) => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month: month - 1, date };
};
const weekdayOf = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay();

/** ISO week number of a calendar day. */
export function weekOf(day: string): number {
  const thursday = new Date(`${day}T12:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.ceil(((thursday.getTime() - newYear) / 86_400_000 + 1) / 7);
}

function dates(language: Language) {
  const dot = language === 'en' ? '' : '.';
  const shortMonth = (month: number) =>
    language === 'en' ? at(months.en, month).slice(0, 3) : at(norwegianShort, month);
  const weekday = (day: string) => at(weekdays[language], weekdayOf(day));
  const short = (day: string) => `${split(day).date}${dot} ${shortMonth(split(day).month)}`;
  const long = (day: string) => `${split(day).date}${dot} ${at(months[language], split(day).month)}`;
  const shortWeekday = (day: string) => weekday(day).slice(0, 3) + dot;
  return {
    /** 3. des. 2026 */
    date: (day: string) => `${short(day)} ${split(day).year}`,
    /** 3. des. */
    shortDate: short,
    /** 3. desember */
    longDate: long,
    /** mandag */
    weekday,
    /** to. / ma. as two letters, for calendars */
    weekdayLetters: (day: string) => weekday(day).slice(0, 2),
    /** tor. 3. des. */
    weekdayDate: (day: string) => `${shortWeekday(day)} ${short(day)}`,
    /** Mandag 23. november 2026 */
    fullDate: (day: string) => {
      const name = weekday(day);
      return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${long(day)} ${split(day).year}`;
    },
  };
}

function numbers(language: Language) {
  const decimal = language === 'en' ? '.' : ',';
  const group = (value: number) => String(Math.trunc(value)).replace(/\B(?=(\d{3})+(?!\d))/g, NARROW);
  const oneDecimal = (value: number) => `${group(value)}${decimal}${Math.trunc((value * 10) % 10)}`;
  return {
    /** 26 000 */
    number: group,
    /** 1 000+ when the count stopped early */
    count: (count: { value: number; exact: boolean }) =>
      count.exact ? group(count.value) : `${group(Math.floor(count.value / 1000) * 1000 || count.value)}+`,
    /** 1 295,00 from whole øre */
    kroner: (ore: number) =>
      `${ore < 0 ? '−' : ''}${group(Math.abs(ore) / 100)}${decimal}${String(Math.abs(ore) % 100).padStart(2, '0')}`,
    /** 312 345 676 */
    orgNumber: (value: string) => value.replace(/(\d{3})(?=\d)/g, `$1${NARROW}`),
    /** 2,1 MB */
    bytes: (value: number) =>
      value < 1_000_000
        ? `${group(Math.max(1, Math.round(value / 1000)))} kB`
        : `${oneDecimal(value / 1_000_000)} MB`,
    /** 0:43 */
    clock: (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
  };
}

/** Dates, times and numbers the way the language writes them. Days are YYYY-MM-DD, instants ISO 8601. */
export function createFormat(language: Language) {
  const { date, shortDate, ...otherDates } = dates(language);
  const separator = language === 'en' ? ':' : '.';
  const time = (instant: string) => osloParts.format(new Date(instant)).slice(11, 16).replace(':', separator);
  const asDay = (value: string) => (value.length === 10 ? value : dayOf(value));
  return {
    ...otherDates,
    ...numbers(language),
    date: (value: string) => date(asDay(value)),
    shortDate: (value: string) => shortDate(asDay(value)),
    /** 11.12 */
    time,
    /** 3. des. 2026, 11.12 */
    dateTime: (instant: string) => `${date(dayOf(instant))}, ${time(instant)}`,
  };
}

export type Format = ReturnType<typeof createFormat>;
