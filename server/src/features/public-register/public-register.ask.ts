/** Reads what somebody asks the public register for; whatever cannot be meant is refused by the name of its parameter. */
import { isLocalDate } from '../../platform/calendar/calendar.ts';
import { decodeCursor, type Keyset } from '../../platform/graphql/page.ts';
import { Problem } from '../../platform/machine/problem.ts';
import { ApprovalRegister, FirmApprovalStatus } from '../firm-approval/firm-approval.enums.ts';
import { orgNumberCheckDigit } from '../organisation/org-number.rules.ts';

/** As Express reads an address; a parameter that is there twice is no text. */
export type Query = Readonly<Record<string, unknown>>;

export interface FirmsAsked {
  readonly number: string | null;
  readonly name: string | null;
  readonly place: string | null;
  readonly register: string | null;
  readonly status: string | null;
  /** Organisation number and register of the last entry seen. */
  readonly after: Keyset;
  readonly limit: number;
}

export interface ChangesAsked {
  /** Time, organisation number and register of the last change seen. */
  readonly after: Keyset;
  readonly limit: number;
}

const MOST = 100;
const FIRST: Keyset = ['', ''];

type Meant = (text: string) => boolean;

export const isOrgNumber: Meant = text =>
  /^\d{9}$/.test(text) && orgNumberCheckDigit(text.slice(0, 8)) === Number(text[8]);
const isWords: Meant = text => text.length >= 2 && text.length <= 100 && !text.includes('\u0000');
const isLimit: Meant = text => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= MOST;
const isInstant: Meant = text =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
  !Number.isNaN(Date.parse(text));
const isRegister: Meant = text => Object.hasOwn(ApprovalRegister, text);
const isStatus: Meant = text => Object.hasOwn(FirmApprovalStatus, text);
const isPosition: Meant = text => positionOf(text, 2) !== null;
const isMoment: Meant = text => {
  const position = positionOf(text, 3);
  return position !== null && isInstant(position[0] ?? '');
};

/** Null when the cursor is not one of ours. */
function positionOf(cursor: string, parts: number): Keyset | null {
  try {
    return decodeCursor(cursor, parts);
  } catch {
    return null;
  }
}

const FIRMS = {
  orgnr: isOrgNumber,
  name: isWords,
  place: isWords,
  register: isRegister,
  status: isStatus,
  after: isPosition,
  limit: isLimit,
};
const CHANGES = {
  since: (text: string) => isLocalDate(text) || isInstant(text),
  after: isMoment,
  limit: isLimit,
};

/** Spaces in a number and around words are nobody's fault; a parameter left empty is not asked for. */
function textOf(field: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return (field === 'orgnr' ? value.replaceAll(/\s/g, '') : value.trim()) || undefined;
}

/** @throws Problem QUESTION_FAULT with every parameter that is at fault */
function readAs<F extends string>(
  query: Query,
  fields: Readonly<Record<F, Meant>>,
): Partial<Record<F, string>> {
  const given = Object.entries(query).map(([field, value]) => [field, textOf(field, value)] as const);
  const asked = given.filter(([, value]) => value !== undefined);
  const faults = asked.flatMap(([field, value]) => {
    if (!Object.hasOwn(fields, field)) return [{ field, code: 'UNKNOWN' }];
    return typeof value === 'string' && fields[field as F](value) ? [] : [{ field, code: 'FORMAT' }];
  });
  if (faults.length > 0) throw new Problem('QUESTION_FAULT', faults);
  return Object.fromEntries(asked) as Partial<Record<F, string>>;
}

const limitOf = (limit: string | undefined) => Number(limit ?? MOST);

export function readFirmsAsked(query: Query): FirmsAsked {
  const { orgnr, name, place, register, status, after, limit } = readAs(query, FIRMS);
  return {
    ...{ number: orgnr ?? null, name: name ?? null, place: place ?? null },
    ...{ register: register ?? null, status: status ?? null },
    after: (after && positionOf(after, 2)) || FIRST,
    limit: limitOf(limit),
  };
}

/** A day begins at midnight in Oslo, which the database knows. */
export function readChangesAsked(query: Query): ChangesAsked {
  const { since, after, limit } = readAs(query, CHANGES);
  if (after) return { after: positionOf(after, 3) ?? [], limit: limitOf(limit) };
  if (!since) throw new Problem('QUESTION_FAULT', [{ field: 'since', code: 'REQUIRED' }]);
  return { after: [since, ...FIRST], limit: limitOf(limit) };
}
