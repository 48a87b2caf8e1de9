import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { emailOf } from '../support/staff.ts';

const RESET = `mutation Reset($id: EntityId!, $expectedVersion: Int!) {
  resetStaffPassword(id: $id, expectedVersion: $expectedVersion) { oneTimePassword user { name } }
}`;
const USER = 'id name email roles active version organisation { id kind name } lastGrant { id }';
const CREATE = `mutation CreateStaff($input: CreateStaffInput!) { createStaff(input: $input) { user { ${USER} } oneTimePassword } }`;
const UPDATE = `mutation UpdateStaff($input: UpdateStaffInput!) { updateStaff(input: $input) { ${USER} } }`;
const SIGN_IN =
  'mutation SignIn($email: ShortText!, $password: ShortText!) { signIn(email: $email, password: $password) { name } }';
const CHANGE =
  'mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { name } }';
const APPROVE = `mutation ApproveStaffGrant($input: StaffGrantInput!) { approveStaffGrant(input: $input) { ${USER} } }`;
const NEW = { name: 'Kaja Ruud', email: 'Kaja.Ruud@test.example', organisationId: '1', roles: ['AGENT'] };

let desk: Desk;
let admin: Client;
let deputy: Client;
beforeAll(async () => {
  desk = await startDesk();
  admin = await desk.as('admin');
  deputy = await desk.as('deputy');
});
afterAll(() => desk.stop());

const approve = async ({ lastGrant, version }: { lastGrant: { id: string }; version: number }) =>
  (await deputy.ask(APPROVE, { input: { id: lastGrant.id, expectedVersion: version } })).approveStaffGrant;

const faults = async (client: Client, query: string, input: object) =>
  (await client.send(query, { input })).errors?.[0]?.extensions;

describe('a new member of staff', () => {
  test('gets a one-time password that must be changed at once, and the change names the administrator', async () => {
    const { createStaff } = await admin.ask(CREATE, { input: NEW });
    expect(createStaff.user).toMatchObject({
      name: 'Kaja Ruud',
      email: 'kaja.ruud@test.example',
      roles: [],
      active: false,
      organisation: { id: '1', kind: 'ISSUER' },
    });
    expect(createStaff.oneTimePassword).toMatch(/^[a-z2-9+]{4}(-[a-z2-9+]{4}){3}$/);
    const oneTime = { email: NEW.email, password: createStaff.oneTimePassword };
    expect(await desk.anonymous().refused(SIGN_IN, oneTime)).toBe('SIGN_IN_FAILED');
    expect(await approve(createStaff.user)).toMatchObject({ roles: ['AGENT'], active: true });
    expect(await desk.anonymous().refused(SIGN_IN, oneTime)).toBe('PASSWORD_CHANGE_REQUIRED');
    const kaja = desk.anonymous();
    const { changePassword } = await kaja.ask(CHANGE, {
      input: { ...oneTime, newPassword: 'en-lang-tur-i-fjellet' },
    });
    expect(changePassword.name).toBe('Kaja Ruud');
    expect((await kaja.ask('{ me { name } }')).me.name).toBe('Kaja Ruud');
    expect(await desk.anonymous().refused(SIGN_IN, oneTime)).toBe('SIGN_IN_FAILED');
    const { rows } = await desk.sql.query(
      `select actor_id, operation, session_id is not null as session, request_id is not null as request, new_values::text as values
        from audit_log where table_name in ('staff_user', 'staff_password') and operation like 'CreateStaff%' order by id`,
    );
    expect(rows).toHaveLength(2);
    for (const row of rows)
      expect(row).toMatchObject({
        actor_id: desk.staff.admin,
        operation: 'CreateStaff INSERT',
        session: true,
        request: true,
      });
    expect(JSON.stringify(rows)).not.toContain('argon2id');
  });

  test('each field at fault is named, and an address is used once', async () => {
    const fault = await faults(admin, CREATE, { ...NEW, name: ' ', email: 'kaja', roles: ['CASEWORKER'] });
    expect(fault).toMatchObject({
      code: 'VALIDATION_FAILED',
      fieldErrors: { name: 'REQUIRED', email: 'EMAIL_INVALID', roles: 'ROLES_WRONG_ORGANISATION' },
    });
    const unknown = await faults(admin, CREATE, { ...NEW, email: 'ny@test.example', organisationId: '9' });
    expect(unknown?.fieldErrors).toEqual({ organisationId: 'UNKNOWN' });
    const taken = await faults(admin, CREATE, { ...NEW, email: emailOf('agent').toUpperCase() });
    expect(taken).toMatchObject({ code: 'VALIDATION_FAILED', fieldErrors: { email: 'TAKEN' } });
  });
});

