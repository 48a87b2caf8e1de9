/** What each exception asked for until the authority changed it (domain guide, section 4), for who registers and decides applications. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { ExceptionCode } from '../exception/exception.enums.ts';
import { exceptionWordings } from '../exception/reason-catalogue.ts';
import type { ClaimFact, DecisionOutcome, DocumentKind } from './exception-catalogue.enums.ts';
import { LABELS, NAMES } from './exception-catalogue.wording.ts';
import type { Requirement, RuleBody, ValidityRule } from './exception-rule.shape.ts';

/** The day the desk's own versions hold from: nothing older is decided by it. */
export const BORN_FROM: LocalDate = '2020-01-01';

const NB = exceptionWordings('nb').who;
const NN = exceptionWordings('nn').who;
const EN = exceptionWordings('en').who;

type Key = keyof typeof LABELS;
const papers = (key: Key, ...alternatives: DocumentKind[][]): Requirement => ({
  key,
  alternatives,
  label: LABELS[key],
});
const paper = (key: Key & DocumentKind): Requirement => papers(key, [key]);
const said = (fact: Key & ClaimFact): Requirement => ({ key: fact, fact, label: LABELS[fact] });

/** A card is valid for two years (R4); the entry follows it. */
const cardExpiry: ValidityRule = { kind: 'CARD_EXPIRY', months: 24 };
const months = (count: number, deleteAfter = false): ValidityRule => ({
  kind: 'MONTHS',
  months: count,
  deleteAfter,
});
const whileRole = (...roles: string[]): ValidityRule => ({ kind: 'WHILE_ROLE', roles });

/** Section 10: whoever decides these alone takes something from somebody, or lets somebody in. */
const TAKES_AWAY: DecisionOutcome[] = ['REFUSE', 'WITHDRAW'];
const NO_THRESHOLDS = { turnoverNok: null, newFirmMonths: null };

type Given = Pick<RuleBody, 'requirements' | 'validity'> & Partial<RuleBody>;
const body = (code: ExceptionCode, given: Omit<RuleBody, 'name' | 'who'>): RuleBody => ({
  name: NAMES[code],
  who: { nb: NB[code], nn: NN[code], en: EN[code] },
  ...given,
});

/** About a person in a firm: personal papers, so only by a secure way. */
const ofPerson = (
  code: ExceptionCode,
  register: RuleBody['register'],
  { requirements, ...given }: Given,
): RuleBody =>
  body(code, {
    register,
    subject: 'PERSON_AND_FIRM',
    channels: 'SECURE',
    legalReference: 'OPTIONAL',
    fourEyesOn: register === 'UDI' ? ['GRANT', ...TAKES_AWAY] : TAKES_AWAY,
    thresholds: NO_THRESHOLDS,
    requirements: [said('PERSON'), said('FIRM'), ...requirements],
    ...given,
  });

/** About a firm alone: plain e-mail will do. */
const ofFirm = (
  code: ExceptionCode,
  register: RuleBody['register'],
  { requirements, ...given }: Given,
): RuleBody =>
  body(code, {
    register,
    subject: 'FIRM',
    channels: 'ALSO_EMAIL',
    legalReference: 'NONE',
    fourEyesOn: TAKES_AWAY,
    thresholds: NO_THRESHOLDS,
    requirements: [said('FIRM'), ...requirements],
    ...given,
  });

const UNDER = { turnoverNok: 50_000, newFirmMonths: 6 };

export const EXCEPTIONS: Readonly<Record<ExceptionCode, RuleBody>> = {
  AA_ENK_SPOUSE: ofPerson('AA_ENK_SPOUSE', 'AA', {
    requirements: [papers('MARRIAGE', ['MARRIAGE_CERTIFICATE'], ['JOINT_TAX_RETURN'])],
    validity: cardExpiry,
  }),
  AA_DA_ANS_PARTNER: ofPerson('AA_DA_ANS_PARTNER', 'AA', {
    requirements: [
      papers('PARTNERSHIP', ['REGISTER_PRINTOUT_ENHET', 'REGISTER_PRINTOUT_FORETAK'], ['FIRM_CERTIFICATE']),
    ],
    validity: whileRole('DTPR', 'DTSO'),
  }),
  AA_AS_OWNER_UNPAID: ofPerson('AA_AS_OWNER_UNPAID', 'AA', { requirements: [], validity: months(12) }),
  AA_BOARD_CHAIR: ofPerson('AA_BOARD_CHAIR', 'AA', {
    requirements: [],
    validity: whileRole('LEDE', 'NEST', 'MEDL', 'VARA', 'DAGL'),
  }),
  AA_CEO_NO_EMPLOYEES: ofPerson('AA_CEO_NO_EMPLOYEES', 'AA', {
    requirements: [],
    validity: whileRole('DAGL'),
  }),
  AA_NAV_VTA: ofPerson('AA_NAV_VTA', 'AA', {
    requirements: [paper('NAV_PAPER')],
    validity: { kind: 'DOCUMENT_DATE', date: 'NAV_END' },
  }),
  UDI_CONFIRMED: ofPerson('UDI_CONFIRMED', 'UDI', {
    requirements: [paper('UDI_CONFIRMATION')],
    validity: { kind: 'DOCUMENT_DATE', date: 'PERMIT_END' },
  }),
  UDI_EEA_FAMILY: ofPerson('UDI_EEA_FAMILY', 'UDI', {
    requirements: [paper('RESIDENCE_CARD')],
    validity: { kind: 'DOCUMENT_DATE', date: 'RESIDENCE_CARD_END' },
  }),
  VAT_KF_1510: ofFirm('VAT_KF_1510', 'MVA', {
    requirements: [said('VAT_PROVISION')],
    validity: months(12),
    legalReference: 'REQUIRED',
  }),
  VAT_UNDER_50K_NEW: ofFirm('VAT_UNDER_50K_NEW', 'MVA', {
    requirements: [],
    validity: months(3, true),
    thresholds: UNDER,
  }),
  VAT_UNDER_50K_OTHER: ofFirm('VAT_UNDER_50K_OTHER', 'MVA', {
    requirements: [paper('RF_1316')],
    validity: months(12),
    thresholds: UNDER,
  }),
  VAT_SVALBARD: ofFirm('VAT_SVALBARD', 'MVA', {
    requirements: [said('FOREIGN_STAFF')],
    validity: months(12),
  }),
  VAT_NOT_LIABLE: ofFirm('VAT_NOT_LIABLE', 'MVA', {
    requirements: [paper('TAX_OFFICE_PROOF')],
    validity: months(12),
    legalReference: 'ADVISED',
  }),
  STAFFING_FOREIGN: ofFirm('STAFFING_FOREIGN', 'STAFFING', {
    requirements: [paper('RF_1199'), paper('HIRE_CONTRACT')],
    validity: { kind: 'DOCUMENT_DATE', date: 'CONTRACT_END' },
  }),
};
