/** Keeps the demo out of production: a server that opens for real does not start beside one-click accounts. */
import type { Pool } from 'pg';
import { type Config, ConfigError } from '../../config.ts';

/** @throws ConfigError when production finds demo accounts that can be used */
export async function refuseDemoAccounts(config: Pick<Config, 'production'>, pool: Pool): Promise<void> {
  if (!config.production) return;
  const { rows } = await pool.query<{ n: number }>(
    'select count(*)::int as n from staff_user where demo and active',
  );
  const found = rows[0]?.n ?? 0;
  if (found > 0) {
    throw new ConfigError(
      `MODE is production, but the database holds ${found} demo accounts. Use a database that never ran the demo.`,
    );
  }
}