describe('changing staff', () => {
  const get = async (name: 'colleague' | 'lead' | 'finance' | 'admin' | 'auditor') =>
    (
      await admin.ask(`query StaffUser($id: EntityId!) { staffUser(id: $id) { ${USER} } }`, {
        id: desk.staff[name],
      })
    ).staffUser;

  test('new roles hold from the next request', async () => {
    const finance = await desk.as('finance');
    const { id, name, version } = await get('finance');
    const input = { id, expectedVersion: version, name, roles: ['FINANCE', 'ADMIN'], active: true };
    const { updateStaff } = await admin.ask(UPDATE, { input });
    expect(updateStaff).toMatchObject({ roles: ['FINANCE'], version });
    expect((await finance.ask('{ me { roles } }')).me.roles).toEqual(['FINANCE']);
    expect(await approve(updateStaff)).toMatchObject({ roles: ['FINANCE', 'ADMIN'], version: version + 1 });
    expect((await finance.ask('{ me { roles } }')).me.roles).toEqual(['FINANCE', 'ADMIN']);
    await admin.ask(UPDATE, { input: { ...input, expectedVersion: version + 1, roles: ['FINANCE'] } });
    expect(await finance.refused('{ staffOrganisations { id } }')).toBe('FORBIDDEN');
  });

  test('a change based on an older version is refused and nothing is lost', async () => {
    const { id, version } = await get('lead');
    const input = {
      id,
      expectedVersion: version,
      name: 'Henrik Aase',
      roles: ['CASEWORKER_LEAD'],
      active: true,
    };
    await admin.ask(UPDATE, { input });
    const fault = await faults(admin, UPDATE, { ...input, name: 'Henrik Aas' });
    expect(fault).toMatchObject({ code: 'STALE', params: { current: version + 1 } });
    expect((await get('lead')).name).toBe('Henrik Aase');
  });

  test('who is made inactive is signed out everywhere and stays out', async () => {
    const colleague = await desk.as('colleague');
    const { id, name, roles, version } = await get('colleague');
    await admin.ask(UPDATE, { input: { id, expectedVersion: version, name, roles, active: false } });
    expect((await colleague.ask('{ me { name } }')).me).toBeNull();
    const { rows } = await desk.sql.query(
      'select count(*)::int as n from staff_session where staff_user_id = $1 and ended_at is null',
      [id],
    );
    expect(rows[0].n).toBe(0);
    expect(
      await desk.anonymous().refused('mutation S($email: ShortText!) { signInDemo(email: $email) { id } }', {
        email: emailOf('colleague'),
      }),
    ).toBe('NOT_FOUND');
  });

  test('nobody changes her own rights, password or sessions here', async () => {
    const { id, name, version } = await get('admin');
    const input = { id, expectedVersion: version, name, roles: ['ADMIN', 'FINANCE'], active: true };
    expect(await admin.refused(UPDATE, { input })).toBe('FORBIDDEN');
    expect(await admin.refused('mutation E($id: EntityId!) { endStaffSessions(id: $id) }', { id })).toBe(
      'FORBIDDEN',
    );
    expect(await admin.refused(RESET, { id, expectedVersion: version })).toBe('FORBIDDEN');
    expect((await get('admin')).roles).toEqual(['ADMIN']);
  });

  test('ending sessions signs a person out; a new password replaces the old one', async () => {
    const auditor = await desk.as('auditor');
    const id = desk.staff.auditor;
    const ended = await admin.ask('mutation E($id: EntityId!) { endStaffSessions(id: $id) }', { id });
    expect(ended.endStaffSessions).toBe(1);
    expect((await auditor.ask('{ me { name } }')).me).toBeNull();
    const { version } = await get('auditor');
    expect(await admin.refused(RESET, { id, expectedVersion: version - 1 })).toBe('STALE');
    const { resetStaffPassword } = await admin.ask(RESET, { id, expectedVersion: version });
    const password = resetStaffPassword.oneTimePassword;
    const signIn = (given: string) =>
      desk.anonymous().send(SIGN_IN, { email: emailOf('auditor'), password: given });
    expect((await signIn('riktig-hest-batteri')).errors?.[0]?.extensions.code).toBe('SIGN_IN_FAILED');
    expect((await signIn(password)).errors?.[0]?.extensions.code).toBe('PASSWORD_CHANGE_REQUIRED');
  });

  test('an id nobody has is not found', async () => {
    const id = '999999999';
    expect(await admin.refused('query Q($id: EntityId!) { staffUser(id: $id) { id } }', { id })).toBe(
      'NOT_FOUND',
    );
    expect(await admin.refused('mutation E($id: EntityId!) { endStaffSessions(id: $id) }', { id })).toBe(
      'NOT_FOUND',
    );
  });
});

describe('the list of staff', () => {
  const LIST = `query StaffUsers($filter: StaffFilter, $page: PageInput) { staffUsers(filter: $filter, page: $page) {
    rows { name active } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } count { value exact } } }`;
  const names = (page: { rows: { name: string }[] }) => page.rows.map(row => row.name);

  test('finds by text, role and state; wildcards are ordinary characters', async () => {
    const find = async (filter: object) => names((await admin.ask(LIST, { filter })).staffUsers);
    expect(await find({ text: 'krog' })).toEqual(['Stine Krog']);
    expect(await find({ role: 'CASEWORKER' })).toEqual(['Tuva Myhre']);
    expect(await find({ active: false })).toEqual(['Jonas Berg']);
    expect(await find({ text: '%' })).toEqual([]);
    expect(await find({ text: '_' })).toEqual([]);
  });

  test('goes forwards and back through pages in the same order', async () => {
    const all = names((await admin.ask(LIST)).staffUsers);
    const first = (await admin.ask(LIST, { page: { first: 3 } })).staffUsers;
    const second = (await admin.ask(LIST, { page: { first: 3, after: first.pageInfo.endCursor } }))
      .staffUsers;
    const back = (await admin.ask(LIST, { page: { first: 3, before: second.pageInfo.startCursor } }))
      .staffUsers;
    expect([...names(first), ...names(second)]).toEqual(all.slice(0, 6));
    expect(names(back)).toEqual(names(first));
    expect(back.pageInfo.hasPreviousPage).toBe(false);
    expect(first.count).toEqual({ value: all.length, exact: true });
  });

  test('is for the administrator only', async () => {
    expect(await (await desk.as('senior')).refused(LIST)).toBe('FORBIDDEN');
    expect(await (await desk.as('senior')).refused(CREATE, { input: NEW })).toBe('FORBIDDEN');
  });
});
