/** Erases what is old enough, every night: files by their keys, cases with their persons whole. What is left to do is read from the rows, so a killed run goes on where it was. */
import type { LogErasure } from '../../platform/audit/erasure.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Log } from '../../platform/log.ts';
import type { SealedStorage } from '../../platform/storage/sealed-storage.ts';
import { eraseFiles } from '../upload/file-erasure.write.ts';
import { limitOf, RETENTION_KINDS, type RetentionKind } from './retention.rules.ts';
import { countSql, DUE, deleteSql, findSql } from './retention.sql.ts';

export interface RetentionParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly files: Pick<SealedStorage, 'delete'>;
  readonly erasure: LogErasure;
}

const FILES_AT_ONCE = 200;
const ROWS_AT_ONCE = 500;
const CASES_AT_ONCE = 20;

/** What kind and how many, never whom. */
const NOTE = `insert into audit_log (kind, operation, table_name, request_id, fields, new_values)
values ('CHANGE', 'retention', $1, $2, $3, jsonb_build_object('kind', $4::text, 'count', $5::int))`;

const FILES_OF = `select id from stored_file where case_id = any ($1::bigint[]) and data_key is not null`;
const ERASE_CASES = 'select person_id from erase_cases($1::bigint[])';

type Batch = (db: Db, limit: Date) => Promise<number>;

export class Retention {
  constructor(private readonly parts: RetentionParts) {}

  readonly definition: JobDefinition = {
    name: 'retention',
    everySeconds: 24 * 3_600,
    run: (db, stopping) => this.run(db, stopping),
  };

  /** @returns how many files and rows were erased */
  async run(db: Db, stopping: () => boolean = () => false): Promise<number> {
    let total = 0;
    for (const kind of RETENTION_KINDS) total += await this.#runKind(db, kind, stopping);
    return total;
  }

  /** What a run would erase now; changes nothing. */
  async rehearse(db: Db): Promise<Record<RetentionKind, number>> {
    const counts: Partial<Record<RetentionKind, number>> = {};
    for (const kind of RETENTION_KINDS) {
      const [row] = await db.read<{ n: number }>(countSql(DUE[kind]), [this.#limit(kind)]);
      counts[kind] = row?.n ?? 0;
    }
    return counts as Record<RetentionKind, number>;
  }

  async #runKind(db: Db, kind: RetentionKind, stopping: () => boolean): Promise<number> {
    const batch = this.#batchOf(kind);
    let total = 0;
    for (let done = -1; done !== 0 && !stopping(); total += done) done = await batch(db, this.#limit(kind));
    if (total > 0) this.parts.log.info('retention', { code: kind, count: total });
    return total;
  }

  #limit(kind: RetentionKind): Date {
    return limitOf(kind, this.parts.clock.now());
  }

  #batchOf(kind: RetentionKind): Batch {
    if (kind === 'CASE_FILE') return (db, limit) => this.#cases(db, limit);
    if (kind === 'ACCESS_LOG') return (db, limit) => this.#readings(db, limit);
    if (DUE[kind].table === 'stored_file') return (db, limit) => this.#files(db, kind, limit);
    return (db, limit) => this.#rows(db, kind, limit);
  }

  async #files(db: Db, kind: RetentionKind, limit: Date): Promise<number> {
    const found = await db.read<{ id: string }>(findSql(DUE[kind], FILES_AT_ONCE), [limit]);
    if (found.length === 0) return 0;
    const ids = found.map(({ id }) => id);
    const at = this.parts.clock.now();
    return eraseFiles(db, this.parts.files, { ids, at, note: (tx, n) => note(tx, db, { kind, count: n }) });
  }

  #rows(db: Db, kind: RetentionKind, limit: Date): Promise<number> {
    return db.transaction(async tx => {
      const gone = await tx.query(`${deleteSql(DUE[kind], ROWS_AT_ONCE)} returning 1`, [limit]);
      return note(tx, db, { kind, count: gone.length });
    });
  }

  #readings(db: Db, limit: Date): Promise<number> {
    return db.transaction(async tx => {
      const count = await this.parts.erasure.deleteReadings(tx, limit);
      return note(tx, db, { kind: 'ACCESS_LOG', count });
    });
  }

  /** Files first: without their rows nobody would know which bytes to delete. */
  async #cases(db: Db, limit: Date): Promise<number> {
    const found = await db.read<{ id: string }>(findSql(DUE.CASE_FILE, CASES_AT_ONCE), [limit]);
    const ids = found.map(({ id }) => id);
    if (ids.length === 0) return 0;
    const files = await db.read<{ id: string }>(FILES_OF, [ids]);
    const at = this.parts.clock.now();
    await eraseFiles(db, this.parts.files, { ids: files.map(({ id }) => id), at });
    await db.transaction(async tx => {
      await this.#eraseCases(tx, ids);
      await note(tx, db, { kind: 'CASE_FILE', count: ids.length });
    });
    return ids.length;
  }

  /** What the logs say is emptied last: the deletes above are logged too. */
  async #eraseCases(tx: Tx, ids: readonly string[]): Promise<void> {
    const { erasure } = this.parts;
    await erasure.deleteEvents(tx, ids);
    const persons = await tx.query<{ person_id: string }>(ERASE_CASES, [ids]);
    await erasure.emptyCases(tx, ids);
    for (const { person_id } of persons) await erasure.erasePerson(tx, person_id, ids);
  }
}

async function note(
  tx: Tx,
  db: Db,
  { kind, count }: { kind: RetentionKind; count: number },
): Promise<number> {
  if (count > 0) await tx.query(NOTE, [DUE[kind].table, db.info.requestId, [kind], kind, count]);
  return count;
}
