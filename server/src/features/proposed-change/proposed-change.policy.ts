/** Who may do what about a proposed change of the rules or of what a decision may say, for the answer and for what the console offers. */
import type { Access } from '../../platform/access/access.ts';
import type { Principal } from '../../platform/db/principal.ts';
import type { ChangeAction, ChangeState } from './proposed-change.enums.ts';

/** Total: what may be done about a change in each state. */
const ACTIONS: Readonly<Record<ChangeState, readonly ChangeAction[]>> = {
  WAITING: ['APPROVE', 'WITHDRAW'],
  COMING: ['WITHDRAW'],
  LAPSED: ['WITHDRAW'],
  BEGUN: [],
  WITHDRAWN: [],
};

/** Action of policy.csv behind each. */
const ACTION_OF: Readonly<Record<ChangeAction, string>> = { APPROVE: 'approve', WITHDRAW: 'withdraw' };

export const isOffered = (state: ChangeState, action: ChangeAction): boolean =>
  ACTIONS[state].includes(action);

/** The scheme's rules are the administrators', those of the exceptions and their texts the authority's leaders'. */
export type RulesOf = 'setting' | 'catalogue';

export interface Proposed {
  readonly of: RulesOf;
  readonly proposedBy: string;
}

export const mayDecide = (access: Access, actor: Principal, action: ChangeAction) => (about: Proposed) =>
  access.may(actor, { resource: about.of, action: ACTION_OF[action] }, { proposedBy: about.proposedBy });

export const allowedActions = (
  access: Access,
  actor: Principal,
  { state, ...about }: Proposed & { state: ChangeState },
): ChangeAction[] => ACTIONS[state].filter(action => mayDecide(access, actor, action)(about));
