/** One embedded PostgreSQL for the whole run, with a migrated template that each test file clones. */
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../server/src/migrate.ts';
import { startEmbedded } from '../../server/src/platform/db/embedded.ts';
import { keepLog } from './kept-logs.ts';

export interface TestDatabase {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly jobUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    database: TestDatabase;
  }
}

const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'hms-kort-desk-test-'));
  await chmod(folder, 0o755);
  const database = await startEmbedded(folder, FAST);
  await migrate(database.ownerUrl);
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  await admin.query('alter database desk rename to desk_template');
  await admin.query('alter database desk_template with is_template true');
  await admin.end();
  const { adminUrl, ownerUrl, appUrl, jobUrl } = database;
  project.provide('database', { adminUrl, ownerUrl, appUrl, jobUrl });
  return async () => {
    await database.stop();
    keepLog('postgres')(await readFile(join(folder, 'postgres', 'server.log'), 'utf8'));
    await rm(folder, { recursive: true, force: true });
  };
}
