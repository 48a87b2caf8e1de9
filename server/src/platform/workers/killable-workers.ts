/** A few processes that open what strangers sent, each killed when a file takes too long: a hostile file never stalls the server. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface KillableWorkers<J, R> {
  /** Null when the file cannot be opened, or not in time. @throws TooManyWaiting */
  process(job: J): Promise<R | null>;
  close(): void;
}

export interface WorkerLimits {
  readonly size: number;
  /** Milliseconds for one file, the start of the process included. */
  readonly timeout: number;
  readonly mostWaiting: number;
  /** What the process runs; tests give it one that misbehaves. */
  readonly script: URL;
}

interface Waiting<J, R> {
  readonly job: J;
  done(result: R | null): void;
}

interface Worker<J, R> {
  readonly child: ChildProcess;
  work: Waiting<J, R> | null;
}

/** Heap in MB; pixels lie outside it. */
const NODE_FLAGS = [
  '--max-old-space-size=128',
  '--disable-warning=ExperimentalWarning',
  // Otherwise WebAssembly, which reads TypeScript in development, claims more addresses than there may be.
  '--disable-wasm-trap-handler',
];

export class TooManyWaiting extends Error {}

/** The script beside the module that names it, in TypeScript or built. */
export const scriptBeside = (moduleUrl: string, name: string): URL =>
  new URL(`./${name}${moduleUrl.endsWith('.ts') ? '.ts' : '.js'}`, moduleUrl);

/** Addresses the process may use, in kB: what Node takes for itself, and the largest allowed picture. Reading TypeScript takes more. */
const ADDRESSES = import.meta.url.endsWith('.ts') ? 3_500_000 : 2_500_000;
/** Where the system knows no such limit, the number of pixels is the only one. */
const LIMITED = `ulimit -v ${ADDRESSES} 2>/dev/null; exec "$0" "$@"`;

/** The script answers each message with `{ result }`. */
export function createKillableWorkers<J extends object, R>(limits: WorkerLimits): KillableWorkers<J, R> {
  const workers = new Set<Worker<J, R>>();
  const waiting: Waiting<J, R>[] = [];

  function next(): void {
    const work = waiting[0];
    const worker = work && (idleOf(workers) ?? (workers.size < limits.size ? start() : null));
    if (!worker) return;
    waiting.shift();
    give(worker, work);
  }

  function start(): Worker<J, R> {
    const worker: Worker<J, R> = { child: spawnWorker(limits.script), work: null };
    workers.add(worker);
    worker.child.on('message', message => settle(worker, (message as { result: R | null }).result));
    const gone = () => {
      workers.delete(worker);
      worker.child.kill('SIGKILL');
      settle(worker, null);
    };
    // Without a listener a process that cannot be started or written to would end the server.
    worker.child.on('error', gone).once('exit', gone);
    return worker;
  }

  function give(worker: Worker<J, R>, { job, done }: Waiting<J, R>): void {
    const late = setTimeout(() => worker.child.kill('SIGKILL'), limits.timeout);
    worker.work = {
      job,
      done: result => {
        clearTimeout(late);
        done(result);
      },
    };
    worker.child.send(job);
  }

  function settle(worker: Worker<J, R>, result: R | null): void {
    const { work } = worker;
    worker.work = null;
    work?.done(result);
    next();
  }

  return {
    process(job) {
      if (waiting.length >= limits.mostWaiting) throw new TooManyWaiting();
      return new Promise(done => {
        waiting.push({ job, done });
        next();
      });
    },

    close() {
      for (const { child } of workers) child.kill('SIGKILL');
    },
  };
}

function idleOf<J, R>(workers: Set<Worker<J, R>>): Worker<J, R> | null {
  for (const worker of workers) if (!worker.work) return worker;
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
