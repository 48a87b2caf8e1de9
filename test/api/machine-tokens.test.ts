import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createFirm, type Firm } from '../support/factories.ts';
import { askToken, askWithKey, basic, createMachine, newKeyHolder } from '../support/machines.ts';

let desk: Desk;
let admin: Client;
let firm: Firm;
let now = new Date();
const clock = { now: () => now };
beforeAll(async () => {
  desk = await startDesk({ clock, env: { REQUEST_BUDGET: '0', STEP_UP_MINUTES: '5' } });
  admin = await desk.as('admin');
  firm = await createFirm(desk);
});
afterAll(() => desk.stop());
beforeEach(() => {
  now = new Date();
});

const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};
const rows = async <R>(sql: string, values: unknown[] = []) =>
  (await desk.sql.query(sql, values)).rows as R[];

const CREATE = `mutation Create($input: CreateMachineClientInput!) { createMachineClient(input: $input) { id clientId version scopes keyIds firm { orgNumber } secrets { id } } }`;
const UPDATE = `mutation Update($input: UpdateMachineClientInput!) { updateMachineClient(input: $input) { id active version scopes } }`;
const MAKE = `mutation Make($input: MachineClientVersionInput!) { makeMachineSecret(input: $input) { secret client { version secrets { id hint live expiresAt lastUsedAt } } } }`;
const END = `mutation End($input: MachineClientVersionInput!, $secretId: EntityId!) { endMachineSecret(input: $input, secretId: $secretId) { version secrets { live } } }`;

const create = async (input: object = {}) =>
  (
    await admin.ask(CREATE, {
      input: {
        name: 'Lønnssystemet',
        kind: 'API2',
        orgNumber: firm.mainOrgNumber,
        authentication: 'SECRET',
        scopes: ['order.read', 'order.place'],
        ...input,
      },
    })
  ).createMachineClient;

