import type { Language } from './upload.types.ts';

// Own tables: not every phone's browser knows Nynorsk.
const WEEKDAYS: Record<Language, readonly string[]> = {
  nb: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'],
  nn: ['søndag', 'måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const NORWEGIAN_MONTHS =
  'januar februar mars april mai juni juli august september oktober november desember'.split(' ');
const ENGLISH_MONTHS =
  'January February March April May June July August September October November December'.split(' ');

const OSLO = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The moment the link stops, in Norwegian time wherever the phone is: "lørdag 28. november kl. 14.30". */
export function formatDeadline(iso: string, language: Language): string {
  const parts = Object.fromEntries(OSLO.formatToParts(new Date(iso)).map(part => [part.type, part.value]));
  const year = Number(parts.year);
  const month = Number(parts.month) - 1;
  const day = Number(parts.day);
  const weekday = WEEKDAYS[language][new Date(Date.UTC(year, month, day)).getUTCDay()];
  if (language === 'en') return `${weekday} ${day} ${ENGLISH_MONTHS[month]} at ${parts.hour}:${parts.minute}`;
  return `${weekday} ${day}. ${NORWEGIAN_MONTHS[month]} kl. ${parts.hour}.${parts.minute}`;
}

/** "2,1 MB": decimal megabytes, as the limit is given; whole kilobytes for small files. */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  const megabytes = (bytes / 1_000_000).toFixed(1).replace(/\.0$/, '');
  return `${language === 'en' ? megabytes : megabytes.replace('.', ',')} MB`;
}

/** "10 MB": a limit is rounded down to whole megabytes, so that nobody is promised more than there is. */
export function formatLimit(bytes: number): string {
  return `${Math.floor(bytes / 1_000_000)} MB`;
}

/** "1 536 × 2 048": width and height in pixels. */
export function formatPixels(width: number, height: number, language: Language): string {
  return `${group(width, language)} × ${group(height, language)}`;
}

function group(value: number, language: Language): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : ' ');
}

/** Progress is read out in quarters; every percent would drown the listener. */
export function quarter(share: number): number {
  return Math.floor(Math.min(Math.max(share, 0), 1) * 4) * 25;
}
