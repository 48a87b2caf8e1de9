/** Whether this server can take work and how far it is behind: words for the load balancer, numbers for the operator. */

/** Each answers for itself; one that fails, or takes too long, counts as unknown. */
export interface Probes {
  /** Names of migrations the code has and the database has not. */
  readonly pendingMigrations: () => Promise<number>;
  readonly outbox: () => Promise<OutboxState>;
  /** Seconds the oldest run that should be finished has waited. */
  readonly jobLag: () => Promise<number>;
}

export interface OutboxState {
  /** Seconds the oldest mail that is due has waited. */
  readonly lagSeconds: number;
  /** Mails that are not settled, by status. */
  readonly byStatus: Readonly<Record<string, number>>;
}

/** Null: not known, because the database does not answer. */
export interface Readiness {
  readonly database: boolean;
  readonly pendingMigrations: number | null;
  readonly outbox: OutboxState | null;
  readonly jobLagSeconds: number | null;
}

/** Seconds after which mail and jobs count as late. A late mail is no reason to send people away: the desk stays ready. */
export const LATE = { outbox: 600, jobs: 120 } as const;
const PATIENCE_MS = 2_000;
/** Whoever asks, and however often, the database is asked once in a while. */
const FRESH_MS = 1_000;

export type LookReadiness = () => Promise<Readiness>;

export function createReadiness(probes: Probes): LookReadiness {
  let last: { at: number; answer: Promise<Readiness> } | null = null;
  return () => {
    const now = performance.now();
    if (!last || now - last.at > FRESH_MS) last = { at: now, answer: look(probes) };
    return last.answer;
  };
}

async function look(probes: Probes): Promise<Readiness> {
  const [pendingMigrations, outbox, jobLagSeconds] = await Promise.all([
    nullWhenFailing(probes.pendingMigrations()),
    nullWhenFailing(probes.outbox()),
    nullWhenFailing(probes.jobLag()),
  ]);
  return { database: pendingMigrations !== null, pendingMigrations, outbox, jobLagSeconds };
}

async function nullWhenFailing<T>(probe: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>(resolve => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS);
  });
  return Promise.race([probe.catch(() => null), late]).finally(() => clearTimeout(timer));
}

export interface ReadinessAnswer {
  readonly status: 'ready' | 'not ready' | 'stopping';
  readonly database: boolean;
  readonly migrations: 'done' | 'pending' | 'unknown';
  readonly outbox: 'on time' | 'late' | 'unknown';
  readonly jobs: 'on time' | 'late' | 'unknown';
}

/** Without numbers: what anyone who reaches the public port may know. */
export function readinessAnswer(state: Readiness, accepting: boolean): ReadinessAnswer {
  const { database, pendingMigrations, outbox, jobLagSeconds } = state;
  const usable = database && pendingMigrations === 0;
  return {
    status: !accepting ? 'stopping' : usable ? 'ready' : 'not ready',
    database,
    migrations: pendingMigrations === null ? 'unknown' : pendingMigrations === 0 ? 'done' : 'pending',
    outbox: punctuality(outbox?.lagSeconds ?? null, LATE.outbox),
    jobs: punctuality(jobLagSeconds, LATE.jobs),
  };
}

function punctuality(seconds: number | null, most: number): 'on time' | 'late' | 'unknown' {
  if (seconds === null) return 'unknown';
  return seconds > most ? 'late' : 'on time';
}
