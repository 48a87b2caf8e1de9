/** A server reduced to the rotation of keys, as a process of its own so that a test can kill it: `key-rotator.ts <database url> <key file>`. */
import { KeyRotation } from '../../server/src/features/key-rotation/key-rotation.job.ts';
import { ShownMemory } from '../../server/src/platform/audit/shown.ts';
import { systemClock as clock } from '../../server/src/platform/clock.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { createPool } from '../../server/src/platform/db/pool.ts';
import { JOB_ROLE } from '../../server/src/platform/db/roles.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { systemDb } from './mails.ts';

const [, , url = '', keyFile = ''] = process.argv;
const pool = createPool({ url, size: 2, role: JOB_ROLE });
const none = () => {
  throw new Error('Keys are rotated without the EntityManager.');
};
const db = systemDb({
  pool,
  forkEm: none,
  joinEm: none,
  scopesOf: () => '',
  shown: new ShownMemory({ clock, limit: 1 }),
});
const log = createLog('silent');
await new KeyRotation({ clock, log, keys: loadKeys(keyFile, '') }).rotate(db, () => {
  process.send?.('batch');
  return false;
});
process.send?.('done');
await pool.end();
process.disconnect?.();
