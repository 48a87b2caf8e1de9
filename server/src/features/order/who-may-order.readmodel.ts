/** Gathers what a person holds in a firm and lets the rule answer, for whoever is about to accept an order. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { settingsOn } from '../setting/setting.readmodel.ts';
import type { Scheme } from './order.enums.ts';
import {
  type HeldDelegation,
  type HeldRole,
  type OrdererAnswer,
  whoMayOrder as orderer,
} from './who-may-order.rules.ts';

export interface OrderAttempt {
  /** organisation.id of the sub-unit ordered for, or of the main unit. */
  readonly firm: string;
  /** person.id of the orderer. */
  readonly personId: string;
  /** The day of the order. */
  readonly day: LocalDate;
  /** Null: in any scheme, by the rules that no scheme has its own of. */
  readonly scheme: Scheme | null;
}

interface Held {
  unitId: string;
  mainUnitId: string;
  roles: HeldRole[];
  delegations: HeldDelegation[];
  employed: boolean;
}

/** Roles without a person are known by name and birth date only, and say nothing about who somebody is. */
const HELD = `with asked as (
  select o.id, coalesce(o.parent_id, o.id) as main_id from organisation o where o.id = $1
), firm as (
  select o.id from asked a join organisation o on o.id = a.main_id or o.parent_id = a.main_id
)
select a.id::text as "unitId", a.main_id::text as "mainUnitId",
  (select coalesce(json_agg(json_build_object('code', r.code, 'firmId', r.firm_id::text) order by r.id), '[]')
    from firm_role r where r.person_id = $2 and r.firm_id in (select id from firm)) as roles,
  (select coalesce(json_agg(json_build_object('id', d.id::text, 'firmId', d.firm_id::text, 'fromOn', d.from_on, 'toOn', d.to_on,
      'revoked', d.revoked_at is not null) order by d.id), '[]')
    from delegation d where d.person_id = $2 and d.firm_id in (select id from firm)) as delegations,
  exists (select 1 from employment e where e.person_id = $2 and e.main_unit_id = a.main_id and e.start_on <= $3
    and (e.end_on is null or e.end_on >= $3)) as employed
from asked a`;

/** @throws AppError NOT_FOUND for a firm the desk does not know */
export async function whoMayOrder(tx: Tx, attempt: OrderAttempt): Promise<OrdererAnswer> {
  const { firm, personId, day, scheme } = attempt;
  const held = await tx.one<Held & Record<string, unknown>>(HELD, [firm, personId, day]);
  if (!held) throw notFound();
  const rules = await settingsOn(tx, day, scheme);
  const belongsToFirm = held.employed || held.roles.length > 0;
  return orderer({ ...held, day, belongsToFirm, rules });
}

/** @throws AppError ORDERER_NOT_ALLOWED with the fault, NOT_FOUND */
export async function requireOrderer(tx: Tx, attempt: OrderAttempt): Promise<OrdererAnswer & { may: true }> {
  const answer = await whoMayOrder(tx, attempt);
  if (!answer.may) throw new AppError('ORDERER_NOT_ALLOWED', { fault: answer.fault });
  return answer;
}
