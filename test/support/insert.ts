/** What every factory shares: a number no two rows have, and an insert that answers with the new id. */
import type { Desk } from './desk.ts';

let sequence = 0;
export const next = () => ++sequence;

export async function insert(
  desk: Desk,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<string> {
  const names = Object.keys(row);
  const sql = `insert into ${table} (${names.join(', ')}) overriding system value values (${names.map((_, i) => `$${i + 1}`).join(', ')}) returning id`;
  const { rows } = await desk.sql.query<{ id: string }>(sql, Object.values(row));
  return rows[0]?.id ?? '';
}
