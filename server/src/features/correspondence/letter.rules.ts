/** Decides how facts are put into a letter: dates in words, one line per name, reasons by part, the reviewer's words line by line. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import { Language } from '../../platform/language.ts';
import type { ImagePart, ImageReason } from '../image-review/image-review.enums.ts';
import { reasonWording } from '../image-review/reason-catalogue.ts';
import type { LetterPart } from './templates.ts';

const HEADINGS: Readonly<Record<Language, Readonly<Record<ImagePart, string>>>> = {
  nb: { PHOTO: 'Portrettbildet', ID: 'Legitimasjonen', BOTH: 'Portrettbildet og legitimasjonen' },
  nn: { PHOTO: 'Portrettbiletet', ID: 'Legitimasjonen', BOTH: 'Portrettbiletet og legitimasjonen' },
  en: { PHOTO: 'The photo', ID: 'The identification', BOTH: 'The photo and the identification' },
};
const ORDER: readonly ImagePart[] = ['PHOTO', 'ID', 'BOTH'];

/** Every reason with its remedy under the part it is about; parts without reasons are left out. */
export function letterParts(
  reasons: readonly { code: ImageReason; part: ImagePart }[],
  language: Language,
): LetterPart[] {
  return ORDER.map(part => ({
    heading: HEADINGS[language][part],
    reasons: reasons.filter(r => r.part === part).map(r => reasonWording(r.code, language)),
  })).filter(({ reasons: found }) => found.length > 0);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is the point
const NOT_TEXT = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/** A name or other fact can never start a new line, whatever was once stored. */
export function oneLine(text: string): string {
  return text.replace(NOT_TEXT, ' ').trim();
}

export function commentLines(comment: string | null): string[] {
  const lines = (comment ?? '').split(/\r\n|[\r\n\u2028\u2029]/).map(oneLine);
  const first = lines.findIndex(line => line !== '');
  const last = lines.findLastIndex(line => line !== '');
  return first === -1 ? [] : lines.slice(first, last + 1);
}

const LOCALES = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const;
const formats = new Map<Language, Intl.DateTimeFormat>(
  Object.values(Language).map(language => [
    language,
    new Intl.DateTimeFormat(LOCALES[language], {
      timeZone: 'Europe/Oslo',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
  ]),
);

/** «torsdag 26. november 2026 kl. 14.05», «Thursday 26 November 2026 at 14:05», in Oslo time. */
export function timeInWords(instant: Date, language: Language): string {
  const parts = formats.get(language)?.formatToParts(instant) ?? [];
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find(part => part.type === type)?.value ?? '';
  const [weekday, month, year] = [of('weekday'), of('month'), of('year')];
  return language === 'en'
    ? `${weekday} ${of('day')} ${month} ${year} at ${of('hour')}:${of('minute')}`
    : `${weekday} ${of('day')}. ${month} ${year} kl. ${of('hour')}.${of('minute')}`;
}

const days = new Map<Language, Intl.DateTimeFormat>(
  Object.values(Language).map(language => [
    language,
    new Intl.DateTimeFormat(LOCALES[language], {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }),
  ]),
);

/** «3. desember 2026», «3 December 2026». */
export function dayInWords(on: LocalDate, language: Language): string {
  return days.get(language)?.format(new Date(`${on}T00:00:00Z`)) ?? on;
}
