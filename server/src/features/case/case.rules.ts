/** What can be done with a case in each state, and where each event takes it, for caseworkers and support agents. Rights are decided elsewhere. */
import { type CaseAction, type CaseKind, CaseStatus, CloseReason } from './case.enums.ts';
import { ACTIONS } from './case-actions.rules.ts';

export type ReservationHolder = 'mine' | 'other' | 'none';

/** State of the case's newest image pair. NONE: the case is not about images. */
export type ImageState = 'AWAITING_REVIEW' | 'AWAITING_UPLOAD' | 'DECIDED' | 'NONE';

export interface CaseFacts {
  kind: CaseKind;
  status: CaseStatus;
  reservation: ReservationHolder;
  image: ImageState;
  /** An image decision is made, its mail has not left. */
  undoOpen: boolean;
}

type Requirement = (facts: CaseFacts) => boolean;

const always: Requirement = () => true;
const isMine: Requirement = facts => facts.reservation === 'mine';
const isMineToReview: Requirement = facts => isMine(facts) && facts.image === 'AWAITING_REVIEW';
const isMineToUpload: Requirement = facts => isMine(facts) && facts.image === 'AWAITING_UPLOAD';

/** What each action needs beside the right status: writing needs the reservation, noting and looking do not. */
const REQUIREMENTS: Readonly<Record<CaseAction, Requirement>> = {
  TAKE: facts => facts.reservation === 'none',
  EXTEND: isMine,
  RELEASE: isMine,
  HAND_OVER: isMine,
  SKIP: isMine,
  HOLD: isMine,
  RESUME: isMine,
  CLOSE: isMine,
  SET_PRIORITY: isMine,
  SET_PROMISE: isMine,
  APPROVE_IMAGES: isMineToReview,
  REJECT_IMAGES: isMineToReview,
  REGISTER_UPLOAD: isMineToUpload,
  SEND_UPLOAD_LINK: isMineToUpload,
  UNDO_DECISION: facts => facts.undoOpen,
  // A closed case cannot be reserved, so reopening comes first.
  REOPEN: always,
  NOTE: always,
  LINK: always,
  BAR: always,
  REVEAL_NATIONAL_ID: always,
  TELL_EMPLOYER: isMine,
  ASK_FOR_BLOCK: isMine,
  // Whoever opens the post puts it where it belongs.
  ADD_DOCUMENT: always,
  ASK_FOR_DOCUMENTS: isMine,
  ASSESS_CONDITION: isMine,
  OPEN_CARD_ORDERING: isMine,
  PROPOSE_DECISION: isMine,
  SETTLE_PROPOSAL: always,
  REGISTER_APPEAL: always,
  SETTLE_APPEAL: isMine,
  CHOOSE_INVOICE: isMine,
  ANSWER_QUERY: isMine,
};

/** What the state of the case offers; the same answer draws the menu and refuses the request. */
export function availableActions(facts: CaseFacts): CaseAction[] {
  const offered: readonly CaseAction[] = ACTIONS[facts.kind][facts.status];
  return offered.filter(action => REQUIREMENTS[action](facts));
}

export type CaseTrigger =
  | 'HOLD'
  | 'RESUME'
  | 'IMAGES_APPROVED'
  | 'IMAGES_REJECTED'
  | 'IMAGES_STOPPED'
  | 'IMAGES_SUBMITTED'
  | 'DECISION_UNDONE'
  | 'CLOSED'
  | 'REOPENED'
  | 'ORDER_ENDED'
  | 'DOCUMENT_RECEIVED'
  | 'PROPOSED'
  | 'RETURNED'
  | 'DECIDED'
  | 'APPEALED';

