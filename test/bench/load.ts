/** Sends requests over kept-alive connections for a bounded time and reports rate, percentiles and the server's own CPU. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

export interface Ask {
  readonly path: string;
  /** Absent: a GET. */
  readonly body?: unknown;
  readonly cookie?: string;
}

export interface Load {
  readonly port: number;
  /** Process whose CPU is counted. */
  readonly pid: number;
  readonly clients: number;
  readonly seconds: number;
  /** The n-th request of a client. */
  readonly ask: (client: number, n: number) => Ask;
  /** Outside the clock, after each answer; for example to give a case back. */
  readonly after?: (client: number) => Promise<unknown>;
}

export interface Figures {
  /** Requests a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  /** Server CPU milliseconds a request, user and system. */
  readonly cpu: number;
  readonly count: number;
}

const TICKS_A_SECOND = 100;
const HOST = '127.0.0.1';

/** CPU milliseconds a process has used so far. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND;
}

/** One question. @returns the parsed answer. @throws Error on any status but 200 */
export function post(agent: Agent, port: number, { path, body, cookie }: Ask): Promise<unknown> {
  const payload = body === undefined ? '' : JSON.stringify(body);
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    'content-length': Buffer.byteLength(payload),
    ...(cookie ? { cookie } : {}),
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: HOST, port, path, method: body === undefined ? 'GET' : 'POST', agent, headers },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve(JSON.parse(text));
          else reject(new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 300)}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(payload);
  });
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;

export async function measure({ port, pid, clients, seconds, ask, after }: Load): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  const client = async (index: number) => {
    for (let n = 0; performance.now() < end; n += 1) {
      const began = performance.now();
      const answer = (await post(agent, port, ask(index, n))) as { errors?: unknown[] };
      times.push(performance.now() - began);
      if (answer.errors) throw new Error(JSON.stringify(answer.errors).slice(0, 400));
      await after?.(index);
    }
  };
  const cpuBefore = cpuOf(pid);
  const began = performance.now();
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  const elapsed = (performance.now() - began) / 1000;
  const cpu = cpuOf(pid) - cpuBefore;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    rate: times.length / elapsed,
    p50: at(times, 0.5),
    p95: at(times, 0.95),
    cpu: cpu / times.length,
    count: times.length,
  };
}
