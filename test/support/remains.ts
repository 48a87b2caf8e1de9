/** Searches everything a desk keeps, for proofs that something is gone: every table as text, every stored file, every log line. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Desk } from './desk.ts';

const TABLES = `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and n.nspname in ('public', 'pgboss') order by 1`;

/** Names of the tables, files and logs in which any of the words stands. `admin` sees past every wall. */
export async function remainsOf(
  words: readonly string[],
  { desk, admin }: { desk: Desk; admin: pg.Client },
): Promise<string[]> {
  const stands = (text: string) => words.some(word => text.toLowerCase().includes(word.toLowerCase()));
  const found: string[] = [];
  const { rows: tables } = await admin.query<{ name: string }>(TABLES);
  for (const { name } of tables) {
    const { rows } = await admin.query<{ text: string }>(`select t::text as text from ${name} t`);
    if (rows.some(({ text }) => stands(text))) found.push(name.replace('public.', ''));
  }
  for (const name of await readdir(join(desk.config.dataDir, 'files'), { recursive: true }).catch(() => [])) {
    const bytes = await readFile(join(desk.config.dataDir, 'files', name)).catch(() => Buffer.alloc(0));
    if (stands(name) || stands(bytes.toString('latin1'))) found.push(name);
  }
  if (desk.logLines.some(stands)) found.push('log');
  return found;
}
