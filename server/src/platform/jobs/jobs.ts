/** Runs the house's jobs on a clock, one run of each at a time however many servers there are (pg-boss on our own database). */
import { randomUUID } from 'node:crypto';
import { type Db as BossDb, PgBoss } from 'pg-boss';
import { Db, type DbParts, type Tx } from '../db/db.ts';
import { SYSTEM } from '../db/principal.ts';
import { JOB_ROLE } from '../db/roles.ts';
import { type Log, stackOf } from '../log.ts';
import { askedRuns, beginRun, endRun, errorKind } from './job-runs.ts';
import { JOBS_SCHEMA } from './jobs.schema.ts';
import type { DueRow } from './sweep.ts';

/** What a run would deal with. */
export interface Rehearsal {
  readonly rows: readonly DueRow[];
}

export interface JobDefinition {
  readonly name: string;
  readonly everySeconds: number;
  /** One run as the system itself, idempotent; `stopping` tells a long run to finish early. @returns how many rows it dealt with */
  run(db: Db, stopping: () => boolean): Promise<number>;
  /** Runs so often that a line in the log for each run would hide the others. */
  readonly quiet?: boolean;
  /** What a run at that moment would find, and changes nothing; absent when nobody can say before. Of one organisation, or of all. */
  rehearse?(db: Db, at: Date, organisationId: number | null): Promise<Rehearsal>;
}

export interface JobsParts {
  readonly log: Log;
  readonly databaseUrl: string;
  /** As the jobs' own role. */
  readonly dbParts: DbParts;
  readonly definitions: readonly JobDefinition[];
}

/** What a business transaction needs to have a job run after its commit. */
export type Enqueue = (tx: Tx, name: string, options?: { startAfter?: Date }) => Promise<void>;

const DRAIN_MS = 8_000;
/** A run whose server died is given up after this long; then the next tick starts a new one. */
const HEARTBEAT_SECONDS = 10;
const KEEP_SECONDS = 600;
/** A failed run is not tried again by itself: the next tick is the next try. */
const ONCE = { retryLimit: 0, deleteAfterSeconds: KEEP_SECONDS } as const;

/**
 * Two queues per job. `<name>`: `exclusive`, so that only one run is waiting or running anywhere; a timer fills it, and a tick
 * that finds it full is dropped. `<name>.wake`: what transactions put there, to be done at a time; it only fills the first.
 */
const wakeQueue = (name: string) => `${name}.wake`;

export class Jobs {
  readonly #boss: PgBoss;
  readonly #timers: NodeJS.Timeout[] = [];
  /** In the order of the list, and what starts them out of turn. */
  readonly definitions: readonly JobDefinition[];
  #running = false;

  constructor(private readonly parts: JobsParts) {
    this.definitions = [...parts.definitions, askedRuns((...given) => this.enqueue(...given))];
    this.#boss = createBoss(parts.databaseUrl);
    this.#boss.on('error', this.#logError);
  }

  async start(): Promise<void> {
    await this.#boss.start();
    this.#running = true;
    for (const job of this.definitions) await this.#startJob(job);
  }

  /** Takes nothing new, waits for what runs (8 s at most), closes its connections. */
  async stop(): Promise<void> {
    if (!this.#running) return;
    this.#running = false;
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
    await this.#boss.stop({ graceful: true, timeout: DRAIN_MS });
  }

  /** A run of the job once this transaction is committed; none when it is rolled back. */
  readonly enqueue: Enqueue = async (tx, name, { startAfter } = {}) => {
    // A server without jobs leaves it to the clock of those that have them.
    if (this.#running) await this.#boss.send(wakeQueue(name), null, { startAfter, db: inside(tx) });
  };

  async #startJob(job: JobDefinition): Promise<void> {
    const { name, everySeconds } = job;
    await this.#boss.createQueue(name, { policy: 'exclusive', heartbeatSeconds: HEARTBEAT_SECONDS, ...ONCE });
    await this.#boss.createQueue(wakeQueue(name), ONCE);
    const poll = { pollingIntervalSeconds: Math.max(everySeconds, 2) };
    const worker = await this.#boss.work(name, poll, () => this.#run(job));
    const tick = async () => {
      if (!this.#running) return;
      await this.#boss.send(name);
      this.#boss.notifyWorker(worker);
    };
    await this.#boss.work(wakeQueue(name), { pollingIntervalSeconds: 2, batchSize: 100 }, tick);
    this.#timers.push(setInterval(() => void tick().catch(this.#logError), everySeconds * 1000));
    await tick();
  }

  async #run(job: JobDefinition): Promise<void> {
    const { log, dbParts } = this.parts;
    const startedAt = performance.now();
    const db = new Db(dbParts, SYSTEM, { requestId: randomUUID(), operation: job.name, address: null });
    const run = await beginRun(db, job.name);
    try {
      const count = await job.run(db, () => !this.#running);
      await endRun(db, run, { touched: count, error: null });
      if (count > 0 && !job.quiet)
        log.info('job', { job: job.name, count, ms: Math.round(performance.now() - startedAt) });
    } catch (error) {
      log.error('job failed', { job: job.name, stack: stackOf(error) });
      await endRun(db, run, { touched: 0, error: errorKind(error) }).catch(this.#logError);
      throw new Error(`${job.name} failed`);
    }
  }

  readonly #logError = (error: unknown): void => {
    this.parts.log.error('jobs', { stack: stackOf(error) });
  };
}

function createBoss(databaseUrl: string): PgBoss {
  return new PgBoss({
    connectionString: databaseUrl,
    options: `-c role=${JOB_ROLE}`,
    schema: JOBS_SCHEMA,
    application_name: 'hms-kort-desk-jobs',
    max: 3,
    // The owner has migrated (jobs.schema.ts); this role may not, and rebuilds no indexes.
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    schedule: false,
    superviseIntervalSeconds: HEARTBEAT_SECONDS,
    monitorIntervalSeconds: HEARTBEAT_SECONDS,
    maintenanceIntervalSeconds: KEEP_SECONDS,
  });
}

/** Lets pg-boss write in a transaction of ours. */
function inside(tx: Tx): BossDb {
  return { executeSql: async (text, values = []) => ({ rows: await tx.query(text, values) }) };
}
