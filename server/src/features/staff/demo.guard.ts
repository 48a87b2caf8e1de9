/** Keeps the demo out of production: a server that opens for real does not start beside one-click accounts. */
import { type Config, ConfigError } from '../../config.ts';
import { Db, type DbParts } from '../../platform/db/db.ts';
import { ANONYMOUS } from '../../platform/db/principal.ts';

/** @throws ConfigError when production finds demo accounts that can be used */
export async function refuseDemoAccounts(config: Pick<Config, 'production'>, parts: DbParts): Promise<void> {
  if (!config.production) return;
  const door = new Db(parts, ANONYMOUS, { requestId: 'start', operation: 'start', address: null });
  const [row] = await door.read<{ n: number }>(
    'select count(*)::int as n from staff_user where demo and active',
  );
  const found = row?.n ?? 0;
  if (found > 0) {
    throw new ConfigError(
      `MODE is production, but the database holds ${found} demo accounts. Use a database that never ran the demo.`,
    );
  }
}
