/** A PostgreSQL of the test's own, with everything on that makes it durable, at one address however often it is killed. */
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { migrate } from '../../server/src/migrate.ts';
import { type EmbeddedDatabase, startEmbedded } from '../../server/src/platform/db/embedded.ts';
import type { DeskDatabase } from './desk.ts';

export interface FragileDatabase extends DeskDatabase {
  /** SIGKILL to the postmaster; resolves when PostgreSQL has recovered and takes connections again. */
  killAndRecover(): Promise<void>;
}

/** Hands connections on to wherever PostgreSQL listens now. */
async function forwarder(port: () => number): Promise<{ server: Server; port: number; cut(): void }> {
  const sockets = new Set<Socket>();
  const server = createServer(near => {
    const far = connect(port(), '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy()).on('close', () => other.destroy() && sockets.delete(one));
      one.pipe(other);
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return { server, port: (server.address() as { port: number }).port, cut };
}

export async function startFragileDatabase(): Promise<FragileDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'hms-kort-desk-fragile-'));
  await chmod(folder, 0o755);
  let running: EmbeddedDatabase = await startEmbedded(folder);
  await migrate(running.ownerUrl);
  const portOf = (url: string) => Number(new URL(url).port);
  const door = await forwarder(() => portOf(running.adminUrl));
  const through = (url: string) => url.replace(/:\d+\//, `:${door.port}/`);
  return {
    ownerUrl: through(running.ownerUrl),
    appUrl: through(running.appUrl),
    jobUrl: through(running.jobUrl),
    async killAndRecover() {
      const [pid] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
      running = await recover(folder);
    },
    async drop() {
      door.cut();
      await new Promise(resolve => door.server.close(resolve));
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Its processes notice within moments that the postmaster is gone; until then it does not start. */
async function recover(folder: string): Promise<EmbeddedDatabase> {
  for (let tries = 0; ; tries += 1) {
    await wait(100);
    try {
      return await startEmbedded(folder);
    } catch (error) {
      if (tries >= 50) throw error;
    }
  }
}
