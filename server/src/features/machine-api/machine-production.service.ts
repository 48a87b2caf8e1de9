/** What the production house asks by machine: the oldest batch it has not taken yet, and to be told what became of each card. */
import { logRead } from '../../platform/audit/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import type { SealedStorage } from '../../platform/storage/sealed-storage.ts';
import type { AnswerLineService } from '../production/answer-line.service.ts';
import { openBatch, type SealedBatch } from '../production/production-batch.store.ts';
import type { AnswerLinesBody, LineResultsView, OpenBatchView } from './api.schemas.ts';

export interface MachineProductionParts {
  readonly clock: Clock;
  readonly files: SealedStorage;
  readonly answers: AnswerLineService;
  /** The same request as the desk itself: cards in production are rows of no firm, and no machine reaches tables of theirs. */
  readonly asDesk: (db: Db) => Db;
}

type Row = SealedBatch & { madeAt: Date; dueOn: string; lines: number; persons: string[] } & Record<
    string,
    unknown
  >;

/** One that some line of is neither taken nor refused yet, and that no folder has; what is put into a folder is not given twice. */
const OPEN = `select b.id::text, b.number, b.made_at as "madeAt", b.due_on::text as "dueOn", b.lines, f.storage_key, f.master_key, f.data_key,
  array(select distinct i.person_id::text from production_line l join order_item i on i.id = l.order_item_id where l.batch_id = b.id) as persons
from production_batch b join stored_file f on f.id = b.file_id
where b.done_at is null and b.delivered_at is null and f.data_key is not null
  and exists (select 1 from production_line l where l.batch_id = b.id and l.status = 'SENT')
order by b.id limit 1 for update of b`;
const FETCHED = 'update production_batch set fetched_at = coalesce(fetched_at, $2) where id = $1';
const FROM_CLIENT = `select set_config('app.client', $1, true)`;

export class MachineProductionService {
  constructor(private readonly parts: MachineProductionParts) {}

  /** The same one until its lines are answered: a house that lost it asks again. Each time is on record, before a byte leaves. */
  async openBatch(db: Db): Promise<OpenBatchView> {
    const batch = await this.#fetch(db);
    if (!batch) return { batch: null };
    const { number, madeAt, dueOn, lines, persons: personIds } = batch;
    const { cards, manifest } = await openBatch(this.parts.files, batch);
    const entry = { table: 'production_batch', rowId: batch.id, fields: ['cards'], personIds };
    await db.transaction(tx => logRead(tx, db, { ...entry, purpose: 'PRODUCTION' }));
    const { sha256 } = JSON.parse(manifest.toString()) as { sha256: string };
    const texts = { sha256, manifest: manifest.toString(), cards: cards.toString() };
    return { batch: { number, madeAt: madeAt.toISOString(), dueOn, lines, ...texts } };
  }

  #fetch(db: Db): Promise<Row | null> {
    const { clock, asDesk } = this.parts;
    return asDesk(db).transaction(async tx => {
      await tx.query(FROM_CLIENT, [db.principal.machine?.clientId]);
      const batch = await tx.one<Row>(OPEN);
      if (batch) await tx.query(FETCHED, [batch.id, clock.now()]);
      return batch;
    });
  }

  /** Saying the same again changes nothing, so that no key is needed. @throws AppError NOT_FOUND: no such batch */
  async answer(db: Db, number: string, { lines }: AnswerLinesBody): Promise<LineResultsView> {
    const { answers, asDesk } = this.parts;
    const clientId = db.principal.machine?.clientId ?? null;
    const results = await answers.answer(asDesk(db), { number, clientId }, lines);
    if (!results) throw notFound();
    return { lines: lines.map(({ line }, at) => ({ line, result: results[at] ?? 'NOT_FOUND' })) };
  }
}
