/** `pnpm bench:audit [rows]`: how long it takes to write, seal and verify a large audit log; one million rows unless told. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../server/src/migrate.ts';
import { createAnchorFile, readAnchor } from '../../server/src/platform/audit/anchor.ts';
import { Sealer } from '../../server/src/platform/audit/sealer.ts';
import { verifyAudit } from '../../server/src/platform/audit/verifier.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { loadSealKeys } from '../../server/src/platform/crypto/seal-key.ts';
import type { Tx, Values } from '../../server/src/platform/db/db.ts';
import { startEmbedded } from '../../server/src/platform/db/embedded.ts';
import { createClient } from '../../server/src/platform/db/pool.ts';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const LIMIT_S = (60 * ROWS) / 1_000_000;
const FILL = `insert into audit_log (kind, actor_id, session_id, request_id, operation, table_name, row_id, case_id, person_ids, fields, old_values, new_values, purpose, reason, address)
  select case n % 3 when 0 then 'READ' else 'CHANGE' end, n % 40, n % 900, 'r-' || n, 'decideImages UPDATE', 'desk_case', n::text, n % 100000, array[n % 50000],
    '{status,version,reserved_by}', jsonb_build_object('status', 'OPEN', 'version', n % 9), jsonb_build_object('status', 'CLOSED', 'version', n % 9 + 1), 'CASE', 'Synthetic reason', '127.0.0.1'
  from generate_series(1, $1::int) n`;

const folder = await mkdtemp(join(tmpdir(), 'hms-kort-desk-bench-'));
await chmod(folder, 0o755);
const database = await startEmbedded(folder, ['synchronous_commit=off']);
const owner = createClient(database.ownerUrl);
try {
  await migrate(database.ownerUrl);
  await owner.connect();
  await timed(`${ROWS} rows written`, () => owner.query(FILL, [ROWS]));
  loadKeys(undefined, folder);
  const keys = loadSealKeys(undefined, folder);
  const anchorFile = join(folder, 'anchor.jsonl');
  const sealer = new Sealer({ keys, anchor: createAnchorFile(anchorFile) });
  const db = await jobsOf(database.jobUrl);
  await timed('sealed', () => sealer.run(db));
  await db.close();
  await owner.query('begin isolation level repeatable read read only');
  const { result, seconds } = await timed('verified', () =>
    verifyAudit(owner, { publicKeys: keys.publicKeys, anchors: readAnchor(anchorFile) }),
  );
  const inOrder = result.rows === ROWS && result.findings.length === 0;
  console.log(`${result.rows} rows under ${result.seals} seals, ${result.findings.length} findings`);
  console.log(
    `verified in ${seconds.toFixed(1)} s, at most ${LIMIT_S} s: ${inOrder && seconds < LIMIT_S ? 'ok' : 'TOO SLOW'}`,
  );
  if (!inOrder || seconds >= LIMIT_S) process.exitCode = 1;
} finally {
  await owner.end();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}

/** The jobs' transactions, without a whole desk around them. */
async function jobsOf(url: string) {
  const client = createClient(url);
  await client.connect();
  const query = async (text: string, values: Values = []) => (await client.query(text, [...values])).rows;
  const tx: Tx = { query, one: async (text, values) => (await query(text, values))[0] ?? null };
  return {
    async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      await client.query('begin');
      const result = await work(tx);
      await client.query('commit');
      return result;
    },
    close: () => client.end(),
  };
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const began = performance.now();
  const result = await work();
  const seconds = (performance.now() - began) / 1000;
  console.log(`${what}: ${seconds.toFixed(1)} s`);
  return { result, seconds };
}
