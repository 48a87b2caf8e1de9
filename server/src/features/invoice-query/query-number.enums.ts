/** What a number in an enquiry is. An organisation number is told apart as main unit or sub-unit when the register has been asked. */
export const NumberMeaning = {
  INVOICE_NUMBER: 'INVOICE_NUMBER',
  CREDIT_NOTE_NUMBER: 'CREDIT_NOTE_NUMBER',
  /** Payment reference with the right check digit. */
  KID: 'KID',
  /** "Vår referanse": the order's number in the portal. */
  ORDER_NUMBER: 'ORDER_NUMBER',
  /** "Ordrenr" on the invoice: internal to invoicing. */
  INTERNAL_ORDER_NUMBER: 'INTERNAL_ORDER_NUMBER',
  ORG_NUMBER: 'ORG_NUMBER',
  CARD_NUMBER: 'CARD_NUMBER',
  CASE_NUMBER: 'CASE_NUMBER',
  UNKNOWN: 'UNKNOWN',
} as const;
export type NumberMeaning = (typeof NumberMeaning)[keyof typeof NumberMeaning];

/** What the writer called it. */
export const NumberLabel = {
  INVOICE: 'INVOICE',
  CREDIT_NOTE: 'CREDIT_NOTE',
  KID: 'KID',
  /** "Ordrenr": may be either of the two numbers of an order. */
  ORDER: 'ORDER',
  /** "Vår referanse", "bestilling". */
  OUR_REFERENCE: 'OUR_REFERENCE',
  /** "Deres referanse", "PO". */
  REFERENCE: 'REFERENCE',
  ORGANISATION: 'ORGANISATION',
  CARD: 'CARD',
  CASE: 'CASE',
  PHONE: 'PHONE',
  ACCOUNT: 'ACCOUNT',
  NATIONAL_ID: 'NATIONAL_ID',
} as const;
export type NumberLabel = (typeof NumberLabel)[keyof typeof NumberLabel];

/** Why a number that was meant as one of ours cannot be it. */
export const NumberFault = {
  KID_CHECK_DIGIT: 'KID_CHECK_DIGIT',
  ORG_CHECK_DIGIT: 'ORG_CHECK_DIGIT',
  LENGTH: 'LENGTH',
} as const;
export type NumberFault = (typeof NumberFault)[keyof typeof NumberFault];

/** Whose an organisation number is. */
export const AskedUnit = {
  MAIN_UNIT: 'MAIN_UNIT',
  SUB_UNIT: 'SUB_UNIT',
  /** The issuer's own, copied from the invoice. */
  ISSUER: 'ISSUER',
  UNKNOWN: 'UNKNOWN',
} as const;
export type AskedUnit = (typeof AskedUnit)[keyof typeof AskedUnit];
