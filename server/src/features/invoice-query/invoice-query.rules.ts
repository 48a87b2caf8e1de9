/** Reads what a firm writes about an invoice: which numbers stand in it and what each is, who asks, and which reference is wanted; for intake by mail, phone, portal and machine. */

import { maskNationalIds } from './national-id-mask.rules.ts';
import { labelBefore } from './number-label.rules.ts';
import { type DigitGroup, isOwnKid, joinGroups, shapeOf } from './number-shape.rules.ts';
import { NumberFault, NumberLabel, NumberMeaning } from './query-number.enums.ts';
import { type WantedReference, wantedReference } from './wanted-reference.rules.ts';

export interface FoundNumber {
  /** As it may be looked up: without spaces. */
  readonly value: string;
  /** What it can be, the likeliest first; never empty. */
  readonly meanings: readonly NumberMeaning[];
  /** What the writer called it. */
  readonly label: NumberLabel | null;
  readonly fault: NumberFault | null;
  /** Its place in the masked text, by UTF-16 unit; `end` is the first after it. */
  readonly start: number;
  readonly end: number;
}

export interface ReadQuery {
  /** What was written, with every national ID number masked. */
  readonly text: string;
  readonly numbers: readonly FoundNumber[];
  readonly wantedReference: WantedReference | null;
  /** "Firma: …" of the template. */
  readonly company: string | null;
  readonly email: string | null;
  readonly nationalIds: number;
}

/** An enquiry is no book; what stands after this is not read. */
export const LONGEST_QUERY = 20_000;

const GAP = String.raw`[ .\u00a0\u2009\u202f-]`;
const ROW = new RegExp(String.raw`\d(?:${GAP}?\d)*`, 'g');
const EMAIL = /[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,6}[a-z]{2,20}/giu;
/** Looks like a number of ours and is none: addresses, days, amounts, times. */
const NOT_OURS: readonly RegExp[] = [
  EMAIL,
  /\bhttps?:\/\/\S{1,300}/giu,
  /(?<![\d.])[0-3]?\d[./-][01]?\d[./-](?:20)?\d\d(?![\d./-]*\d)/gu,
  /(?<!\d)20\d\d-[01]\d-[0-3]\d(?!\d)/gu,
  /(?<!\d)\d{1,3}(?:[ .\u00a0]?\d{3}){0,3},(?:\d\d|-)(?!\d)/gu,
  /(?<!\p{L})(?:kr|nok)\.?\s?\d{1,3}(?:[ .\u00a0]?\d{3}){0,2}(?![\d])/giu,
  /(?<!\d)\d{1,3}(?:[ .\u00a0]\d{3}){0,2} ?(?:kr|nok|kroner|%|prosent)(?!\p{L})/giu,
];
const CASE = /(?<!\d)20\d\d\/\d{6}(?!\d)/gu;
const COMPANY =
  /^[ \t]*(?:firma(?:navn)?|selskap|virksomhet|verksemd|bedrift|company(?: name)?|kunde)[ \t]*[:=][ \t]*(\S[^\n\r]{0,199})/imu;

export function readQuery(written: string): ReadQuery {
  const { text, count } = maskNationalIds(written.slice(0, LONGEST_QUERY));
  const wanted = wantedReference(text);
  const rest = blank(text, wanted);
  const cases = [...rest.matchAll(CASE)].map(found => caseNumber(found));
  const numbers = numbersIn(rest.replaceAll(CASE, hide));
  return {
    text,
    numbers: [...cases, ...numbers].sort((a, b) => a.start - b.start),
    wantedReference: wanted,
    company: COMPANY.exec(text)?.[1]?.trim() ?? null,
    email: text.match(EMAIL)?.[0].toLowerCase() ?? null,
    nationalIds: count,
  };
}

const hide = (found: string): string => '\u2022'.repeat(found.length);

/** Everything that is no number of ours covered, places kept. */
function blank(text: string, wanted: WantedReference | null): string {
  const covered = wanted ? text.slice(0, wanted.start) + hide(wanted.text) + text.slice(wanted.end) : text;
  return NOT_OURS.reduce((rest, pattern) => rest.replaceAll(pattern, hide), covered);
}

const caseNumber = (found: RegExpExecArray): FoundNumber => ({
  value: found[0],
  meanings: [NumberMeaning.CASE_NUMBER],
  label: NumberLabel.CASE,
  fault: null,
  start: found.index,
  end: found.index + found[0].length,
});

function numbersIn(text: string): FoundNumber[] {
  const numbers: FoundNumber[] = [];
  let before = 0;
  for (const row of text.matchAll(ROW)) {
    const groups = [...row[0].matchAll(/\d+/g)].map(
      (group): DigitGroup => ({ digits: group[0], start: row.index + group.index }),
    );
    let first = 0;
    for (const size of joinGroups(groups)) {
      const written = writtenAt(text, groups.slice(first, first + size));
      const number = named(text, written, before);
      if (number) numbers.push(number);
      before = written.end;
      first += size;
    }
  }
  return numbers;
}