describe('a token', () => {
  test('is given to a machine that knows its secret, for ten minutes, with the scopes it asked for', async () => {
    const machine = await createMachine(desk, { firmId: firm.main });
    const { status, body } = await askToken(desk, { scope: 'order.read' }, basic(machine));
    expect(status).toBe(200);
    expect(body).toMatchObject({ expires_in: 600, scope: 'order.read' });
    const stored = await rows<{ hash: Buffer; scopes: string[] }>('select * from machine_token');
    expect(stored.map(({ scopes }) => scopes)).toEqual([['order.read']]);
    expect(JSON.stringify(stored)).not.toContain(body.access_token);
  });

  test('is given for an assertion signed with the key of the machine, and that assertion opens once only', async () => {
    const holder = await newKeyHolder();
    const { clientId } = await createMachine(desk, { firmId: firm.main, jwks: holder.jwks });
    const assertion = await holder.assertion(desk, clientId);
    const both = await Promise.all([askWithKey(desk, assertion), askWithKey(desk, assertion)]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 401]);
    expect((await askWithKey(desk, assertion)).status).toBe(401);
  });

  test.each([
    ['meant for another server', { aud: 'https://elsewhere.example/oauth' }],
    ['meant for several servers', { aud: ['https://elsewhere.example', 'x'] }],
    ['that has expired', { exp: Math.floor(Date.now() / 1000) - 60 }],
    ['that lasts an hour', { exp: Math.floor(Date.now() / 1000) + 3_600 }],
    ['in the name of another machine', { iss: 'hk-somebody-else' }],
  ])('is not given for an assertion %s', async (_, claims) => {
    const holder = await newKeyHolder();
    const { clientId } = await createMachine(desk, { firmId: firm.main, jwks: holder.jwks });
    expect((await askWithKey(desk, await holder.assertion(desk, clientId, claims))).status).toBe(401);
  });

  test('is not given to a key of somebody else, a wrong secret, an unknown machine, or one that should sign; all get the same answer', async () => {
    const [mine, theirs] = [await newKeyHolder(), await newKeyHolder()];
    const signer = await createMachine(desk, { firmId: firm.main, jwks: mine.jwks });
    const machine = await createMachine(desk, { firmId: firm.main });
    const scope = 'order.read';
    const answers = [
      await askWithKey(desk, await theirs.assertion(desk, signer.clientId)),
      await askToken(desk, { scope }, basic({ ...machine, secret: signer.secret })),
      await askToken(desk, { scope }, basic({ clientId: 'hk-nobody-knows', secret: 'x' })),
      await askToken(desk, { scope }, basic(signer)),
    ];
    for (const { status, body } of answers)
      expect({ status, ...body }).toEqual({
        status: 401,
        error: 'invalid_client',
        error_description: 'client authentication failed',
      });
  });

  test('has no scope the machine was not given, and none that was not asked for', async () => {
    const machine = await createMachine(desk, { firmId: firm.main, scopes: ['order.read'] });
    for (const scope of ['card.check', 'order.place order.read', 'no.such', '']) {
      const { status, body } = await askToken(desk, { scope }, basic(machine));
      expect([status, body.error], scope).toEqual([400, 'invalid_scope']);
    }
  });

  test('leaves a row in the log, given or refused, with the machine it was about and never a secret', async () => {
    const machine = await createMachine(desk, { firmId: firm.main });
    await askToken(desk, { scope: 'order.read' }, basic(machine));
    await askToken(desk, { scope: 'order.read' }, basic({ ...machine, secret: 'hk_wrong' }));
    await askToken(desk, { scope: 'card.check' }, basic(machine));
    const logged = await rows<{ outcome: string }>(
      `select kind, operation, outcome, actor_id, address from audit_log where client_id = $1 and operation = 'machineToken' order by id`,
      [machine.id],
    );
    expect(logged.map(({ outcome }) => outcome)).toEqual(['OK', 'INVALID_CLIENT', 'INVALID_SCOPE']);
    expect(logged[0]).toMatchObject({ kind: 'SIGN_IN', actor_id: null });
    expect(JSON.stringify(await rows('select * from audit_log'))).not.toContain(machine.secret);
    expect(desk.logLines.join('\n')).not.toContain(machine.secret);
  });

  test('is not given for anything but client credentials', async () => {
    const machine = await createMachine(desk, { firmId: firm.main });
    for (const grant_type of ['authorization_code', 'refresh_token', 'password']) {
      const { status } = await askToken(desk, { grant_type, scope: 'order.read' }, basic(machine));
      expect(status, grant_type).toBe(400);
    }
    for (const path of ['auth', 'me', 'reg', 'jwks', 'session/end', 'token/introspection'])
      expect((await fetch(`${desk.url}/oauth/${path}`)).status, path).toBe(404);
  });
});

describe('a secret', () => {
  test('is shown once; the one before works for a week beside it, and no third one does', async () => {
    const { id, clientId } = await create();
    const scope = 'order.read';
    const make = async (expectedVersion: number) =>
      (await admin.ask(MAKE, { input: { id, expectedVersion } })).makeMachineSecret;
    const works = async (secret: string) =>
      (await askToken(desk, { scope }, basic({ clientId, secret }))).status === 200;
    const first = await make(1);
    const second = await make(2);
    expect([await works(first.secret), await works(second.secret)]).toEqual([true, true]);
    const third = await make(3);
    expect([await works(first.secret), await works(second.secret), await works(third.secret)]).toEqual([
      false,
      true,
      true,
    ]);
    later(8 * 86_400_000);
    expect([await works(second.secret), await works(third.secret)]).toEqual([false, true]);
    const stored = JSON.stringify(await rows('select * from machine_secret'));
    expect(stored).not.toContain(third.secret);
    expect(third.client.secrets[0].hint).toBe(third.secret.slice(-4));
    const kept = await rows(`select 1 from idempotency_key where operation = 'makeMachineSecret'`);
    expect(kept).toEqual([]);
  });

  test('can be ended at once', async () => {
    const { id, clientId } = await create();
    const { secret, client } = (await admin.ask(MAKE, { input: { id, expectedVersion: 1 } }))
      .makeMachineSecret;
    await admin.ask(END, { input: { id, expectedVersion: 2 }, secretId: client.secrets[0].id });
    expect((await askToken(desk, { scope: 'order.read' }, basic({ clientId, secret }))).status).toBe(401);
  });
});

