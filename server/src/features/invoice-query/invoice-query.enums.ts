/** How an enquiry about an invoice is answered. A wrong reference is not answered but billed anew, by two people. */
export const QueryOutcome = {
  REFERENCE_NOT_GIVEN: 'REFERENCE_NOT_GIVEN',
  /** It was sent; the receiver's own supplier does not show it. */
  REFERENCE_HIDDEN_BY_SUPPLIER: 'REFERENCE_HIDDEN_BY_SUPPLIER',
  WRONG_FIRM_BILLED: 'WRONG_FIRM_BILLED',
  PAID_WITHOUT_KID: 'PAID_WITHOUT_KID',
  /** A card from before 2020. */
  EARLIER_ISSUER: 'EARLIER_ISSUER',
  DUPLICATE: 'DUPLICATE',
  /** The desk asks back, and the case waits. */
  ASKED_BACK: 'ASKED_BACK',
} as const;
export type QueryOutcome = (typeof QueryOutcome)[keyof typeof QueryOutcome];

/** What is wrong, as a clerk chooses it: an answer, or a new invoice. */
export const QueryFault = { ...QueryOutcome, WRONG_REFERENCE: 'WRONG_REFERENCE' } as const;
export type QueryFault = (typeof QueryFault)[keyof typeof QueryFault];
