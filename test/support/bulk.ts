/** Many rows in few statements: ids are given out beforehand, far from those the database gives, and all is inserted at the end. */
import type pg from 'pg';
import type { Desk } from './desk.ts';

export type Row = Readonly<Record<string, unknown>>;

const FIRST_ID = 1_000_000;
let last = FIRST_ID;

/** An id no other row of any table has. */
export const freshId = (): string => String(++last);

const hex = (value: unknown) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);
const jsonOf = (rows: readonly Row[]) =>
  JSON.stringify(rows.map(row => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, hex(v)]))));

export class Bulk {
  readonly #tables = new Map<string, Map<string, Row[]>>();

  /** Rows go in table by table, in the order in which the tables are named first; those of `together` last, in one transaction. */
  constructor(
    tables: readonly string[],
    private readonly together: readonly string[] = [],
  ) {
    for (const table of [...tables, ...together]) this.#tables.set(table, new Map());
  }

  add(table: string, row: Row): void {
    const shapes = this.#tables.get(table);
    if (!shapes) throw new Error(`${table} is not in the order of tables`);
    const shape = Object.keys(row).join(', ');
    shapes.set(shape, [...(shapes.get(shape) ?? []), row]);
  }

  async flush({ sql }: Pick<Desk, 'sql'>): Promise<void> {
    for (const table of this.#tables.keys()) if (!this.together.includes(table)) await this.#fill(sql, table);
    const client = await sql.connect();
    await client.query('begin');
    for (const table of this.together) await this.#fill(client, table);
    await client.query('commit');
    client.release();
  }

  async #fill(sql: Pick<Desk['sql'], 'query'> | pg.PoolClient, table: string): Promise<void> {
    const shapes = this.#tables.get(table) ?? new Map<string, Row[]>();
    for (const [columns, rows] of shapes) {
      const insert = `insert into ${table} (${columns}) overriding system value
        select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`;
      await sql.query(insert, [jsonOf(rows)]);
    }
    shapes.clear();
  }
}
