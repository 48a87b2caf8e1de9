/** Why an application, or an order, would go another way under a proposed rule. */
export const RehearsalReason = {
  SECOND_SIGNATURE_NOW: 'SECOND_SIGNATURE_NOW',
  SECOND_SIGNATURE_NO_MORE: 'SECOND_SIGNATURE_NO_MORE',
  MISSING_NOW: 'MISSING_NOW',
  COMPLETE_NOW: 'COMPLETE_NOW',
  OTHER_VALIDITY: 'OTHER_VALIDITY',
  CHANNEL_CLOSED: 'CHANNEL_CLOSED',
  CHANNEL_OPENED: 'CHANNEL_OPENED',
  LEGAL_REFERENCE_NOW: 'LEGAL_REFERENCE_NOW',
  NEW_FIRM_DIFFERS: 'NEW_FIRM_DIFFERS',
  AS_USUAL_NOW: 'AS_USUAL_NOW',
  AS_USUAL_NO_MORE: 'AS_USUAL_NO_MORE',
} as const;
export type RehearsalReason = (typeof RehearsalReason)[keyof typeof RehearsalReason];
