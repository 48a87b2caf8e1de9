import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';

const CASES =
  'query Cases($filter: CaseFilter, $page: PageInput) { cases(filter: $filter, page: $page) { rows { id } } }';
const OUTBOX = 'query Outbox($page: PageInput) { outbox(page: $page) { rows { id } } }';
const STAFF = 'query Staff($page: PageInput) { staffUsers(page: $page) { rows { id } } }';
const AUDIT = 'query Audit($filter: AuditFilter) { auditLog(filter: $filter) { rows { id } } }';
const SAVE = 'mutation Save($preferences: StoredJson!) { savePreferences(preferences: $preferences) }';

const pageAfter = (...keyset: string[]) => ({
  page: { first: 25, after: Buffer.from(JSON.stringify(keyset)).toString('base64url') },
});

describe('input the database would choke on is refused, and is no error of ours', () => {
  let desk: Desk;
  let agent: Client;

  beforeAll(async () => {
    desk = await startDesk();
    agent = await desk.as('agent');
  });
  afterAll(() => desk.stop());

  test('a day in the year 0', async () => {
    expect(await agent.refused(CASES, { filter: { dueFrom: '0000-01-01' } })).toBe('VALIDATION_FAILED');
    const auditor = await desk.as('auditor');
    expect(await auditor.refused(AUDIT, { filter: { from: '0000-01-01' } })).toBe('VALIDATION_FAILED');
  });

  test('a cursor that somebody has made up', async () => {
    expect(await agent.refused(CASES, pageAfter('0000-01-01', '1'))).toBe('VALIDATION_FAILED');
    expect(await agent.refused(OUTBOX, pageAfter('abc'))).toBe('VALIDATION_FAILED');
    const admin = await desk.as('admin');
    expect(await admin.refused(STAFF, pageAfter('A\u0000', '1'))).toBe('VALIDATION_FAILED');
  });

  test('half a character, NUL or a bottomless list among the preferences', async () => {
    const deep = JSON.parse(`${'['.repeat(25)}${']'.repeat(25)}`) as unknown;
    for (const preferences of [{ a: '\ud800' }, { '\udc00': 1 }, ['\u0000'], deep])
      expect(await agent.refused(SAVE, { preferences })).toBe('VALIDATION_FAILED');
    const fine = { text: 'C:\\u0000 \ud83d\ude00', nested: [[{ a: null }]] };
    expect((await agent.ask(SAVE, { preferences: fine })).savePreferences).toEqual(fine);
  });

  test('names that mean something to JavaScript are kept as words and change nothing', async () => {
    const sent = JSON.parse(
      '{"a":{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}}',
    );
    const { data, errors } = await agent.send<{ savePreferences: object }>(SAVE, { preferences: sent });
    const stored = JSON.stringify(data?.savePreferences ?? errors?.[0]?.extensions.code);
    expect([JSON.stringify(sent), '"VALIDATION_FAILED"']).toContain(stored);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    expect(await agent.refused('{ staffUsers { rows { id } } }')).toBe('FORBIDDEN');
  });

  test('a document asked to run by a name it does not have', async () => {
    const response = await agent.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'query Mine { me { name } }', operationName: 'Yours' }),
    });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: { extensions: object }[] };
    expect([data, errors?.[0]?.extensions]).toMatchObject([undefined, { code: 'BAD_USER_INPUT' }]);
  });
});
