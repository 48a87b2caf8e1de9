/** What each status of each kind of case offers, before reservation and rights are asked. */
import { CaseAction, type CaseKind, type CaseStatus } from './case.enums.ts';

/** Looking and noting are open to everyone who may see the case, whoever has reserved it. */
const FREE_ACTIONS = [
  CaseAction.NOTE,
  CaseAction.LINK,
  CaseAction.BAR,
  CaseAction.REVEAL_NATIONAL_ID,
] as const;

/** A tip or a query has no person. */
const TIP_FREE_ACTIONS = [CaseAction.NOTE, CaseAction.LINK, CaseAction.BAR] as const;

const OWNERSHIP_ACTIONS = [
  CaseAction.TAKE,
  CaseAction.EXTEND,
  CaseAction.RELEASE,
  CaseAction.HAND_OVER,
] as const;
const PLANNING_ACTIONS = [CaseAction.SET_PRIORITY, CaseAction.SET_PROMISE] as const;
const UPLOAD_ACTIONS = [CaseAction.REGISTER_UPLOAD, CaseAction.SEND_UPLOAD_LINK] as const;

const IMAGE_REVIEW_ACTIONS = {
  OPEN: [
    ...OWNERSHIP_ACTIONS,
    CaseAction.APPROVE_IMAGES,
    CaseAction.REJECT_IMAGES,
    CaseAction.SKIP,
    CaseAction.HOLD,
    ...UPLOAD_ACTIONS,
    ...PLANNING_ACTIONS,
    ...FREE_ACTIONS,
  ],
  ON_HOLD: [...OWNERSHIP_ACTIONS, CaseAction.RESUME, ...UPLOAD_ACTIONS, ...PLANNING_ACTIONS, ...FREE_ACTIONS],
  AWAITING_UPLOAD: [
    ...OWNERSHIP_ACTIONS,
    ...UPLOAD_ACTIONS,
    CaseAction.UNDO_DECISION,
    ...PLANNING_ACTIONS,
    ...FREE_ACTIONS,
  ],
  FOR_APPROVAL: [],
  CLOSED: [CaseAction.UNDO_DECISION, CaseAction.REOPEN, ...FREE_ACTIONS],
} as const satisfies Record<CaseStatus, readonly CaseAction[]>;

const INQUIRY_ACTIONS = {
  OPEN: [
    ...OWNERSHIP_ACTIONS,
    CaseAction.SKIP,
    CaseAction.HOLD,
    CaseAction.CLOSE,
    ...PLANNING_ACTIONS,
    ...FREE_ACTIONS,
  ],
  ON_HOLD: [...OWNERSHIP_ACTIONS, CaseAction.RESUME, CaseAction.CLOSE, ...PLANNING_ACTIONS, ...FREE_ACTIONS],
  // An inquiry has no images to wait for, and nobody signs it.
  AWAITING_UPLOAD: [],
  FOR_APPROVAL: [],
  CLOSED: [CaseAction.REOPEN, ...FREE_ACTIONS],
} as const satisfies Record<CaseStatus, readonly CaseAction[]>;

/** Worked like an inquiry, plus what can be done about the card; nobody's national ID number is needed for it. */
const TIP_ACTIONS = {
  OPEN: [
    ...OWNERSHIP_ACTIONS,
    CaseAction.SKIP,
    CaseAction.HOLD,
    CaseAction.CLOSE,
    CaseAction.TELL_EMPLOYER,
    CaseAction.ASK_FOR_BLOCK,
    ...PLANNING_ACTIONS,
    ...TIP_FREE_ACTIONS,
  ],
  ON_HOLD: [
    ...OWNERSHIP_ACTIONS,
    CaseAction.RESUME,
    CaseAction.CLOSE,
    ...PLANNING_ACTIONS,
    ...TIP_FREE_ACTIONS,
  ],
  AWAITING_UPLOAD: [],
  FOR_APPROVAL: [],
  CLOSED: [CaseAction.REOPEN, ...TIP_FREE_ACTIONS],
} as const satisfies Record<CaseStatus, readonly CaseAction[]>;

/** An application for an exception ends with a decision, which is never closed by hand; an appeal or a withdrawal opens it again. */
const EXCEPTION_ACTIONS = {
  OPEN: [
    ...OWNERSHIP_ACTIONS,
    CaseAction.SKIP,
    CaseAction.HOLD,
    CaseAction.ADD_DOCUMENT,
    CaseAction.ASK_FOR_DOCUMENTS,
    CaseAction.PROPOSE_DECISION,
    CaseAction.SETTLE_APPEAL,
    ...PLANNING_ACTIONS,
    ...FREE_ACTIONS,
  ],
  ON_HOLD: [
    ...OWNERSHIP_ACTIONS,
    CaseAction.RESUME,
    CaseAction.ADD_DOCUMENT,
    ...PLANNING_ACTIONS,
    ...FREE_ACTIONS,
  ],
  // Registered at the issuer, not handed over yet.
  AWAITING_UPLOAD: [...FREE_ACTIONS],
  FOR_APPROVAL: [CaseAction.SETTLE_PROPOSAL, CaseAction.ADD_DOCUMENT, ...FREE_ACTIONS],
  CLOSED: [CaseAction.REOPEN, CaseAction.ADD_DOCUMENT, CaseAction.REGISTER_APPEAL, ...FREE_ACTIONS],
} as const satisfies Record<CaseStatus, readonly CaseAction[]>;

/** A firm's application for approval: an application like the others, with conditions, and cards before the approval. */
const APPROVAL_ACTIONS = {
  ...EXCEPTION_ACTIONS,
  OPEN: [...EXCEPTION_ACTIONS.OPEN, CaseAction.ASSESS_CONDITION, CaseAction.OPEN_CARD_ORDERING],
} as const satisfies Record<CaseStatus, readonly CaseAction[]>;

/** Ends with an answer, or by hand; nobody's national ID number is needed for it. */
const INVOICE_QUERY_ACTIONS = {
  OPEN: [
    ...OWNERSHIP_ACTIONS,
    CaseAction.SKIP,
    CaseAction.HOLD,
    CaseAction.CHOOSE_INVOICE,
    CaseAction.ANSWER_QUERY,
    CaseAction.CLOSE,
    ...PLANNING_ACTIONS,
    ...TIP_FREE_ACTIONS,
  ],
  ON_HOLD: [
    ...OWNERSHIP_ACTIONS,
    CaseAction.RESUME,
    CaseAction.CHOOSE_INVOICE,
    CaseAction.CLOSE,
    ...PLANNING_ACTIONS,
    ...TIP_FREE_ACTIONS,
  ],
  AWAITING_UPLOAD: [],
  // The new reference waits for a colleague.
  FOR_APPROVAL: [...TIP_FREE_ACTIONS],
  CLOSED: [CaseAction.REOPEN, ...TIP_FREE_ACTIONS],
} as const satisfies Record<CaseStatus, readonly CaseAction[]>;

export const ACTIONS = {
  IMAGE_REVIEW: IMAGE_REVIEW_ACTIONS,
  INQUIRY: INQUIRY_ACTIONS,
  TIP_INVALID_CARD: TIP_ACTIONS,
  EXCEPTION: EXCEPTION_ACTIONS,
  APPROVAL: APPROVAL_ACTIONS,
  INVOICE_QUERY: INVOICE_QUERY_ACTIONS,
} as const satisfies Record<CaseKind, Record<CaseStatus, readonly CaseAction[]>>;