describe('a machine', () => {
  test('that is switched off gets no token, and the one it has opens nothing any more', async () => {
    const { id, clientId } = await create();
    const { secret } = (await admin.ask(MAKE, { input: { id, expectedVersion: 1 } })).makeMachineSecret;
    const given = await askToken(desk, { scope: 'order.read' }, basic({ clientId, secret }));
    expect(given.status).toBe(200);
    const input = { id, expectedVersion: 2, name: 'Lønnssystemet', scopes: ['order.read'], active: false };
    await admin.ask(UPDATE, { input });
    expect((await askToken(desk, { scope: 'order.read' }, basic({ clientId, secret }))).status).toBe(401);
  });

  test.each([
    ['a scope of another kind', { scopes: ['card.check'] }, { scopes: 'SCOPE_NOT_OF_KIND' }],
    ['no scope', { scopes: [] }, { scopes: 'REQUIRED' }],
    ['no firm', { orgNumber: null }, { orgNumber: 'REQUIRED' }],
    ['a firm for a portal', { kind: 'PORTAL' }, { orgNumber: 'FIRM_NOT_OF_KIND' }],
    ['no key where one is needed', { authentication: 'PRIVATE_KEY_JWT' }, { jwks: 'REQUIRED' }],
    [
      'a key that is none',
      { authentication: 'PRIVATE_KEY_JWT', jwks: '{"keys":[{"kty":"oct","k":"eA"}]}' },
      { jwks: 'KEY_IS_PRIVATE' },
    ],
    ['no name', { name: '  ' }, { name: 'REQUIRED' }],
  ])('cannot be made with %s', async (_, given, faults) => {
    const base = {
      name: 'X',
      kind: 'API2',
      orgNumber: firm.mainOrgNumber,
      authentication: 'SECRET',
      scopes: ['order.read'],
    };
    const { errors } = await admin.send(CREATE, { input: { ...base, ...given } });
    expect(errors?.[0]?.extensions.fieldErrors).toEqual(faults);
  });

  test('works for a main unit that is known, never for a sub-unit', async () => {
    const { errors } = await admin.send(CREATE, {
      input: {
        name: 'X',
        kind: 'API2',
        orgNumber: firm.unitOrgNumber,
        authentication: 'SECRET',
        scopes: ['order.read'],
      },
    });
    expect(errors?.[0]?.extensions.fieldErrors).toEqual({ orgNumber: 'UNKNOWN' });
  });

  test('keeps of a pasted key only what is public and needed', async () => {
    const { jwks } = await newKeyHolder();
    const made = await create({ authentication: 'PRIVATE_KEY_JWT', jwks: JSON.stringify(jwks) });
    expect(made.keyIds).toEqual(['firma-1']);
  });

  test('is made only by somebody who proved a short while ago who she is, and its making stands in the log', async () => {
    const { id } = await create({ name: 'Loggsystemet' });
    const logged = await rows(
      `select actor_id, new_values ->> 'name' as name from audit_log where table_name = 'machine_client' and row_id = $1`,
      [id],
    );
    expect(logged).toEqual([{ actor_id: desk.staff.admin, name: 'Loggsystemet' }]);
    later(6 * 60_000);
    expect(await admin.refused(MAKE, { input: { id, expectedVersion: 1 } })).toBe('STEP_UP_REQUIRED');
  });
});
