/** What each scope, state and guard name in policy.csv means, as plain checks on facts already at hand. */
import type { Principal } from '../db/principal.ts';

/** Facts about the row in question. A fact that is not given never satisfies a name that asks for it. */
export interface AccessFacts {
  readonly organisationId?: number;
  readonly kind?: string;
  readonly reservedBy?: string | null;
  readonly barred?: boolean;
  readonly decidedBy?: string;
  readonly staffUserId?: string;
  /** Who proposed to give a person roles. */
  readonly proposedBy?: string;
  /** The person concerned has address protection. */
  readonly restricted?: boolean;
}

type Check = (actor: Principal, facts: AccessFacts) => boolean;

const ownOrganisation: Check = (actor, facts) =>
  facts.organisationId !== undefined && facts.organisationId === actor.organisationId;

/** Known, and not the actor. */
const isAnother = ({ actorId }: Principal, id: string | undefined) =>
  actorId !== null && id !== undefined && id !== actorId;

export const SCOPES: Readonly<Record<string, Check>> = {
  any: () => true,
  own: () => true,
  own_organisation: ownOrganisation,
  // What was withheld from another organisation has come to one's own; row security shows it to those with protected-person.
  protected: ownOrganisation,
  // What is asked, of support and of finance.
  own_inquiries: (actor, facts) =>
    ownOrganisation(actor, facts) && (facts.kind === 'INQUIRY' || facts.kind === 'INVOICE_QUERY'),
};

export const STATES: Readonly<Record<string, Check>> = { any: () => true };

export const GUARDS: Readonly<Record<string, Check>> = {
  none: () => true,
  not_barred: (_, facts) => facts.barred === false,
  is_barred: (_, facts) => facts.barred === true,
  reserved_by_me: (actor, facts) => actor.actorId !== null && facts.reservedBy === actor.actorId,
  own_decision: (actor, facts) => actor.actorId !== null && facts.decidedBy === actor.actorId,
  not_restricted: (_, facts) => facts.restricted === false,
  not_self: (actor, { staffUserId }) => isAnother(actor, staffUserId),
  // Four eyes: neither who proposed it nor whom it is for.
  second_person: (actor, { staffUserId, proposedBy }) =>
    isAnother(actor, staffUserId) && isAnother(actor, proposedBy),
  // Four eyes on a decision: not who proposed it, nobody who is barred from the case.
  second_signer: (actor, { proposedBy, barred }) => barred === false && isAnother(actor, proposedBy),
  not_proposer: (actor, { proposedBy }) => isAnother(actor, proposedBy),
  own_proposal: (actor, facts) => actor.actorId !== null && facts.proposedBy === actor.actorId,
};
