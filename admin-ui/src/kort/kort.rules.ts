/** Small decisions of the page: what a typed number is, and how days and firms are written. */
import type { Language } from './kort.types.ts';

/** Spaces may be typed anywhere. */
export const digitsOf = (typed: string): string => typed.replace(/\s/g, '');

/** Mod 10 of the first nine; cards of earlier issuers may lack it, so it is a hint and no refusal. */
export function hasCheckDigit(number: string): boolean {
  const sum = [...number]
    .reverse()
    .map((digit, at) => Number(digit) * (at % 2 === 0 ? 1 : 2))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return sum % 10 === 0;
}

const MONTHS: Record<Language, string> = {
  nb: 'januar februar mars april mai juni juli august september oktober november desember',
  nn: 'januar februar mars april mai juni juli august september oktober november desember',
  en: 'January February March April May June July August September October November December',
};

/** 2. november 2028 */
export function dayInWords(day: string, language: Language): string {
  const [year, month = '1', date = '1'] = day.split('-');
  const name = MONTHS[language].split(' ')[Number(month) - 1];
  return `${Number(date)}${language === 'en' ? '' : '.'} ${name} ${year}`;
}

/** 312 345 676 */
export const inThrees = (number: string): string => number.replace(/(\d{3})(?=\d)/g, '$1\u00a0');

/** The signed part behind `#` of the address that was scanned; null when somebody just opened the page. */
export const jwsOfAddress = (hash: string): string | null => (hash.length > 20 ? hash.slice(1) : null);
