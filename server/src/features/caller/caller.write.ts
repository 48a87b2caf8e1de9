/** Keeps that a call was checked and what came of it, and asks for a verified one where the rule does; what the caller said is not among it. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import type { CallerCapacity, CallOutcome } from './caller.enums.ts';
import {
  type CallFault,
  type CallPurpose,
  callCovers,
  type Matches,
  type StandingCall,
  standsSince,
} from './caller.rules.ts';

export interface NewCall {
  readonly organisationId: number | null;
  readonly at: Date;
  readonly capacity: CallerCapacity;
  readonly personId: string | null;
  readonly firmId: string | null;
  readonly orderItemId: string | null;
  readonly cardId: string | null;
  readonly powerOfAttorneyId: string | null;
  readonly delegationId: string | null;
  readonly roleCode: string | null;
  /** Null: the register was silent. */
  readonly matches: Matches | null;
  readonly outcome: CallOutcome;
  readonly fault: CallFault | null;
}

const ADD = `insert into caller_verification (organisation_id, actor_id, at, capacity, person_id, firm_id, order_item_id, card_id,
  power_of_attorney_id, delegation_id, role_code, number_matches, name_matches, address_matches, outcome, fault)
values ($1, app_actor(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id::text`;

/** @returns caller_verification.id */
export async function addCall(tx: Tx, call: NewCall): Promise<string> {
  const { matches, organisationId, at, capacity, personId, firmId, orderItemId, cardId } = call;
  const about = [organisationId, at, capacity, personId, firmId, orderItemId, cardId];
  const by = [call.powerOfAttorneyId, call.delegationId, call.roleCode];
  const found = [matches?.number ?? null, matches?.name ?? null, matches?.address ?? null];
  const row = await tx.one<{ id: string }>(ADD, [...about, ...by, ...found, call.outcome, call.fault]);
  return (row as { id: string }).id;
}

const STANDING = `select v.capacity, v.person_id::text as "personId", v.firm_id::text as "firmId", a.scope
from caller_verification v left join power_of_attorney a on a.id = v.power_of_attorney_id
where v.id = $1 and v.actor_id = app_actor() and v.outcome = 'VERIFIED' and v.at > $2
  and (a.id is null or (a.withdrawn_at is null and a.to_on >= $3))`;

const CARD = `select person_id::text as "personId", unit_id::text as "unitId", main_unit_id::text as "mainUnitId" from card where id = $1`;

/**
 * Section 9: what is asked for by phone is done for a verified caller only, by whoever took the call, while it stands.
 * @throws AppError CALL_NOT_VERIFIED
 */
export async function requireVerifiedCall(
  tx: Tx,
  {
    callId,
    cardId,
    purpose,
    now,
    today,
  }: {
    readonly callId: string | null;
    readonly cardId: string;
    readonly purpose: CallPurpose;
    readonly now: Date;
    readonly today: LocalDate;
  },
): Promise<void> {
  const call =
    callId &&
    (await tx.one<StandingCall & Record<string, unknown>>(STANDING, [callId, standsSince(now), today]));
  const card = await tx.one<Parameters<typeof callCovers>[1] & Record<string, unknown>>(CARD, [cardId]);
  if (!call || !card || !callCovers(call, card, purpose)) throw new AppError('CALL_NOT_VERIFIED');
}
