/** Bounded scalars: what comes in is short, one shape, NFC and free of control characters before anyone sees it. */
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isLocalDate } from '../calendar/calendar.ts';
import { AppError } from '../errors.ts';

type Parse<T> = (value: unknown) => T;

const bad = (code: string) =>
  new GraphQLError(code, { originalError: new AppError('VALIDATION_FAILED', { what: code }) });

/** A value written into the document itself; variables and null are GraphQL's own business. */
function literal(node: ValueNode): unknown {
  if (node.kind === Kind.STRING || node.kind === Kind.BOOLEAN || node.kind === Kind.ENUM) return node.value;
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value);
  if (node.kind === Kind.LIST) return node.values.map(literal);
  if (node.kind === Kind.OBJECT) {
    return Object.fromEntries(node.fields.map(field => [field.name.value, literal(field.value)]));
  }
  return null;
}

interface Shape<T> {
  readonly description: string;
  readonly parse: Parse<T>;
  readonly serialize?: (value: unknown) => unknown;
}

function scalar<T>(name: string, { description, parse, serialize = v => v }: Shape<T>) {
  return new GraphQLScalarType({
    name,
    description,
    serialize,
    parseValue: parse,
    parseLiteral: node => parse(literal(node)),
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
const CONTROL_LINE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, but tab and line feed are text
const CONTROL_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

function requireClean(value: string, control: RegExp): void {
  if (!value.isWellFormed()) throw bad('TEXT_BROKEN');
  if (control.test(value)) throw bad('TEXT_CONTROL_CHARACTER');
}

function text(most: number, control: RegExp): Parse<string> {
  return value => {
    if (typeof value !== 'string') throw bad('TEXT_EXPECTED');
    // Tidying up a hundred thousand loose accents would take seconds; no composition shortens text fourfold.
    if (value.length > 4 * most) throw bad('TEXT_TOO_LONG');
    const tidy = value.replace(/\r\n?/g, '\n').normalize('NFC');
    requireClean(tidy, control);
    if ([...tidy].length > most) throw bad('TEXT_TOO_LONG');
    return tidy;
  };
}

const id: Parse<string> = value => {
  const string = typeof value === 'number' ? String(value) : value;
  if (typeof string !== 'string' || !/^[1-9][0-9]{0,17}$/.test(string)) throw bad('ID_EXPECTED');
  return string;
};

const pageSize: Parse<number> = value => {
  if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > 100)
    throw bad('PAGE_SIZE_1_TO_100');
  return value as number;
};

const localDate: Parse<string> = value => {
  if (typeof value !== 'string' || !isLocalDate(value)) throw bad('DATE_EXPECTED');
  return value;
};

const dateTime: Parse<Date> = value => {
  const date = typeof value === 'string' ? new Date(value) : null;
  if (!date || Number.isNaN(date.getTime())) throw bad('TIME_EXPECTED');
  return date;
};

const MOST_JSON = 32_768;
const DEEPEST_JSON = 20;
const storedJson: Parse<unknown> = value => {
  requireStorable(value);
  const json = JSON.stringify(value) ?? 'null';
  if (json.length > MOST_JSON) throw bad('TEXT_TOO_LONG');
  return JSON.parse(json) as unknown;
};

/** PostgreSQL stores neither NUL nor half a character, and neither side likes it bottomless. */
function requireStorable(value: unknown, depth = 0): void {
  if (depth > DEEPEST_JSON) throw bad('JSON_TOO_DEEP');
  if (typeof value === 'string') requireClean(value, CONTROL_TEXT);
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.entries(value).flat()) requireStorable(inner, depth + 1);
}

const ore: Parse<number> = value => {
  if (!Number.isSafeInteger(value)) throw bad('WHOLE_ORE_EXPECTED');
  return value as number;
};

const iso = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

export const ShortText = scalar('ShortText', {
  description: 'One line, at most 200 characters, NFC, no control characters.',
  parse: text(200, CONTROL_LINE),
});
export const LongText = scalar('LongText', {
  description: 'Text with line breaks, at most 4,000 characters, NFC, no other control characters.',
  parse: text(4000, CONTROL_TEXT),
});
export const EntityId = scalar('EntityId', {
  description: 'Row id: 1-18 digits as text.',
  parse: id,
  serialize: String,
});
export const PageSize = scalar('PageSize', { description: 'Page size, 1-100.', parse: pageSize });
export const LocalDateScalar = scalar('LocalDate', {
  description: 'Calendar day, YYYY-MM-DD, Europe/Oslo.',
  parse: localDate,
});
export const Ore = scalar('Ore', {
  description: 'Money in whole øre: 64750 is 647.50 kr. Never a fraction.',
  parse: ore,
});
export const DateTime = scalar('DateTime', {
  description: 'Point in time, ISO 8601 UTC with milliseconds.',
  parse: dateTime,
  serialize: iso,
});
export const StoredJson = scalar('StoredJson', {
  description: 'Any JSON value the desk itself wrote (drafts, preferences), at most 32 kB.',
  parse: storedJson,
});
