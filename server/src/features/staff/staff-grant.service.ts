/** The second pair of eyes: what one administrator has proposed, another one approves or rejects; the first may take it back. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import { requireFresh } from '../../platform/access/fresh.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, forbidden, invalid, notFound, stale } from '../../platform/errors.ts';
import type { SessionService } from './session.service.ts';
import type { StaffGrantAction, StaffGrantOutcome, StaffOrganisationKind, StaffRole } from './staff.enums.ts';
import { checkRoles } from './staff.rules.ts';
import type { RejectStaffGrantInput, StaffGrantInput } from './staff-grant.input.ts';
import { mayDecide } from './staff-grant.policy.ts';

export interface StaffGrantParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly sessions: SessionService;
  readonly config: Pick<Config, 'STEP_UP_MINUTES'>;
}

interface Proposal {
  staffUserId: string;
  proposedBy: string;
  proposed: StaffRole[];
  activates: boolean;
  outcome: StaffGrantOutcome | null;
  /** Of the person. */
  held: StaffRole[];
  version: number;
  kind: StaffOrganisationKind;
}

/** Proposal and person, held until the transaction ends: both as they are now, whoever was waited for. */
const LOCK = `select g.staff_user_id as "staffUserId", g.proposed_by as "proposedBy", g.roles as proposed, g.activates, g.outcome,
  u.roles as held, u.version, o.kind
from staff_grant g join staff_user u on u.id = g.staff_user_id join staff_organisation o on o.id = u.organisation_id
where g.id = $1 for update of u, g`;
const DECIDE =
  'update staff_grant set outcome = $2, decided_by = $3, decided_at = $4, reason = $5 where id = $1 and outcome is null';
const GIVE = 'update staff_user set roles = $2, active = active or $3, version = version + 1 where id = $1';

interface Decision {
  readonly outcome: StaffGrantOutcome;
  readonly reason: string | null;
}

export class StaffGrantService {
  constructor(private readonly parts: StaffGrantParts) {}

  /** The person has the roles from her next request on. @returns staff_user.id. @throws AppError FORBIDDEN for who proposed it and whom it is for, GRANT_DECIDED, STALE */
  async approve(db: Db, input: StaffGrantInput): Promise<string> {
    const { clock, config, sessions } = this.parts;
    requireFresh(db.principal, { now: clock.now(), minutes: config.STEP_UP_MINUTES });
    const id = await db.transaction(async tx => {
      const proposal = await this.#held(db, tx, { ...input, action: 'APPROVE' });
      const { staffUserId, kind, held, proposed, activates } = proposal;
      const roles = [...new Set([...held, ...proposed])];
      const fault = checkRoles(kind, roles);
      if (fault) throw invalid({ roles: fault });
      await this.#decide(db, tx, { ...input, outcome: 'APPROVED', reason: null });
      await tx.query(GIVE, [staffUserId, roles, activates]);
      return staffUserId;
    });
    await db.afterwards(async () => sessions.forget());
    return id;
  }

  /** @returns staff_user.id. @throws AppError as approve does; VALIDATION_FAILED without a reason */
  reject(db: Db, { reason, ...input }: RejectStaffGrantInput): Promise<string> {
    if (reason.trim() === '') throw invalid({ reason: 'REQUIRED' });
    return this.#drop(db, input, { action: 'REJECT', outcome: 'REJECTED', reason: reason.trim() });
  }

  /** @returns staff_user.id. @throws AppError FORBIDDEN for everyone but who proposed it, GRANT_DECIDED, STALE */
  withdraw(db: Db, input: StaffGrantInput): Promise<string> {
    return this.#drop(db, input, { action: 'WITHDRAW', outcome: 'WITHDRAWN', reason: null });
  }

  #drop(db: Db, input: StaffGrantInput, how: Decision & { action: StaffGrantAction }): Promise<string> {
    return db.transaction(async tx => {
      const { staffUserId } = await this.#held(db, tx, { ...input, action: how.action });
      await this.#decide(db, tx, { ...input, ...how });
      return staffUserId;
    });
  }

  /** The proposal as the caller saw it, still waiting, and hers to decide on. */
  async #held(
    db: Db,
    tx: Tx,
    { id, expectedVersion, action }: StaffGrantInput & { action: StaffGrantAction },
  ): Promise<Proposal> {
    const proposal = await tx.one<Proposal>(LOCK, [id]);
    if (!proposal) throw notFound();
    if (!mayDecide(this.parts.access, db.principal, action)(proposal)) throw forbidden();
    if (proposal.outcome) throw new AppError('GRANT_DECIDED');
    if (proposal.version !== expectedVersion) throw stale(proposal.version);
    return proposal;
  }

  async #decide(db: Db, tx: Tx, { id, outcome, reason }: Decision & { id: string }): Promise<void> {
    await tx.query(DECIDE, [id, outcome, db.principal.actorId, this.parts.clock.now(), reason]);
  }
}
