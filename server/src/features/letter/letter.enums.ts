/** What the authority writes to the parties of a case. */
export const LetterKind = {
  DECISION_GRANT: 'DECISION_GRANT',
  DECISION_REFUSE: 'DECISION_REFUSE',
  DECISION_DISMISS: 'DECISION_DISMISS',
  DECISION_WITHDRAW: 'DECISION_WITHDRAW',
  DEFICIENCY: 'DEFICIENCY',
  WRONG_CHANNEL: 'WRONG_CHANNEL',
  INTERIM_REPLY: 'INTERIM_REPLY',
  ADVANCE_NOTICE: 'ADVANCE_NOTICE',
  APPEAL_RECEIVED: 'APPEAL_RECEIVED',
  APPEAL_UPHELD_FORWARDED: 'APPEAL_UPHELD_FORWARDED',
  APPEAL_REVERSED: 'APPEAL_REVERSED',
  APPEAL_DISMISSED_LATE: 'APPEAL_DISMISSED_LATE',
  ENTRY_EXPIRING: 'ENTRY_EXPIRING',
  ENTRY_ENDED: 'ENTRY_ENDED',
  CARD_ORDERING_OPENED: 'CARD_ORDERING_OPENED',
  CONFIRMATION_REMINDER: 'CONFIRMATION_REMINDER',
  CONFIRMATION_RECEIVED: 'CONFIRMATION_RECEIVED',
  APPROVAL_EXPIRING: 'APPROVAL_EXPIRING',
} as const;
export type LetterKind = (typeof LetterKind)[keyof typeof LetterKind];

/** Who puts a name under it: the leader who approved, the caseworker who decided. */
export const LetterSignerRole = { APPROVER: 'APPROVER', DECIDER: 'DECIDER' } as const;
export type LetterSignerRole = (typeof LetterSignerRole)[keyof typeof LetterSignerRole];

/** By post when the reader has no digital mailbox. */
export const LetterChannel = { DIGITAL_MAILBOX: 'DIGITAL_MAILBOX', POST: 'POST' } as const;
export type LetterChannel = (typeof LetterChannel)[keyof typeof LetterChannel];

export const LetterStatus = {
  /** Can still be stopped. */
  QUEUED: 'QUEUED',
  SENDING: 'SENDING',
  TO_PRINT: 'TO_PRINT',
  /** In a batch. */
  PRINTED: 'PRINTED',
  /** Posted. */
  SENT: 'SENT',
  /** In the digital mailbox. */
  DELIVERED: 'DELIVERED',
  RETURNED: 'RETURNED',
  CANCELLED: 'CANCELLED',
} as const;
export type LetterStatus = (typeof LetterStatus)[keyof typeof LetterStatus];

/** Why the post brought a letter back. */
export const ReturnReason = {
  UNKNOWN_ADDRESSEE: 'UNKNOWN_ADDRESSEE',
  MOVED: 'MOVED',
  INCOMPLETE_ADDRESS: 'INCOMPLETE_ADDRESS',
  NOT_COLLECTED: 'NOT_COLLECTED',
  OTHER: 'OTHER',
} as const;
export type ReturnReason = (typeof ReturnReason)[keyof typeof ReturnReason];

/** The paragraphs a letter can have. */
export const LetterPart = {
  OUTCOME: 'OUTCOME',
  EFFECT: 'EFFECT',
  FACTS: 'FACTS',
  GROUNDS: 'GROUNDS',
  LEGAL: 'LEGAL',
  MISSING: 'MISSING',
  HOW_TO_SEND: 'HOW_TO_SEND',
  ANSWER_BY: 'ANSWER_BY',
  CONSEQUENCE: 'CONSEQUENCE',
  COMMENT: 'COMMENT',
  NEXT_STEP: 'NEXT_STEP',
  APPEAL_RIGHT: 'APPEAL_RIGHT',
  APPEAL_DEADLINE: 'APPEAL_DEADLINE',
  APPEAL_BODY: 'APPEAL_BODY',
  ACCESS: 'ACCESS',
  CONTACT: 'CONTACT',
} as const;
export type LetterPart = (typeof LetterPart)[keyof typeof LetterPart];

/** What a letter must have before it may leave. */
export const LetterPoint = {
  LEGAL_GROUND: 'LEGAL_GROUND',
  FACTS: 'FACTS',
  OUTCOME: 'OUTCOME',
  APPEAL_RIGHT: 'APPEAL_RIGHT',
  APPEAL_BODY: 'APPEAL_BODY',
  DEADLINE: 'DEADLINE',
  MISSING_DOCUMENTS: 'MISSING_DOCUMENTS',
  SECURE_CHANNEL: 'SECURE_CHANNEL',
  CONSEQUENCE: 'CONSEQUENCE',
  RIGHT_TO_COMMENT: 'RIGHT_TO_COMMENT',
  NEXT_STEP: 'NEXT_STEP',
  CONTACT: 'CONTACT',
  NAMES_AND_DATES: 'NAMES_AND_DATES',
  NO_INTERNAL_TEXT: 'NO_INTERNAL_TEXT',
} as const;
export type LetterPoint = (typeof LetterPoint)[keyof typeof LetterPoint];
