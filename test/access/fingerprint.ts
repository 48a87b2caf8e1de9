/** What the database holds, table by table, so that a refusal that changed anything is found out. */
import type { Desk } from '../support/desk.ts';

/** Not data: who was here when, and what readings and refusals leave behind on purpose. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  staff_session: `to_jsonb(t) - 'seen_at'`,
  staff_user: `to_jsonb(t) - 'last_seen_at'`,
};
const ROWS_LEFT_OUT: Readonly<Record<string, string>> = { audit_log: `where t.kind = 'CHANGE'` };

const tables = `select tablename as name from pg_tables where schemaname = 'public' order by 1`;

const sumOf = (name: string) =>
  `select count(*) || ' rows ' || coalesce(md5(string_agg(x, '|' order by x)), '') as sum
   from (select (${LEFT_OUT[name] ?? 'to_jsonb(t)'})::text as x from ${name} t ${ROWS_LEFT_OUT[name] ?? ''}) all_rows`;

export async function fingerprint({ sql }: Pick<Desk, 'sql'>): Promise<Record<string, string>> {
  const { rows } = await sql.query<{ name: string }>(tables);
  const sums = await Promise.all(rows.map(({ name }) => sql.query<{ sum: string }>(sumOf(name))));
  return Object.fromEntries(rows.map(({ name }, at) => [name, sums[at]?.rows[0]?.sum ?? '']));
}
