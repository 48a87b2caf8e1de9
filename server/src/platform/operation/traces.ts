/** Sends one span per request to an OpenTelemetry collector (OTLP over HTTP, JSON), for those who have one. A span names the operation and nothing of what was asked or answered. */
import { randomBytes } from 'node:crypto';

export interface Measure {
  /** A root field of the schema or the pattern of a route. */
  readonly operation: string;
  readonly ms: number;
  /** Through a fault of ours. */
  readonly failed: boolean;
  /** The `traceparent` header, if the request had one. */
  readonly parent: string | undefined;
}

export interface Tracer {
  /** Never waits and never throws; spans the collector does not take in time are lost. */
  record(measure: Measure): void;
  /** Sends what is left. */
  stop(): Promise<void>;
}

export interface TracerOptions {
  /** Base address of the collector; spans go to `/v1/traces` below it. */
  readonly endpoint: string;
  readonly version: string;
  readonly everyMs?: number;
}

const EVERY_MS = 5_000;
const PATIENCE_MS = 3_000;
const MOST_WAITING = 2_048;
const SERVER = 2;
const ERROR = 2;
/** W3C Trace Context, version 00. */
const PARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;

export function createTracer({ endpoint, version, everyMs = EVERY_MS }: TracerOptions): Tracer {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  let waiting: object[] = [];
  const flush = async () => {
    const spans = waiting;
    waiting = [];
    if (spans.length > 0) await send(url, envelope(spans, version));
  };
  const timer = setInterval(() => void flush(), everyMs).unref();
  return {
    record(measure) {
      if (waiting.length < MOST_WAITING) waiting.push(spanOf(measure));
    },
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}

async function send(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  // A collector that is away must cost the desk nothing.
  await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal }).catch(() => undefined);
}

const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });

const envelope = (spans: object[], version: string) => ({
  resourceSpans: [
    {
      resource: { attributes: [text('service.name', 'hms-kort-desk'), text('service.version', version)] },
      scopeSpans: [{ scope: { name: 'hms-kort-desk' }, spans }],
    },
  ],
});

function spanOf({ operation, ms, failed, parent }: Measure): object {
  const [, traceId = randomBytes(16).toString('hex'), parentSpanId] = PARENT.exec(parent ?? '') ?? [];
  const end = Date.now();
  return {
    traceId,
    spanId: randomBytes(8).toString('hex'),
    parentSpanId,
    name: operation,
    kind: SERVER,
    startTimeUnixNano: nanoseconds(end - ms),
    endTimeUnixNano: nanoseconds(end),
    attributes: [text('desk.operation', operation)],
    status: failed ? { code: ERROR } : {},
  };
}

const nanoseconds = (ms: number): string => String(BigInt(Math.round(ms * 1000)) * 1000n);
