/** A server reduced to its sending job, run as a process of its own so that a test can kill it: `mail-sender.ts <database url>`, settings from the environment. */
import { readConfig } from '../../server/src/config.ts';
import { ShownMemory } from '../../server/src/platform/audit/shown.ts';
import { systemClock } from '../../server/src/platform/clock.ts';
import { createPool } from '../../server/src/platform/db/pool.ts';
import { JOB_ROLE } from '../../server/src/platform/db/roles.ts';
import { sendingOf, systemDb } from './mails.ts';

const databaseUrl = process.argv[2] ?? '';
const pool = createPool({ url: databaseUrl, size: 2, role: JOB_ROLE });
const none = () => {
  throw new Error('Sending mail does not use the EntityManager.');
};
const shown = new ShownMemory({ clock: systemClock, limit: 1 });
const db = systemDb({ pool, forkEm: none, joinEm: none, scopesOf: () => '', shown });
const sending = sendingOf({ config: readConfig() });
process.send?.('ready');
for (;;) {
  await sending.sendDue(db);
  await new Promise(resolve => setTimeout(resolve, 20));
}
