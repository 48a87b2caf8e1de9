import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createOrderItem, createPerson } from '../support/factories.ts';
import { emailOf, PASSWORD, type StaffName } from '../support/staff.ts';

const SIGN_IN =
  'mutation SignIn($email: ShortText!, $password: ShortText!) { signIn(email: $email, password: $password) { id } }';
const CONFIRM = 'mutation Confirm($password: ShortText) { confirmSignIn(password: $password) }';
const ME = '{ me { id provedAt } }';

let desk: Desk;
let later = 0;
beforeAll(async () => {
  desk = await startDesk({
    clock: { now: () => new Date(Date.now() + later) },
    env: { STEP_UP_MINUTES: '10' },
  });
});
afterAll(() => desk.stop());

/** Nobody leaves her chair: every session has been used a moment ago, but the proofs grow old. */
async function grow(minutes: number) {
  later += minutes * 60_000;
  await desk.sql.query('update staff_session set seen_at = $1', [new Date(Date.now() + later)]);
}

async function withPassword(name: StaffName): Promise<Client> {
  const client = desk.anonymous();
  await client.ask(SIGN_IN, { email: emailOf(name), password: PASSWORD });
  return client;
}

interface FarReaching {
  readonly who: StaffName;
  readonly document: string;
  readonly variables: () => Promise<Record<string, unknown>>;
}

const versionOf = async (name: StaffName) =>
  (await desk.sql.query('select version from staff_user where id = $1', [desk.staff[name]])).rows[0].version;

async function caseOfSomebody() {
  const person = await createPerson(desk);
  const orderItem = await createOrderItem(desk, { personId: person.id, organisation: 1 });
  const { id } = await createCase(desk, { orderItem, organisation: 1 });
  return { caseId: id, personId: person.id };
}

const FAR_REACHING: Record<string, FarReaching> = {
  'unmasking a national ID number': {
    who: 'senior',
    document: 'mutation R($input: RevealNationalIdInput!) { revealNationalId(input: $input) { usedToday } }',
    variables: async () => ({
      input: {
        ...(await caseOfSomebody()),
        purpose: 'CORRECT_ORDER',
        reason: 'Which of the two persons is meant',
      },
    }),
  },
  'answering who has looked at somebody': {
    who: 'senior',
    document: 'mutation A($input: MakeAccessAnswerInput!) { makeAccessAnswer(input: $input) { personId } }',
    variables: async () => ({
      input: { personId: (await caseOfSomebody()).personId, reference: '2026/INN-1' },
    }),
  },
  'letting somebody in': {
    who: 'admin',
    document: 'mutation C($input: CreateStaffInput!) { createStaff(input: $input) { user { id } } }',
    variables: async () => ({
      input: { name: 'Kaja Ruud', email: 'kaja.ruud@test.example', organisationId: '1', roles: ['AGENT'] },
    }),
  },
  'another role': {
    who: 'admin',
    document: 'mutation U($input: UpdateStaffInput!) { updateStaff(input: $input) { id } }',
    variables: async () => ({
      input: {
        ...{ id: desk.staff.colleague, expectedVersion: await versionOf('colleague'), name: 'Jonas Berg' },
        ...{ roles: ['FINANCE'], active: true },
      },
    }),
  },
  'a new one-time password': {
    who: 'admin',
    document:
      'mutation P($id: EntityId!, $expectedVersion: Int!) { resetStaffPassword(id: $id, expectedVersion: $expectedVersion) { user { id } } }',
    variables: async () => ({ id: desk.staff.finance, expectedVersion: await versionOf('finance') }),
  },
};

/** Everything such an action could have left behind. */
const traces = async () =>
  (
    await desk.sql.query(`select (select count(*) from audit_log where kind in ('READ', 'CHANGE') and table_name <> 'staff_session') as log,
      (select count(*) from case_event) as events, (select string_agg(u::text, ';' order by u.id) from (select id, name, roles, active, version from staff_user) u) as staff,
      (select string_agg(md5(p::text), ';' order by p.staff_user_id) from staff_password p) as passwords`)
  ).rows[0];

describe.each(Object.entries(FAR_REACHING))('%s', (_, { who, document, variables }) => {
  test('waits for a fresh proof and changes nothing until then; with it, it works', async () => {
    const client = await withPassword(who);
    const asked = await variables();
    await grow(9);
    expect((await client.ask(ME)).me.id).toBe(desk.staff[who]);
    await grow(2);
    const before = await traces();
    const refused = await client.send(document, asked);
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      code: 'STEP_UP_REQUIRED',
      params: { method: 'PASSWORD' },
    });
    expect(await traces()).toEqual(before);
    await client.ask(CONFIRM, { password: PASSWORD });
    await client.ask(document, asked);
    expect(await traces()).not.toEqual(before);
  });
});

