/** Points in time for the demo's history: so many working days ago, at a time of day in Norway. */
import { addWorkingDays, type LocalDate, osloDate } from '../server/src/platform/calendar/calendar.ts';
import type { Random } from './random.ts';

const MINUTE = 60_000;
const osloTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  hour: '2-digit',
  minute: '2-digit',
});
const noons = new Map<LocalDate, number>();

/** Twelve o'clock in Norway. */
export const osloNoon = (date: LocalDate): Date => new Date(noonOf(date));

/** Noon is never near a change of the clocks. */
function noonOf(date: LocalDate): number {
  const known = noons.get(date);
  if (known !== undefined) return known;
  const guess = Date.parse(`${date}T11:00:00Z`);
  const noon = osloTime.format(guess) === '12:00' ? guess : guess - 60 * MINUTE;
  noons.set(date, noon);
  return noon;
}

export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE);
export const secondsAfter = (at: Date, seconds: number): Date => new Date(at.getTime() + seconds * 1000);

export class WorkTime {
  readonly today: LocalDate;
  readonly now: Date;
  readonly #random: Random;
  /** Working days before today, the newest first. */
  readonly #days: LocalDate[] = [];

  constructor(random: Random, now: Date) {
    this.#random = random;
    this.now = now;
    this.today = osloDate(now);
  }

  /** The day so many working days before today; 0 is today, working day or not. */
  daysAgo(workingDays: number): LocalDate {
    if (workingDays === 0) return this.today;
    if (workingDays < 0) return addWorkingDays(this.today, -workingDays);
    // Each from the one after: three years are counted once.
    for (let known = this.#days.length; known < workingDays; known += 1)
      this.#days.push(addWorkingDays(this.#days.at(-1) ?? this.today, -1));
    return this.#days[workingDays - 1] as LocalDate;
  }

  /** Between 07:30 and 15:30 that day, or within the last two hours when it is today. */
  officeHours(workingDays: number): Date {
    return this.#at(workingDays, this.#random.int(-270, 210));
  }

  /** Between 06:00 and 22:00 that day: people send in orders and pictures when they have time. */
  anyHour(workingDays: number): Date {
    return this.#at(workingDays, this.#random.int(-360, 600));
  }

  #at(workingDays: number, minutesFromNoon: number): Date {
    if (workingDays === 0) return minutesAfter(this.now, -this.#random.int(6, 120));
    const at = noonOf(this.daysAgo(workingDays)) + minutesFromNoon * MINUTE + this.#random.int(0, 59_999);
    return new Date(at);
  }
}
