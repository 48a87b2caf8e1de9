/** Who may do what about a proposal to issue invoices anew, for the answer and for what the console offers. */
import type { Access, Permission } from '../../platform/access/access.ts';
import type { Principal } from '../../platform/db/principal.ts';
import type { ReissueAction, ReissueState } from './reissue.enums.ts';

/** An approval issues: it is a right over invoices. */
export const PERMISSION_OF: Readonly<Record<ReissueAction, Permission>> = {
  APPROVE: { resource: 'invoice', action: 'reissue' },
  REJECT: { resource: 'reissue', action: 'reject' },
  WITHDRAW: { resource: 'reissue', action: 'withdraw' },
};

export interface OfProposal {
  readonly state: ReissueState;
  readonly organisationId: number;
  readonly proposedBy: string;
}

/** Nothing is offered about what is settled: what was issued is issued. */
export function allowedActions(
  access: Access,
  actor: Principal,
  { state, ...facts }: OfProposal,
): ReissueAction[] {
  if (state !== 'PROPOSED') return [];
  const actions = Object.keys(PERMISSION_OF) as ReissueAction[];
  return actions.filter(action => access.may(actor, PERMISSION_OF[action], facts));
}
