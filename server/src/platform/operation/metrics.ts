/** What the operator's monitoring counts. Labels come from our own lists (fields, routes, codes), never from what someone sent. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { LookReadiness } from './readiness.ts';
import type { Measure, Tracer } from './traces.ts';

export interface Metrics {
  readonly registry: Registry;
  request(measure: Measure): void;
  error(code: string): void;
  /** What became of a file somebody sent. */
  upload(outcome: string): void;
  /** How a register answered, or why it did not. */
  registerAnswer(register: string, result: string, ms: number): void;
}

export interface MetricsSources {
  readonly pool: { readonly totalCount: number; readonly idleCount: number; readonly waitingCount: number };
  readonly look: LookReadiness;
  /** Null when nobody collects traces. */
  readonly tracer: Tracer | null;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(sources: MetricsSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  addPool(registers, sources);
  addBacklog(registers, sources);
  const requests = new Histogram({
    ...named('desk_request_seconds', 'Seconds until the answer, by field of the schema or route.'),
    ...{ labelNames: ['operation'], buckets: SECONDS, registers },
  });
  const errors = new Counter({
    ...named('desk_errors_total', 'Answers with an error, by code.'),
    ...{ labelNames: ['code'], registers },
  });
  const uploads = new Counter({
    ...named('desk_uploads_total', 'Files sent in, by what became of them.'),
    ...{ labelNames: ['outcome'], registers },
  });
  const answers = new Histogram({
    ...named(
      'desk_register_seconds',
      'Seconds until a register answered or was given up, by what came of it.',
    ),
    ...{ labelNames: ['register', 'result'], buckets: SECONDS, registers },
  });
  return {
    registry,
    request: measure => {
      requests.observe({ operation: measure.operation }, measure.ms / 1000);
      sources.tracer?.record(measure);
    },
    error: code => errors.inc({ code }),
    upload: outcome => uploads.inc({ outcome }),
    registerAnswer: (register, result, ms) => answers.observe({ register, result }, ms / 1000),
  };
}

const named = (name: string, help: string) => ({ name, help });

function addPool(registers: Registry[], { pool }: MetricsSources): void {
  new Gauge({
    ...named('desk_pool_connections', 'Connections to the database, and requests that wait for one.'),
    ...{ labelNames: ['state'], registers },
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
}

/** Not a number while the database does not answer, which is what desk_database_up is for. */
function addBacklog(registers: Registry[], { look }: MetricsSources): void {
  const gauge = (
    name: string,
    help: string,
    read: (state: Awaited<ReturnType<LookReadiness>>) => number | null,
  ) =>
    new Gauge({
      ...named(name, help),
      registers,
      async collect() {
        const value = read(await look());
        this.set(value ?? Number.NaN);
      },
    });
  gauge('desk_database_up', 'Whether the database answers.', ({ database }) => Number(database));
  gauge('desk_migrations_pending', 'Migrations the database lacks.', state => state.pendingMigrations);
  gauge('desk_outbox_lag_seconds', 'Wait of the oldest mail that is due.', s => s.outbox?.lagSeconds ?? null);
  gauge('desk_job_lag_seconds', 'Wait of the oldest job run that is due.', state => state.jobLagSeconds);
  new Gauge({
    ...named('desk_mails', 'Mails that are not settled, by status.'),
    ...{ labelNames: ['status'], registers },
    async collect() {
      const { outbox } = await look();
      this.reset();
      for (const [status, count] of Object.entries(outbox?.byStatus ?? {})) this.set({ status }, count);
    },
  });
}
