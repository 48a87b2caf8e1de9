/** Keeps the demo out of production: a server that opens for real does not start beside one-click accounts. */
import type { Pool } from 'pg';
import { DOOR_ROLE } from '../../platform/db/roles.ts';

const DEMO = 'select count(*)::int as n from staff_user where demo and active';

/** One sentence when there are demo accounts that can be used. */
export async function demoAccountFaults(pool: Pool): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query(`begin; set local role ${DOOR_ROLE}`);
    const { rows } = await client.query<{ n: number }>(DEMO);
    return (rows[0]?.n ?? 0) === 0 ? [] : [sentence(rows[0]?.n ?? 0)];
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const sentence = (found: number): string =>
  `MODE is production, but the database holds ${found} demo accounts. Use a database that never ran the demo.`;
