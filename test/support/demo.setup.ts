/** For browser tests: the migrated template plus the demo as a newcomer gets it, seeded once. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { seedDemoAt } from '../../seeds/demo.ts';
import { readConfig } from '../../server/src/config.ts';
import { setup as setupDatabase } from './database.setup.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder with the demo's keys and files; its rows are in the database desk_demo_template. */
    demoDataDir: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const teardown = await setupDatabase(project);
  const { adminUrl, ownerUrl } = project.getProvidedContext().database;
  const dataDir = await mkdtemp(join(tmpdir(), 'hms-kort-desk-demo-'));
  await chmod(dataDir, 0o755);
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query('create database desk_demo_template template desk_template owner desk_owner');
  const config = readConfig({ MODE: 'demo', DATA_DIR: dataDir });
  await seedDemoAt({ config, ownerUrl: ownerUrl.replace(/\/desk$/, '/desk_demo_template') });
  await admin.query('alter database desk_demo_template with is_template true');
  await admin.end();
  project.provide('demoDataDir', dataDir);
  return async () => {
    await teardown();
    await rm(dataDir, { recursive: true, force: true });
  };
}
