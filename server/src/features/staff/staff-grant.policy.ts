/** Who may do what about proposed roles, for the answer and for what the console offers. */
import type { Access } from '../../platform/access/access.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { StaffGrantAction } from './staff.enums.ts';

/** Action of policy.csv behind each. */
const ACTION_OF: Readonly<Record<StaffGrantAction, string>> = {
  APPROVE: 'approve',
  REJECT: 'approve',
  WITHDRAW: 'withdraw',
};

interface Proposal {
  readonly staffUserId: string;
  readonly proposedBy: string;
}

export const mayDecide = (access: Access, actor: Principal, action: StaffGrantAction) => (about: Proposal) =>
  access.may(actor, { resource: 'staff', action: ACTION_OF[action] }, about);

export const allowedActions = (access: Access, actor: Principal, about: Proposal): StaffGrantAction[] =>
  Object.values(StaffGrantAction).filter(action => mayDecide(access, actor, action)(about));
