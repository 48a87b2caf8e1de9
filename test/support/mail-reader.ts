/** A server reduced to its mailbox reader, run as a process of its own so that a test can kill it: `mail-reader.ts <database url>`, settings from the environment. */
import { readConfig } from '../../server/src/config.ts';
import { inboundMailJobs } from '../../server/src/features/inbound-mail/mailbox.parts.ts';
import { ShownMemory } from '../../server/src/platform/audit/shown.ts';
import { systemClock as clock } from '../../server/src/platform/clock.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { createPool } from '../../server/src/platform/db/pool.ts';
import { JOB_ROLE } from '../../server/src/platform/db/roles.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { systemDb } from './mails.ts';

const pool = createPool({ url: process.argv[2] ?? '', size: 2, role: JOB_ROLE });
const none = () => {
  throw new Error('Reading mail does not use the EntityManager.');
};
const shown = new ShownMemory({ clock, limit: 1 });
const db = systemDb({ pool, forkEm: none, joinEm: none, scopesOf: () => '', shown });
const config = readConfig();
const keys = loadKeys(config.KEYS_FILE, config.dataDir);
const job = inboundMailJobs({ clock, config, keys, log: createLog('silent') })[0];
await job?.run(db, () => false);
process.exit();
