/** Walls that can be taken down while the desk runs: the same questions with and without each, in one run. */
import type pg from 'pg';
import { WALLED_TABLES } from '../../server/src/platform/db/tables.ts';

export interface Wall {
  readonly name: string;
  down(sql: pg.Pool): Promise<void>;
  up(sql: pg.Pool): Promise<void>;
}

async function turn(sql: pg.Pool, how: 'enable' | 'disable'): Promise<void> {
  for (const table of Object.keys(WALLED_TABLES))
    await sql.query(`alter table ${table} ${how} row level security`);
}

/** A new wall is one more entry. */
export const WALLS: readonly Wall[] = [
  { name: 'row security', down: sql => turn(sql, 'disable'), up: sql => turn(sql, 'enable') },
];
