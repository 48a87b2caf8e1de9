import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';
import { createPerson } from '../support/factories.ts';
import { createMail } from '../support/mails.ts';
import { picture } from '../support/pictures.ts';
import { openLink } from '../support/upload.factories.ts';

describe('what the operator is told', () => {
  let desk: Desk;
  let inside: Server;
  let insideUrl: string;

  beforeAll(async () => {
    desk = await startDesk();
    inside = desk.app.operation.internal.listen(0, '127.0.0.1');
    await new Promise(resolve => inside.once('listening', resolve));
    insideUrl = `http://127.0.0.1:${(inside.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    inside.closeAllConnections();
    inside.close();
    await desk.stop();
  });

  const asked = async (url: string) => {
    const response = await fetch(url);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  /** The answer is kept for a second. */
  const afresh = async (url: string) => {
    await new Promise(resolve => setTimeout(resolve, 1050));
    return asked(url);
  };
  const metrics = async () => (await fetch(`${insideUrl}/metrics`)).text();
  const valueIn = (text: string, line: string) =>
    Number(
      text
        .split('\n')
        .find(l => l.startsWith(`${line} `))
        ?.slice(line.length + 1) ?? Number.NaN,
    );

  test('a server with everything in order is ready, and says so without numbers', async () => {
    expect(await asked(`${desk.url}/readyz`)).toEqual({
      status: 200,
      body: { status: 'ready', database: true, migrations: 'done', outbox: 'on time', jobs: 'on time' },
    });
  });

  test('a database that lacks a migration makes the server not ready', async () => {
    const gone = await desk.sql.query(
      'delete from mikro_orm_migrations where id = (select max(id) from mikro_orm_migrations) returning *',
    );
    expect(await afresh(`${desk.url}/readyz`)).toMatchObject({
      status: 503,
      body: { status: 'not ready', database: true, migrations: 'pending' },
    });
    expect(await asked(`${insideUrl}/readyz`)).toMatchObject({ status: 503, body: { pendingMigrations: 1 } });
    const { id, name } = gone.rows[0];
    await desk.sql.query(
      'insert into mikro_orm_migrations (id, name) overriding system value values ($1, $2)',
      [id, name],
    );
    expect((await afresh(`${desk.url}/readyz`)).status).toBe(200);
  });

  test('mail and jobs that wait too long are told as late, with seconds inside, and take nobody’s desk away', async () => {
    const { id } = await createMail(desk, { sendAfter: new Date(Date.now() - 3_600_000) });
    await desk.sql.query(`select pgboss.create_queue('slow', '{"policy": "standard"}')`);
    await desk.sql.query(
      `insert into pgboss.job (name, state, start_after) values ('slow', 'created', now() - interval '10 minutes')`,
    );
    expect(await afresh(`${desk.url}/readyz`)).toEqual({
      status: 200,
      body: { status: 'ready', database: true, migrations: 'done', outbox: 'late', jobs: 'late' },
    });
    const { body } = await asked(`${insideUrl}/readyz`);
    const byStatus = { QUEUED: 1, SENDING: 0, UNCERTAIN: 0, FAILED: 0 };
    expect(body).toMatchObject({ database: true, pendingMigrations: 0, outbox: { byStatus } });
    const text = await metrics();
    expect(valueIn(text, 'desk_outbox_lag_seconds')).toBeGreaterThanOrEqual(3600);
    expect(valueIn(text, 'desk_job_lag_seconds')).toBeGreaterThanOrEqual(600);
    expect(valueIn(text, 'desk_mails{status="QUEUED"}')).toBe(1);
    await desk.sql.query(`update outbox_mail set status = 'CANCELLED' where id = $1`, [id]);
    await desk.sql.query(`delete from pgboss.job where name = 'slow'`);
  });

  test('requests are measured by field of the schema and by route, errors by code, files by their fate', async () => {
    const agent = await desk.as('agent');
    await agent.ask('query Hemmestad { me { name } }');
    await agent.send('query Hemmestad { hemmelig }');
    await agent.fetch('/files/123456789/display');
    const { api } = await openLink(desk);
    await api.put('photo', await picture());
    await api.put('id', Buffer.from('no picture'));
    const text = await metrics();
    expect(valueIn(text, 'desk_request_seconds_count{operation="me"}')).toBe(1);
    expect(valueIn(text, 'desk_request_seconds_count{operation="GET /files/:id/:variant"}')).toBe(1);
    expect(valueIn(text, 'desk_request_seconds_count{operation="PUT /uploads/:token/:part"}')).toBe(2);
    expect(valueIn(text, 'desk_errors_total{code="HTTP_404"}')).toBe(1);
    expect(valueIn(text, 'desk_errors_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
    expect(valueIn(text, 'desk_uploads_total{outcome="STORED"}')).toBe(1);
    expect(valueIn(text, 'desk_uploads_total{outcome="FILE_FORMAT"}')).toBe(1);
    expect(valueIn(text, 'desk_pool_connections{state="idle"}')).toBeGreaterThan(0);
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  });

  test('no metric carries a name, number, id or token, whatever has been asked', async () => {
    const person = await createPerson(desk, { givenName: 'Oddveig', familyName: 'Hemmestad' });
    const agent = await desk.as('agent');
    const { token } = await openLink(desk);
    await agent.send(`query Oddveig { search(text: "${person.nationalId}") { hits { id } } }`);
    await agent.send(`query X${person.nationalId} { me { id } }`);
    expect(desk.logLines.join('')).not.toContain(person.nationalId);
    await fetch(`${desk.url}/uploads/${token}`);
    const text = await metrics();
    expect(text).toContain('operation="GET /uploads/:token"');
    for (const secret of [person.nationalId, 'Hemmestad', 'Oddveig', token, '@', 'Solheim'])
      expect(text).not.toContain(secret);
  });

  test('the public port knows no metrics', async () => {
    const response = await fetch(`${desk.url}/metrics`);
    expect(await response.text()).not.toContain('desk_request_seconds');
  });

  test('a database that is gone makes the server not ready, within seconds, and the metrics say so', async () => {
    const pools = [desk.app.dbParts.pool, desk.app.jobParts.pool];
    const connects = pools.map(pool => pool.connect.bind(pool));
    for (const pool of pools) pool.connect = (() => new Promise(() => undefined)) as typeof pool.connect;
    expect(await afresh(`${desk.url}/readyz`)).toEqual({
      status: 503,
      body: {
        status: 'not ready',
        database: false,
        migrations: 'unknown',
        outbox: 'unknown',
        jobs: 'unknown',
      },
    });
    const text = await metrics();
    expect(valueIn(text, 'desk_database_up')).toBe(0);
    expect(text).not.toMatch(/^desk_outbox_lag_seconds \d/m);
    for (const [i, pool] of pools.entries()) pool.connect = connects[i] as typeof pool.connect;
    expect((await afresh(`${desk.url}/readyz`)).status).toBe(200);
  });
});
