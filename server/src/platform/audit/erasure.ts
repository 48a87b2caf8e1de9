/** Erases what the logs say about a person, or old readings, so that the chain stays valid; for the retention job. */
import { sign } from 'node:crypto';
import type { SealKeys } from '../crypto/seal-key.ts';
import type { Tx } from '../db/db.ts';
import { erasureDigest, namedIn } from './erasures.ts';
import { type LogRow, selectOf } from './log-format.rules.ts';

const ERASE_PERSON = 'select audit_erase_person($1, $2::bigint[]) as record';
const REMOVE_ROWS = 'select audit_erase($1::bigint[], $2::bigint[], true) as record';
const OLD_READINGS = `select id from audit_log where at < $1 and kind in ('READ', 'REFUSED', 'SIGN_IN')
  and id <= (select coalesce(max(to_id), 0) from audit_seal where log = 'audit_log') order by at limit 5000`;
const EVENTS = 'select id from case_event where case_id = any($1::bigint[])';
const EMPTY_ROWS = 'select audit_erase_rows($1::jsonb) as record';
const RECORD = `select ${selectOf('audit_log')} from audit_log l where l.id = $1`;
const SIGN = 'insert into audit_erasure (record_id, key_id, signature) values ($1, $2, $3)';

type Erased = { record: string | number | null } | null;

export class LogErasure {
  constructor(private readonly keys: SealKeys) {}

  /**
   * Empties every row about the person and her cases (`caseIds`: those that are deleted already). Call it last in the
   * transaction, after the deletes: they are logged too. @returns how many rows
   */
  async erasePerson(tx: Tx, personId: string, caseIds: readonly string[] = []): Promise<number> {
    return this.#sign(tx, await tx.one(ERASE_PERSON, [personId, caseIds]));
  }

  /** Empties every row about cases that are deleted and had no person, or one who stays. */
  async emptyCases(tx: Tx, caseIds: readonly string[]): Promise<number> {
    return this.#sign(tx, await tx.one(ERASE_PERSON, [null, caseIds]));
  }

  /** Empties every row about rows that are deleted, by table. */
  async emptyRows(tx: Tx, about: object): Promise<number> {
    return this.#sign(tx, await tx.one(EMPTY_ROWS, [JSON.stringify(about)]));
  }

  /** Vouches for timelines of orders that the database has removed. */
  async signRecord(tx: Tx, record: string | number | null): Promise<void> {
    await this.#sign(tx, { record });
  }

  /** Removes the timelines of cases that are deleted. */
  async deleteEvents(tx: Tx, caseIds: readonly string[]): Promise<number> {
    const events = await tx.query<{ id: string }>(EVENTS, [caseIds]);
    return this.#sign(tx, await tx.one(REMOVE_ROWS, [[], events.map(row => row.id)]));
  }

  /** Removes readings, refusals and sign-ins from before, 5,000 at most: call it until it answers 0. */
  async deleteReadings(tx: Tx, before: Date): Promise<number> {
    const old = await tx.query<{ id: string }>(OLD_READINGS, [before]);
    return this.#sign(tx, await tx.one(REMOVE_ROWS, [old.map(row => row.id), []]));
  }

  /** Without the desk's signature a record of erasure is worth nothing to whoever verifies. */
  async #sign(tx: Tx, erased: Erased): Promise<number> {
    const record = erased?.record ? await tx.one<LogRow>(RECORD, [erased.record]) : null;
    if (!record) return 0;
    const signature = sign(null, erasureDigest(record), this.keys.privateKey);
    await tx.query(SIGN, [record.id, this.keys.currentId, signature]);
    const { audit_log, case_event } = namedIn(record);
    return audit_log.size + case_event.size;
  }
}
