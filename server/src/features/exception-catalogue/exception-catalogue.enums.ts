/** The words of the exception catalogue (domain guide, section 4). */
export const DocumentKind = {
  APPLICATION: 'APPLICATION',
  MARRIAGE_CERTIFICATE: 'MARRIAGE_CERTIFICATE',
  JOINT_TAX_RETURN: 'JOINT_TAX_RETURN',
  REGISTER_PRINTOUT_ENHET: 'REGISTER_PRINTOUT_ENHET',
  REGISTER_PRINTOUT_FORETAK: 'REGISTER_PRINTOUT_FORETAK',
  FIRM_CERTIFICATE: 'FIRM_CERTIFICATE',
  NAV_PAPER: 'NAV_PAPER',
  UDI_CONFIRMATION: 'UDI_CONFIRMATION',
  RESIDENCE_CARD: 'RESIDENCE_CARD',
  RF_1316: 'RF_1316',
  TAX_OFFICE_PROOF: 'TAX_OFFICE_PROOF',
  RF_1199: 'RF_1199',
  HIRE_CONTRACT: 'HIRE_CONTRACT',
  /** bedriftshelsetjeneste (aml. § 3-3). */
  OHS_AGREEMENT: 'OHS_AGREEMENT',
  SAFETY_REP_ELECTION: 'SAFETY_REP_ELECTION',
  SAFETY_REP_AGREEMENT: 'SAFETY_REP_AGREEMENT',
  AMU_MINUTES: 'AMU_MINUTES',
  EMPLOYMENT_CONTRACT: 'EMPLOYMENT_CONTRACT',
  PAY_PROOF: 'PAY_PROOF',
  INJURY_INSURANCE: 'INJURY_INSURANCE',
  DISCHARGE_PERMIT: 'DISCHARGE_PERMIT',
  INSPECTION_NOTE: 'INSPECTION_NOTE',
  ENVELOPE: 'ENVELOPE',
  APPEAL: 'APPEAL',
  POWER_OF_ATTORNEY: 'POWER_OF_ATTORNEY',
  OTHER: 'OTHER',
} as const;
export type DocumentKind = (typeof DocumentKind)[keyof typeof DocumentKind];

/** Whom a condition of an approval is asked of. */
export const ConditionFor = {
  EVERYBODY: 'EVERYBODY',
  EMPLOYERS: 'EMPLOYERS',
  /** Firms under forurensningsforskriften § 15-1. */
  DISCHARGERS: 'DISCHARGERS',
} as const;
export type ConditionFor = (typeof ConditionFor)[keyof typeof ConditionFor];

/** A register duty, which the registers themselves answer. */
export const RegisterDuty = {
  ACTIVE: 'ACTIVE',
  COMPANY_REGISTER: 'COMPANY_REGISTER',
  VAT_REGISTER: 'VAT_REGISTER',
  /** Reports employees to Aa-registeret, when it says that it has some. */
  EMPLOYEES_REPORTED: 'EMPLOYEES_REPORTED',
} as const;
export type RegisterDuty = (typeof RegisterDuty)[keyof typeof RegisterDuty];

export const ConditionState = { MET: 'MET', NOT_MET: 'NOT_MET', NOT_RELEVANT: 'NOT_RELEVANT' } as const;
export type ConditionState = (typeof ConditionState)[keyof typeof ConditionState];

/** Who says so. RULE: the firm is too small, or it is not asked of such a firm. */
export const ConditionSource = { RULE: 'RULE', REGISTER: 'REGISTER', STAFF: 'STAFF' } as const;
export type ConditionSource = (typeof ConditionSource)[keyof typeof ConditionSource];

/** What the application itself must say. */
export const ClaimFact = {
  PERSON: 'PERSON',
  FIRM: 'FIRM',
  /** The provision of the VAT act the firm relies on. */
  VAT_PROVISION: 'VAT_PROVISION',
  /** Svalbard: no foreign staff, or each with a D-number and registered in Aa or OAR. */
  FOREIGN_STAFF: 'FOREIGN_STAFF',
} as const;
export type ClaimFact = (typeof ClaimFact)[keyof typeof ClaimFact];

/** Register an exception takes the place of: its other checks still apply. */
export const BypassedRegister = { AA: 'AA', UDI: 'UDI', MVA: 'MVA', STAFFING: 'STAFFING' } as const;
export type BypassedRegister = (typeof BypassedRegister)[keyof typeof BypassedRegister];

export const ExceptionSubject = { PERSON_AND_FIRM: 'PERSON_AND_FIRM', FIRM: 'FIRM' } as const;
export type ExceptionSubject = (typeof ExceptionSubject)[keyof typeof ExceptionSubject];

/** SECURE: eDialog, the portal, the machine interface or post. ALSO_EMAIL: these, and plain e-mail. */
export const AllowedChannels = { SECURE: 'SECURE', ALSO_EMAIL: 'ALSO_EMAIL' } as const;
export type AllowedChannels = (typeof AllowedChannels)[keyof typeof AllowedChannels];

export const ValidityKind = {
  /** Of an approval that the firm confirms every year. */
  UNTIL_WITHDRAWN: 'UNTIL_WITHDRAWN',
  CARD_EXPIRY: 'CARD_EXPIRY',
  WHILE_ROLE: 'WHILE_ROLE',
  MONTHS: 'MONTHS',
  DOCUMENT_DATE: 'DOCUMENT_DATE',
} as const;
export type ValidityKind = (typeof ValidityKind)[keyof typeof ValidityKind];

/** Which date, written on a document, ends an entry. */
export const DocumentDate = {
  PERMIT_END: 'PERMIT_END',
  RESIDENCE_CARD_END: 'RESIDENCE_CARD_END',
  NAV_END: 'NAV_END',
  CONTRACT_END: 'CONTRACT_END',
} as const;
export type DocumentDate = (typeof DocumentDate)[keyof typeof DocumentDate];

export const LegalReference = {
  REQUIRED: 'REQUIRED',
  ADVISED: 'ADVISED',
  OPTIONAL: 'OPTIONAL',
  NONE: 'NONE',
} as const;
export type LegalReference = (typeof LegalReference)[keyof typeof LegalReference];

export const DecisionOutcome = {
  GRANT: 'GRANT',
  REFUSE: 'REFUSE',
  DISMISS: 'DISMISS',
  WITHDRAW: 'WITHDRAW',
} as const;
export type DecisionOutcome = (typeof DecisionOutcome)[keyof typeof DecisionOutcome];

/** Firms that order as usual, without an exception, although Mva-registeret does not have them. */
export const UsualCode = {
  USUAL_PUBLIC: 'USUAL_PUBLIC',
  USUAL_TRAINING_OFFICE: 'USUAL_TRAINING_OFFICE',
  USUAL_INTEREST_ORGANISATION: 'USUAL_INTEREST_ORGANISATION',
  USUAL_OWN_PROPERTY: 'USUAL_OWN_PROPERTY',
} as const;
export type UsualCode = (typeof UsualCode)[keyof typeof UsualCode];
