/** Everything that must hold before a production server takes anyone in, asked at once: settings, keys, roles, walls, durability, accounts. */
import type { Pool } from 'pg';
import { type Config, ConfigError } from './config.ts';
import { demoAccountFaults } from './features/staff/demo.guard.ts';
import { loadKeys } from './platform/crypto/keys.ts';
import { createPool, type PoolOptions } from './platform/db/pool.ts';
import { APP_ROLE, JOB_ROLE } from './platform/db/roles.ts';
import { durabilityFaults, wallFaults } from './platform/self-test/database.faults.ts';
import { keyFileFaults } from './platform/self-test/keys.faults.ts';
import { sentinelFaults } from './platform/self-test/sentinel.faults.ts';
import { settingsFaults } from './platform/self-test/settings.faults.ts';
import { registerFaults } from './registers/register-settings.ts';

/** @throws ConfigError that names every fault found; outside production nothing is asked */
export async function selfTest(config: Config): Promise<void> {
  if (!config.production) return;
  const keyFile = config.KEYS_FILE ? keyFileFaults(config.KEYS_FILE) : [];
  const mayOpen = config.KEYS_FILE !== undefined && keyFile.length === 0;
  const faults = [
    ...settingsFaults(config),
    ...keyFile,
    ...(config.REGISTERS_FILE ? registerFaults(config.REGISTERS_FILE, true) : []),
    ...(await databaseOf(config, mayOpen)),
  ];
  if (faults.length > 0) throw new ConfigError(told(faults));
}

const told = (faults: readonly string[]): string =>
  faults.length === 1
    ? (faults[0] ?? '')
    : [`This server is not fit for production, for ${faults.length} reasons:`, ...faults].join('\n- ');

/** As the server will use it. What is not migrated yet cannot be judged: the test is run again afterwards. */
async function databaseOf(config: Config, mayOpenSentinel: boolean): Promise<string[]> {
  if (!config.DATABASE_URL) return [];
  const url = config.DATABASE_URL;
  const jobUrl = config.DATABASE_JOB_URL ?? url;
  const durable = await lent({ url }, durabilityFaults);
  if (!(await lent({ url }, isMigrated))) return durable;
  const keys = mayOpenSentinel ? loadKeys(config.KEYS_FILE, config.dataDir) : null;
  const asApp = await lentAs({ url, role: APP_ROLE }, async pool => [
    ...(await wallFaults(pool)),
    ...(await demoAccountFaults(pool)),
    ...(keys ? await sentinelFaults(pool, keys) : []),
  ]);
  const asJob = await lentAs({ url: jobUrl, role: JOB_ROLE }, wallFaults);
  return [...durable, ...new Set([...asApp, ...asJob])];
}

type Login = Omit<PoolOptions, 'size'>;

async function lent<T>(login: Login, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = createPool({ ...login, size: 1 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

const MAY_NOT = new Set(['22023', '42501', '42704']);

/** A login that cannot become the role is a fault of its own. */
function lentAs(login: Login, work: (pool: Pool) => Promise<string[]>): Promise<string[]> {
  return lent(login, work).catch((error: { code?: string }) => {
    if (!MAY_NOT.has(error.code ?? '')) throw error;
    return [`The database login cannot work as ${login.role}. Make it a member: grant ${login.role} to it.`];
  });
}

async function isMigrated(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ there: boolean }>(
    `select to_regclass('key_sentinel') is not null as there`,
  );
  return rows[0]?.there === true;
}
