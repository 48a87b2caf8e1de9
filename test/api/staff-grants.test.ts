import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { next } from '../support/insert.ts';
import { emailOf } from '../support/staff.ts';

const GRANT =
  'lastGrant { id roles activates outcome reason allowedActions proposedBy { name } decidedBy { name } }';
const USER = `id name roles active version ${GRANT}`;
const ONE = `query StaffUser($id: EntityId!) { staffUser(id: $id) { ${USER} } }`;
const CREATE = `mutation CreateStaff($input: CreateStaffInput!) { createStaff(input: $input) { user { ${USER} } } }`;
const UPDATE = `mutation UpdateStaff($input: UpdateStaffInput!) { updateStaff(input: $input) { ${USER} } }`;
const decide = (name: string, input = 'StaffGrantInput') =>
  `mutation Decide($input: ${input}!) { ${name}(input: $input) { ${USER} } }`;
const APPROVE = decide('approveStaffGrant');
const REJECT = decide('rejectStaffGrant', 'RejectStaffGrantInput');
const WITHDRAW = decide('withdrawStaffGrant');

interface Person {
  id: string;
  name: string;
  roles: string[];
  active: boolean;
  version: number;
  lastGrant: { id: string } | null;
}

let desk: Desk;
let admin: Client;
let deputy: Client;
/** An agent for whom `admin` has proposed FINANCE. */
let waiting: Person;
beforeAll(async () => {
  desk = await startDesk();
  [admin, deputy] = [await desk.as('admin'), await desk.as('deputy')];
});
afterAll(() => desk.stop());

async function person(roles = ['AGENT'], active = true): Promise<Person> {
  const { rows } = await desk.sql.query(
    `insert into staff_user (organisation_id, name, email, roles, active) values (1, 'Kaja Ruud', $1, $2, $3) returning id`,
    [`kaja${next()}@test.example`, roles, active],
  );
  return (await admin.ask(ONE, { id: rows[0].id })).staffUser;
}

const change = ({ id, version, name, roles, active }: Person, to: Partial<Person>) => ({
  input: { id, expectedVersion: version, name, roles, active, ...to },
});
const about = ({ version, lastGrant }: Person) => ({
  input: { id: lastGrant?.id, expectedVersion: version },
});
const rejected = (of: Person, reason = 'Hun slutter fredag') => ({
  input: { ...about(of).input, reason },
});
const now = async ({ id }: Person): Promise<Person> => (await admin.ask(ONE, { id })).staffUser;

beforeEach(async () => {
  const agent = await person();
  waiting = (await admin.ask(UPDATE, change(agent, { roles: ['AGENT', 'FINANCE'] }))).updateStaff;
});

describe('what gives rights is only proposed', () => {
  test('a new person has no role and cannot sign in, and the proposal says who made it', async () => {
    const input = { name: 'Nina Ny', email: 'nina@test.example', organisationId: '1', roles: ['AGENT'] };
    const { user } = (await admin.ask(CREATE, { input })).createStaff;
    expect(user).toMatchObject({ roles: [], active: false });
    expect(user.lastGrant).toMatchObject({
      roles: ['AGENT'],
      activates: true,
      outcome: null,
      proposedBy: { name: 'Astrid Jakobsen' },
      decidedBy: null,
      allowedActions: ['WITHDRAW'],
    });
  });

  test('a role more waits; name and roles taken away hold at once', async () => {
    const both = await person(['AGENT', 'FINANCE']);
    const to = { name: 'Kaja Lie', roles: ['AGENT', 'SENIOR_AGENT'] };
    const { updateStaff } = await admin.ask(UPDATE, change(both, to));
    expect(updateStaff).toMatchObject({ name: 'Kaja Lie', roles: ['AGENT'], active: true });
    expect(updateStaff.lastGrant).toMatchObject({ roles: ['SENIOR_AGENT'], activates: false });
  });

  test('letting somebody in again waits with all her roles, though she had them before', async () => {
    const gone = await person(['AGENT'], false);
    const { updateStaff } = await admin.ask(UPDATE, change(gone, { active: true }));
    expect(updateStaff).toMatchObject({ active: false, lastGrant: { roles: ['AGENT'], activates: true } });
    const { approveStaffGrant } = await deputy.ask(APPROVE, about(updateStaff));
    expect(approveStaffGrant).toMatchObject({ active: true, roles: ['AGENT'] });
  });

  test('shutting somebody out waits for nobody', async () => {
    expect((await admin.ask(UPDATE, change(waiting, { active: false }))).updateStaff.active).toBe(false);
  });

  test('one proposal at a time: a second one is refused, other changes are not', async () => {
    const more = change(waiting, { roles: ['AGENT', 'SENIOR_AGENT'] });
    expect(await deputy.refused(UPDATE, more)).toBe('GRANT_PENDING');
    expect((await deputy.ask(UPDATE, change(waiting, { name: 'Kaja Moe' }))).updateStaff.name).toBe(
      'Kaja Moe',
    );
  });

  test('a sign-in that is too old neither proposes nor approves', async () => {
    const [old, oldDeputy] = [await desk.as('admin'), await desk.as('deputy')];
    await desk.sql.query(
      `update staff_session set auth_at = auth_at - interval '1 day' where id in
       (select max(id) from staff_session where staff_user_id in ($1, $2) group by staff_user_id)`,
      [desk.staff.admin, desk.staff.deputy],
    );
    const to = change(await person(), { roles: ['AGENT', 'FINANCE'] });
    // What the server remembers of a session lasts a second.
    await wait(1_050);
    expect(await old.refused(UPDATE, to)).toBe('STEP_UP_REQUIRED');
    expect(await oldDeputy.refused(APPROVE, about(waiting))).toBe('STEP_UP_REQUIRED');
  });
});

