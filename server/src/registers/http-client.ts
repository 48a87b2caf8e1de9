/** Asks one register over HTTP, for its adapter: kept connections, limits of time, size and number, tries again, leaves a broken register in peace. */
import {
  bulkhead,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  isBrokenCircuitError,
  isBulkheadRejectedError,
  isTaskCancelledError,
  type RetryPolicy,
  retry,
  type TimeoutPolicy,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { Pool } from 'undici';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/operation/metrics.ts';
import type { UnavailableCause } from './answer.ts';
import { causeOf, RegisterFault } from './faults.ts';
import type { HttpLimits } from './register-settings.ts';

export interface RegisterRequest {
  readonly method: 'GET' | 'POST';
  /** Below the configured address, its parameters encoded. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Asking twice changes nothing there: only then it is tried again. */
  readonly repeatable: boolean;
}

export interface Reply {
  readonly status: number;
  /** Parsed JSON; null when there is none, undefined when it is no JSON. */
  readonly body: unknown;
}

/** A token for the Authorization header; `fresh` when it comes straight from the issuer. */
export interface TokenSource {
  token(): Promise<{ readonly value: string; readonly fresh: boolean }>;
  /** The register does not take it. */
  forget(value: string): void;
}

export type Outcome<T> =
  | ({ readonly ok: true } & Answered<T>)
  | { readonly ok: false; readonly cause: UnavailableCause; readonly status: number | null };

interface Answered<T> {
  readonly value: T;
  readonly status: number;
}

interface Attempt<T> {
  readonly request: RegisterRequest;
  readonly read: (reply: Reply) => T;
  readonly signal: AbortSignal;
}

export interface HttpClientParts {
  readonly name: string;
  /** Nothing else is ever connected to. */
  readonly url: string;
  readonly limits: HttpLimits;
  readonly tokens: TokenSource | null;
  readonly metrics: Pick<Metrics, 'registerAnswer'>;
  readonly log: Log;
}

const KEPT_ALIVE_MS = 10_000;
const OK_SO_FAR = new Set([200, 400, 404, 410]);

export class HttpClient {
  readonly #pool: Pool;
  readonly #base: string;
  readonly #circuit: CircuitBreakerPolicy;
  readonly #tryLimit: TimeoutPolicy;
  readonly #once;
  readonly #again;

  constructor(private readonly parts: HttpClientParts) {
    const { url, limits } = parts;
    const { origin, pathname } = new URL(url);
    this.#base = pathname.replace(/\/$/, '');
    this.#pool = new Pool(origin, {
      connections: limits.concurrency,
      keepAliveTimeout: KEPT_ALIVE_MS,
      connect: { timeout: limits.tryMs },
      maxResponseSize: limits.maxBytes,
    });
    this.#circuit = circuitBreaker(
      handleWhen(error => error instanceof RegisterFault && error.registerIsToBlame),
      { halfOpenAfter: limits.restMs, breaker: new ConsecutiveBreaker(limits.breakAfter) },
    );
    this.#circuit.onBreak(() => parts.log.warn('register left in peace', { code: parts.name }));
    this.#circuit.onReset(() => parts.log.info('register answers again', { code: parts.name }));
    // Nothing is left to abort after an answer, and an abort costs a tenth of the whole question.
    const abortOnReturn = false;
    this.#tryLimit = timeout(limits.tryMs, { strategy: TimeoutStrategy.Cooperative, abortOnReturn });
    const total = timeout(limits.totalMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn });
    const few = bulkhead(limits.concurrency, limits.queue);
    this.#once = wrap(total, few);
    this.#again = wrap(total, few, retryOf(limits));
  }

  /** Never throws for what the other side does. `read` throws RegisterFault for what it cannot make sense of. */
  async ask<T>(request: RegisterRequest, read: (reply: Reply) => T): Promise<Outcome<T>> {
    const from = performance.now();
    const policy = request.repeatable ? this.#again : this.#once;
    const outcome = await policy
      .execute(({ signal }) => this.#attempt({ request, read, signal }))
      .then<Outcome<T>>(answer => ({ ok: true, ...answer }))
      .catch(failed);
    const { name, metrics } = this.parts;
    metrics.registerAnswer(name, outcome.ok ? 'ANSWERED' : outcome.cause, performance.now() - from);
    return outcome;
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }

  /** The token first: that its issuer is unwell is not the register's fault. */
  async #attempt<T>({ request, read, signal }: Attempt<T>): Promise<Answered<T>> {
    const { tokens } = this.parts;
    const token = (await tokens?.token()) ?? null;
    return this.#circuit.execute(async ({ signal }) => {
      const reply = await this.#tryLimit.execute(
        inner => this.#exchange(request, token?.value ?? null, inner.signal),
        signal,
      );
      if (reply.status === 401 && token) {
        tokens?.forget(token.value);
        throw new RegisterFault('FORBIDDEN', 401, !token.fresh);
      }
      refuseFaulty(reply.status);
      return { value: read(reply), status: reply.status };
    }, signal);
  }

  async #exchange(
    { method, path, headers, body }: RegisterRequest,
    token: string | null,
    signal: AbortSignal,
  ): Promise<Reply> {
    try {
      const { statusCode, body: answer } = await this.#pool.request({
        method,
        path: `${this.#base}${path}`,
        headers: {
          accept: 'application/json',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...headers,
        },
        body,
        signal,
      });
      return { status: statusCode, body: parsed(await answer.text()) };
    } catch (error) {
      throw new RegisterFault(signal.aborted ? 'TIMEOUT' : causeOf(error), null);
    }
  }
}

function retryOf({ tries, backoffMs }: HttpLimits): RetryPolicy {
  return retry(
    handleWhen(error => error instanceof RegisterFault && error.again),
    {
      maxAttempts: tries - 1,
      // Jitter is built in: servers that failed together do not come back together.
      backoff: new ExponentialBackoff({ initialDelay: backoffMs, maxDelay: backoffMs * 16 }),
    },
  );
}

function refuseFaulty(status: number): void {
  if (status === 401 || status === 403) throw new RegisterFault('FORBIDDEN', status);
  if (status === 429) throw new RegisterFault('RATE_LIMITED', status);
  if (status >= 500) throw new RegisterFault('HTTP_5XX', status);
  if (!OK_SO_FAR.has(status)) throw new RegisterFault('UNEXPECTED_STATUS', status);
}

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failed(error: unknown): Outcome<never> {
  if (error instanceof RegisterFault) return { ok: false, cause: error.why, status: error.status };
  const because = (cause: UnavailableCause) => ({ ok: false, cause, status: null }) as const;
  if (isBrokenCircuitError(error)) return because('CIRCUIT_OPEN');
  if (isBulkheadRejectedError(error)) return because('BUSY');
  if (isTaskCancelledError(error)) return because('TIMEOUT');
  throw error;
}
