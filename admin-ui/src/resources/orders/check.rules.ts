import type { StatusShape } from '../../shared/StatusChip.tsx';
import type { OrderLine, RegisterCheck } from './order.documents.ts';

type Outcome = RegisterCheck['outcome'];

/** The form that says an outcome; the word beside it says the same. */
export const outcomeShapes: Record<Outcome, StatusShape> = {
  APPROVED: 'approved',
  APPROVED_BY_EXCEPTION: 'exception',
  APPROVED_BY_SELF_DECLARATION: 'exception',
  NOT_APPLICABLE: 'notApplicable',
  PENDING: 'waits',
  REJECTED: 'rejected',
  UNAVAILABLE: 'noAnswer',
};

export const isUnmet = ({ outcome }: { outcome: Outcome }) =>
  outcome === 'PENDING' || outcome === 'REJECTED' || outcome === 'UNAVAILABLE';

/** A "no" comes before a wait, and both before silence: what somebody can do something about first. */
const weight: Partial<Record<Outcome, number>> = { REJECTED: 0, PENDING: 1, UNAVAILABLE: 2 };

export function unmetOf<Check extends { outcome: Outcome }>(checks: readonly Check[]): Check[] {
  return checks.filter(isUnmet).sort((a, b) => (weight[a.outcome] ?? 9) - (weight[b.outcome] ?? 9));
}

/** What is opened first: what the line waits for. */
export const firstCheck = ({ checks }: Pick<OrderLine, 'checks'>) =>
  unmetOf(checks)[0]?.register ?? checks[0]?.register ?? null;

export const isWaiting = ({ status }: Pick<OrderLine, 'status'>) =>
  status === 'PENDING' || status === 'IMAGE_REJECTED';

export type Wait =
  | { kind: 'registers'; register: RegisterCheck['register']; more: number }
  | { kind: 'approval' | 'images' | 'review' | 'settled' | 'ended' };

const APPROVALS: readonly string[] = ['CLEANING_APPROVAL', 'CAR_CARE_APPROVAL'];

/** What the line waits for, said first: the firm's approval stops the clock, a register's "no" is the orderer's to mend. */
export function waitOf(
  line: Pick<OrderLine, 'checks' | 'status' | 'imageRequirement' | 'clockStands'>,
): Wait {
  if (!isWaiting(line)) return { kind: 'ended' };
  const unmet = unmetOf(line.checks);
  const approval = unmet.find(
    ({ register, outcome }) => APPROVALS.includes(register) && outcome === 'PENDING',
  );
  if (approval && line.clockStands) return { kind: 'approval' };
  const [first] = unmet;
  if (first) return { kind: 'registers', register: first.register, more: unmet.length - 1 };
  if (line.imageRequirement === 'AWAITING_REVIEW') return { kind: 'review' };
  return { kind: line.imageRequirement === 'MET' ? 'settled' : 'images' };
}
