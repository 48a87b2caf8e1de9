/** How it stands with each condition of an approval: by the size of the firm and the day, by the registers, or as a caseworker has said (domain section 5). */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import { hasCompanyDuty } from '../register-check/firm.rules.ts';
import type {
  ConditionSource,
  ConditionState,
  DocumentKind,
  RegisterDuty,
} from './exception-catalogue.enums.ts';
import type { ConditionBody } from './exception-rule.shape.ts';

/** What a caseworker said last about a condition. */
export interface SaidCondition {
  readonly key: string;
  readonly state: ConditionState;
  readonly documentId: string | null;
  readonly comment: string | null;
  /** Name. */
  readonly saidBy: string;
  /** ISO. */
  readonly saidAt: string;
}

export interface ConditionFacts {
  /** As the application says. */
  readonly employees: number | null;
  /** Whether forurensningsforskriften § 15-1 applies to it; null: it has not said. */
  readonly dischargeDuty: boolean | null;
  /** Of the application. */
  readonly day: LocalDate;
  /** As the registers have it; null where none has told. */
  readonly firm: {
    readonly form: string | null;
    readonly status: string | null;
    readonly inCompanyRegister: boolean | null;
    readonly inVatRegister: boolean | null;
    readonly employees: number | null;
  };
  readonly said: readonly SaidCondition[];
}

export interface CheckedCondition {
  /** Null: nobody has said yet. */
  readonly state: ConditionState | null;
  readonly source: ConditionSource | null;
  readonly said: SaidCondition | null;
}

type Headcounts = ConditionBody['atLeast'];

/** The number that holds on a day; null when none has begun. */
export function headcountOn(headcounts: Headcounts, day: LocalDate): number | null {
  const begun = headcounts.filter(({ from }) => from <= day);
  return begun.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]?.employees ?? null;
}

const DUTIES: Readonly<Record<RegisterDuty, (facts: ConditionFacts) => ConditionState | null>> = {
  ACTIVE: ({ firm: { status } }) => said(status === null ? null : status === 'ACTIVE'),
  COMPANY_REGISTER: ({ firm: { form, inCompanyRegister, employees } }) => {
    if (inCompanyRegister) return 'MET';
    if (form === null || inCompanyRegister === null) return null;
    return hasCompanyDuty({ form, employees }) ? 'NOT_MET' : 'NOT_RELEVANT';
  },
  VAT_REGISTER: ({ firm }) => said(firm.inVatRegister),
  EMPLOYEES_REPORTED: ({ employees, firm }) => {
    if (employees === 0) return 'NOT_RELEVANT';
    return said(firm.employees === null ? null : firm.employees > 0);
  },
};

const said = (is: boolean | null): ConditionState | null => {
  if (is === null) return null;
  return is ? 'MET' : 'NOT_MET';
};

/** Whether such a firm is asked at all. Who has not said how many employees it has, is asked. */
function isAsked({ of, atLeast }: ConditionBody, facts: ConditionFacts): boolean {
  const { employees, dischargeDuty, day } = facts;
  if (of === 'EMPLOYERS' && employees === 0) return false;
  if (of === 'DISCHARGERS' && dischargeDuty === false) return false;
  const least = headcountOn(atLeast, day);
  return least === null || employees === null || employees >= least;
}

/** Papers that may prove it in a firm of this size. */
export function evidenceFor(body: ConditionBody, { employees, day }: ConditionFacts): DocumentKind[][] {
  const below = body.small ? headcountOn(body.small.fewerThan, day) : null;
  const isSmall = below !== null && employees !== null && employees < below;
  return [...body.evidence, ...(isSmall && body.small ? body.small.evidence : [])];
}

export function checkCondition(
  { key, body }: { readonly key: string; readonly body: ConditionBody },
  facts: ConditionFacts,
): CheckedCondition & { readonly evidence: DocumentKind[][] } {
  const evidence = evidenceFor(body, facts);
  const newest = facts.said.find(one => one.key === key) ?? null;
  if (!isAsked(body, facts)) return { state: 'NOT_RELEVANT', source: 'RULE', said: newest, evidence };
  if (body.duty) {
    const state = DUTIES[body.duty](facts);
    if (state) return { state, source: 'REGISTER', said: newest, evidence };
  }
  return { state: newest?.state ?? null, source: newest ? 'STAFF' : null, said: newest, evidence };
}

/** Asked for in the letter about what is missing: what is not met, and what nothing has come for yet. */
export const wants = (
  { state }: Pick<CheckedCondition, 'state'>,
  papers: { readonly asked: boolean; readonly came: boolean },
): boolean => state === 'NOT_MET' || (state === null && papers.asked && !papers.came);
