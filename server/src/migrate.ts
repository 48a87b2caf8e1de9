/** Brings the tables up to date as their owner; forward only. */
import { createOrm } from './orm.config.ts';
import { migrateJobs } from './platform/jobs/jobs.schema.ts';

export async function migrate(ownerUrl: string): Promise<void> {
  const orm = createOrm(ownerUrl);
  try {
    await orm.migrator.up();
  } finally {
    await orm.close(true);
  }
  await migrateJobs(ownerUrl);
}
