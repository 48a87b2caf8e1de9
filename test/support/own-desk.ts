/** A desk on an embedded database of its own, as `pnpm start` makes it, for tests about the whole folder. */
import pg from 'pg';
import { createApp } from '../../server/src/app.ts';
import { readConfig } from '../../server/src/config.ts';
import { migrate } from '../../server/src/migrate.ts';
import { freePort, startEmbedded } from '../../server/src/platform/db/embedded.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { Client } from './client.ts';
import type { Desk } from './desk.ts';
import { emailOf, type StaffName, seedStaff, staffIds } from './staff.ts';

/** With jobs. In a new folder the test staff are seeded; in an old one they are there. */
export async function startOwnDesk(dataDir: string, isNew: boolean): Promise<Desk> {
  const database = await startEmbedded(dataDir);
  await migrate(database.ownerUrl);
  const sql = new pg.Pool({ connectionString: database.ownerUrl, max: 4 });
  const staff = isNew ? await seedStaff(sql) : await staffIds(sql);
  const port = await freePort();
  const config = readConfig({ MODE: 'demo', DATA_DIR: dataDir, PORT: String(port) });
  const logLines: string[] = [];
  const log = createLog('info', { write: line => void logLines.push(line) });
  const { appUrl: databaseUrl, ownerUrl, jobUrl } = database;
  const app = await createApp({ config, log, databaseUrl, jobUrl });
  const server = app.http.listen(port, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const url = `http://127.0.0.1:${port}`;
  const as = async (name: StaffName) => {
    const client = new Client(url);
    await client.ask('mutation SignIn($email: ShortText!) { signInDemo(email: $email) { id } }', {
      email: emailOf(name),
    });
    return client;
  };
  const stop = async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    await app.close();
    await sql.end();
    await database.stop();
  };
  return {
    url,
    app,
    config,
    sql,
    databaseUrl,
    jobUrl,
    ownerUrl,
    logLines,
    staff,
    as,
    anonymous: () => new Client(url),
    stop,
  };
}
