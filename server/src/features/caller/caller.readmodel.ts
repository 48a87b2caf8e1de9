/** The calls an agent has taken that still stand, and the powers of attorney of a person, for the pages that act on them. */
import { listOf, readShown } from '../../platform/audit/shown.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import type { PowerScope } from './caller.enums.ts';
import { CALL_MINUTES, isWider, powerState, standsSince } from './caller.rules.ts';
import type { CallType, PowerOfAttorneyType } from './caller.type.ts';

/** Of caller_verification v; whom a refused call was about is told to nobody. */
const COLUMNS = `v.id::text, v.capacity, v.outcome, v.at, case when v.outcome = 'VERIFIED' then p.id::text end as "personId",
  case when v.outcome = 'VERIFIED' then p.name end as "personName", v.firm_id::text as "firmId", f.name as "firmName",
  f.org_number as "orgNumber", v.order_item_id::text as "orderItemId", v.card_id::text as "cardId", a.scope,
  case when u.id is not null then json_build_object('id', u.id::text, 'name', u.name) end as "takenBy"`;
const JOINS = `left join person p on p.id = v.person_id left join organisation f on f.id = v.firm_id
  left join power_of_attorney a on a.id = v.power_of_attorney_id left join staff_user u on u.id = v.actor_id`;

const ONE = `select ${COLUMNS} from (select * from caller_verification where id = $1 and actor_id = $2) v ${JOINS}`;
const STANDING = `select ${COLUMNS} from (select * from caller_verification v where v.actor_id = $1 and v.at > $2 and v.outcome = 'VERIFIED'
  order by v.at desc limit 10) v ${JOINS} order by v.at desc`;
const OF_PERSON = `select ${COLUMNS} from (select * from caller_verification v where v.person_id = $1 order by v.at desc limit 20) v ${JOINS} order by v.at desc`;
const OF_FIRM = `select ${COLUMNS} from (select * from caller_verification v where v.firm_id = $1 order by v.at desc limit 20) v ${JOINS} order by v.at desc`;
const POWERS = `select id::text, holder_name as "holderName", holder_birth_date::text as "holderBirthDate", scope, from_on::text as "fromOn",
  to_on::text as "toOn", received_on::text as "receivedOn", withdrawn_at is not null as withdrawn, version
from power_of_attorney where person_id = $1 order by id desc limit 20`;
const PERSON = 'select id from person where id = $1';

interface Row extends Omit<CallType, 'takenBy' | 'wider' | 'standsUntil'> {
  takenBy: { id: string; name: string } | null;
}
type PowerRow = Omit<PowerOfAttorneyType, 'holds' | 'wider'>;

export class CallerReadModel {
  constructor(private readonly parts: { readonly clock: Clock }) {}

  /** Of the caller's own. @throws AppError NOT_FOUND */
  async call(db: Db, id: string): Promise<CallType> {
    const [row] = await this.#read(db, [ONE, [id, db.principal.actorId]]);
    if (!row) throw notFound();
    return row;
  }

  standing(db: Db): Promise<CallType[]> {
    return this.#read(db, [STANDING, [db.principal.actorId, standsSince(this.parts.clock.now())]]);
  }

  ofPerson(db: Db, personId: string): Promise<CallType[]> {
    return this.#read(db, [OF_PERSON, [personId]]);
  }

  ofFirm(db: Db, firmId: string): Promise<CallType[]> {
    return this.#read(db, [OF_FIRM, [firmId]]);
  }

  /** @throws AppError NOT_FOUND for a person the actor does not see */
  async powers(db: Db, personId: string): Promise<PowerOfAttorneyType[]> {
    const today = osloDate(this.parts.clock.now());
    const statements = [
      [POWERS, [personId]],
      [PERSON, [personId]],
    ] as const;
    const [rows = [], person = []] = await readShown<PowerRow>(db, statements, ([found = []]) =>
      found.length > 0 ? listOf([personId]) : null,
    );
    if (person.length === 0) throw notFound();
    return rows.map(row => toPower(row, today));
  }

  async #read(db: Db, statement: readonly [string, readonly unknown[]]): Promise<CallType[]> {
    const [rows = []] = await readShown<Row>(db, [statement], ([found = []]) =>
      listOf([...new Set(found.flatMap(row => row.personId ?? []))]),
    );
    return rows.map(toCall);
  }
}

const widerScope = (scope: PowerScope | null) => scope !== null && isWider(scope);

function toCall({ takenBy, ...row }: Row): CallType {
  return {
    ...row,
    standsUntil: new Date(row.at.getTime() + CALL_MINUTES * 60_000),
    wider: widerScope(row.scope),
    takenBy: takenBy && { ...takenBy, initials: initialsOf(takenBy.name) },
  };
}

function toPower(row: PowerRow, today: LocalDate): PowerOfAttorneyType {
  return { ...row, holds: powerState(row, today) === 'HOLDS', wider: isWider(row.scope) };
}
