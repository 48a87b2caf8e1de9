/** Starts the compiled server once on an empty folder, asks /readyz and one query as a signed-in agent, and stops it in order. */
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, root } from './lib.mjs';

const dataDir = await mkdtemp(join(tmpdir(), 'hms-kort-desk-smoke-'));
await chmod(dataDir, 0o755);
const child = spawn('node', ['scripts/start.mjs'], {
  cwd: root,
  env: { ...env, DATA_DIR: dataDir, PORT: '0', DATABASE_URL: '', MODE: 'demo' },
});
const ended = new Promise(resolve => child.once('exit', code => resolve(code)));

try {
  const url = await printedUrl(child);
  const ready = await fetch(`${url}/readyz`);
  if (ready.status !== 200) throw new Error(`/readyz answered ${ready.status}`);
  const signIn = await ask(url, 'mutation { signInDemo(email: "ingrid.solheim@demo.example") { name } }');
  const cookie = signIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const answer = await (
    await ask(url, '{ me { name } cases(filter: { queue: IMAGE_REVIEW }) { rows { number } } }', cookie)
  ).json();
  if (!answer.data?.me?.name || answer.data.cases.rows.length === 0)
    throw new Error(`signed-in query answered ${JSON.stringify(answer)}`);
  child.kill('SIGTERM');
  const code = await ended;
  if (code !== 0) throw new Error(`the server ended with ${code} on SIGTERM`);
  console.log('ok     the compiled server starts, answers and stops');
} catch (error) {
  console.error(`FAILED the compiled server: ${error.message}`);
  child.kill('SIGTERM');
  await ended;
  process.exitCode = 1;
} finally {
  await rm(dataDir, { recursive: true, force: true });
}

function printedUrl(process) {
  return new Promise((resolve, reject) => {
    let output = '';
    const look = chunk => {
      output += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (url) resolve(url);
    };
    process.stdout.on('data', look);
    process.stderr.on('data', look);
    process.once('exit', code =>
      reject(new Error(`ended with ${code} before it was ready: ${output.slice(-2000)}`)),
    );
    setTimeout(() => reject(new Error(`not ready after 120 s: ${output.slice(-2000)}`)), 120_000).unref();
  });
}

function ask(url, query, cookie = '') {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), cookie },
    body: JSON.stringify({ query }),
  });
}
