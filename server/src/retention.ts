/** `pnpm retention`: what the nightly erasure would erase if it ran now; changes nothing. */
import { randomUUID } from 'node:crypto';
import { type Config, readConfig } from './config.ts';
import { RETENTION, RETENTION_KINDS } from './features/retention/retention.rules.ts';
import { ShownMemory } from './platform/audit/shown.ts';
import { systemClock as clock } from './platform/clock.ts';
import { loadKeys } from './platform/crypto/keys.ts';
import { Db } from './platform/db/db.ts';
import { openEmbedded } from './platform/db/embedded.ts';
import { jobDbParts } from './platform/db/job-parts.ts';
import { SYSTEM } from './platform/db/principal.ts';
import { createLog } from './platform/log.ts';
import { retentionOf } from './retention.parts.ts';

/** @returns exit code */
export async function main(): Promise<number> {
  const config = readConfig();
  const embedded = config.DATABASE_URL ? null : await openEmbedded(config.dataDir);
  try {
    const url = config.DATABASE_JOB_URL ?? config.DATABASE_URL ?? embedded?.jobUrl ?? '';
    process.stdout.write(await rehearsal(config, url));
    return 0;
  } finally {
    await embedded?.close();
  }
}

async function rehearsal(config: Config, url: string): Promise<string> {
  const parts = jobDbParts(url, new ShownMemory({ clock, limit: config.PERSONS_PER_DAY }));
  const db = new Db(parts, SYSTEM, { requestId: randomUUID(), operation: 'rehearsal', address: null });
  const wiring = {
    clock,
    config,
    keys: loadKeys(config.KEYS_FILE, config.dataDir),
    log: createLog('silent'),
  };
  try {
    const counts = await retentionOf(wiring).rehearse(db);
    const lines = RETENTION_KINDS.map(
      kind => `${kind.padEnd(20)} ${String(counts[kind]).padStart(8)}   ${periodOf(kind)}`,
    );
    return ['If the nightly erasure ran now, it would erase:', ...lines, ''].join('\n');
  } finally {
    await parts.pool.end();
  }
}

function periodOf(kind: keyof typeof RETENTION): string {
  const period = RETENTION[kind];
  return 'days' in period ? `older than ${period.days} days` : `older than ${period.months} months`;
}
