/** Creating, changing and locking out staff, for the administrator: rare writes, so they go through MikroORM. What gives rights is only proposed here. */
import { randomInt } from 'node:crypto';
import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import { requireFresh } from '../../platform/access/fresh.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { AppError, forbidden, invalid, notFound, stale } from '../../platform/errors.ts';
import { hashPassword } from './password.ts';
import type { SessionService } from './session.service.ts';
import { StaffOrganisation, StaffPassword, StaffUser } from './staff.entity.ts';
import type { StaffOrganisationKind, StaffRole } from './staff.enums.ts';
import type { CreateStaffInput, UpdateStaffInput } from './staff.input.ts';
import { checkRoles, type RightsChange, splitRights } from './staff.rules.ts';

export interface StaffParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly sessions: SessionService;
  readonly config: Pick<Config, 'STEP_UP_MINUTES' | 'OIDC_FILE'>;
}

/** Who was written, and the password that is shown once; null when an identity provider signs people in. */
export interface WithPassword {
  readonly id: string;
  readonly oneTimePassword: string | null;
}

/** A person as the administrator saw him or her. */
export interface SeenStaff {
  readonly id: string;
  readonly expectedVersion: number;
}

const MANAGE = { resource: 'staff', action: 'manage' };
const END_SESSIONS =
  'update staff_session set ended_at = ? where staff_user_id = ? and ended_at is null returning id';
const WAITING = 'select 1 from staff_grant where staff_user_id = ? and outcome is null';
const PROPOSE =
  'insert into staff_grant (staff_user_id, roles, activates, proposed_by, proposed_at) values (?, ?, ?, ?, ?)';
// 32 characters that are not mistaken for each other on paper: 16 of them are 80 bits.
const CHARACTERS = 'abcdefghjkmnpqrstuvwxyz23456789+';

export class StaffService {
  constructor(private readonly parts: StaffParts) {}

