export const CaseKind = {
  IMAGE_REVIEW: 'IMAGE_REVIEW',
  INQUIRY: 'INQUIRY',
  TIP_INVALID_CARD: 'TIP_INVALID_CARD',
  EXCEPTION: 'EXCEPTION',
  /** A firm applies for approval. */
  APPROVAL: 'APPROVAL',
  /** A firm asks about an invoice. */
  INVOICE_QUERY: 'INVOICE_QUERY',
} as const;
export type CaseKind = (typeof CaseKind)[keyof typeof CaseKind];

export const CaseStatus = {
  OPEN: 'OPEN',
  ON_HOLD: 'ON_HOLD',
  AWAITING_UPLOAD: 'AWAITING_UPLOAD',
  FOR_APPROVAL: 'FOR_APPROVAL',
  CLOSED: 'CLOSED',
} as const;
export type CaseStatus = (typeof CaseStatus)[keyof typeof CaseStatus];

export const CaseQueue = {
  IMAGE_REVIEW: 'IMAGE_REVIEW',
  INQUIRY: 'INQUIRY',
  TIP_INVALID_CARD: 'TIP_INVALID_CARD',
  EXCEPTION: 'EXCEPTION',
  APPROVAL: 'APPROVAL',
  INVOICE_QUERY: 'INVOICE_QUERY',
  /** About persons with address protection, of either kind. */
  PROTECTED: 'PROTECTED',
} as const;
export type CaseQueue = (typeof CaseQueue)[keyof typeof CaseQueue];

export const CaseChannel = {
  PORTAL: 'PORTAL',
  PHONE: 'PHONE',
  LETTER: 'LETTER',
  EDIALOG: 'EDIALOG',
  EMAIL: 'EMAIL',
  API: 'API',
} as const;
export type CaseChannel = (typeof CaseChannel)[keyof typeof CaseChannel];

export const CaseAction = {
  TAKE: 'TAKE',
  EXTEND: 'EXTEND',
  RELEASE: 'RELEASE',
  HAND_OVER: 'HAND_OVER',
  SKIP: 'SKIP',
  HOLD: 'HOLD',
  RESUME: 'RESUME',
  NOTE: 'NOTE',
  LINK: 'LINK',
  BAR: 'BAR',
  REOPEN: 'REOPEN',
  CLOSE: 'CLOSE',
  SET_PRIORITY: 'SET_PRIORITY',
  SET_PROMISE: 'SET_PROMISE',
  APPROVE_IMAGES: 'APPROVE_IMAGES',
  REJECT_IMAGES: 'REJECT_IMAGES',
  UNDO_DECISION: 'UNDO_DECISION',
  REGISTER_UPLOAD: 'REGISTER_UPLOAD',
  SEND_UPLOAD_LINK: 'SEND_UPLOAD_LINK',
  REVEAL_NATIONAL_ID: 'REVEAL_NATIONAL_ID',
  TELL_EMPLOYER: 'TELL_EMPLOYER',
  ASK_FOR_BLOCK: 'ASK_FOR_BLOCK',
  ADD_DOCUMENT: 'ADD_DOCUMENT',
  ASK_FOR_DOCUMENTS: 'ASK_FOR_DOCUMENTS',
  ASSESS_CONDITION: 'ASSESS_CONDITION',
  OPEN_CARD_ORDERING: 'OPEN_CARD_ORDERING',
  PROPOSE_DECISION: 'PROPOSE_DECISION',
  SETTLE_PROPOSAL: 'SETTLE_PROPOSAL',
  REGISTER_APPEAL: 'REGISTER_APPEAL',
  SETTLE_APPEAL: 'SETTLE_APPEAL',
  CHOOSE_INVOICE: 'CHOOSE_INVOICE',
  ANSWER_QUERY: 'ANSWER_QUERY',
} as const;
export type CaseAction = (typeof CaseAction)[keyof typeof CaseAction];

