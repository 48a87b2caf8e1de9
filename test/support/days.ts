/** Days counted from today, as the API writes them. */
import { addDays, osloDate } from '../../server/src/platform/calendar/calendar.ts';

export const inDays = (days: number): string => addDays(osloDate(new Date()), days);

const HOUR_MS = 3_600_000;

/** A point in time as JSON writes it; negative hours are yet to come. */
export const hoursAgo = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString();
