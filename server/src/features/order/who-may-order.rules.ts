/** Whether a person may order cards for a unit on a day: by a formal role in Enhetsregisteret or by a delegation, for the portal, the machine API and the caller check. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Settings } from '../setting/setting.rules.ts';

export interface HeldRole {
  readonly code: string;
  /** The main unit or one of its sub-units. */
  readonly firmId: string;
}

export interface HeldDelegation {
  readonly id: string;
  readonly firmId: string;
  readonly fromOn: LocalDate;
  /** Null: until it is revoked. The day itself counts to its end. */
  readonly toOn: LocalDate | null;
  readonly revoked: boolean;
}

export type OrderingRules = Pick<Settings, 'orderingRoles' | 'delegateMayBeOutsider'>;

export interface OrdererFacts {
  readonly unitId: string;
  readonly mainUnitId: string;
  readonly day: LocalDate;
  /** Everything the person holds in the firm, wherever in it. */
  readonly roles: readonly HeldRole[];
  readonly delegations: readonly HeldDelegation[];
  /** Employed in the firm on the day, or holding any role in it. */
  readonly belongsToFirm: boolean;
  /** Of the day and the scheme. */
  readonly rules: OrderingRules;
}

export type OrdererFault =
  | 'NO_ROLE_OR_DELEGATION'
  | 'ROLE_DOES_NOT_ORDER'
  | 'DELEGATION_NOT_BEGUN'
  | 'DELEGATION_ENDED'
  | 'DELEGATION_REVOKED'
  | 'DELEGATION_OTHER_UNIT'
  | 'ORDERER_OUTSIDE_FIRM';

export type OrdererAnswer =
  | { readonly may: true; readonly basis: 'ROLE'; readonly roleCode: string; readonly delegationId: null }
  | {
      readonly may: true;
      readonly basis: 'DELEGATION';
      readonly roleCode: null;
      readonly delegationId: string;
    }
  | { readonly may: false; readonly fault: OrdererFault };

/** On the main unit it covers the sub-units too (domain section 2); on a sub-unit only that. */
const covers = (firmId: string, { unitId, mainUnitId }: Pick<OrdererFacts, 'unitId' | 'mainUnitId'>) =>
  firmId === unitId || firmId === mainUnitId;

/** What a delegation is on a day, for the firm page and for the refusal. */
export type DelegationState = 'COMING' | 'HOLDS' | 'ENDED' | 'REVOKED';

/** Start and stop date both count in full (Europe/Oslo); revocation works at once. */
export function delegationState(
  { fromOn, toOn, revoked }: Pick<HeldDelegation, 'fromOn' | 'toOn' | 'revoked'>,
  day: LocalDate,
): DelegationState {
  if (revoked) return 'REVOKED';
  if (day < fromOn) return 'COMING';
  return toOn !== null && day > toOn ? 'ENDED' : 'HOLDS';
}

const FAULT_OF = {
  COMING: 'DELEGATION_NOT_BEGUN',
  ENDED: 'DELEGATION_ENDED',
  REVOKED: 'DELEGATION_REVOKED',
} as const;

/**
 * Section 1 [000][004]: the holder of a formal role (which roles order is a setting), or a delegate. Section 2: whether a delegate
 * may come from outside the firm is a setting of the scheme and the day; in GOODS_TRANSPORT he may not from 2026 [004].
 */
export function whoMayOrder(facts: OrdererFacts): OrdererAnswer {
  const role = facts.roles.find(
    ({ code, firmId }) => covers(firmId, facts) && facts.rules.orderingRoles.includes(code),
  );
  if (role) return { may: true, basis: 'ROLE', roleCode: role.code, delegationId: null };
  return byDelegation(facts);
}

function byDelegation(facts: OrdererFacts): OrdererAnswer {
  const covering = facts.delegations.filter(({ firmId }) => covers(firmId, facts));
  const holding = covering.find(one => delegationState(one, facts.day) === 'HOLDS');
  if (!holding) return { may: false, fault: faultOf(facts, covering) };
  if (!(facts.belongsToFirm || facts.rules.delegateMayBeOutsider))
    return { may: false, fault: 'ORDERER_OUTSIDE_FIRM' };
  return { may: true, basis: 'DELEGATION', roleCode: null, delegationId: holding.id };
}

/** The nearest reason: what would have counted, had the day, the unit or the role been another. */
function faultOf(
  { day, delegations, roles }: OrdererFacts,
  covering: readonly HeldDelegation[],
): OrdererFault {
  const states = covering.map(one => delegationState(one, day));
  const near = (['COMING', 'REVOKED', 'ENDED'] as const).find(state => states.includes(state));
  if (near) return FAULT_OF[near];
  if (delegations.length > 0) return 'DELEGATION_OTHER_UNIT';
  return roles.length > 0 ? 'ROLE_DOES_NOT_ORDER' : 'NO_ROLE_OR_DELEGATION';
}