export const CaseEventType = {
  CASE_OPENED: 'CASE_OPENED',
  RESERVED: 'RESERVED',
  RESERVATION_EXTENDED: 'RESERVATION_EXTENDED',
  RESERVATION_EXPIRED: 'RESERVATION_EXPIRED',
  RELEASED: 'RELEASED',
  SKIPPED: 'SKIPPED',
  HANDED_OVER: 'HANDED_OVER',
  HELD: 'HELD',
  RESUMED: 'RESUMED',
  NOTE_ADDED: 'NOTE_ADDED',
  LINKED: 'LINKED',
  UNLINKED: 'UNLINKED',
  BARRED: 'BARRED',
  UNBARRED: 'UNBARRED',
  REOPENED: 'REOPENED',
  CLOSED: 'CLOSED',
  PRIORITY_CHANGED: 'PRIORITY_CHANGED',
  PROMISE_CHANGED: 'PROMISE_CHANGED',
  IMAGES_SUBMITTED: 'IMAGES_SUBMITTED',
  IMAGES_APPROVED: 'IMAGES_APPROVED',
  IMAGES_REJECTED: 'IMAGES_REJECTED',
  IMAGES_STOPPED: 'IMAGES_STOPPED',
  DECISION_UNDONE: 'DECISION_UNDONE',
  UPLOAD_LINK_CREATED: 'UPLOAD_LINK_CREATED',
  UPLOAD_LINK_REVOKED: 'UPLOAD_LINK_REVOKED',
  UPLOAD_LINK_EXPIRED: 'UPLOAD_LINK_EXPIRED',
  MAIL_QUEUED: 'MAIL_QUEUED',
  MAIL_SENT: 'MAIL_SENT',
  MAIL_FAILED: 'MAIL_FAILED',
  MAIL_BOUNCED: 'MAIL_BOUNCED',
  MAIL_CANCELLED: 'MAIL_CANCELLED',
  /** Mail that came in was put on the case. */
  MAIL_RECEIVED: 'MAIL_RECEIVED',
  NATIONAL_ID_REVEALED: 'NATIONAL_ID_REVEALED',
  TIP_RECEIVED: 'TIP_RECEIVED',
  EMPLOYER_TOLD: 'EMPLOYER_TOLD',
  BLOCK_ASKED: 'BLOCK_ASKED',
  APPLICATION_RECEIVED: 'APPLICATION_RECEIVED',
  DOCUMENT_ADDED: 'DOCUMENT_ADDED',
  DOCUMENT_STRUCK: 'DOCUMENT_STRUCK',
  DOCUMENTS_ASKED: 'DOCUMENTS_ASKED',
  CONDITION_SAID: 'CONDITION_SAID',
  /** The desk did not approve an agency by itself. */
  LEFT_TO_STAFF: 'LEFT_TO_STAFF',
  ORDERING_OPENED: 'ORDERING_OPENED',
  CARDS_READY: 'CARDS_READY',
  APPROVAL_CHANGED: 'APPROVAL_CHANGED',
  /** From the old register, when something was to be done about it. */
  APPROVAL_TAKEN_OVER: 'APPROVAL_TAKEN_OVER',
  CONFIRMATION_RECEIVED: 'CONFIRMATION_RECEIVED',
  FIRM_GONE: 'FIRM_GONE',
  DECISION_PROPOSED: 'DECISION_PROPOSED',
  PROPOSAL_RETURNED: 'PROPOSAL_RETURNED',
  PROPOSAL_VOID: 'PROPOSAL_VOID',
  DECISION_MADE: 'DECISION_MADE',
  LETTER_QUEUED: 'LETTER_QUEUED',
  LETTER_SENT: 'LETTER_SENT',
  LETTER_FAILED: 'LETTER_FAILED',
  LETTER_CANCELLED: 'LETTER_CANCELLED',
  LETTER_RETURNED: 'LETTER_RETURNED',
  ENTRY_ADDED: 'ENTRY_ADDED',
  ENTRY_WARNED: 'ENTRY_WARNED',
  ENTRY_EXPIRED: 'ENTRY_EXPIRED',
  ENTRY_ENDED: 'ENTRY_ENDED',
  ENTRY_DELETED: 'ENTRY_DELETED',
  APPEAL_RECEIVED: 'APPEAL_RECEIVED',
  APPEAL_SETTLED: 'APPEAL_SETTLED',
  APPEAL_FORWARDED: 'APPEAL_FORWARDED',
  /** The invoice an enquiry is about: found by the desk, or chosen by a clerk. */
  INVOICE_FOUND: 'INVOICE_FOUND',
  INVOICE_CHOSEN: 'INVOICE_CHOSEN',
  QUERY_ANSWERED: 'QUERY_ANSWERED',
} as const;
export type CaseEventType = (typeof CaseEventType)[keyof typeof CaseEventType];

