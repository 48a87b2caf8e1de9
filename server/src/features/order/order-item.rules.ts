/** The whole life cycle of an order line: where each event takes it, and what staff may do with it in each state (domain guide, section 2). */
import { addWorkingDays, type ExtraDaysOff, type LocalDate } from '../../platform/calendar/calendar.ts';
import type { ImageRequirement } from '../image-review/image-review.enums.ts';
import { isMet, type RegisterCheckState } from '../register-check/outcome.rules.ts';
import type { OrderItemStatus, Scheme } from './order.enums.ts';

/** What can happen to a line. */
export type OrderItemTrigger =
  | 'PLACED'
  | 'IMAGES_SUBMITTED'
  | 'IMAGES_APPROVED'
  | 'IMAGES_REJECTED'
  | 'IMAGES_STOPPED'
  | 'DECISION_UNDONE'
  | 'ALL_MET'
  | 'CHECK_LAPSED'
  | 'HANDED_OVER'
  | 'PRODUCTION_REFUSED'
  | 'SHIPPED'
  | 'TIMED_OUT'
  | 'REFUSED'
  | 'CANCELLED';

const NOTHING_POSSIBLE = {
  PLACED: null,
  IMAGES_SUBMITTED: null,
  IMAGES_APPROVED: null,
  IMAGES_REJECTED: null,
  IMAGES_STOPPED: null,
  DECISION_UNDONE: null,
  ALL_MET: null,
  CHECK_LAPSED: null,
  HANDED_OVER: null,
  PRODUCTION_REFUSED: null,
  SHIPPED: null,
  TIMED_OUT: null,
  REFUSED: null,
  CANCELLED: null,
} as const;

/** Both states that wait for somebody end alike: R2 by the clock, by what cannot be cured, by staff. */
const WAITING_ENDS = { TIMED_OUT: 'AUTO_CANCELLED', REFUSED: 'REJECTED', CANCELLED: 'CANCELLED' } as const;

/** R1, R2, R13, R22 [000]. Null: refused in this state. Compared with what the database lets through by a test. */
export const ORDER_ITEM_TRANSITIONS = {
  DRAFT: { ...NOTHING_POSSIBLE, PLACED: 'PENDING', CANCELLED: 'CANCELLED' },
  PENDING: {
    ...NOTHING_POSSIBLE,
    ...WAITING_ENDS,
    IMAGES_SUBMITTED: 'PENDING',
    // Approval leaves the line PENDING: R1 asks for all checks too.
    IMAGES_APPROVED: 'PENDING',
    IMAGES_REJECTED: 'IMAGE_REJECTED',
    IMAGES_STOPPED: 'REJECTED',
    DECISION_UNDONE: 'PENDING',
    ALL_MET: 'READY',
  },
  // A new upload leads back to PENDING, never straight to READY.
  IMAGE_REJECTED: {
    ...NOTHING_POSSIBLE,
    ...WAITING_ENDS,
    IMAGES_SUBMITTED: 'PENDING',
    DECISION_UNDONE: 'PENDING',
  },
  READY: {
    ...NOTHING_POSSIBLE,
    DECISION_UNDONE: 'PENDING',
    CHECK_LAPSED: 'PENDING',
    HANDED_OVER: 'IN_PRODUCTION',
    CANCELLED: 'CANCELLED',
  },
  IN_PRODUCTION: { ...NOTHING_POSSIBLE, PRODUCTION_REFUSED: 'READY', SHIPPED: 'SHIPPED' },
  SHIPPED: NOTHING_POSSIBLE,
  AUTO_CANCELLED: NOTHING_POSSIBLE,
  REJECTED: { ...NOTHING_POSSIBLE, DECISION_UNDONE: 'PENDING' },
  CANCELLED: NOTHING_POSSIBLE,
} as const satisfies Record<OrderItemStatus, Record<OrderItemTrigger, OrderItemStatus | null>>;

