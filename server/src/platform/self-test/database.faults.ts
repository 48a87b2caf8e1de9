/** What may be wrong with the database a production server is to work on. One sentence a fault. */
import type { Pool } from 'pg';
import { rowSecurityFaults } from '../db/row-security.ts';

const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;
const SETTINGS = `select name, setting from pg_settings where name = any ($1)`;

/** A database that forgets what it has confirmed loses decisions in a power cut. */
export async function durabilityFaults(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string; setting: string }>(SETTINGS, [DURABLE]);
  return rows
    .filter(({ setting }) => setting === 'off')
    .map(
      ({ name }) => `PostgreSQL runs with ${name} = off. Switch it on, or confirmed decisions may be lost.`,
    );
}

const WHAT_TO_DO =
  'Name a login in DATABASE_URL that is only desk_app or a member of it, and for DATABASE_JOB_URL desk_job; the owner belongs in DATABASE_OWNER_URL.';

/** Whether row security holds for the role the pool works as, and the login behind it. */
export async function wallFaults(pool: Pool): Promise<string[]> {
  return (await rowSecurityFaults(pool)).map(fault => `${fault} ${remedyOf(fault)}`);
}

const remedyOf = (fault: string): string =>
  fault.startsWith('Database role') ? WHAT_TO_DO : 'Let its owner force it again: the migrations say how.';
