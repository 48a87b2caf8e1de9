/** The gate in front of every write to a case: lock it, ask for the right, for what the state offers, and for the version the user saw. */
import type { Access, Permission } from '../../platform/access/access.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { AppError } from '../../platform/errors.ts';
import type { CaseAction, CaseStatus } from './case.enums.ts';
import { PERMISSION_OF, stateOf } from './case.policy.ts';
import {
  availableActions,
  type CaseTrigger,
  isReservationLive,
  nextStatus,
  reservationUntil,
} from './case.rules.ts';
import {
  type CaseChanges,
  factsOf,
  type LockedCase,
  lockCase,
  requireReservation,
  requireVersion,
} from './case.write.ts';

/** What the use-cases of cases are built from. */
export interface CaseParts {
  readonly clock: Clock;
  readonly access: Access;
  readonly reservationMinutes: number;
  /** Production takes real organisation numbers, test synthetic ones. */
  readonly numberMode: 'production' | 'test';
}

/** Who writes, in which transaction. */
export interface Writer {
  readonly tx: Tx;
  readonly actor: Principal;
}

export interface Ask {
  readonly caseId: string;
  readonly action: CaseAction;
  /** Absent where nothing can be overwritten, such as a note. */
  readonly expectedVersion?: number;
}

/** A case that is locked and may be written to, and the time everything in this transaction happens at. */
export interface OpenedCase {
  readonly row: LockedCase;
  readonly now: Date;
  readonly today: LocalDate;
  /** Any write by the owner of a reservation extends it: add these to the changes. */
  readonly kept: Pick<CaseChanges, 'reserved_until'>;
}

/** @throws AppError NOT_FOUND, FORBIDDEN, BARRED, RESERVED_BY_OTHER, RESERVATION_LOST, ACTION_NOT_AVAILABLE, STALE: in this order */
export async function openCase(parts: CaseParts, { tx, actor }: Writer, ask: Ask): Promise<OpenedCase> {
  const row = await lockCase(tx, ask.caseId, actor);
  const now = parts.clock.now();
  requireRight(parts.access, { row, actor }, PERMISSION_OF[ask.action]);
  requireOffer({ row, actor }, ask.action, now);
  if (ask.expectedVersion !== undefined) requireVersion(row, ask.expectedVersion);
  const mine = isReservationLive(row.reserved_until, now) && row.reserved_by === actor.actorId;
  const kept = mine ? { reserved_until: reservationUntil(now, parts.reservationMinutes) } : {};
  return { row, now, today: osloDate(now), kept };
}

interface Attempt {
  readonly row: LockedCase;
  readonly actor: Principal;
}

function requireRight(access: Access, { row, actor }: Attempt, permission: Permission): void {
  const facts = factsOf(row);
  const barredOnly = row.barred && access.may(actor, permission, { ...facts, barred: false });
  if (barredOnly && !access.may(actor, permission, facts)) throw new AppError('BARRED');
  access.require(actor, permission, facts);
}

/** The same table that draws the menu refuses the request. */
function requireOffer({ row, actor }: Attempt, action: CaseAction, now: Date): void {
  const state = stateOf({ ...row, image_requirement: null, undo_open: false }, actor, now);
  const offers = (reservation: 'mine' | 'other' | 'none') =>
    availableActions({ ...state, reservation }).includes(action);
  // Taking what one already has is the same as extending it.
  if (action === 'TAKE' && state.reservation === 'mine' && offers('none')) return;
  if (offers(state.reservation)) return;
  if (offers('mine')) requireReservation(row, actor, now);
  throw new AppError(offers('none') ? 'RESERVED_BY_OTHER' : 'ACTION_NOT_AVAILABLE');
}

/** @throws AppError ACTION_NOT_AVAILABLE when the trigger is refused in this status */
export function statusAfter(status: CaseStatus, trigger: CaseTrigger): CaseStatus {
  const next = nextStatus(status, trigger);
  if (!next) throw new AppError('ACTION_NOT_AVAILABLE');
  return next;
}
