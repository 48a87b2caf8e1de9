/**
 * Seals what the logs have grown by, behind the requests and never in them: one sealer at a time, however many servers run.
 * A stretch is sealed when no transaction that could still add to it is running; docs/decisions/0060 says why by locks.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { SealKeys } from '../crypto/seal-key.ts';
import type { Db, Tx } from '../db/db.ts';
import type { Anchor } from './anchor.ts';
import {
  LOGS,
  type LogName,
  type LogRow,
  newestFormat,
  rowHashes,
  selectOf,
  utcText,
} from './log-format.rules.ts';
import { FIRST_PREVIOUS, MOST_IDS, reachedEnd, type Seal, signSeal, writeIds } from './seal.rules.ts';
import { INSERT_SEAL, sealValues } from './seal.store.ts';

/** How long the sealer waits for transactions that write to a log; after that the next run tries again. */
const PATIENCE_MS = 4_000;
const LOOK_AGAIN_MS = 20;

const ONE_SEALER = `select pg_try_advisory_xact_lock(hashtext('audit_seal')) as mine, ${utcText('clock_timestamp()')} as now`;
const HEAD = 'select id, hash from audit_seal order by id desc limit 1';
const SEALED_TO = `select coalesce(max(to_id), 0) as id from audit_seal where log = $1`;
/** Virtual transactions that have written to the log and are not over; the lock is taken before the row gets its id. */
const WRITERS = `select virtualtransaction as id from pg_locks where locktype = 'relation' and mode = 'RowExclusiveLock' and granted
  and database = (select oid from pg_database where datname = current_database()) and relation = $1::regclass and pid <> pg_backend_pid()`;

const NEWEST = (log: LogName) => `select max(id) as id from ${log} where id > $1`;
const ROWS = (log: LogName) =>
  `select ${selectOf(log)} from ${log} l where l.id > $1 and l.id <= $2 order by l.id`;

export interface SealerParts {
  readonly keys: SealKeys;
  readonly anchor: Anchor;
}

/** The jobs' role on the database. */
type Jobs = Pick<Db, 'transaction'>;

interface Stretch {
  readonly log: LogName;
  readonly after: string;
  readonly to: string;
}

export class Sealer {
  constructor(private readonly parts: SealerParts) {}

  /** Seals all there is. @returns how many rows */
  async run(db: Jobs, stopping: () => boolean = () => false): Promise<number> {
    let rows = 0;
    for (const log of LOGS) rows += await this.#sealLog(db, log, stopping);
    return rows;
  }

  async #sealLog(db: Jobs, log: LogName, stopping: () => boolean): Promise<number> {
    let rows = 0;
    while (!stopping()) {
      const sealed = await db.transaction(tx => this.#sealNext(tx, log));
      if (!sealed) break;
      await this.parts.anchor.append(sealed);
      rows += sealed.count;
      if (reachedEnd(sealed)) break;
    }
    return rows;
  }

  async #sealNext(tx: Tx, log: LogName): Promise<Seal | null> {
    const turn = await tx.one<{ mine: boolean; now: string }>(ONE_SEALER);
    if (!turn?.mine) return null;
    const after = (await tx.one<{ id: string }>(SEALED_TO, [log]))?.id ?? '0';
    const newest = (await tx.one<{ id: string | null }>(NEWEST(log), [after]))?.id;
    if (!newest || !(await isSettled(tx, log))) return null;
    const to = String(Math.min(Number(newest), Number(after) + MOST_IDS));
    return this.#seal(tx, { log, after, to }, turn.now);
  }

  async #seal(tx: Tx, { log, after, to }: Stretch, sealedAt: string): Promise<Seal> {
    const rows = await tx.query<LogRow>(ROWS(log), [after, to]);
    const head = await tx.one<{ id: string; hash: Buffer }>(HEAD);
    const format = newestFormat(log);
    const ids = rows.map(row => Number(row.id));
    const seal = signSeal(
      {
        id: String(Number(head?.id ?? 0) + 1),
        log,
        format,
        fromId: String(Number(after) + 1),
        toId: to,
        ids: writeIds(ids),
        count: rows.length,
        hashes: Buffer.concat(rows.map(row => rowHashes(log, format, row))),
        sealedAt,
        keyId: this.parts.keys.currentId,
        previous: head?.hash ?? FIRST_PREVIOUS,
      },
      this.parts.keys.privateKey,
    );
    await tx.query(INSERT_SEAL, sealValues(seal));
    return seal;
  }
}

/** Waits until every transaction is over that had written to the log when we looked. */
async function isSettled(tx: Tx, log: LogName): Promise<boolean> {
  const running = async () => (await tx.query<{ id: string }>(WRITERS, [log])).map(row => row.id);
  const writers = new Set(await running());
  const giveUp = performance.now() + PATIENCE_MS;
  while (writers.size > 0) {
    if (performance.now() > giveUp) return false;
    await wait(LOOK_AGAIN_MS);
    const still = new Set(await running());
    for (const id of writers) if (!still.has(id)) writers.delete(id);
  }
  return true;
}
