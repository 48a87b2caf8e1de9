/** What the clock does with cards to be made: hands over what is ready, puts batches where production fetches them, takes its answers. */
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { sweepJob } from '../../platform/jobs/sweep.ts';
import type { Log } from '../../platform/log.ts';
import type { ProductionHouse } from '../../production/production-house.ts';
import type { AnswerLineService } from './answer-line.service.ts';
import { FIND_READY } from './hand-over.sql.ts';
import { type HandOverParts, handOver, type ReadyRow } from './hand-over.write.ts';
import { openBatch, type SealedBatch } from './production-batch.store.ts';

export interface ProductionJobParts extends HandOverParts {
  readonly clock: Clock;
  readonly log: Log;
  /** Null: batches stay sealed in the desk. */
  readonly house: ProductionHouse | null;
  readonly answers: AnswerLineService;
}

/** Photos are in the file: more would not fit into memory comfortably. */
const LINES_AT_ONCE = 100;
const HOUR = 3_600;

const UNDELIVERED = `select b.id, b.number, f.storage_key, f.master_key, f.data_key from production_batch b join stored_file f on f.id = b.file_id
where b.delivered_at is null and f.data_key is not null order by b.id limit 1 for update of b skip locked`;
const DELIVERED = 'update production_batch set delivered_at = $2 where id = $1';

export function productionJobs(parts: ProductionJobParts): JobDefinition[] {
  const { clock, house } = parts;
  return [
    sweepJob<ReadyRow>({
      name: 'production-hand-over',
      everySeconds: HOUR,
      clock,
      find: FIND_READY,
      key: 'i.id',
      batch: LINES_AT_ONCE,
      values: async (_db, now) => [now],
      deal: (tx, rows, now) => handOver(tx, parts, { rows, now }),
    }),
    ...(house
      ? [
          { name: 'production-delivery', everySeconds: 60, run: (db: Db) => deliver(db, parts, house) },
          { name: 'production-answers', everySeconds: 60, run: (db: Db) => takeAnswers(db, parts, house) },
        ]
      : []),
  ];
}

/** One batch a transaction: when the row is not saved, the folder is there all the same, and the next run only says so. */
async function deliver(
  db: Db,
  { clock, files }: ProductionJobParts,
  house: ProductionHouse,
): Promise<number> {
  let done = 0;
  for (let found = true; found; done += Number(found))
    found = await db.transaction(async tx => {
      const batch = await tx.one<SealedBatch & Record<string, unknown>>(UNDELIVERED);
      if (!batch) return false;
      await house.deliver({ number: batch.number, ...(await openBatch(files, batch)) });
      await tx.query(DELIVERED, [batch.id, clock.now()]);
      return true;
    });
  return done;
}

async function takeAnswers(
  db: Db,
  { answers, log }: ProductionJobParts,
  house: ProductionHouse,
): Promise<number> {
  let lines = 0;
  for (const given of await house.answers()) {
    const said = given.answers ?? [];
    const results = await answers.answer(db, { number: given.batch, clientId: null }, said);
    if (given.answers === null || results === null)
      log.warn('production: an answer cannot be read, or is about no batch', { id: given.id });
    await house.taken(given.id, results);
    lines += said.length;
  }
  return lines;
}
