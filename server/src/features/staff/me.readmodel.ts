/** Who am I, what may I, and what the sign-in page shows. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import type { Db } from '../../platform/db/db.ts';
import { unauthenticated } from '../../platform/errors.ts';
import type { DemoAccountType, MeType } from './me.type.ts';
import { initialsOf, sessionEndsAt } from './staff.rules.ts';

interface MeRow {
  id: string;
  name: string;
  email: string;
  roles: MeType['roles'];
  organisation: MeType['organisation'];
  preferences: unknown;
  created_at: Date;
}

const ME = `select u.id, u.name, u.email, u.roles, u.preferences, s.created_at,
  json_build_object('id', o.id::text, 'kind', o.kind, 'name', o.name) as organisation
from staff_user u join staff_organisation o on o.id = u.organisation_id join staff_session s on s.id = $2 where u.id = $1`;

const DEMO = `select u.email, u.name, u.roles[1] as role, o.name as "organisationName"
from staff_user u join staff_organisation o on o.id = u.organisation_id where u.demo and u.active order by u.id limit 20`;

export class MeReadModel {
  constructor(
    private readonly config: Config,
    private readonly access: Access,
  ) {}

  /** @throws AppError UNAUTHENTICATED */
  async me(db: Db): Promise<MeType> {
    const { actorId, sessionId, proof } = db.principal;
    const [row] = actorId ? await db.read<MeRow>(ME, [actorId, sessionId]) : [];
    if (!row || !proof) throw unauthenticated();
    const { created_at: createdAt, ...rest } = row;
    return {
      ...rest,
      initials: initialsOf(row.name),
      permissions: this.access.permissions(db.principal),
      sessionIdleMinutes: this.config.SESSION_IDLE_MINUTES,
      signInMethod: proof.method,
      provedAt: proof.at,
      sessionEndsAt: sessionEndsAt(createdAt, this.config.SESSION_ABSOLUTE_HOURS),
    };
  }

  /** Demo accounts; none outside demo mode. */
  async demoAccounts(db: Db): Promise<DemoAccountType[]> {
    if (this.config.MODE !== 'demo') return [];
    const rows = await db.atTheDoor().read<Omit<DemoAccountType, 'initials'>>(DEMO);
    return rows.map(row => ({ ...row, initials: initialsOf(row.name) }));
  }
}
