/** `pnpm demo:reset`: throws the embedded demo database and its files away; the next start makes them anew. */
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { root } from './lib.mjs';

process.chdir(root);
if (existsSync('.env')) process.loadEnvFile('.env');
const dataDir = resolve(process.env.DATA_DIR || '.data');

if (process.env.MODE === 'production' || process.env.DATABASE_URL) {
  console.error('Only the embedded demo database can be reset. Unset DATABASE_URL and MODE first.');
  process.exit(1);
}
const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
if (existsSync(pidFile)) {
  const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
  if (isRunning(pid)) {
    console.error('The desk is running. Stop it first, then reset the demo.');
    process.exit(1);
  }
}
for (const name of [
  'postgres',
  'files',
  'postgres-secrets.json',
  'keys.json',
  'wal',
  'audit-anchor.jsonl',
  'audit-public-keys.json',
]) {
  await rm(join(dataDir, name), { recursive: true, force: true });
}
console.log('The demo is reset. Start the desk with: npx pnpm start');

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