  /** Without roles and shut out until another administrator approves. @throws AppError VALIDATION_FAILED naming each field at fault; the address may be in use (TAKEN) */
  async create(db: Db, input: CreateStaffInput): Promise<WithPassword> {
    this.#requireFresh(db);
    const organisation = await organisationOf(await db.em, input.organisationId);
    const email = input.email.trim().toLowerCase();
    refuse({
      ...nameFault(input.name),
      ...(z.email().safeParse(email).success ? {} : { email: 'EMAIL_INVALID' }),
      ...(organisation ? rolesFault(organisation, input.roles) : { organisationId: 'UNKNOWN' }),
    });
    const password = this.#hasPasswords ? await freshPassword() : null;
    return this.#write(db, async em => {
      const nothing = { roles: [], active: false };
      const user = em.create(StaffUser, {
        organisation: organisation?.id ?? 0,
        name: input.name.trim(),
        email,
        ...nothing,
        preferences: {},
      });
      await em.flush();
      await this.#propose(db, em, { id: user.id, ...splitRights(nothing, { ...input, active: true }) });
      if (password) em.create(StaffPassword, this.#passwordRow(user.id, password.hash));
      return { id: user.id, oneTimePassword: password?.oneTimePassword ?? null };
    });
  }

  /** What takes rights away holds at once. @throws AppError FORBIDDEN for oneself, STALE, VALIDATION_FAILED, GRANT_PENDING */
  async update(db: Db, { id, expectedVersion, name, roles, active }: UpdateStaffInput): Promise<void> {
    await this.#write(db, async em => {
      const user = await this.#lock(db, em, id);
      requireSeen(user, expectedVersion);
      const held = { roles: user.roles as StaffRole[], active: user.active };
      const { now, proposed } = splitRights(held, { roles, active });
      const changed = proposed !== null || now.roles.length < held.roles.length;
      if (changed) this.#requireFresh(db);
      const asked = changed || (active && !held.active);
      refuse({ ...nameFault(name), ...(asked ? rolesFault(user.organisation, roles) : {}) });
      em.assign(user, { name: name.trim(), ...now });
      await this.#propose(db, em, { id, proposed });
      if (!active) await this.#endSessions(em, id);
    });
    await db.afterwards(async () => this.parts.sessions.forget());
  }

  /** @returns how many sessions ended */
  async endSessions(db: Db, id: string): Promise<number> {
    const ended = await this.#write(db, async em => {
      await this.#lock(db, em, id);
      return this.#endSessions(em, id);
    });
    await db.afterwards(async () => this.parts.sessions.forget());
    return ended;
  }

  /** A new one-time password; whoever used the old one is signed out. @throws AppError FORBIDDEN for oneself, STALE, NO_PASSWORDS when a provider signs people in */
  async resetPassword(db: Db, { id, expectedVersion }: SeenStaff): Promise<WithPassword> {
    if (!this.#hasPasswords) throw new AppError('NO_PASSWORDS');
    this.#requireFresh(db);
    const { oneTimePassword, hash } = await freshPassword();
    await this.#write(db, async em => {
      requireSeen(await this.#lock(db, em, id), expectedVersion);
      await em.upsert(StaffPassword, this.#passwordRow(id, hash));
      await this.#endSessions(em, id);
    });
    await db.afterwards(async () => this.parts.sessions.forget());
    return { id, oneTimePassword };
  }

  /** Gives nothing: another administrator decides (StaffGrantService). */
  async #propose(
    db: Db,
    em: EntityManager,
    { id, proposed }: Pick<RightsChange, 'proposed'> & { id: string },
  ): Promise<void> {
    if (!proposed) return;
    if ((await em.execute<object[]>(WAITING, [id])).length > 0) throw new AppError('GRANT_PENDING');
    const by = [db.principal.actorId, this.parts.clock.now()];
    await em.execute(PROPOSE, [id, `{${proposed.roles.join(',')}}`, proposed.activates, ...by]);
  }

  get #hasPasswords(): boolean {
    return this.parts.config.OIDC_FILE === undefined;
  }

  #requireFresh(db: Db): void {
    const { clock, config } = this.parts;
    requireFresh(db.principal, { now: clock.now(), minutes: config.STEP_UP_MINUTES });
  }

  /** Someone else has seen it, so it must be changed before it opens anything. */
  #passwordRow(staffUserId: string, hash: string) {
    return { staffUserId, hash, mustChange: true, changedAt: this.parts.clock.now() };
  }

  /** The person, held until the transaction ends. An administrator may see everyone but not change herself. */
  async #lock(db: Db, em: EntityManager, id: string): Promise<StaffUser> {
    if (!this.parts.access.may(db.principal, MANAGE, { staffUserId: id })) throw forbidden();
    const user = await em.findOne(StaffUser, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!user) throw notFound();
    await em.populate(user, ['organisation']);
    return user;
  }

  async #endSessions(em: EntityManager, id: string): Promise<number> {
    return (await em.execute<object[]>(END_SESSIONS, [this.parts.clock.now(), id])).length;
  }

  async #write<T>(db: Db, work: (em: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await (await db.em).transactional(work);
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) throw invalid({ email: 'TAKEN' });
      throw error;
    }
  }
}

async function organisationOf(em: EntityManager, id: string): Promise<StaffOrganisation | null> {
  const all = await em.findAll(StaffOrganisation);
  return all.find(organisation => String(organisation.id) === id) ?? null;
}

function requireSeen(user: StaffUser, expectedVersion: number): void {
  if (user.version !== expectedVersion) throw stale(user.version);
}

function refuse(faults: Record<string, string>): void {
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

function nameFault(name: string): Record<string, string> {
  return name.trim() === '' ? { name: 'REQUIRED' } : {};
}

function rolesFault({ kind }: StaffOrganisation, roles: UpdateStaffInput['roles']): Record<string, string> {
  const fault = checkRoles(kind as StaffOrganisationKind, roles);
  return fault ? { roles: fault } : {};
}

async function freshPassword() {
  const oneTimePassword = newPassword();
  return { oneTimePassword, hash: await hashPassword(oneTimePassword) };
}

/** Four groups of four, for example `k7mf-2qzd-hx3p-9rta`. */
function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => CHARACTERS[randomInt(CHARACTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
