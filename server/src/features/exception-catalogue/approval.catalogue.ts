/** What approval of a firm asked for until the authority changed it (domain section 5, [AT-renh][AT-bil][AT-bem][Altinn]), for caseworkers who decide on firms. */
import type { ApprovalCode } from '../application/application.enums.ts';
import {
  CONDITION_LABELS as LABELS,
  APPROVAL_NAMES as NAMES,
  APPROVAL_WHO as WHO,
} from './approval-wording.rules.ts';
import type { DocumentKind, RegisterDuty } from './exception-catalogue.enums.ts';
import type { ConditionBody, Requirement, RuleBody } from './exception-rule.shape.ts';

type Key = keyof typeof LABELS;

const condition = (key: Key, given: Partial<ConditionBody>): Requirement => ({
  key,
  label: LABELS[key],
  condition: { of: 'EMPLOYERS', atLeast: [], duty: null, evidence: [], small: null, ...given },
});
const proven = (key: Key, kind: DocumentKind): Requirement => condition(key, { evidence: [[kind]] });
const duty = (name: RegisterDuty): Requirement => condition(name, { of: 'EVERYBODY', duty: name });

/** 10 and 50 employees in the application form; 5 and 30 in the act since 2024 [law]. */
const SAFETY_REP_FROM = [
  { from: '2012-09-01', employees: 10 },
  { from: '2024-01-01', employees: 5 },
];
const AMU_FROM = [
  { from: '2012-09-01', employees: 50 },
  { from: '2024-01-01', employees: 30 },
];

const WORKING_LIFE: readonly Requirement[] = [
  proven('OCCUPATIONAL_HEALTH', 'OHS_AGREEMENT'),
  condition('SAFETY_REPRESENTATIVE', {
    evidence: [['SAFETY_REP_ELECTION']],
    small: { fewerThan: SAFETY_REP_FROM, evidence: [['SAFETY_REP_AGREEMENT']] },
  }),
  condition('WORKING_ENVIRONMENT_COMMITTEE', { atLeast: AMU_FROM, evidence: [['AMU_MINUTES']] }),
  proven('EMPLOYMENT_CONTRACTS', 'EMPLOYMENT_CONTRACT'),
  proven('INJURY_INSURED', 'INJURY_INSURANCE'),
];
const DUTIES = [duty('ACTIVE'), duty('COMPANY_REGISTER'), duty('VAT_REGISTER'), duty('EMPLOYEES_REPORTED')];

const approval = (
  code: ApprovalCode,
  given: Pick<RuleBody, 'register' | 'requirements' | 'validity'>,
): RuleBody => ({
  name: NAMES[code],
  who: WHO[code],
  subject: 'FIRM',
  channels: 'ALSO_EMAIL',
  legalReference: 'REQUIRED',
  // Section 10: refusals and withdrawals.
  fourEyesOn: ['REFUSE', 'WITHDRAW'],
  thresholds: { turnoverNok: null, newFirmMonths: null },
  ...given,
});

export const APPROVALS: Readonly<Record<ApprovalCode, RuleBody>> = {
  CLEANING_FIRM: approval('CLEANING_FIRM', {
    register: 'CLEANING_APPROVAL',
    validity: { kind: 'UNTIL_WITHDRAWN' },
    requirements: [
      ...DUTIES,
      ...WORKING_LIFE,
      proven('MINIMUM_PAY', 'PAY_PROOF'),
      condition('ASSIGNMENTS_REPORTED', {}),
      condition('RESIDENCE_PERMITS', {}),
    ],
  }),
  // The discharge permit is the only one a firm without employees sends [AT-bil].
  CAR_CARE_FIRM: approval('CAR_CARE_FIRM', {
    register: 'CAR_CARE_APPROVAL',
    validity: { kind: 'UNTIL_WITHDRAWN' },
    requirements: [
      ...DUTIES,
      ...WORKING_LIFE,
      condition('DISCHARGE_PERMITTED', { of: 'DISCHARGERS', evidence: [['DISCHARGE_PERMIT']] }),
    ],
  }),
  // One year at a time [AT-bem].
  STAFFING_AGENCY: approval('STAFFING_AGENCY', {
    register: 'STAFFING',
    validity: { kind: 'MONTHS', months: 12, deleteAfter: false },
    requirements: [...DUTIES],
  }),
};
