/** Erases what is old enough, every night: files by their keys, cases, order lines and persons whole. What is left to do is read from the rows, so a killed run goes on where it was. */
import type { LogErasure } from '../../platform/audit/erasure.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Log } from '../../platform/log.ts';
import type { SealedStorage } from '../../platform/storage/sealed-storage.ts';
import { eraseFiles } from '../upload/file-erasure.write.ts';
import { limitOf, RETENTION_KINDS, type RetentionKind } from './retention.rules.ts';
import { countSql, DUE, deleteSql, findSql, YEAR_OF_LIMIT } from './retention.sql.ts';

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
/** Held until the end: a case reopened meanwhile keeps its timeline. */
const STILL_DUE = `select c.id from desk_case c where c.id = any ($1::bigint[]) and case_is_erasable(c) order by c.id for update`;
const ERASE_CASES = 'select erase_cases($1::bigint[]) as erased';
const ERASE_LINES = 'select erase_lines($1::bigint[]) as erased';
const ERASE_INVOICES = `select erase_invoices($2::bigint[], ${YEAR_OF_LIMIT}) as erased`;
const ERASE_PERSONS = 'select id from erase_persons($1::bigint[]) id';

interface Erased {
  readonly count: number;
  /** Of whom the desk may know nothing else. */
  readonly persons: readonly number[];
  /** Record of the timelines that went. */
  readonly record: number | null;
  /** Rows the logs still tell of, by table. */
  readonly about: object;
}

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
    if (kind === 'ORDER_FILE') return (db, limit) => this.#lines(db, limit);
    if (kind === 'INVOICE') return (db, limit) => this.#invoices(db, limit);
    if (kind === 'PERSON') return (db, limit) => this.#persons(db, limit);
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
    return db.transaction(async tx => {
      const count = await this.#eraseCases(tx, ids);
      return note(tx, db, { kind: 'CASE_FILE', count });
    });
  }

  async #invoices(db: Db, limit: Date): Promise<number> {
    const found = await db.read<{ id: string }>(findSql(DUE.INVOICE, ROWS_AT_ONCE), [limit]);
    return db.transaction(async tx => {
      const row = await tx.one<{ erased: number }>(ERASE_INVOICES, [limit, found.map(({ id }) => id)]);
      return note(tx, db, { kind: 'INVOICE', count: row?.erased ?? 0 });
    });
  }

  async #lines(db: Db, limit: Date): Promise<number> {
    const found = await db.read<{ id: string }>(findSql(DUE.ORDER_FILE, CASES_AT_ONCE), [limit]);
    return db.transaction(async tx => {
      const row = await tx.one<{ erased: Erased }>(ERASE_LINES, [found.map(({ id }) => id)]);
      if (row) await this.#emptyLogs(tx, row.erased, []);
      return note(tx, db, { kind: 'ORDER_FILE', count: row?.erased.count ?? 0 });
    });
  }

  async #persons(db: Db, limit: Date): Promise<number> {
    const found = await db.read<{ id: string }>(findSql(DUE.PERSON, CASES_AT_ONCE), [limit]);
    const ids = found.map(({ id }) => id);
    return db.transaction(async tx =>
      note(tx, db, { kind: 'PERSON', count: await this.#erasePersons(tx, ids, []) }),
    );
  }

  async #eraseCases(tx: Tx, found: readonly string[]): Promise<number> {
    const ids = (await tx.query<{ id: string }>(STILL_DUE, [found])).map(({ id }) => id);
    await this.parts.erasure.deleteEvents(tx, ids);
    const row = await tx.one<{ erased: Erased }>(ERASE_CASES, [ids]);
    if (row) await this.#emptyLogs(tx, row.erased, ids);
    return ids.length;
  }

  /** What the logs say is emptied last: the deletes before are logged too. */
  async #emptyLogs(tx: Tx, erased: Erased, caseIds: readonly string[]): Promise<void> {
    const { erasure } = this.parts;
    await erasure.signRecord(tx, erased.record);
    await erasure.emptyRows(tx, erased.about);
    await erasure.emptyCases(tx, caseIds);
    await this.#erasePersons(tx, erased.persons.map(String), caseIds);
  }

  /** Those among them of whom nothing is left to know. */
  async #erasePersons(tx: Tx, ids: readonly string[], caseIds: readonly string[]): Promise<number> {
    const gone = await tx.query<{ id: string }>(ERASE_PERSONS, [ids]);
    for (const { id } of gone) await this.parts.erasure.erasePerson(tx, id, caseIds);
    return gone.length;
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
