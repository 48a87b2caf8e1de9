/** Which firms order as usual although Mva-registeret does not have them, by the rules of the order's day; for the register checks. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import { BORN_FROM } from './exception.catalogue.ts';
import { UsualCode } from './exception-catalogue.enums.ts';
import type { RehearsalReason } from './rehearsal.enums.ts';
import { newestBy, type RuleRow } from './rule-versions.rules.ts';
import { USUAL } from './usual.catalogue.ts';
import type { UsualBody } from './usual.shape.ts';

export interface UsualRule extends UsualBody {
  readonly code: UsualCode;
  /** Null for what the desk was born with. */
  readonly id: string | null;
  readonly validFrom: LocalDate;
}

export const USUAL_CODES = Object.values(UsualCode);

export function usualVersions(code: UsualCode, rows: readonly RuleRow[]): UsualRule[] {
  const born = { ...USUAL[code], code, id: null, validFrom: BORN_FROM };
  const later = rows
    .filter(row => row.code === code)
    .map(({ id, validFrom, body }) => ({ ...(body as UsualBody), code, id, validFrom }));
  return [born, ...later];
}

export const usualOn = (code: UsualCode, rows: readonly RuleRow[], day: LocalDate): UsualRule =>
  newestBy(usualVersions(code, rows), day);

export const usualFrom = (rows: readonly RuleRow[], day: LocalDate): UsualRule[] =>
  USUAL_CODES.map(code => usualOn(code, rows, day));

/** As Enhetsregisteret has it. */
export interface FirmKind {
  readonly form: string;
  readonly sectorCode: string | null;
  readonly industry: string | null;
}

/** A list that names nothing asks for nothing. What Enhetsregisteret does not say fits no list. */
const fits = (codes: readonly string[], is: (code: string) => boolean): boolean =>
  codes.length === 0 || codes.some(is);

export const ordersAsUsual = (
  { form, sectorCode, industry }: FirmKind,
  rules: readonly UsualBody[],
): boolean =>
  rules.some(
    rule =>
      fits(rule.sectorCodes, code => code === sectorCode) &&
      fits(rule.industryCodes, code => industry?.startsWith(code) ?? false) &&
      fits(rule.forms, code => code === form),
  );

/** What a change of one rule would have made of an order of a firm outside Mva-registeret; null: nothing else. */
export function usualDifference(
  firm: FirmKind,
  after: { readonly code: UsualCode; readonly body: UsualBody },
  { rows, day }: { readonly rows: readonly RuleRow[]; readonly day: LocalDate },
): RehearsalReason | null {
  const before = usualFrom(rows, day);
  const changed = before.map(rule => (rule.code === after.code ? after.body : rule));
  const [was, is] = [ordersAsUsual(firm, before), ordersAsUsual(firm, changed)];
  if (was === is) return null;
  return is ? 'AS_USUAL_NOW' : 'AS_USUAL_NO_MORE';
}
