/** Makes the numbered batches of self-approved firms for the tax authorities, opens their files again, and keeps what came back. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import { requireFresh } from '../../platform/access/fresh.ts';
import { logRead } from '../../platform/audit/audit.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, invalid, notFound, stale } from '../../platform/errors.ts';
import { csvFile, type DeclaredFirm, fileNameOf, jsonFile } from './vat-batch.files.ts';
import type { RecordVatBatchSentInput, RecordVatReceiptInput } from './vat-batch.input.ts';
import {
  ADD_BATCH,
  FILE,
  INTO_BATCH,
  LOCK_BATCH,
  NEXT_NUMBER,
  RECEIPT,
  SENT,
  TAKE_WAITING,
} from './vat-batch.sql.ts';

/** What does not fit waits for the next one. */
const MOST_FIRMS = 5_000;
const LONGEST_REFERENCE = 100;

export type BatchFormat = keyof typeof FILE;

export interface VatBatchParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Pick<Config, 'STEP_UP_MINUTES'>;
}

type Waiting = DeclaredFirm & { readonly firmId: string } & Record<string, unknown>;

interface Locked extends Record<string, unknown> {
  timesSent: number;
  madeAt: Date;
  version: number;
}

interface FileRow extends Record<string, unknown> {
  number: number;
  bytes: Buffer;
  sha256: string;
}

export interface OpenedFile {
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly fileName: string;
}

export class VatBatchService {
  constructor(private readonly parts: VatBatchParts) {}

  /** @returns vat_batch.id. @throws AppError STEP_UP_REQUIRED, NOTHING_WAITS */
  async make(db: Db): Promise<string> {
    this.#requireFresh(db);
    this.#require(db, 'make');
    return db.transaction(tx => makeBatch(tx, this.parts.clock.now()));
  }

  /** That it was sent, the first time or again. @throws AppError NOT_FOUND, STALE */
  async recordSent(db: Db, { id, expectedVersion }: RecordVatBatchSentInput): Promise<void> {
    await db.transaction(async tx => {
      await this.#lock(db, tx, { id, expectedVersion });
      await tx.query(SENT, [id, this.parts.clock.now()]);
    });
  }

  /** A wrong one is written over; the log keeps both. @throws AppError NOT_FOUND, STALE, ACTION_NOT_AVAILABLE, VALIDATION_FAILED */
  async recordReceipt(db: Db, input: RecordVatReceiptInput): Promise<void> {
    const reference = input.reference.trim();
    if (reference === '') throw invalid({ reference: 'REQUIRED' });
    if (reference.length > LONGEST_REFERENCE) throw invalid({ reference: 'INVALID' });
    const now = this.parts.clock.now();
    await db.transaction(async tx => {
      const batch = await this.#lock(db, tx, input);
      if (batch.timesSent === 0) throw new AppError('ACTION_NOT_AVAILABLE');
      if (input.receivedOn > osloDate(now)) throw invalid({ receivedOn: 'DATE_TOO_FAR' });
      if (input.receivedOn < osloDate(batch.madeAt)) throw invalid({ receivedOn: 'DATE_NOT_LATER' });
      await tx.query(RECEIPT, [input.id, reference, input.receivedOn, now]);
    });
  }

  /** The same bytes every time; null for those who may not make batches, as for a batch that is not there. @throws AppError STEP_UP_REQUIRED */
  async file(db: Db, id: string, format: BatchFormat): Promise<OpenedFile | null> {
    if (!this.parts.access.may(db.principal, { resource: 'vat-batch', action: 'make' }, {})) return null;
    this.#requireFresh(db);
    return db.transaction(async tx => {
      const row = await tx.one<FileRow>(FILE[format], [id]);
      if (!row) return null;
      await logRead(tx, db, { table: 'vat_batch', rowId: id, fields: [format] });
      return { bytes: row.bytes, sha256: row.sha256, fileName: fileNameOf(row.number, format) };
    });
  }

  async #lock(
    db: Db,
    tx: Tx,
    { id, expectedVersion }: { id: string; expectedVersion: number },
  ): Promise<Locked> {
    const batch = await tx.one<Locked>(LOCK_BATCH, [id]);
    if (!batch) throw notFound();
    this.#require(db, 'record');
    if (batch.version !== expectedVersion) throw stale(batch.version);
    return batch;
  }

  #require(db: Db, action: 'make' | 'record'): void {
    this.parts.access.require(db.principal, { resource: 'vat-batch', action }, {});
  }

  #requireFresh(db: Db): void {
    const { clock, config } = this.parts;
    requireFresh(db.principal, { now: clock.now(), minutes: config.STEP_UP_MINUTES });
  }
}

/** Everything or nothing: a batch that fails leaves neither a number nor a firm behind. */
async function makeBatch(tx: Tx, madeAt: Date): Promise<string> {
  const number = (await tx.one<{ number: number }>(NEXT_NUMBER))?.number ?? 0;
  const firms = await tx.query<Waiting>(TAKE_WAITING, [MOST_FIRMS]);
  const [first, last] = [firms[0], firms.at(-1)];
  if (!first || !last) throw new AppError('NOTHING_WAITS');
  const facts = { number, madeAt, firms };
  const [csv, json] = [csvFile(facts), jsonFile(facts)];
  const period = [first.firstDeclaredAt, last.firstDeclaredAt, firms.length];
  const files = [csv.bytes, json.bytes, csv.sha256, json.sha256];
  const batch = await tx.one<{ id: string }>(ADD_BATCH, [number, madeAt, ...period, ...files]);
  const id = batch?.id ?? '';
  await tx.query(INTO_BATCH, [id, firms.map(({ firmId }) => firmId)]);
  return id;
}