describe('the second administrator', () => {
  test('has it in the menu and on the list of what waits; the first one has nothing to approve', async () => {
    const LIST =
      'query StaffUsers($filter: StaffFilter) { staffUsers(filter: $filter) { rows { id lastGrant { outcome } } } }';
    const { rows } = (await deputy.ask(LIST, { filter: { waiting: true } })).staffUsers;
    expect(rows).toContainEqual({ id: waiting.id, lastGrant: { outcome: null } });
    expect(rows.every((row: Person) => row.lastGrant)).toBe(true);
    const others = (await deputy.ask(LIST, { filter: { waiting: false } })).staffUsers.rows;
    expect(others.map((row: Person) => row.id)).not.toContain(waiting.id);
    const count = async (client: Client) =>
      (await client.ask('{ menuCounts { staffGrants } }')).menuCounts.staffGrants;
    expect(await count(deputy)).toBeGreaterThan(0);
    expect(await count(admin)).toBe(0);
    expect(await count(await desk.as('agent'))).toBeNull();
  });

  test('approves, and the rights are there at the person’s next request', async () => {
    const colleague = await desk.as('colleague');
    const before = (await admin.ask(ONE, { id: desk.staff.colleague })).staffUser;
    const to = change(before, { roles: ['AGENT', 'ADMIN'] });
    const proposed: Person = (await admin.ask(UPDATE, to)).updateStaff;
    expect(await colleague.refused('{ staffOrganisations { id } }')).toBe('FORBIDDEN');
    const seen = (await deputy.ask(ONE, { id: before.id })).staffUser;
    expect(seen.lastGrant.allowedActions).toEqual(['APPROVE', 'REJECT']);
    const { approveStaffGrant } = await deputy.ask(APPROVE, about(proposed));
    expect(approveStaffGrant).toMatchObject({
      roles: ['AGENT', 'ADMIN'],
      lastGrant: { outcome: 'APPROVED', decidedBy: { name: 'Vidar Lunde' }, allowedActions: [] },
    });
    expect((await colleague.ask('{ staffOrganisations { id } }')).staffOrganisations).toHaveLength(2);
    const { rows } = await desk.sql.query(
      `select actor_id from audit_log where table_name = 'staff_grant' and row_id = $1 order by id`,
      [proposed.lastGrant?.id],
    );
    expect(rows).toEqual([{ actor_id: desk.staff.admin }, { actor_id: desk.staff.deputy }]);
  });

  test('is never whoever proposed it', async () => {
    expect(await admin.refused(APPROVE, about(waiting))).toBe('FORBIDDEN');
    expect(await admin.refused(REJECT, rejected(waiting))).toBe('FORBIDDEN');
    expect((await now(waiting)).roles).toEqual(['AGENT']);
  });

  test('is never the person it is for', async () => {
    const self = (await admin.ask(ONE, { id: desk.staff.deputy })).staffUser;
    const to = change(self, { roles: ['ADMIN', 'AUDITOR'] });
    const proposed: Person = (await admin.ask(UPDATE, to)).updateStaff;
    const { lastGrant } = (await deputy.ask(ONE, { id: self.id })).staffUser;
    expect(lastGrant.allowedActions).toEqual([]);
    for (const [call, given] of [
      [APPROVE, about(proposed)],
      [REJECT, rejected(proposed)],
      [WITHDRAW, about(proposed)],
    ] as const)
      expect(await deputy.refused(call, given)).toBe('FORBIDDEN');
    expect((await deputy.ask('{ me { roles } }')).me.roles).toEqual(['ADMIN']);
    await admin.ask(WITHDRAW, about(proposed));
  });

  test('says why when rejecting, and nothing is left to approve', async () => {
    const empty = await deputy.send(REJECT, rejected(waiting, ' '));
    expect(empty.errors?.[0]?.extensions.fieldErrors).toEqual({ reason: 'REQUIRED' });
    const { rejectStaffGrant } = await deputy.ask(REJECT, rejected(waiting));
    expect(rejectStaffGrant).toMatchObject({
      roles: ['AGENT'],
      lastGrant: { outcome: 'REJECTED', reason: 'Hun slutter fredag', decidedBy: { name: 'Vidar Lunde' } },
    });
    expect(await deputy.refused(APPROVE, about(waiting))).toBe('GRANT_DECIDED');
    expect((await now(waiting)).roles).toEqual(['AGENT']);
  });

  test('comes too late when it was taken back, which only the proposer may do', async () => {
    expect(await deputy.refused(WITHDRAW, about(waiting))).toBe('FORBIDDEN');
    await admin.ask(WITHDRAW, about(waiting));
    expect(await deputy.refused(APPROVE, about(waiting))).toBe('GRANT_DECIDED');
    expect(await now(waiting)).toMatchObject({ roles: ['AGENT'], lastGrant: { outcome: 'WITHDRAWN' } });
  });

  test('decides about the person as she is now: changed meanwhile, it must be looked at again', async () => {
    await admin.ask(UPDATE, change(waiting, { name: 'Kaja Moe' }));
    expect(await deputy.refused(APPROVE, about(waiting))).toBe('STALE');
    expect((await deputy.ask(APPROVE, about(await now(waiting)))).approveStaffGrant.name).toBe('Kaja Moe');
  });

  test('is one of two who press at once; the other is told', async () => {
    const third = await desk.sql.query(
      `update staff_user set roles = '{ADMIN}' where email = $1 returning id`,
      [emailOf('lead')],
    );
    expect(third.rowCount).toBe(1);
    const other = await desk.as('lead');
    const answers = await Promise.all([
      deputy.send(APPROVE, about(waiting)),
      other.send(APPROVE, about(waiting)),
    ]);
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'DATA');
    expect(codes.sort()).toEqual(['DATA', 'GRANT_DECIDED']);
    expect(await now(waiting)).toMatchObject({ roles: ['AGENT', 'FINANCE'], version: waiting.version + 1 });
  });
});

describe('the database itself', () => {
  const approval = `update staff_grant set outcome = 'APPROVED', decided_at = now(), decided_by =`;

  test('takes no approval by the person herself, and no rewriting of what was proposed', async () => {
    const { id } = waiting.lastGrant ?? {};
    await expect(desk.sql.query(`${approval} staff_user_id where id = $1`, [id])).rejects.toThrow(
      'violates check constraint',
    );
    await expect(desk.sql.query(`${approval} proposed_by where id = $1`, [id])).rejects.toThrow(
      'violates check constraint',
    );
    const { rows } = await desk.sql.query(
      `select has_column_privilege('desk_app', 'staff_grant', 'roles', 'update') as roles,
        has_column_privilege('desk_app', 'staff_grant', 'proposed_by', 'update') as by,
        has_column_privilege('desk_app', 'staff_grant', 'outcome', 'update') as outcome`,
    );
    expect(rows).toEqual([{ roles: false, by: false, outcome: true }]);
  });
});