export const SkipReason = {
  BARRED: 'BARRED',
  NEED_COLLEAGUE: 'NEED_COLLEAGUE',
  MISSING_INFORMATION: 'MISSING_INFORMATION',
  OTHER: 'OTHER',
} as const;
export type SkipReason = (typeof SkipReason)[keyof typeof SkipReason];

export const ReleaseReason = {
  BARRED: 'BARRED',
  NEED_COLLEAGUE: 'NEED_COLLEAGUE',
  END_OF_DAY: 'END_OF_DAY',
  MISSING_INFORMATION: 'MISSING_INFORMATION',
  OTHER: 'OTHER',
} as const;
export type ReleaseReason = (typeof ReleaseReason)[keyof typeof ReleaseReason];

export const HandOverReason = {
  LANGUAGE: 'LANGUAGE',
  EXPERTISE: 'EXPERTISE',
  ABSENCE: 'ABSENCE',
  REQUESTED: 'REQUESTED',
  OTHER: 'OTHER',
} as const;
export type HandOverReason = (typeof HandOverReason)[keyof typeof HandOverReason];

export const HoldReason = {
  AWAITING_FIRM: 'AWAITING_FIRM',
  AWAITING_PERSON: 'AWAITING_PERSON',
  AWAITING_REGISTER: 'AWAITING_REGISTER',
  AWAITING_COLLEAGUE: 'AWAITING_COLLEAGUE',
  OTHER: 'OTHER',
} as const;
export type HoldReason = (typeof HoldReason)[keyof typeof HoldReason];

export const BarReason = {
  OWN_CASE: 'OWN_CASE',
  FAMILY: 'FAMILY',
  OWN_EMPLOYER: 'OWN_EMPLOYER',
  CLOSE_RELATION: 'CLOSE_RELATION',
  OTHER: 'OTHER',
} as const;
export type BarReason = (typeof BarReason)[keyof typeof BarReason];

export const ReopenReason = {
  NEW_INFORMATION: 'NEW_INFORMATION',
  WRONG_DECISION: 'WRONG_DECISION',
  REQUESTED_BY_ORDERER: 'REQUESTED_BY_ORDERER',
  OTHER: 'OTHER',
} as const;
export type ReopenReason = (typeof ReopenReason)[keyof typeof ReopenReason];

export const CloseReason = {
  ANSWERED: 'ANSWERED',
  DUPLICATE: 'DUPLICATE',
  NOT_FOR_US: 'NOT_FOR_US',
  OTHER: 'OTHER',
  // How a tip about a card ended.
  UNFOUNDED: 'UNFOUNDED',
  CARD_INVALID_CONFIRMED: 'CARD_INVALID_CONFIRMED',
  REPORTED_TO_POLICE: 'REPORTED_TO_POLICE',
} as const;
export type CloseReason = (typeof CloseReason)[keyof typeof CloseReason];

export const CaseRelation = {
  RELATED: 'RELATED',
  DUPLICATE_OF: 'DUPLICATE_OF',
  SAME_PERSON: 'SAME_PERSON',
  SAME_FIRM: 'SAME_FIRM',
} as const;
export type CaseRelation = (typeof CaseRelation)[keyof typeof CaseRelation];

export const OwnerFilter = {
  MINE: 'MINE',
  FREE: 'FREE',
  COLLEAGUES: 'COLLEAGUES',
} as const;
export type OwnerFilter = (typeof OwnerFilter)[keyof typeof OwnerFilter];

export const CaseSort = {
  DUE_ON: 'DUE_ON',
  NUMBER: 'NUMBER',
  OPENED_ON: 'OPENED_ON',
} as const;
export type CaseSort = (typeof CaseSort)[keyof typeof CaseSort];

export const SortDirection = { ASC: 'ASC', DESC: 'DESC' } as const;
export type SortDirection = (typeof SortDirection)[keyof typeof SortDirection];
