/** Writes and reads amounts of money, which are whole øre everywhere inside the desk: no amount is ever a fraction. */
import { Language } from '../../platform/language.ts';

const DECIMAL = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/;
/** Norwegian writes «1 295,00», English "1,295.00". */
const SIGNS = {
  [Language.nb]: { thousands: '\u00a0', decimal: ',', minus: '−' },
  [Language.nn]: { thousands: '\u00a0', decimal: ',', minus: '−' },
  [Language.en]: { thousands: ',', decimal: '.', minus: '-' },
};

function parted(ore: number): { readonly whole: string; readonly rest: string } {
  if (!Number.isSafeInteger(ore)) throw new RangeError('an amount is whole øre');
  const digits = String(Math.abs(ore)).padStart(3, '0');
  return { whole: digits.slice(0, -2), rest: digits.slice(-2) };
}

/** «129.50», as machines write it. */
export function decimalOf(ore: number): string {
  const { whole, rest } = parted(ore);
  return `${ore < 0 ? '-' : ''}${whole}.${rest}`;
}

/** Null when it is not an amount with two decimals at most. */
export function oreOf(decimal: string): number | null {
  const [, minus = '', whole = '', rest = ''] = DECIMAL.exec(decimal) ?? [];
  if (whole === '') return null;
  const ore = Number(`${whole}${rest.padEnd(2, '0')}`);
  return minus === '' || ore === 0 ? ore : -ore;
}

/** «1 295,00», as people read it. */
export function kronerOf(ore: number, language: Language): string {
  const { whole, rest } = parted(ore);
  const { thousands, decimal, minus } = SIGNS[language];
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, thousands);
  return `${ore < 0 ? minus : ''}${grouped}${decimal}${rest}`;
}