/** Null when the line is past the point where this matters. */
export function nextOrderItemStatus(
  status: OrderItemStatus,
  trigger: OrderItemTrigger,
): OrderItemStatus | null {
  return ORDER_ITEM_TRANSITIONS[status][trigger];
}

export interface SettleFacts {
  readonly status: OrderItemStatus;
  readonly imageRequirement: ImageRequirement;
  /** One for each register of the scheme; none at all is not "all passed". */
  readonly checks: readonly Pick<RegisterCheckState, 'outcome' | 'settledOutcome'>[];
}

/** R1 [000]: PENDING until the images and all register checks have passed. R22 [000]: then it goes on by itself. */
export function allMet({ imageRequirement, checks }: Omit<SettleFacts, 'status'>): boolean {
  return imageRequirement === 'MET' && checks.length > 0 && checks.every(check => isMet(check.outcome));
}

/** Where the facts take a line by themselves; null: it stays. A register that does not answer takes nothing back. */
export function settledTrigger(facts: SettleFacts): 'ALL_MET' | 'CHECK_LAPSED' | null {
  if (facts.status === 'PENDING') return allMet(facts) ? 'ALL_MET' : null;
  if (facts.status !== 'READY') return null;
  const known = facts.checks.every(({ settledOutcome }) => settledOutcome !== null && isMet(settledOutcome));
  return known && facts.imageRequirement === 'MET' ? null : 'CHECK_LAPSED';
}

/** What staff may do with a line. */
export type OrderItemAction = 'CANCEL' | 'CHECK_AGAIN' | 'EXPLAIN';

export const ORDER_ITEM_ACTIONS = {
  DRAFT: ['CANCEL'],
  PENDING: ['CANCEL', 'CHECK_AGAIN', 'EXPLAIN'],
  IMAGE_REJECTED: ['CANCEL', 'CHECK_AGAIN', 'EXPLAIN'],
  READY: ['CANCEL', 'CHECK_AGAIN', 'EXPLAIN'],
  IN_PRODUCTION: ['EXPLAIN'],
  SHIPPED: ['EXPLAIN', 'CHECK_AGAIN'],
  AUTO_CANCELLED: ['EXPLAIN'],
  REJECTED: ['EXPLAIN'],
  CANCELLED: ['EXPLAIN'],
} as const satisfies Record<OrderItemStatus, readonly OrderItemAction[]>;

export function orderItemActions(status: OrderItemStatus): readonly OrderItemAction[] {
  return ORDER_ITEM_ACTIONS[status];
}

/** States in which R2's clock can end a line. */
export const isWaiting = (status: OrderItemStatus): boolean =>
  status === 'PENDING' || status === 'IMAGE_REJECTED';

export interface ClockFacts {
  readonly scheme: Scheme;
  /** The order's day, or the day of the firm's final answer. */
  readonly clockFrom: LocalDate;
  /** The firm's application for approval is still being dealt with. */
  readonly approvalPending: boolean;
  /** Working days allowed (R2: 20), of the settings on the order's day. */
  readonly days: number;
  readonly extraDaysOff?: ExtraDaysOff;
}

/**
 * R2 [000]: the last of 20 working days, day 0 is the order's; the line ends when this day has ended.
 * R3 [000]: null, the clock stands, while a cleaning firm (and by our reading a car-care firm) awaits approval.
 */
export function cancelOn({
  scheme,
  clockFrom,
  approvalPending,
  days,
  extraDaysOff,
}: ClockFacts): LocalDate | null {
  const needsApproval = scheme === 'CLEANING' || scheme === 'CAR_CARE';
  return needsApproval && approvalPending ? null : addWorkingDays(clockFrom, days, extraDaysOff);
}

/** R2 fires at the end of the last day (Europe/Oslo), not during it. */
export function isTimedOut(
  { status, cancelOn: last }: { status: OrderItemStatus; cancelOn: LocalDate | null },
  today: LocalDate,
): boolean {
  return isWaiting(status) && last !== null && today > last;
}
