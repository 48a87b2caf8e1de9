/** What is wrong with the wall around the rows, for the self-test at start and for readiness: tables that are open, roles that walk past it. */
import type { Pool } from 'pg';
import { OPEN_TABLES } from './tables.ts';

/** A table in neither list counts as one with personal data. */
const OPEN = `select c.relname as name, c.relrowsecurity as "on" from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relname = any ($1)
  and not (c.relrowsecurity and c.relforcerowsecurity) order by c.relname`;

/** The role in use, and the login behind it, which can take off every role it has put on. */
const MIGHTY = `select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypass,
  exists (select 1 from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owner
from pg_roles r where r.rolname in (current_user, session_user) order by r.rolname`;

interface MightyRole {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypass: boolean;
  readonly owner: boolean;
}

/** One sentence per fault for the operator; empty when row security holds for this pool. */
export async function rowSecurityFaults(pool: Pool): Promise<string[]> {
  const tables = await pool.query<{ name: string; on: boolean }>(OPEN, [Object.keys(OPEN_TABLES)]);
  const roles = await pool.query<MightyRole>(MIGHTY);
  return [
    ...tables.rows.map(({ name, on }) => `Row security on table ${name} is ${on ? 'not forced' : 'off'}.`),
    ...roles.rows.flatMap(faultsOfRole),
  ];
}

function faultsOfRole({ name, superuser, bypass, owner }: MightyRole): string[] {
  const faults: readonly (readonly [boolean, string])[] = [
    [superuser, 'is a superuser'],
    [bypass, 'may bypass row security'],
    [owner, 'owns tables'],
  ];
  return faults.filter(([is]) => is).map(([, fault]) => `Database role ${name} ${fault}.`);
}
