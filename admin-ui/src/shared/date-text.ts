const LONG = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;
const SHORT = /^(\d{1,2})[.\s/-]\s?(\d{1,2})(?:[.\s/-]\s?(\d{2}|\d{4}))?\.?$/;
const DIGITS = /^(\d{2})(\d{2})(\d{2}|\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

/** `03.12.2026` for 2026-12-03; nothing for nothing. */
export function showDay(day: string): string {
  const [, year, month, date] = ISO.exec(day) ?? [];
  return year ? `${date}.${month}.${year}` : '';
}

/** A day written out in full, as it is typed: only `3.12.2026` counts, so that a half-typed year never does. */
export function fullDay(text: string): string | null {
  const [, day, month, year] = LONG.exec(text.trim()) ?? [];
  return year ? dayOf(Number(year), Number(month), Number(day)) : null;
}

/** A day as people write it: 3.12.2026, 3.12.26, 3/12, 031226, 2026-12-03. Without a year it is this year's. Null when it is none. */
export function readDay(text: string, today: string): string | null {
  const tidy = text.trim();
  const [, isoYear, isoMonth, isoDay] = ISO.exec(tidy) ?? [];
  if (isoYear) return dayOf(Number(isoYear), Number(isoMonth), Number(isoDay));
  const [, day, month, year = today.slice(0, 4)] = SHORT.exec(tidy) ?? DIGITS.exec(tidy) ?? [];
  if (!day) return null;
  return dayOf(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day));
}