const TRANSITIONS = {
  OPEN: {
    HOLD: CaseStatus.ON_HOLD,
    RESUME: null,
    IMAGES_APPROVED: CaseStatus.CLOSED,
    IMAGES_REJECTED: CaseStatus.AWAITING_UPLOAD,
    IMAGES_STOPPED: CaseStatus.CLOSED,
    IMAGES_SUBMITTED: CaseStatus.OPEN,
    DECISION_UNDONE: null,
    CLOSED: CaseStatus.CLOSED,
    REOPENED: null,
    ORDER_ENDED: CaseStatus.CLOSED,
    DOCUMENT_RECEIVED: CaseStatus.OPEN,
    PROPOSED: CaseStatus.FOR_APPROVAL,
    RETURNED: null,
    DECIDED: CaseStatus.CLOSED,
    APPEALED: null,
  },
  ON_HOLD: {
    HOLD: null,
    RESUME: CaseStatus.OPEN,
    IMAGES_APPROVED: null,
    IMAGES_REJECTED: null,
    IMAGES_STOPPED: null,
    // New post wakes a case on hold.
    IMAGES_SUBMITTED: CaseStatus.OPEN,
    DECISION_UNDONE: null,
    CLOSED: CaseStatus.CLOSED,
    REOPENED: null,
    ORDER_ENDED: CaseStatus.CLOSED,
    DOCUMENT_RECEIVED: CaseStatus.OPEN,
    PROPOSED: null,
    RETURNED: null,
    DECIDED: null,
    APPEALED: null,
  },
  AWAITING_UPLOAD: {
    HOLD: null,
    RESUME: null,
    IMAGES_APPROVED: null,
    IMAGES_REJECTED: null,
    IMAGES_STOPPED: null,
    // R22 [000]: new images re-enter the queue.
    IMAGES_SUBMITTED: CaseStatus.OPEN,
    DECISION_UNDONE: CaseStatus.OPEN,
    CLOSED: null,
    REOPENED: null,
    ORDER_ENDED: CaseStatus.CLOSED,
    DOCUMENT_RECEIVED: null,
    PROPOSED: null,
    RETURNED: null,
    DECIDED: null,
    APPEALED: null,
  },
  // Nothing moves it but the second signature, or the lack of it.
  FOR_APPROVAL: {
    HOLD: null,
    RESUME: null,
    IMAGES_APPROVED: null,
    IMAGES_REJECTED: null,
    IMAGES_STOPPED: null,
    IMAGES_SUBMITTED: null,
    DECISION_UNDONE: null,
    CLOSED: null,
    REOPENED: null,
    ORDER_ENDED: null,
    DOCUMENT_RECEIVED: CaseStatus.FOR_APPROVAL,
    PROPOSED: null,
    RETURNED: CaseStatus.OPEN,
    DECIDED: CaseStatus.CLOSED,
    APPEALED: null,
  },
  CLOSED: {
    HOLD: null,
    RESUME: null,
    IMAGES_APPROVED: null,
    IMAGES_REJECTED: null,
    IMAGES_STOPPED: null,
    IMAGES_SUBMITTED: null,
    DECISION_UNDONE: CaseStatus.OPEN,
    CLOSED: null,
    REOPENED: CaseStatus.OPEN,
    ORDER_ENDED: null,
    DOCUMENT_RECEIVED: null,
    PROPOSED: null,
    RETURNED: null,
    DECIDED: null,
    APPEALED: CaseStatus.OPEN,
  },
} as const satisfies Record<CaseStatus, Record<CaseTrigger, CaseStatus | null>>;

/** Null when the trigger is refused in this status. */
export function nextStatus(status: CaseStatus, trigger: CaseTrigger): CaseStatus | null {
  return TRANSITIONS[status][trigger];
}

export function reservationUntil(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}

export function isReservationLive(until: Date | null, now: Date): until is Date {
  return until !== null && now < until;
}

const ANSWERS = [
  CloseReason.ANSWERED,
  CloseReason.DUPLICATE,
  CloseReason.NOT_FOR_US,
  CloseReason.OTHER,
] as const;

/** How a case of each kind may be closed by hand; images and applications end with their decision. */
export const CLOSE_REASONS: Readonly<Record<CaseKind, readonly CloseReason[]>> = {
  IMAGE_REVIEW: [],
  INQUIRY: ANSWERS,
  INVOICE_QUERY: ANSWERS,
  APPROVAL: [],
  TIP_INVALID_CARD: [
    CloseReason.UNFOUNDED,
    CloseReason.CARD_INVALID_CONFIRMED,
    CloseReason.REPORTED_TO_POLICE,
    CloseReason.DUPLICATE,
    CloseReason.OTHER,
  ],
  EXCEPTION: [],
};
