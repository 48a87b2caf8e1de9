/** The one sentence that says what happens next with an application, and what its chip says. */
import type { CaseDetail } from '../cases/case.documents.ts';
import type { Application } from './application.documents.ts';
import { isApprovalCode, waitsForOrdering } from './approval.rules.ts';
import type { Proposal } from './decision.documents.ts';

export type NextKind =
  | 'ready'
  /** Of an approval: conditions nobody has said are met, the ordering of cards, and the cards themselves. */
  | 'conditions'
  | 'toOpen'
  | 'cards'
  | 'missing'
  | 'free'
  | 'theirs'
  | 'awaiting'
  | 'held'
  | 'approval'
  | 'mine'
  | 'waitsApproval'
  | 'fell'
  | 'decided'
  | 'appealed'
  | 'forwarded'
  | 'wrongChannel'
  | 'notHandedOver';

type Case = Pick<CaseDetail, 'status' | 'reservation'>;
type Waits = Pick<Proposal, 'state' | 'stands' | 'mayApprove'> | null;

const OF_STATUS: Partial<Record<Application['status'], NextKind>> = {
  REGISTERED: 'notHandedOver',
  WRONG_CHANNEL: 'wrongChannel',
  FORWARDED: 'forwarded',
  AWAITING_DOCUMENTS: 'awaiting',
  CARD_ORDERING: 'cards',
  GRANTED: 'decided',
  REFUSED: 'decided',
  DISMISSED: 'decided',
  WITHDRAWN: 'decided',
};

export const missingOf = ({ checklist }: Pick<Application, 'checklist'>) =>
  checklist.filter(({ met }) => !met);

/** Papers are asked for while an application is first looked at, and only those that are missing. */
export const mayAskFor = (application: Pick<Application, 'status' | 'checklist'>): boolean =>
  application.status === 'UNDER_REVIEW' && missingOf(application).length > 0;

export function nextKind(
  application: Pick<Application, 'status' | 'checklist' | 'code' | 'approval' | 'coverage'>,
  { status, reservation }: Case,
  { proposal, proposedByMe }: { proposal: Waits; proposedByMe: boolean },
): NextKind {
  const { status: state } = application;
  if (state === 'FOR_APPROVAL') return approvalKind(proposal, proposedByMe);
  const known = OF_STATUS[state];
  if (known) return known;
  if (status === 'ON_HOLD') return 'held';
  if (!reservation) return 'free';
  if (!reservation.mine) return 'theirs';
  if (state === 'APPEALED') return 'appealed';
  const lacks = missingOf(application).length > 0;
  if (isApprovalCode(application.code)) return lacks ? 'conditions' : cardsKind(application);
  return lacks ? 'missing' : 'ready';
}

/** All conditions are met: the cards come before the approval. */
function cardsKind(application: Pick<Application, 'approval' | 'coverage'>): NextKind {
  if (!application.coverage || application.coverage.ready) return 'ready';
  return waitsForOrdering(application) ? 'toOpen' : 'cards';
}

function approvalKind(proposal: Waits, proposedByMe: boolean): NextKind {
  if (proposal && !proposal.stands) return 'fell';
  if (proposal?.mayApprove) return 'approval';
  return proposedByMe ? 'mine' : 'waitsApproval';
}
