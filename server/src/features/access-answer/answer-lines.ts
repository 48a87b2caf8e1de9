/** Turns log rows about one person into lines she can read, and into a file a spreadsheet opens without being fooled. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import { csvText } from '../../platform/csv.ts';
import type { Language } from '../../platform/language.ts';
import { ANSWER_TEXTS, type LookupWhat } from './access-answer.texts.ts';

export interface LookupRow {
  readonly at: Date;
  readonly operation: string;
  readonly tableName: string | null;
  readonly fields: readonly string[];
  readonly purpose: string | null;
  readonly caseNumber: string | null;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly roles: readonly string[] | null;
  readonly organisation: string | null;
}

export interface AnswerLine {
  readonly at: Date;
  readonly who: string;
  readonly what: string;
  readonly why: string;
  readonly caseNumber: string | null;
  readonly times: number;
}

export interface AnswerAsk {
  readonly language: Language;
  /** Names of staff are the exception: the person has a right to what was read and why, not always to who read it (CJEU C-579/21). */
  readonly withNames: boolean;
}

const BY_TABLE: Readonly<Record<string, LookupWhat>> = {
  desk_case: 'CASE',
  stored_file: 'IMAGE',
  outbox_mail: 'LETTER',
  audit_log: 'LOG',
  card_order: 'ORDER',
  order_item: 'ORDER',
  card: 'CARD',
  register_check: 'CHECKS',
  register_answer: 'CHECKS',
  caller_verification: 'CALL',
  power_of_attorney: 'CALL',
};
const BY_OPERATION: Readonly<Record<string, LookupWhat>> = {
  searchName: 'NAME_SEARCH',
  searchNationalId: 'NUMBER_SEARCH',
  revealNationalId: 'NUMBER_SHOWN',
};
const WHY: Readonly<Partial<Record<LookupWhat, string>>> = { LIST: 'OVERVIEW', LOG: 'CONTROL' };

export function whatOf({ operation, tableName, fields }: LookupRow): LookupWhat {
  const known = BY_OPERATION[operation] ?? BY_TABLE[tableName ?? ''];
  if (known) return known;
  return tableName === 'person' && fields.includes('name') ? 'LIST' : 'OTHER';
}

/** One line for each colleague, day, kind of lookup, purpose and case, with the time of its first; newest line first. */
export function linesOf(rows: readonly LookupRow[], ask: AnswerAsk): AnswerLine[] {
  const lines = new Map<string, AnswerLine>();
  for (const row of rows) {
    const line = lineOf(row, ask);
    const key = [osloDate(row.at), row.actorId, line.what, line.why, row.caseNumber].join('|');
    const known = lines.get(key);
    lines.set(key, known ? { ...known, at: row.at, times: known.times + 1 } : line);
  }
  return [...lines.values()].sort((a, b) => b.at.getTime() - a.at.getTime());
}

function lineOf(row: LookupRow, { language, withNames }: AnswerAsk): AnswerLine {
  const texts = ANSWER_TEXTS[language];
  const what = whatOf(row);
  const why = row.purpose ?? WHY[what] ?? 'CASEWORK';
  return {
    at: row.at,
    who: whoOf(row, { language, withNames }),
    what: texts.what[what],
    why: texts.why[why] ?? texts.why.OTHER ?? '',
    caseNumber: row.caseNumber,
    times: 1,
  };
}

/** 'Stine Krog, leder for kundebehandlere, Kortservice', or without the name. */
function whoOf(row: LookupRow, { language, withNames }: AnswerAsk): string {
  const texts = ANSWER_TEXTS[language];
  if (!row.actorId) return texts.system;
  const role = texts.roles[row.roles?.at(-1) ?? ''] ?? '';
  const parts = [withNames ? row.actorName : null, role, row.organisation].filter(part => part);
  const who = parts.join(', ');
  return who.charAt(0).toUpperCase() + who.slice(1);
}

/** How many different members of staff, and how many lookups in all. */
export function summaryOf(rows: readonly LookupRow[], language: Language): string {
  const texts = ANSWER_TEXTS[language];
  if (rows.length === 0) return texts.nobody;
  const staff = new Set(rows.flatMap(row => row.actorId ?? []));
  return texts.summary(staff.size, rows.length);
}

const CLOCK = new Intl.DateTimeFormat('nb', { timeZone: 'Europe/Oslo', hour: '2-digit', minute: '2-digit' });

export function csvOf(lines: readonly AnswerLine[], language: Language): string {
  const rows = lines.map(({ at, who, what, why, caseNumber, times }) => [
    ...[osloDate(at), CLOCK.format(at), who, what, why, caseNumber ?? '', String(times)],
  ]);
  return csvText(ANSWER_TEXTS[language].columns, rows);
}
