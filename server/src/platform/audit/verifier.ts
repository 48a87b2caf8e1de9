/** Verifies the logs against their seals, outside the database and with public keys only: every row, every link, every anchor. */
import type { ClientBase } from 'pg';
import type { PublicKeys } from '../crypto/seal-key.ts';
import { type AnchorLine } from './anchor.ts';
import { ChainCheck } from './chain-check.ts';
import { Cursor } from './cursor.ts';
import { ERASURE, type ErasureSignatures, Erasures } from './erasures.ts';
import { Findings } from './findings.ts';
import {
  HASHES,
  isEmptied,
  LOGS,
  type LogName,
  type LogRow,
  rowHashes,
  selectOf,
} from './log-format.rules.ts';
import { readIds, type Seal } from './seal.rules.ts';
import { SEAL_COLUMNS, type SealRow, toSeal } from './seal.store.ts';
import { TimeCheck } from './time-check.ts';

export interface VerifyOptions {
  readonly publicKeys: PublicKeys;
  /** Heads noted outside the database. */
  readonly anchors: AsyncIterable<AnchorLine> | Iterable<AnchorLine>;
  /** First seal to verify; what lies before is taken on trust. */
  readonly from?: number;
}

export interface AuditReport {
  readonly rows: number;
  readonly seals: number;
  /** Rows the sealer has not come to yet. */
  readonly unsealed: number;
  /** Rows erased by the desk, and the erasures that did it. */
  readonly erased: number;
  readonly erasures: number;
  readonly anchored: number;
  /** Empty when nothing was tampered with. */
  readonly findings: readonly string[];
}

const HALF = HASHES / 2;
const ROWS_A_PIECE = 4_000;
const SEALS_A_PIECE = 50;

/** Inside a transaction of the caller's with one snapshot; the connection is pipelined and must see every row (the owner's or the jobs' role). */
export const verifyAudit = (client: ClientBase, options: VerifyOptions): Promise<AuditReport> =>
  new Verification(client, options).run();

class Verification {
  readonly #findings = new Findings();
  readonly #chain: ChainCheck;
  readonly #times = new TimeCheck();
  readonly #rows = new Map<LogName, Cursor<LogRow>>();
  #erasures = new Erasures(new Map(), new Map());
  #count = 0;
  #unsealed = 0;

  constructor(
    private readonly client: ClientBase,
    private readonly options: VerifyOptions,
  ) {
    this.#chain = new ChainCheck(options.publicKeys, this.#findings);
  }

  async run(): Promise<AuditReport> {
    const from = this.options.from ?? 1;
    this.#erasures = new Erasures(await this.#signatures(), this.options.publicKeys);
    await this.#chain.readAnchors(this.options.anchors, from);
    await this.#startAt(from);
    const sql = `select ${SEAL_COLUMNS} from audit_seal where id >= ${from} order by id`;
    const seals = new Cursor<SealRow>(this.client, { name: 'seals', sql, piece: SEALS_A_PIECE });
    for await (const row of seals) {
      const seal = toSeal(row);
      this.#chain.seal(seal);
      await this.#stretch(seal);
    }
    for (const log of LOGS) await this.#rest(log);
    this.#chain.end();
    return this.#report(this.#erasures.judge(this.#findings));
  }

  #report(erased: number): AuditReport {
    const { sealCount: seals, anchored } = this.#chain;
    const { count: erasures } = this.#erasures;
    const findings = this.#findings.texts;
    return { rows: this.#count, seals, unsealed: this.#unsealed, erased, erasures, anchored, findings };
  }

  async #signatures(): Promise<ErasureSignatures> {
    const { rows } = await this.client.query('select record_id, key_id, signature from audit_erasure');
    return new Map(rows.map(row => [String(row.record_id), { keyId: row.key_id, signature: row.signature }]));
  }

  /** Where each log stands before the first seal to verify. */
  async #startAt(from: number): Promise<void> {
    const { rows } = await this.client.query(
      'select log, max(to_id) as id from audit_seal where id < $1 group by log',
      [from],
    );
    const { rows: before } = await this.client.query('select hash from audit_seal where id = $1', [from - 1]);
    const ends = new Map(rows.map(row => [row.log as LogName, Number(row.id)]));
    this.#chain.startAt(from, before[0]?.hash, ends);
    for (const log of LOGS) {
      const after = ends.has(log) ? `where l.id > ${ends.get(log)}` : '';
      const sql = `select ${selectOf(log)} from ${log} l ${after} order by l.id`;
      this.#rows.set(log, new Cursor<LogRow>(this.client, { name: `rows_${log}`, sql, piece: ROWS_A_PIECE }));
    }
  }

  /** A seal beside the rows that are there now. */
  async #stretch(seal: Seal): Promise<void> {
    const to = Number(seal.toId);
    const rows = (await this.#rows.get(seal.log)?.takeWhile(row => Number(row.id) <= to)) ?? [];
    const sealed = readIds(seal.ids, seal.count);
    let at = 0;
    for (const row of rows) {
      const id = Number(row.id);
      while (at < sealed.length && (sealed[at] as number) < id)
        this.#missing(seal.log, sealed[at++] as number);
      if (sealed[at] === id) this.#compare(seal, row, at++);
      else this.#findings.row(seal.log, id, 'INSERTED');
    }
    while (at < sealed.length) this.#missing(seal.log, sealed[at++] as number);
    this.#times.sealed(seal);
    this.#count += rows.length;
  }

  #missing(log: LogName, id: number): void {
    this.#erasures.claim({ log, id, by: null });
  }

  #compare(seal: Seal, row: LogRow, position: number): void {
    const { log, format } = seal;
    const id = Number(row.id);
    const sealed = seal.hashes.subarray(position * HASHES, (position + 1) * HASHES);
    const now = rowHashes(log, format, row);
    const keptSame = now.subarray(0, HALF).equals(sealed.subarray(0, HALF));
    const valuesSame = now.subarray(HALF).equals(sealed.subarray(HALF));
    if (!keptSame) this.#findings.row(log, id, 'CHANGED');
    else if (!this.#times.fits(log, row, seal)) this.#findings.row(log, id, 'MISDATED');
    if (!valuesSame || row.erased_by !== null) this.#valuesDiffer(seal, row, valuesSame);
    else if (row.operation === ERASURE && keptSame) this.#erasures.record(row);
  }

  /** Emptied by the desk, or tampered with. */
  #valuesDiffer({ log, format }: Seal, row: LogRow, same: boolean): void {
    const id = Number(row.id);
    if (isEmptied(log, format, row)) this.#erasures.claim({ log, id, by: row.erased_by ?? 'nothing' });
    else this.#findings.row(log, id, same ? 'FALSELY_MARKED' : 'VALUES_CHANGED');
  }

  /** What came after the last seal: not provable yet, except that it must not be older than the seal. */
  async #rest(log: LogName): Promise<void> {
    const rows = (await this.#rows.get(log)?.takeWhile(() => true)) ?? [];
    for (const row of rows) {
      if (!this.#times.fits(log, row)) this.#findings.row(log, Number(row.id), 'MISDATED');
      if (log === 'audit_log' && row.operation === ERASURE) this.#erasures.record(row);
    }
    this.#unsealed += rows.length;
  }
}