test('a new name alone needs no proof: only what gives rights does', async () => {
  const admin = await withPassword('admin');
  await grow(11);
  const input = {
    ...{ id: desk.staff.lead, expectedVersion: await versionOf('lead'), name: 'Henrik Aas-Dahl' },
    ...{ roles: ['CASEWORKER_LEAD'], active: true },
  };
  const { document } = FAR_REACHING['another role'] as FarReaching;
  expect((await admin.ask(document, { input })).updateStaff.id).toBe(desk.staff.lead);
});

describe('proving again who one is', () => {
  test('gives the session another token; the one from before opens nothing, not even for a moment', async () => {
    const client = await withPassword('auditor');
    const before = client.cookie;
    await client.ask(ME);
    await client.ask(CONFIRM, { password: PASSWORD });
    expect(client.cookie).not.toBe(before);
    expect((await new Client(desk.url, before).ask(ME)).me).toBeNull();
    expect((await client.ask('{ mySessions { current } }')).mySessions).toEqual([{ current: true }]);
  });

  test('leaves the other sessions of the person, and everybody else’s, as old as they were', async () => {
    const [office, home, colleague] = [
      await withPassword('admin'),
      await withPassword('admin'),
      await withPassword('auditor'),
    ];
    await grow(11);
    const proofOf = async (client: Client) => (await client.ask(ME)).me.provedAt;
    const before = [await proofOf(home), await proofOf(colleague)];
    await office.ask(CONFIRM, { password: PASSWORD });
    expect([await proofOf(home), await proofOf(colleague)]).toEqual(before);
    const { document, variables } = FAR_REACHING['a new one-time password'] as FarReaching;
    expect(await home.refused(document, await variables())).toBe('STEP_UP_REQUIRED');
  });

  test('is on record, as is every wrong try', async () => {
    const client = await withPassword('auditor');
    expect(await client.refused(CONFIRM, { password: 'feil' })).toBe('SIGN_IN_FAILED');
    await client.ask(CONFIRM, { password: PASSWORD });
    const { rows } = await desk.sql.query(
      `select actor_id, operation, outcome, address is not null as address from audit_log where kind = 'SIGN_IN' order by id desc limit 2`,
    );
    expect(rows).toEqual([
      { actor_id: desk.staff.auditor, operation: 'confirmSignIn', outcome: 'OK', address: true },
      { actor_id: desk.staff.auditor, operation: 'confirmSignIn', outcome: 'SIGN_IN_FAILED', address: true },
    ]);
  });

  test('wrong tries count as at sign-in: after five it waits, also with the right password', async () => {
    const client = await withPassword('caseworker');
    await grow(11);
    for (let n = 0; n < 5; n += 1)
      expect(await client.refused(CONFIRM, { password: 'feil' })).toBe('SIGN_IN_FAILED');
    expect(await client.refused(CONFIRM, { password: null })).toBe('SIGN_IN_THROTTLED');
    expect(await client.refused(CONFIRM, { password: PASSWORD })).toBe('SIGN_IN_THROTTLED');
    const email = emailOf('caseworker');
    expect(await desk.anonymous().refused(SIGN_IN, { email, password: PASSWORD })).toBe('SIGN_IN_THROTTLED');
    await desk.sql.query('delete from sign_in_attempt');
  });

  test('in the demo takes one press, and only for whoever came in that way', async () => {
    const senior = await desk.as('senior');
    const { document, variables } = FAR_REACHING['unmasking a national ID number'] as FarReaching;
    const asked = await variables();
    await grow(11);
    const refused = await senior.send(document, asked);
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      code: 'STEP_UP_REQUIRED',
      params: { method: 'DEMO' },
    });
    await senior.ask(CONFIRM);
    expect((await senior.ask(document, asked)).revealNationalId.usedToday).toBeGreaterThan(0);
    const admin = await withPassword('admin');
    expect(await admin.refused(CONFIRM)).toBe('SIGN_IN_FAILED');
  });

  test('is for whoever is signed in', async () => {
    expect(await desk.anonymous().refused(CONFIRM, { password: PASSWORD })).toBe('UNAUTHENTICATED');
  });
});
