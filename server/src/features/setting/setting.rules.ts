/** Which rules of the scheme held on a day, for every rule that judges a case by the rules of its day; and what a change of them must look like. */
import type { ExtraDaysOff, LocalDate } from '../../platform/calendar/calendar.ts';
import type { Scheme } from '../order/order.enums.ts';
import { type Definition, type Layer, SETTINGS, type SettingKey, type Words } from './setting.catalogue.ts';

type ValueOf<D> = D extends { layers: readonly Layer<infer T>[] } ? T : never;
export type SettingValue = number | boolean | string | readonly string[];

/** Every setting with its value on one day, for one scheme: what rules take. */
export type Settings = { readonly [K in SettingKey]: ValueOf<(typeof SETTINGS)[K]> };

/** An approved change that was not withdrawn, as it stands in the database. */
export interface SettingRow {
  readonly id: string;
  readonly key: string;
  readonly scheme: Scheme | null;
  readonly value: string;
  readonly validFrom: LocalDate;
}

/** What holds, since when and for whom; `id` is null for what the desk was born with. */
export interface Standing {
  readonly id: string | null;
  readonly scheme: Scheme | null;
  readonly from: LocalDate | null;
  readonly value: SettingValue;
}

export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];
export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(SETTINGS, key);
export const definitionOf = (key: SettingKey): Definition => SETTINGS[key];

/** Each value a setting has had, oldest first; a change beats what the desk was born with from the same date. */
export function historyOf(key: SettingKey, rows: readonly SettingRow[]): Standing[] {
  const definition = definitionOf(key);
  const born = definition.layers.map(({ from, scheme = null, value }) => ({ id: null, scheme, from, value }));
  const changes = rows
    .filter(row => row.key === key)
    .map(({ id, scheme, validFrom, value }) => ({
      id,
      scheme,
      from: validFrom,
      value: readValue(definition, value),
    }));
  return [...born, ...changes].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
}

/** The newest value that has begun; one for the scheme itself beats one for all schemes, however old. */
export function standingOn(
  history: readonly Standing[],
  day: LocalDate,
  scheme: Scheme | null,
): Standing | undefined {
  const begun = history.filter(({ from }) => from === null || from <= day);
  const own = scheme && begun.findLast(one => one.scheme === scheme);
  return own || begun.findLast(one => one.scheme === null);
}

/** The rules of a day. Without a scheme: those that hold where no scheme has its own. */
export function settingsFrom(
  rows: readonly SettingRow[],
  day: LocalDate,
  scheme: Scheme | null = null,
): Settings {
  const values = SETTING_KEYS.map(key => [key, standingOn(historyOf(key, rows), day, scheme)?.value]);
  return Object.fromEntries(values) as Settings;
}

/** The days of the year that the house has chosen to keep closed, for the calendar's functions (domain section 12). */
export function extraDaysOff(
  settings: Pick<Settings, 'closedOnChristmasEve' | 'closedOnNewYearsEve'>,
): ExtraDaysOff {
  const days = [settings.closedOnChristmasEve && '12-24', settings.closedOnNewYearsEve && '12-31'];
  return new Set(days.filter(day => day !== false));
}

export type ValueFault = 'NUMBER_EXPECTED' | 'OUT_OF_RANGE' | 'INVALID' | 'REQUIRED' | 'CODES_EXPECTED';

const DIGITS = /^\d{1,9}$/;
const AMOUNT = /^\d{1,7}(?:[.,]\d{1,2})?$/;
const LONGEST = 100;

/** What is wrong with a value somebody typed; null when it can stand. */
export function valueFault(definition: Definition, typed: string): ValueFault | null {
  const text = typed.trim();
  switch (definition.kind) {
    case 'WHOLE':
      return numberFault(definition, text, DIGITS);
    case 'AMOUNT':
      return numberFault(definition, text, AMOUNT);
    case 'FLAG':
      return text === 'true' || text === 'false' ? null : 'INVALID';
    case 'TEXT':
      return wordsFault(definition, text);
    case 'LIST':
      return codesFault(codesIn(text), definition.of);
  }
}

function numberFault(
  definition: Definition & { least: number; most: number },
  text: string,
  shape: RegExp,
): ValueFault | null {
  if (!shape.test(text)) return 'NUMBER_EXPECTED';
  const number = readValue(definition, text) as number;
  return number < definition.least || number > definition.most ? 'OUT_OF_RANGE' : null;
}

function wordsFault({ holds = () => true }: Words, text: string): ValueFault | null {
  if (text === '' || text.length > LONGEST) return 'REQUIRED';
  return holds(text) ? null : 'INVALID';
}

function codesFault(codes: readonly string[], shape: RegExp): ValueFault | null {
  const good = codes.length > 0 && codes.every(code => shape.test(code));
  return good && new Set(codes).size === codes.length ? null : 'CODES_EXPECTED';
}

const codesIn = (text: string) => text.split(/[\s,]+/).filter(code => code !== '');

/** The value behind a text that has no fault. Amounts are in hundredths. */
export function readValue(definition: Definition, typed: string): SettingValue {
  const text = typed.trim();
  switch (definition.kind) {
    case 'WHOLE':
      return Number(text);
    case 'AMOUNT':
      return Math.round(Number(text.replace(',', '.')) * 100);
    case 'FLAG':
      return text === 'true';
    case 'TEXT':
      return text;
    case 'LIST':
      return codesIn(text);
  }
}

/** One way of writing each value: '129.50', 'true', 'DAGL,LEDE'. */
export function writeValue(definition: Definition, value: SettingValue): string {
  if (definition.kind === 'AMOUNT') return (Number(value) / 100).toFixed(2);
  return Array.isArray(value) ? value.join(',') : String(value);
}
