import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createOrderItem, createPerson } from '../support/factories.ts';

const LOG = `query AuditLog($filter: AuditFilter, $page: PageInput) { auditLog(filter: $filter, page: $page) {
  rows { id kind actor { id name initials } actorLabel operation tableName rowId caseId caseNumber personId fields purpose reason outcome requestId }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } count { value exact } } }`;
const REVEAL = `mutation RevealNationalId($input: RevealNationalIdInput!) { revealNationalId(input: $input) { nationalId } }`;

let desk: Desk;
let auditor: Client;
let about: { id: string; number: string; personId: string };

beforeAll(async () => {
  desk = await startDesk();
  auditor = await desk.as('auditor');
  const person = await createPerson(desk);
  const orderItem = await createOrderItem(desk, { personId: person.id });
  about = { ...(await createCase(desk, { orderItem })), personId: person.id };
  const input = {
    caseId: about.id,
    personId: person.id,
    purpose: 'IDENTITY_CHECK',
    reason: 'Compared with the passport',
  };
  await (await desk.as('senior')).ask(REVEAL, { input });
  await desk
    .anonymous()
    .send('mutation SignIn { signIn(email: "ingen@test.example", password: "feil") { id } }');
});
afterAll(() => desk.stop());

const read = async (filter: object = {}, page: object = { first: 25 }) =>
  (await auditor.ask(LOG, { filter, page })).auditLog;

describe('the audit log', () => {
  test('tells who saw what about whom, in which case and why', async () => {
    const { rows } = await read({ kind: ['READ'], caseNumber: about.number });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      kind: 'READ',
      actor: { id: desk.staff.senior, name: 'Stine Krog', initials: 'SK' },
      actorLabel: 'Stine Krog',
      operation: 'revealNationalId',
      tableName: 'person',
      rowId: about.personId,
      caseId: about.id,
      caseNumber: about.number,
      personId: about.personId,
      fields: ['national_id'],
      purpose: 'IDENTITY_CHECK',
      reason: 'Compared with the passport',
      outcome: 'OK',
    });
  });

  test('is found by person, by actor and by operation', async () => {
    const byPerson = (await read({ personId: about.personId })).rows;
    expect(byPerson.map((row: { operation: string }) => row.operation)).toContain('revealNationalId');
    expect(byPerson.map((row: { operation: string }) => row.operation)).toContain('system INSERT');
    const byActor = (await read({ actorId: desk.staff.senior })).rows;
    expect(new Set(byActor.map((row: { actorLabel: string }) => row.actorLabel))).toEqual(
      new Set(['Stine Krog']),
    );
    expect((await read({ operation: 'REVEALNational' })).count).toEqual({ value: 1, exact: true });
    expect((await read({ operation: '%' })).rows).toEqual([]);
  });

  test('names failed sign-ins without saying for whom', async () => {
    const { rows } = await read({ kind: ['SIGN_IN'] });
    const failed = rows.find((row: { outcome: string }) => row.outcome === 'SIGN_IN_FAILED');
    expect(failed).toMatchObject({ actor: null, actorLabel: 'anonymous' });
    expect(JSON.stringify(rows)).not.toContain('ingen@test.example');
  });

  test('is limited to the days asked for', async () => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date());
    expect((await read({ from: today, to: today })).rows.length).toBeGreaterThan(0);
    expect((await read({ to: '2026-01-01' })).rows).toEqual([]);
    expect((await read({ from: '2099-01-01' })).rows).toEqual([]);
  });

  test('comes newest first, in pages that go forwards and back', async () => {
    const filter = { kind: ['CHANGE'] };
    const ids = (page: { rows: { id: string }[] }) => page.rows.map(row => Number(row.id));
    const all = await read(filter, { first: 100 });
    const first = await read(filter, { first: 4 });
    const second = await read(filter, { first: 4, after: first.pageInfo.endCursor });
    const back = await read(filter, { first: 4, before: second.pageInfo.startCursor });
    expect(ids(all)).toEqual(ids(all).toSorted((a, b) => b - a));
    expect([...ids(first), ...ids(second)]).toEqual(ids(all).slice(0, 8));
    expect(ids(back)).toEqual(ids(first));
    expect(first.pageInfo.hasNextPage).toBe(true);
  });

  test('reading it is itself a row in it', async () => {
    await read({ personId: about.personId });
    const { rows } = await read({ kind: ['READ'], actorId: desk.staff.auditor });
    expect(rows[1]).toMatchObject({
      tableName: 'audit_log',
      operation: 'AuditLog',
      personId: about.personId,
    });
    expect(rows[0]).toMatchObject({ tableName: 'audit_log', personId: null });
  });

  test('a cursor that is not ours is refused', async () => {
    const code = await auditor.refused(LOG, { page: { first: 5, after: 'bm9uc2Vuc2U' } });
    expect(code).toBe('VALIDATION_FAILED');
    const text = Buffer.from(JSON.stringify(["1' or true"])).toString('base64url');
    expect(await auditor.refused(LOG, { page: { first: 5, after: text } })).toBe('VALIDATION_FAILED');
  });

  test('nobody but the auditor reads it, not even the administrator', async () => {
    for (const name of ['admin', 'lead', 'senior', 'agent'] as const)
      expect(await (await desk.as(name)).refused(LOG)).toBe('FORBIDDEN');
  });

  test('can be neither changed nor emptied, not by the server and not by the owner of the tables', async () => {
    const attempts = [`update audit_log set reason = 'x'`, 'delete from audit_log', 'truncate audit_log'];
    for (const pool of [desk.app.dbParts.pool, desk.sql]) {
      for (const sql of attempts) {
        const refused = await pool.query(sql).catch((error: { code?: string }) => error.code);
        expect(refused, sql).toBe('42501');
      }
    }
    const { rows } = await desk.app.dbParts.pool.query('select current_user as role');
    expect(rows[0].role).toBe('desk_app');
  });
});
