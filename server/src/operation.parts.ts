/** Wires what watches over the server: readiness and metrics. */
import { randomUUID } from 'node:crypto';
import type { Express } from 'express';
import type { Config } from './config.ts';
import { outboxState } from './features/correspondence/outbox.readmodel.ts';
import { MIGRATION_NAMES } from './orm.config.ts';
import type { Clock } from './platform/clock.ts';
import { Db, type DbParts } from './platform/db/db.ts';
import { SYSTEM } from './platform/db/principal.ts';
import { jobLag } from './platform/jobs/job-lag.ts';
import { type HealthParts, internalApp } from './platform/operation/health.ts';
import { createMetrics, type Metrics } from './platform/operation/metrics.ts';
import { createReadiness } from './platform/operation/readiness.ts';
import { createTracer } from './platform/operation/traces.ts';

const DONE = 'select name from mikro_orm_migrations';

export interface Operation extends HealthParts {
  readonly metrics: Metrics;
  /** Metrics and readiness with numbers, for a port that only the operator reaches. */
  readonly internal: Express;
  /** From now on not ready: a load balancer sends nobody here any more. */
  stopAccepting(): void;
  /** Sends the last traces. */
  stop(): Promise<void>;
}

export interface OperationParts {
  readonly clock: Clock;
  readonly config: Config;
  readonly dbParts: DbParts;
  /** Only jobs see every mail and every run. */
  readonly jobParts: DbParts;
}

export function wireOperation({ clock, config, dbParts, jobParts }: OperationParts): Operation {
  const db = (parts: DbParts) =>
    new Db(parts, SYSTEM, { requestId: randomUUID(), operation: 'readiness', address: null });
  const look = createReadiness({
    pendingMigrations: () => pendingMigrations(db(dbParts)),
    outbox: () => outboxState(db(jobParts), clock.now()),
    jobLag: () => jobLag(db(jobParts)),
  });
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, version } = config;
  const tracer = endpoint ? createTracer({ endpoint, version }) : null;
  const metrics = createMetrics({ pool: dbParts.pool, look, tracer });
  let open = true;
  const health: HealthParts = { look, accepting: () => open };
  const stopAccepting = () => {
    open = false;
  };
  const stop = async () => tracer?.stop();
  return { ...health, metrics, internal: internalApp(health, metrics), stopAccepting, stop };
}

async function pendingMigrations(db: Db): Promise<number> {
  const done = new Set((await db.read<{ name: string }>(DONE)).map(({ name }) => name));
  return MIGRATION_NAMES.filter(name => !done.has(name)).length;
}
