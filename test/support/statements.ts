/** Listens to the statements a desk sends, and asks PostgreSQL how it would run one: behind row security as whoever sent it, or as the owner without. */
import type { Pool, PoolClient } from 'pg';
import type { Desk } from './desk.ts';

export interface Statement {
  readonly text: string;
  readonly values: unknown[];
  /** What the transaction had said about who acts. */
  readonly actor: unknown[];
}

const SETTINGS = [
  'app.actor',
  'app.org',
  'app.roles',
  'app.session',
  'app.request',
  'app.operation',
  'app.scopes',
];

interface Sent {
  readonly name?: string;
  readonly text?: string;
  readonly values?: unknown[];
}

/** Everything sent from now on, in order. */
export function listen({ app }: Pick<Desk, 'app'>): Statement[] {
  const heard: Statement[] = [];
  const known = new WeakSet<PoolClient>();
  app.dbParts.pool.on('acquire', client => {
    if (known.has(client)) return;
    known.add(client);
    let actor: unknown[] = [];
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const heardQuery = (...args: unknown[]) => {
      const sent = args[0] as Sent;
      if (sent.name === 'set_actor') actor = sent.values ?? [];
      else if (sent.text) heard.push({ text: sent.text, values: sent.values ?? [], actor });
      return query(...args);
    };
    client.query = heardQuery as typeof client.query;
  });
  return heard;
}

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Cond'?: string;
  'Shared Hit Blocks'?: number;
  'Shared Read Blocks'?: number;
  Plans?: Node[];
}

export interface Plan {
  /** Tables read from one end to the other, by themselves or by an index without a condition. */
  readonly wholeTables: string[];
  /** Pages read; only when the statement was run. */
  readonly pages: number;
}

const WHOLE = ['Seq Scan', 'Index Scan', 'Index Only Scan', 'Bitmap Index Scan'];

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** How a pool's role would run a statement; a reading is run indeed, and everything is undone. */
export async function planOf(pool: Pool, { text, values, actor }: Statement): Promise<Plan> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    for (const [i, name] of SETTINGS.entries())
      await client.query('select set_config($1, $2, true)', [name, actor[i] ?? '']);
    const reads = !/\b(insert|update|delete)\b/i.test(text);
    const explain = `explain (${reads ? 'analyze, buffers, ' : ''}format json) ${text}`;
    const { rows } = await client.query(explain, values);
    const root = rows[0]['QUERY PLAN'][0].Plan as Node;
    const whole = nodesOf(root).filter(n => WHOLE.includes(n['Node Type']) && !n['Index Cond']);
    return {
      wholeTables: whole.flatMap(n => n['Relation Name'] ?? []),
      pages: (root['Shared Hit Blocks'] ?? 0) + (root['Shared Read Blocks'] ?? 0),
    };
  } finally {
    await client.query('rollback');
    client.release();
  }
}
