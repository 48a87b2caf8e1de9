/** NOARK 5: what came in, went out, or was written within with or without a follow-up. */
export const JournalType = {
  /** Inngående. */
  I: 'I',
  /** Utgående. */
  U: 'U',
  /** Internt, til oppfølging. */
  N: 'N',
  /** Internt, uten oppfølging. */
  X: 'X',
} as const;
export type JournalType = (typeof JournalType)[keyof typeof JournalType];

/** What an entry is about; each has a fixed phrase. */
export const JournalSubject = {
  APPLICATION: 'APPLICATION',
  DOCUMENT: 'DOCUMENT',
  APPEAL: 'APPEAL',
  APPEAL_BODY_ANSWER: 'APPEAL_BODY_ANSWER',
  GRANT: 'GRANT',
  REFUSAL: 'REFUSAL',
  DISMISSAL: 'DISMISSAL',
  WITHDRAWAL: 'WITHDRAWAL',
  DEFICIENCY: 'DEFICIENCY',
  WRONG_CHANNEL: 'WRONG_CHANNEL',
  INTERIM_REPLY: 'INTERIM_REPLY',
  ADVANCE_NOTICE: 'ADVANCE_NOTICE',
  APPEAL_RECEIVED: 'APPEAL_RECEIVED',
  APPEAL_FORWARDED: 'APPEAL_FORWARDED',
  APPEAL_REVERSED: 'APPEAL_REVERSED',
  APPEAL_LATE: 'APPEAL_LATE',
  PROPOSAL: 'PROPOSAL',
  ASSESSMENT: 'ASSESSMENT',
  INSPECTION_NOTE: 'INSPECTION_NOTE',
  LETTER_STOPPED: 'LETTER_STOPPED',
  LETTER_RETURNED: 'LETTER_RETURNED',
  ENTRY_WARNED: 'ENTRY_WARNED',
  ENTRY_END_TOLD: 'ENTRY_END_TOLD',
  ORDERING_OPENED: 'ORDERING_OPENED',
  CONFIRMATION: 'CONFIRMATION',
  CONFIRMATION_REMINDER: 'CONFIRMATION_REMINDER',
  CONFIRMATION_RECEIVED: 'CONFIRMATION_RECEIVED',
  APPROVAL_EXPIRING: 'APPROVAL_EXPIRING',
  ENTRY_EXPIRED: 'ENTRY_EXPIRED',
  ENTRY_ENDED: 'ENTRY_ENDED',
  ENTRY_DELETED: 'ENTRY_DELETED',
} as const;
export type JournalSubject = (typeof JournalSubject)[keyof typeof JournalSubject];
