/** Decides what a review of a photo-and-ID pair may say and where it takes the pair and the order item, for support agents (domain guide sections 2 and 3). */
import type {
  ImagePart,
  ImageReason,
  ImageRequirement,
  ImageSubmissionStatus,
} from './image-review.enums.ts';
import { REASONS } from './reason-catalogue.ts';

export interface TaggedReason {
  code: ImageReason;
  part: ImagePart;
}

export type RejectionFault =
  | 'REASON_REQUIRED'
  | 'REASON_DUPLICATE'
  | 'REASON_WRONG_PART'
  | 'REASON_MIXED_FINAL';

/** A rejection hits the whole pair with at least one reason; what can be repaired is never mixed with what cannot. */
export function checkRejection(reasons: readonly TaggedReason[]): RejectionFault | null {
  if (reasons.length === 0) return 'REASON_REQUIRED';
  if (new Set(reasons.map(reason => reason.code)).size < reasons.length) return 'REASON_DUPLICATE';
  if (reasons.some(({ code, part }) => !REASONS[code].parts.includes(part))) return 'REASON_WRONG_PART';
  const finals = reasons.filter(({ code }) => REASONS[code].final).length;
  return finals > 0 && finals < reasons.length ? 'REASON_MIXED_FINAL' : null;
}

/** Expects reasons that `checkRejection` has passed. */
export function outcomeOf(reasons: readonly TaggedReason[]): 'REJECTED' | 'STOPPED' {
  return reasons.some(({ code }) => REASONS[code].final) ? 'STOPPED' : 'REJECTED';
}

/** Both-parts rule [000]: whichever part failed, photo and ID are handed in together, never one alone. */
export function isCompletePair(parts: readonly ImagePart[]): boolean {
  return parts.length === 2 && parts.includes('PHOTO') && parts.includes('ID');
}

/** What happens to images. Reopening a closed image case takes its decision back: DECISION_UNDONE. */
export type ImageTrigger =
  | 'IMAGES_SUBMITTED'
  | 'IMAGES_APPROVED'
  | 'IMAGES_REJECTED'
  | 'IMAGES_STOPPED'
  | 'DECISION_UNDONE';

type Transitions<State extends string> = Record<State, Record<ImageTrigger, State | null>>;

const DECIDED = {
  IMAGES_SUBMITTED: null,
  IMAGES_APPROVED: null,
  IMAGES_REJECTED: null,
  IMAGES_STOPPED: null,
  DECISION_UNDONE: 'AWAITING_REVIEW',
} as const;

const SUBMISSION_TRANSITIONS = {
  AWAITING_REVIEW: {
    // A new pair is a submission of its own, never a change to this one.
    IMAGES_SUBMITTED: null,
    IMAGES_APPROVED: 'APPROVED',
    IMAGES_REJECTED: 'REJECTED',
    IMAGES_STOPPED: 'STOPPED',
    DECISION_UNDONE: null,
  },
  APPROVED: DECIDED,
  REJECTED: DECIDED,
  STOPPED: DECIDED,
} as const satisfies Transitions<ImageSubmissionStatus>;

export function nextSubmissionStatus(
  status: ImageSubmissionStatus,
  trigger: ImageTrigger,
): ImageSubmissionStatus | null {
  return SUBMISSION_TRANSITIONS[status][trigger];
}

const REQUIREMENT_TRANSITIONS = {
  AWAITING_UPLOAD: {
    IMAGES_SUBMITTED: 'AWAITING_REVIEW',
    IMAGES_APPROVED: null,
    IMAGES_REJECTED: null,
    IMAGES_STOPPED: null,
    DECISION_UNDONE: null,
  },
  AWAITING_REVIEW: {
    IMAGES_SUBMITTED: null,
    IMAGES_APPROVED: 'MET',
    IMAGES_REJECTED: 'REJECTED',
    IMAGES_STOPPED: 'STOPPED',
    DECISION_UNDONE: null,
  },
  MET: DECIDED,
  // R22 [000]: new images re-enter the queue.
  REJECTED: { ...DECIDED, IMAGES_SUBMITTED: 'AWAITING_REVIEW' },
  STOPPED: DECIDED,
} as const satisfies Transitions<ImageRequirement>;

export function nextImageRequirement(
  requirement: ImageRequirement,
  trigger: ImageTrigger,
): ImageRequirement | null {
  return REQUIREMENT_TRANSITIONS[requirement][trigger];
}

const UPLOAD_LINK_HOURS = 120;

/** R9 [000]: five days, counted as 120 hours to the second, clock changes or not. */
export function uploadLinkExpiresAt(createdAt: Date): Date {
  return new Date(createdAt.getTime() + UPLOAD_LINK_HOURS * 3_600_000);
}

export interface UploadLinkFacts {
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
}

export function isUploadLinkLive(link: UploadLinkFacts, now: Date): boolean {
  return link.usedAt === null && link.revokedAt === null && now < link.expiresAt;
}

export interface UndoFacts {
  decidedAt: Date;
  undoneAt: Date | null;
  now: Date;
  undoSeconds: number;
  /** The mail about the decision is being sent, or has been. */
  mailLeft: boolean;
  /** A newer image pair has come in since the decision. */
  newerSubmission: boolean;
}

export type UndoFault = 'UNDO_ALREADY' | 'UNDO_NEW_IMAGES' | 'UNDO_TOO_LATE';

export function undoUntil(decidedAt: Date, undoSeconds: number): Date {
  return new Date(decidedAt.getTime() + undoSeconds * 1000);
}

export function canUndo(facts: UndoFacts): { ok: true } | { ok: false; code: UndoFault } {
  if (facts.undoneAt !== null) return { ok: false, code: 'UNDO_ALREADY' };
  if (facts.newerSubmission) return { ok: false, code: 'UNDO_NEW_IMAGES' };
  const tooLate = facts.mailLeft || facts.now >= undoUntil(facts.decidedAt, facts.undoSeconds);
  return tooLate ? { ok: false, code: 'UNDO_TOO_LATE' } : { ok: true };
}

/** What the case needs to know about its images to offer the right actions. */
export function imageStateOf(
  requirement: ImageRequirement,
): 'AWAITING_REVIEW' | 'AWAITING_UPLOAD' | 'DECIDED' {
  return IMAGE_STATES[requirement];
}

const IMAGE_STATES = {
  AWAITING_UPLOAD: 'AWAITING_UPLOAD',
  AWAITING_REVIEW: 'AWAITING_REVIEW',
  MET: 'DECIDED',
  REJECTED: 'AWAITING_UPLOAD',
  STOPPED: 'DECIDED',
} as const satisfies Record<ImageRequirement, string>;