interface Written {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** With the K of a credit note before it, and the dash that may end a KID after it. */
function writtenAt(text: string, groups: readonly DigitGroup[]): Written {
  const [first, last] = [groups[0] as DigitGroup, groups.at(-1) as DigitGroup];
  const digits = groups.map(group => group.digits).join('');
  const end = last.start + last.digits.length;
  const credit =
    digits.length === 10
      ? /(?<!\p{L})K ?$/iu.exec(text.slice(Math.max(0, first.start - 3), first.start))
      : null;
  if (credit) return { value: `K${digits}`, start: first.start - credit[0].length, end };
  const dashed = text[end] === '-' && isOwnKid(`${digits}-`) && !/[\d\p{L}]/u.test(text[end + 1] ?? '');
  return { value: dashed ? `${digits}-` : digits, start: first.start, end: dashed ? end + 1 : end };
}

/** Null for what is too short, part of a word or somebody's phone. */
function named(text: string, written: Written, from: number): FoundNumber | null {
  const { value, start } = written;
  const label = labelBefore(text, start, from);
  if (label === 'PHONE' || label === 'ACCOUNT' || label === 'NATIONAL_ID') return null;
  if (isPartOfWord(text, start, label)) return null;
  const told = meant(value, label);
  const shown =
    told.meanings[0] !== 'UNKNOWN' || (label !== null && label !== 'REFERENCE' && value.length >= 4);
  return shown ? { ...written, label, ...told } : null;
}

/** "PO-77412" is a reference of the buyer's; "NO314680731MVA" and "nr2026000101" are numbers. */
function isPartOfWord(text: string, start: number, label: NumberLabel | null): boolean {
  const before = /[\p{L}\d]+[-_/]?$/u.exec(text.slice(Math.max(0, start - 12), start))?.[0];
  if (!before) return false;
  return label === null || label === 'REFERENCE';
}

interface Meant {
  readonly meanings: readonly NumberMeaning[];
  readonly fault: NumberFault | null;
}

const is = (...meanings: NumberMeaning[]): Meant => ({ meanings, fault: null });
const wrong = (fault: NumberFault | null): Meant => ({ meanings: [NumberMeaning.UNKNOWN], fault });

/** What a shape is for certain goes before what it was called: "KID: 2026000101" is an invoice number. */
function meant(value: string, label: NumberLabel | null): Meant {
  if (value.startsWith('K')) return is(NumberMeaning.CREDIT_NOTE_NUMBER);
  if (label === 'CARD' && value.length === 10) return is(NumberMeaning.CARD_NUMBER);
  switch (shapeOf(value)) {
    case 'KID':
      return is(NumberMeaning.KID);
    case 'INVOICE':
      return label === 'CREDIT_NOTE'
        ? is(NumberMeaning.CREDIT_NOTE_NUMBER, NumberMeaning.INVOICE_NUMBER)
        : is(NumberMeaning.INVOICE_NUMBER);
    case 'ORG':
      return label === 'ORDER'
        ? is(NumberMeaning.ORG_NUMBER, NumberMeaning.INTERNAL_ORDER_NUMBER)
        : is(NumberMeaning.ORG_NUMBER);
    default:
      return meantAsOrder(value, label);
  }
}

/** Six to nine digits without a check digit: the order's number, or the one internal to invoicing. */
function meantAsOrder(value: string, label: NumberLabel | null): Meant {
  if (BEGINS_LIKE_KID.test(value)) return wrong('KID_CHECK_DIGIT');
  if (label === 'ORGANISATION') return wrong(value.length === 9 ? 'ORG_CHECK_DIGIT' : 'LENGTH');
  if (label === 'KID') return wrong('LENGTH');
  return label !== null && NOT_AN_ORDER.has(label) ? wrong(null) : orderOf(value, label !== null);
}

const BEGINS_LIKE_KID = /^20[2-9]\d{8}$/;
const NOT_AN_ORDER: ReadonlySet<NumberLabel> = new Set(['REFERENCE', 'CARD', 'CASE']);

/** The internal series may grow to nine digits; nobody writes so long a number without saying what it is. */
function orderOf({ length }: string, called: boolean): Meant {
  if (length === 7) return is(NumberMeaning.ORDER_NUMBER, NumberMeaning.INTERNAL_ORDER_NUMBER);
  if (length === 6) return is(NumberMeaning.INTERNAL_ORDER_NUMBER);
  if (!called) return wrong(null);
  return length === 8 || length === 9 ? is(NumberMeaning.INTERNAL_ORDER_NUMBER) : wrong('LENGTH');
}
