/** What the application page says of an approval of a firm: how far the firm has come, and what keeps it from ordering cards. */
import type { StatusShape } from '../../shared/StatusChip.tsx';
import type { Application, Requirement } from './application.documents.ts';

export const approvalCodes = ['CLEANING_FIRM', 'CAR_CARE_FIRM', 'STAFFING_AGENCY'] as const;
export type ApprovalCode = (typeof approvalCodes)[number];

export const isApprovalCode = (code: string): code is ApprovalCode => approvalCodes.some(one => one === code);

export type Step = 'APPLICATION' | 'ORDERING' | 'APPROVED';
export interface StepState {
  step: Step;
  state: 'done' | 'now' | 'next' | 'lost';
}

type Standing = Application['approval'];
const REACHED: Readonly<Record<NonNullable<Standing>, Step>> = {
  APPLICATION_IN_PROGRESS: 'APPLICATION',
  CARD_ORDER_IN_PROGRESS: 'ORDERING',
  APPROVED_WITH_EMPLOYEES: 'APPROVED',
  APPROVED_WITHOUT_EMPLOYEES: 'APPROVED',
  APPROVED: 'APPROVED',
  NOT_APPROVED: 'APPROVED',
};

/** Cards come before the approval, except for agencies, which need none. */
export function stepsOf(approval: Standing, cardsFirst: boolean): StepState[] {
  const steps: Step[] = cardsFirst ? ['APPLICATION', 'ORDERING', 'APPROVED'] : ['APPLICATION', 'APPROVED'];
  const reached = approval === null ? -1 : steps.indexOf(REACHED[approval]);
  return steps.map((step, index) => {
    if (step === 'APPROVED' && approval === 'NOT_APPROVED') return { step, state: 'lost' };
    if (index > reached) return { step, state: 'next' };
    const isEnd = step === 'APPROVED';
    return { step, state: index === reached && !isEnd ? 'now' : 'done' };
  });
}

/** Waits for a word, is not met, is met, or is not asked of such a firm. */
export type ConditionLook = 'open' | 'unmet' | 'met' | 'notRelevant';

export function lookOf({ condition, met }: Pick<Requirement, 'condition' | 'met'>): ConditionLook {
  if (!condition?.state) return met ? 'met' : 'open';
  if (condition.state === 'NOT_RELEVANT') return 'notRelevant';
  return condition.state === 'MET' ? 'met' : 'unmet';
}

export const CONDITION_SHAPES: Readonly<Record<ConditionLook, StatusShape>> = {
  open: 'attention',
  unmet: 'rejected',
  met: 'approved',
  notRelevant: 'notApplicable',
};

/** Whether the firm still has to be let in to order cards. */
export const waitsForOrdering = ({ approval, coverage }: Pick<Application, 'approval' | 'coverage'>) =>
  coverage !== null && approval === 'APPLICATION_IN_PROGRESS';
