/** How it stands with a firm's confirmation of the year, as read from what has happened. */
export const ConfirmationState = {
  WAITING: 'WAITING',
  REMINDED: 'REMINDED',
  CONFIRMED: 'CONFIRMED',
  /** Told that the approval may be withdrawn (fvl. § 16). */
  NOTICED: 'NOTICED',
  WITHDRAWAL_PROPOSED: 'WITHDRAWAL_PROPOSED',
  WITHDRAWN: 'WITHDRAWN',
} as const;
export type ConfirmationState = (typeof ConfirmationState)[keyof typeof ConfirmationState];

/** What a firm confirms (Altinn, Årlig melding). */
export const ConfirmationStatement = {
  CONDITIONS_MET: 'CONDITIONS_MET',
  CARDS_FOR_ALL: 'CARDS_FOR_ALL',
  INJURY_INSURED: 'INJURY_INSURED',
  HEALTH_SERVICE: 'HEALTH_SERVICE',
} as const;
export type ConfirmationStatement = (typeof ConfirmationStatement)[keyof typeof ConfirmationStatement];

/** Why nothing can be done about a firm in a batch. */
export const ConfirmationRefusal = {
  CONFIRMED: 'CONFIRMED',
  /** The day the confirmation is due is not over. */
  NOT_DUE: 'NOT_DUE',
  /** It is: a notice comes next, and no reminder. */
  OVERDUE: 'OVERDUE',
  ALREADY_TOLD: 'ALREADY_TOLD',
  NOT_NOTICED: 'NOT_NOTICED',
  /** The firm still has time to comment. */
  MAY_COMMENT: 'MAY_COMMENT',
  /** Something came in since: a person reads it first. */
  NEW_POST: 'NEW_POST',
  BARRED: 'BARRED',
  FOR_APPROVAL: 'FOR_APPROVAL',
  NOT_GRANTED: 'NOT_GRANTED',
  RESERVED: 'RESERVED',
} as const;
export type ConfirmationRefusal = (typeof ConfirmationRefusal)[keyof typeof ConfirmationRefusal];
