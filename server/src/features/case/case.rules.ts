/** What can be done with a case in each state, and where each event takes it, for caseworkers and support agents. Rights are decided elsewhere. */
import { CaseAction, type CaseKind, CaseStatus, CloseReason } from './case.enums.ts';

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

/** Looking and noting are open to everyone who may see the case, whoever has reserved it. */
const FREE_ACTIONS = [
  CaseAction.NOTE,
  CaseAction.LINK,
  CaseAction.BAR,
  CaseAction.REVEAL_NATIONAL_ID,
] as const;

/** A tip has no person. */
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
  // An inquiry has no images to wait for.
  AWAITING_UPLOAD: [],
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
  CLOSED: [CaseAction.REOPEN, ...TIP_FREE_ACTIONS],
} as const satisfies Record<CaseStatus, readonly CaseAction[]>;

const ACTIONS = {
  IMAGE_REVIEW: IMAGE_REVIEW_ACTIONS,
  INQUIRY: INQUIRY_ACTIONS,
  TIP_INVALID_CARD: TIP_ACTIONS,
} as const satisfies Record<CaseKind, Record<CaseStatus, readonly CaseAction[]>>;

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
  | 'ORDER_ENDED';

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

/** How a case of each kind may be closed by hand; image cases end with their decision. */
export const CLOSE_REASONS: Readonly<Record<CaseKind, readonly CloseReason[]>> = {
  IMAGE_REVIEW: [],
  INQUIRY: ANSWERS,
  TIP_INVALID_CARD: [
    CloseReason.UNFOUNDED,
    CloseReason.CARD_INVALID_CONFIRMED,
    CloseReason.REPORTED_TO_POLICE,
    CloseReason.DUPLICATE,
    CloseReason.OTHER,
  ],
};
