/**
 * The staff list of each unit, daily from Aa-registeret, and who has a role in the firm (R18): whoever left or came back has the checks
 * asked at once. Kept of those only whom an order has made known to the desk; the others are none of its business.
 */
import { addDays, type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import type { Log } from '../../platform/log.ts';
import type { StaffMember } from '../../registers/aa-register/aa-register.ts';
import type { Registers } from '../../registers/registers.ts';
import { settingsOn } from '../setting/setting.readmodel.ts';
import { inParallel } from './in-parallel.ts';
import { knownPersons, writeRoles } from './roles.write.ts';
import { nextNight } from './turn.rules.ts';

export interface StaffListParts {
  readonly clock: Clock;
  readonly keys: Keys;
  readonly log: Log;
  readonly registers: Registers;
}

interface Unit {
  readonly id: string;
  readonly orgNumber: string;
  readonly mainUnitId: string;
  readonly isMain: boolean;
  /** Whose staff look after its orders. */
  readonly organisationId: number;
}

const BATCH = 20;
const LEASE_MS = 10 * 60_000;
const RETRY_MS = 30 * 60_000;
const NEW_AT_ONCE = 500;

const WATCHED = `i.status in ('PENDING', 'IMAGE_REJECTED', 'READY', 'IN_PRODUCTION')
  or exists (select 1 from card k where k.order_item_id = i.id and k.status in ('VALID', 'INVALID'))`;
/** Units that have got something to watch since the last time; one that another server has just enlisted, and perhaps read, is left as it is. */
const ENLIST = `update organisation set staff_list_at = $1 where staff_list_at is null and id in (select o.id from organisation o where o.staff_list_at is null
  and exists (select 1 from order_item i where i.unit_id = o.id and (${WATCHED})
    union all select 1 from order_item i where i.main_unit_id = o.id and (${WATCHED})) limit ${NEW_AT_ONCE})`;
/** A crashed server's units are free again when the lease has run out; one with nothing left to watch is let go. */
const CLAIM = `with turn as (
  select id from organisation where staff_list_at <= $1 order by staff_list_at, id limit ${BATCH} for update skip locked
) update organisation o set staff_list_at = $2 from turn t where o.id = t.id
returning o.id::text, o.org_number as "orgNumber", coalesce(o.parent_id, o.id)::text as "mainUnitId", o.parent_id is null as "isMain",
  (select i.organisation_id from order_item i where (i.unit_id = o.id or i.main_unit_id = o.id) and (${WATCHED}) limit 1) as "organisationId"`;
const DONE = 'update organisation set staff_list_at = $2 where id = $1';

const HERE = `insert into employment as e (organisation_id, person_id, unit_id, main_unit_id, source, kind, start_on, end_on, refreshed_at)
select $1, r.person_id, $2, $3, 'AA', r.kind, r.start_on, r.end_on, $5 from jsonb_to_recordset($4::jsonb) as r(person_id bigint, kind text, start_on date, end_on date)
on conflict (person_id, unit_id, source, start_on) do update set kind = excluded.kind, end_on = excluded.end_on, refreshed_at = excluded.refreshed_at
returning e.person_id::text, xmax = 0 as added`;
/** No longer on the list: ended, at the latest yesterday. */
const GONE = `update employment set end_on = greatest(start_on, $3::date), refreshed_at = $4
where unit_id = $1 and source = 'AA' and person_id <> all ($2::bigint[]) and (end_on is null or end_on > $3::date) returning person_id::text`;
const RECHECK = `update order_item i set check_at = $3 where i.unit_id = $1 and i.person_id = any ($2::bigint[]) and (${WATCHED})`;

export class StaffLists {
  constructor(private readonly parts: StaffListParts) {}

  /** As the system. @returns how many units were read */
  async run(db: Db, stopping: () => boolean = () => false): Promise<number> {
    const now = this.parts.clock.now();
    await db.transaction(tx => tx.query(ENLIST, [now]));
    let count = 0;
    for (let found = BATCH; found === BATCH && !stopping(); count += found) {
      const lease = new Date(now.getTime() + LEASE_MS);
      const units = await db.transaction(tx => tx.query<Unit & Record<string, unknown>>(CLAIM, [now, lease]));
      found = units.length;
      await inParallel(units, BATCH, unit => this.#unit(db, unit));
    }
    return count;
  }

  async #unit(db: Db, unit: Unit): Promise<void> {
    try {
      if (unit.organisationId === null) await db.transaction(tx => tx.query(DONE, [unit.id, null]));
      else await this.#read(db, unit);
    } catch (error) {
      this.parts.log.error('a staff list could not be read', { id: unit.id, stack: (error as Error).stack });
    }
  }

  /** Both registers are asked outside any transaction; a silent one is asked again soon and changes nothing. */
  async #read(db: Db, unit: Unit): Promise<void> {
    const { registers, clock } = this.parts;
    const [list, roles] = await Promise.all([
      registers.aa.staffOf(unit.orgNumber),
      unit.isMain ? registers.enhetsregisteret.rolesWithNationalIds(unit.orgNumber) : null,
    ]);
    const at = clock.now();
    const { recheckHour } = await settingsOn(db, osloDate(at));
    const silent = list.kind === 'UNAVAILABLE' || roles?.kind === 'UNAVAILABLE';
    const next = silent ? new Date(at.getTime() + RETRY_MS) : nextNight(at, recheckHour);
    await db.transaction(async tx => {
      if (list.kind === 'STAFF') await this.#employ(tx, unit, { staff: list.staff, at });
      if (roles?.kind === 'ROLES')
        await writeRoles(tx, this.parts.keys, { firmId: unit.id, roles: roles.roles, at });
      await tx.query(DONE, [unit.id, next]);
    });
  }

  async #employ(
    tx: Tx,
    { id, mainUnitId, organisationId }: Unit,
    { staff, at }: { readonly staff: readonly StaffMember[]; readonly at: Date },
  ): Promise<void> {
    const known = await knownPersons(
      tx,
      this.parts.keys,
      staff.map(({ nationalId }) => nationalId),
    );
    const rows = staff.flatMap(({ nationalId, type, start, end }) => {
      const person_id = known.get(nationalId);
      return person_id ? [{ person_id, kind: type, start_on: start, end_on: end }] : [];
    });
    const values = [organisationId, id, mainUnitId, JSON.stringify(rows), at];
    const here = await tx.query<{ person_id: string; added: boolean }>(HERE, values);
    const yesterday: LocalDate = addDays(osloDate(at), -1);
    const gone = await tx.query<{ person_id: string }>(GONE, [id, [...known.values()], yesterday, at]);
    const moved = [...here.filter(({ added }) => added), ...gone].map(({ person_id }) => person_id);
    if (moved.length > 0) await tx.query(RECHECK, [id, moved, at]);
  }
}
