/** What a control visit (tilsyn) at a firm ended with. */
export const VisitOutcome = {
  NO_FINDINGS: 'NO_FINDINGS',
  /** Something was wrong; the firm is guided, or the case decides. */
  FINDINGS: 'FINDINGS',
  /** pålegg (aml. § 18-6). */
  ORDER_GIVEN: 'ORDER_GIVEN',
  /** stans (aml. § 18-8). */
  STOPPED: 'STOPPED',
} as const;
export type VisitOutcome = (typeof VisitOutcome)[keyof typeof VisitOutcome];
