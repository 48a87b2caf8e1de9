/** HELD: the desk itself found that the card cannot be made, and sent nothing. */
export const ProductionLineStatus = {
  SENT: 'SENT',
  ACKNOWLEDGED: 'ACKNOWLEDGED',
  REFUSED: 'REFUSED',
  SHIPPED: 'SHIPPED',
  HELD: 'HELD',
} as const;
export type ProductionLineStatus = (typeof ProductionLineStatus)[keyof typeof ProductionLineStatus];

/** What production says of a line. */
export const ProductionOutcome = {
  ACKNOWLEDGED: 'ACKNOWLEDGED',
  REFUSED: 'REFUSED',
  SHIPPED: 'SHIPPED',
} as const;
export type ProductionOutcome = (typeof ProductionOutcome)[keyof typeof ProductionOutcome];

/** Why a card was not made: the first five are production's, the others the desk's own. */
export const ProductionReason = {
  PHOTO_UNUSABLE: 'PHOTO_UNUSABLE',
  DATA_INCOMPLETE: 'DATA_INCOMPLETE',
  CHECKSUM_WRONG: 'CHECKSUM_WRONG',
  CHIP_FAILED: 'CHIP_FAILED',
  OTHER: 'OTHER',
  NO_PHOTO: 'NO_PHOTO',
  NO_BIRTH_DATE: 'NO_BIRTH_DATE',
  NO_NORWEGIAN_ADDRESS: 'NO_NORWEGIAN_ADDRESS',
} as const;
export type ProductionReason = (typeof ProductionReason)[keyof typeof ProductionReason];

export type HoldReason = Extract<ProductionReason, `NO_${string}`>;
export type RefusalReason = Exclude<ProductionReason, HoldReason>;

export const REFUSAL_REASONS: readonly RefusalReason[] = [
  'PHOTO_UNUSABLE',
  'DATA_INCOMPLETE',
  'CHECKSUM_WRONG',
  'CHIP_FAILED',
  'OTHER',
];
