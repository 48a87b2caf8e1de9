/** Whether the keys are those the data was sealed with: a known word, sealed in the database by each key that has been in use. */
import type { Pool } from 'pg';
import type { Keys } from '../crypto/keys.ts';
import { open, seal } from '../crypto/seal.ts';

const WORD = Buffer.from('hms-kort-desk');
const ALL = 'select key_id as id, sealed from key_sentinel';
const ADD = 'insert into key_sentinel (key_id, sealed) values ($1, $2) on conflict do nothing';
const aboutOf = (id: string) => `key_sentinel|${id}`;

interface Sentinel {
  readonly id: string;
  readonly sealed: Buffer;
}

/** @returns faults; without any, every key of the file has its word from now on */
export async function sentinelFaults(pool: Pool, keys: Keys): Promise<string[]> {
  const { rows } = await pool.query<Sentinel>(ALL);
  const known = rows.filter(({ id }) => keys.ids.includes(id));
  const wrong = known.filter(sentinel => !opens(keys, sentinel));
  if (wrong.length > 0)
    return wrong.map(
      ({ id }) => `Key ${id} in KEYS_FILE does not open what this database holds. ${BRING_BACK}`,
    );
  if (rows.length > 0 && known.length === 0)
    return [`No key in KEYS_FILE opens what this database holds. ${BRING_BACK}`];
  for (const id of keys.ids) await pool.query(ADD, [id, seal(keys.key('sentinel', id), WORD, aboutOf(id))]);
  return [];
}

const BRING_BACK = 'Bring back the key file that belongs to it, or name the right database.';

function opens(keys: Keys, { id, sealed }: Sentinel): boolean {
  try {
    return open(keys.key('sentinel', id), sealed, aboutOf(id)).equals(WORD);
  } catch {
    return false;
  }
}
