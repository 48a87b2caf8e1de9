/** What each wall costs: the same questions to desks with and without it, in turns, in one run. */
import type pg from 'pg';
import { WALLED_TABLES } from '../../server/src/platform/db/tables.ts';
import type { Aside } from './apart.ts';
import { type Ask, type Figures, measure } from './load.ts';

export interface Desk {
  readonly port: number;
  readonly pid: number;
}

/** A wall of the program is put aside in a copy of it; row security is taken down in the database. */
interface Wall {
  readonly name: string;
  readonly without: readonly Aside[];
  readonly rowsDown?: boolean;
}

const OF_THE_PROGRAM = ['documents', 'readings', 'oneEffect'] as const;

/** A new wall is one more entry. */
export const WALLS: readonly Wall[] = [
  { name: 'row security', without: [], rowsDown: true },
  { name: 'document shape, cost and rate limit', without: ['documents'] },
  { name: 'a log row per page', without: ['readings'] },
  { name: 'one effect per key', without: ['oneEffect'] },
  { name: 'all of them together', without: OF_THE_PROGRAM, rowsDown: true },
];

/** What the queue page may lose to all of them. */
const MOST_PERCENT = 25;

async function rowSecurity(sql: pg.Pool, how: 'enable' | 'disable'): Promise<void> {
  for (const table of Object.keys(WALLED_TABLES))
    await sql.query(`alter table ${table} ${how} row level security`);
}

export interface WallQuestion {
  readonly name: string;
  readonly ask: (client: number, n: number) => Ask;
  /** Before each measurement, for questions that use something up. */
  readonly prepare?: () => Promise<(client: number, n: number) => Ask>;
}

export interface WallBench {
  readonly sql: pg.Pool;
  /** The desk with every wall up. */
  readonly desk: Desk;
  readonly serve: (without: readonly Aside[]) => Promise<Desk & { stop(): Promise<void> }>;
  readonly clients: number;
  readonly seconds: number;
  readonly rounds: number;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function rateOf(bench: WallBench, desk: Desk, question: WallQuestion): Promise<Figures> {
  const ask = (await question.prepare?.()) ?? question.ask;
  return measure({ ...desk, clients: bench.clients, seconds: bench.seconds, ask });
}

/** @returns percent of the requests a second that the wall takes */
async function lostTo(
  wall: Wall,
  bench: WallBench,
  of: { open: Desk; question: WallQuestion },
): Promise<number> {
  const [up, down]: [number[], number[]] = [[], []];
  for (let round = 0; round < bench.rounds; round += 1) {
    if (wall.rowsDown) await rowSecurity(bench.sql, 'disable');
    down.push((await rateOf(bench, of.open, of.question)).rate);
    if (wall.rowsDown) await rowSecurity(bench.sql, 'enable');
    up.push((await rateOf(bench, bench.desk, of.question)).rate);
  }
  return 100 * (1 - median(up) / median(down));
}

/** Only the queue page, with every wall at once, has an aim. */
function verdict({ without, rowsDown }: Wall, question: string, lost: number): string {
  if (!rowsDown || without.length === 0 || question !== 'queue page') return '';
  return `(aim ${MOST_PERCENT}, ${lost <= MOST_PERCENT ? 'reached' : 'MISSED'}) `;
}

/** Prints a line per wall and question, and the verdict on the queue page. */
export async function costOfWalls(bench: WallBench, questions: readonly WallQuestion[]): Promise<void> {
  console.log('| wall | question | requests a second it takes |');
  console.log('| --- | --- | --- |');
  for (const wall of WALLS) {
    const apart = wall.without.length > 0 ? await bench.serve(wall.without) : null;
    for (const question of questions) {
      const lost = await lostTo(wall, bench, { open: apart ?? bench.desk, question });
      console.log(
        `| ${wall.name} | ${question.name} | ${lost.toFixed(0)} % ${verdict(wall, question.name, lost)}|`,
      );
    }
    await apart?.stop();
  }
}
