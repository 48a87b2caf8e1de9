/** At most two processes that decode images, each killed when a file takes too long: a hostile file never stalls the server. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ProcessedImage } from './image-processing.ts';

export interface ImageWorkers {
  /** Null when the file cannot be decoded, or not in time. @throws Error when too many are waiting */
  process(bytes: Buffer, part: 'photo' | 'id'): Promise<ProcessedImage | null>;
  close(): void;
}

interface Job {
  bytes: Buffer;
  part: 'photo' | 'id';
  done(result: ProcessedImage | null): void;
}

interface Worker {
  child: ChildProcess;
  job: Job | null;
}

export interface WorkerLimits {
  readonly size: number;
  /** Milliseconds for one file, the start of the process included. */
  readonly timeout: number;
  readonly mostWaiting: number;
  /** What the process runs; tests give it one that misbehaves. */
  readonly script?: URL;
}

/** Every caller waits with up to 10 MB in memory. */
const LIMITS: WorkerLimits = { size: 2, timeout: 10_000, mostWaiting: 20 };

/** Heap in MB; pixels lie outside it. */
const NODE_FLAGS = [
  '--max-old-space-size=128',
  '--disable-warning=ExperimentalWarning',
  // Otherwise WebAssembly, which reads TypeScript in development, claims more addresses than there may be.
  '--disable-wasm-trap-handler',
];

export class TooManyWaiting extends Error {}

const SCRIPT = new URL(
  import.meta.url.endsWith('.ts') ? './image-worker.ts' : './image-worker.js',
  import.meta.url,
);

/** Addresses the process may use, in kB: what Node takes for itself, and the largest allowed picture. Reading TypeScript takes more. */
const ADDRESSES = SCRIPT.pathname.endsWith('.ts') ? 3_500_000 : 2_500_000;
/** Where the system knows no such limit, the number of pixels is the only one. */
const LIMITED = `ulimit -v ${ADDRESSES} 2>/dev/null; exec "$0" "$@"`;

export function createImageWorkers(limits: WorkerLimits = LIMITS): ImageWorkers {
  const workers = new Set<Worker>();
  const waiting: Job[] = [];

  function next(): void {
    const job = waiting[0];
    const worker = job && (idleOf(workers) ?? (workers.size < limits.size ? start() : null));
    if (!worker) return;
    waiting.shift();
    give(worker, job);
  }

  function start(): Worker {
    const worker = { child: spawnWorker(limits.script ?? SCRIPT), job: null };
    workers.add(worker);
    worker.child.on('message', message => settle(worker, (message as Answer).result));
    const gone = () => {
      workers.delete(worker);
      worker.child.kill('SIGKILL');
      settle(worker, null);
    };
    // Without a listener a process that cannot be started or written to would end the server.
    worker.child.on('error', gone).once('exit', gone);
    return worker;
  }

  function give(worker: Worker, job: Job): void {
    const late = setTimeout(() => worker.child.kill('SIGKILL'), limits.timeout);
    worker.job = {
      ...job,
      done: result => {
        clearTimeout(late);
        job.done(result);
      },
    };
    worker.child.send({ bytes: job.bytes, part: job.part });
  }

  function settle(worker: Worker, result: ProcessedImage | null): void {
    const { job } = worker;
    worker.job = null;
    job?.done(result);
    next();
  }

  return {
    process(bytes, part) {
      if (waiting.length >= limits.mostWaiting) throw new TooManyWaiting();
      return new Promise(done => {
        waiting.push({ bytes, part, done });
        next();
      });
    },

    close() {
      for (const { child } of workers) child.kill('SIGKILL');
    },
  };
}

interface Answer {
  result: ProcessedImage | null;
}

function idleOf(workers: Set<Worker>): Worker | null {
  for (const worker of workers) if (!worker.job) return worker;
  return null;
}

/** Gets nothing of the server's environment: no settings, no keys, no database address. */
function spawnWorker(script: URL): ChildProcess {
  const node = [process.execPath, ...NODE_FLAGS, fileURLToPath(script)];
  const [command = '', ...args] = process.platform === 'win32' ? node : ['/bin/sh', '-c', LIMITED, ...node];
  const child = spawn(command, args, {
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  return child;
}
