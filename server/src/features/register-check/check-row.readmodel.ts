/** A register check as it is read and as it is shown: one piece of SQL and one function for every screen that has checks on it. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Language } from '../../platform/language.ts';
import type { ExceptionCode } from '../exception/exception.enums.ts';
import { type ExceptionFacts, exceptionsFor, NEW_FIRM_CODES } from '../exception/exception.rules.ts';
import { exceptionWordings } from '../exception/reason-catalogue.ts';
import { ruleOn } from '../exception-catalogue/exception-catalogue.rules.ts';
import type { RuleRow } from '../exception-catalogue/rule-versions.rules.ts';
import { checkWording } from './reason-catalogue.ts';
import { CheckReason, Register } from './register-check.enums.ts';
import type { CheckExceptionType, RegisterCheckType } from './register-check.type.ts';

export interface CheckRow
  extends Omit<RegisterCheckType, 'reasonText' | 'remedies' | 'exceptions' | 'noException' | 'granted'> {
  readonly rulesOn: LocalDate | null;
  readonly exceptionCode: ExceptionCode | null;
  readonly exceptionTo: LocalDate | null;
}

/** What the desk knows about the firm and the person's place in it, and the versions of the rules that depend on its age. */
export interface CheckFacts extends Omit<ExceptionFacts, 'today' | 'newFirmMonths'> {
  readonly rules: readonly RuleRow[];
}

export function exceptionFactsOf({ rules, ...facts }: CheckFacts, today: LocalDate): ExceptionFacts {
  const months = NEW_FIRM_CODES.map(code => [code, ruleOn(code, rules, today).thresholds.newFirmMonths]);
  return { ...facts, today, newFirmMonths: Object.fromEntries(months) };
}

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** JSON of one row of register_check. */
export const CHECK_JSON = (
  c: string,
) => `json_build_object('id', ${c}.id::text, 'register', ${c}.register, 'outcome', ${c}.outcome,
  'settledOutcome', ${c}.settled_outcome, 'reason', ${c}.reason, 'since', ${utc(`${c}.since`)}, 'askedAt', ${utc(`${c}.asked_at`)},
  'nextAt', ${utc(`${c}.next_at`)}, 'attempts', ${c}.attempts, 'hasAnswer', ${c}.answer_id is not null, 'rulesOn', ${c}.rules_on,
  'exceptionCode', ${c}.exception_code, 'exceptionTo', ${c}.exception_to)`;

/** All checks of an order line as a JSON array of CheckRow. @param item alias of order_item */
export const CHECKS_OF_ITEM = (item: string) =>
  `(select coalesce(json_agg(${CHECK_JSON('rc')}), '[]') from register_check rc where rc.order_item_id = ${item}.id)`;

/** CheckFacts of an order line as JSON. Roles count only where the register told who holds them. @param item alias of order_item */
export const CHECK_FACTS_OF_ITEM = (item: string) =>
  `(select json_build_object('form', f.form, 'employees', f.employees, 'sectorCode', f.sector_code, 'municipality', f.municipality,
    'registeredOn', f.registered_on, 'roles', (select case when count(r.person_id) > 0
      then coalesce(json_agg(r.code) filter (where r.person_id = ${item}.person_id), '[]') end
      from firm_role r where r.firm_id = f.id),
    'rules', (select coalesce(json_agg(json_build_object('id', x.id::text, 'code', x.code, 'validFrom', x.valid_from, 'body', x.body) order by x.valid_from, x.id), '[]')
      from exception_rule x where x.code in (${NEW_FIRM_CODES.map(code => `'${code}'`).join(', ')}) and x.approved_at is not null and x.withdrawn_at is null)) from organisation f where f.id = ${item}.main_unit_id)`;

export interface Showing {
  readonly facts: CheckFacts;
  readonly language: Language;
  readonly today: LocalDate;
}

const ORDER: readonly string[] = Object.values(Register);

/** In the order of the matrix. */
export function shownChecks(rows: readonly CheckRow[], showing: Showing): RegisterCheckType[] {
  return rows
    .toSorted((a, b) => ORDER.indexOf(a.register) - ORDER.indexOf(b.register))
    .map(row => shownCheck(row, showing));
}

/** While a register is silent its check says so, with what was last known beside it. */
export function shownCheck(
  { rulesOn: _, exceptionCode, exceptionTo, ...row }: CheckRow,
  showing: Showing,
): RegisterCheckType {
  const { facts, language, today } = showing;
  const reason = row.outcome === 'UNAVAILABLE' ? CheckReason.NO_ANSWER : row.reason;
  const wording = reason && checkWording(reason, language);
  const exceptions = shownExceptions(exceptionsFor(reason, exceptionFactsOf(facts, today)), language);
  const none = exceptions.length > 0 && exceptions.every(({ ruledOut }) => ruledOut !== null);
  return {
    ...row,
    reason,
    reasonText: wording ? wording.label : null,
    remedies: wording ? wording.remedies : [],
    exceptions,
    granted:
      row.outcome === 'APPROVED_BY_EXCEPTION' && exceptionCode
        ? { code: exceptionCode, who: exceptionWordings(language).who[exceptionCode], toOn: exceptionTo }
        : null,
    noException: none ? exceptionWordings(language).none : null,
  };
}

function shownExceptions(
  possible: ReturnType<typeof exceptionsFor>,
  language: Language,
): CheckExceptionType[] {
  const { who, ruledOut: why } = exceptionWordings(language);
  return possible.map(({ code, ruledOut }) => ({
    code,
    who: who[code],
    ruledOut: ruledOut && why[ruledOut],
  }));
}
