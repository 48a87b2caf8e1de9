/** Gives and takes the right to order for a firm, for role-holders in the portal and for staff who are asked to by them. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { AppError, invalid, notFound, stale } from '../../platform/errors.ts';
import { whoMayOrder } from '../order/who-may-order.readmodel.ts';
import type { DelegationRevokeReason } from './delegation.enums.ts';

export interface NewDelegation {
  readonly organisationId: number;
  /** organisation.id: the main unit covers its sub-units. */
  readonly firmId: string;
  /** person.id of who is to order. */
  readonly personId: string;
  /** person.id of the holder of a formal role. */
  readonly grantedById: string;
  readonly fromOn: LocalDate;
  /** Null: until revoked. */
  readonly toOn: LocalDate | null;
  readonly today: LocalDate;
}

const GRANT = `insert into delegation (organisation_id, firm_id, person_id, granted_by_id, from_on, to_on)
values ($1, $2, $3, $4, $5, $6) returning id::text`;

/**
 * Only the holder of a role that orders gives the right on; a delegate does not. @returns delegation.id
 * @throws AppError VALIDATION_FAILED (fromOn, toOn, personId), ORDERER_NOT_ALLOWED, NOT_FOUND
 */
export async function grantDelegation(tx: Tx, given: NewDelegation): Promise<string> {
  const { organisationId, firmId, personId, grantedById, fromOn, toOn, today } = given;
  if (fromOn < today) throw invalid({ fromOn: 'DATE_PASSED' });
  if (toOn !== null && toOn < fromOn) throw invalid({ toOn: 'DATE_BEFORE_START' });
  if (personId === grantedById) throw invalid({ personId: 'OWN_PERSON' });
  const holder = await whoMayOrder(tx, { firm: firmId, personId: grantedById, day: today, scheme: null });
  if (!holder.may) throw new AppError('ORDERER_NOT_ALLOWED', { fault: holder.fault });
  if (holder.basis !== 'ROLE')
    throw new AppError('ORDERER_NOT_ALLOWED', { fault: 'DELEGATE_CANNOT_DELEGATE' });
  const row = await tx.one<{ id: string }>(GRANT, [
    organisationId,
    firmId,
    personId,
    grantedById,
    fromOn,
    toOn,
  ]);
  return (row as { id: string }).id;
}

export interface Revocation {
  readonly at: Date;
  /** Null: by a role-holder in the portal, who need not say. */
  readonly reason: DelegationRevokeReason | null;
  readonly comment?: string | null;
  /** Null: whoever asked saw no version (the portal). */
  readonly expectedVersion: number | null;
}

export interface LockedDelegation {
  id: string;
  organisation_id: number;
  firm_id: string;
  person_id: string;
  revoked_at: Date | null;
  version: number;
}

const LOCK = `select id::text, organisation_id, firm_id::text, person_id::text, revoked_at, version from delegation
where id = $1 for update`;
const REVOKE = `update delegation set revoked_at = $2, revoked_by_id = app_actor(), revoked_reason = $3, revoked_comment = $4, version = version + 1
where id = $1`;

/** @throws AppError NOT_FOUND */
export async function lockDelegation(tx: Tx, id: string): Promise<LockedDelegation> {
  const row = await tx.one<LockedDelegation & Record<string, unknown>>(LOCK, [id]);
  if (!row) throw notFound();
  return row;
}

/** Works at once; orders that stand are left alone. @throws AppError STALE, ACTION_NOT_AVAILABLE when it is revoked already */
export async function revokeDelegation(
  tx: Tx,
  delegation: LockedDelegation,
  { at, reason, comment = null, expectedVersion }: Revocation,
): Promise<void> {
  if (expectedVersion !== null && expectedVersion !== delegation.version) throw stale(delegation.version);
  if (delegation.revoked_at) throw new AppError('ACTION_NOT_AVAILABLE');
  await tx.query(REVOKE, [delegation.id, at, reason, comment]);
}
