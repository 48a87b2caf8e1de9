import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCard } from '../support/card.factories.ts';
import type { Client } from '../support/client.ts';
import { inDays } from '../support/days.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createFirm, createOrderItem, createPerson, type Firm } from '../support/factories.ts';
import { insert } from '../support/insert.ts';

const FIRM = `query Firm($orgNumber: ShortText!) { firm(orgNumber: $orgNumber) { id name status mainUnit { orgNumber } units { name } unitCount { value }
  roles { code holderName orders } delegations { id personName grantedByName state revocable version } approvals { register status }
  cases { number personName } openCases { value } cards { value } ordersUnderWay { value } } }`;
const EMPLOYEES = `query FirmEmployees($orgNumber: ShortText!, $page: PageInput) { firmEmployees(orgNumber: $orgNumber, page: $page) {
  rows { personName card { number } } pageInfo { hasNextPage endCursor } count { value exact } } }`;
const REVOKE = `mutation RevokeDelegation($input: RevokeDelegationInput!) { revokeDelegation(input: $input) { delegations { state revocable } } }`;

let desk: Desk;
let agent: Client;
let firm: Firm;
let delegationId: string;
beforeAll(async () => {
  desk = await startDesk();
  agent = await desk.as('agent');
  firm = await createFirm(desk, { name: 'Sidebygg' });
  const manager = await createPerson(desk, { givenName: 'Mona', familyName: 'Leder' });
  const delegate = await createPerson(desk, { givenName: 'Dag', familyName: 'Delegert' });
  const refreshed_at = new Date();
  const of = { organisation_id: 1 };
  const role = { firm_id: firm.main, refreshed_at };
  await insert(desk, 'firm_role', {
    ...role,
    code: 'DAGL',
    person_id: manager.id,
    holder_name: 'Mona Leder',
  });
  await insert(desk, 'firm_role', { ...role, code: 'MEDL', holder_name: 'Britt Medlem' });
  delegationId = await insert(desk, 'delegation', {
    ...{ ...of, firm_id: firm.main, person_id: delegate.id, granted_by_id: manager.id, from_on: inDays(-3) },
  });
  await insert(desk, 'firm_approval', {
    ...{ firm_id: firm.main, register: 'CLEANING_APPROVAL', status: 'APPROVED_WITH_EMPLOYEES' },
    ...{ from_at: `${inDays(-30)}T12:00:00Z`, cause: 'TAKEN_OVER' },
  });
  await createCase(desk, { orderItem: await createOrderItem(desk, { firm }) });
  for (const name of ['Anna', 'Bjørn', 'Cecilie']) {
    const person = await createPerson(desk, { givenName: name, familyName: 'Ansatt' });
    await insert(desk, 'employment', {
      ...{ ...of, person_id: person.id, unit_id: firm.unit, main_unit_id: firm.main, source: 'AA' },
      ...{ kind: 'ordinaert', start_on: '2020-01-01', refreshed_at },
    });
    if (name === 'Bjørn') await createCard(desk, { firm, personId: person.id });
  }
  const gone = await createPerson(desk, { givenName: 'Else', familyName: 'Sluttet' });
  await insert(desk, 'employment', {
    ...{ ...of, person_id: gone.id, unit_id: firm.unit, main_unit_id: firm.main, source: 'AA' },
    ...{ kind: 'ordinaert', start_on: '2020-01-01', end_on: inDays(-1), refreshed_at },
  });
});
afterAll(() => desk.stop());

const read = async (client: Client, orgNumber = firm.mainOrgNumber) =>
  (await client.ask(FIRM, { orgNumber })).firm;

describe('the firm page', () => {
  test('shows who may order: roles by the setting of today, and delegations with who gave them', async () => {
    const { roles, delegations, approvals } = await read(agent);
    expect(roles).toEqual([
      { code: 'DAGL', holderName: 'Mona Leder', orders: true },
      { code: 'MEDL', holderName: 'Britt Medlem', orders: false },
    ]);
    expect(delegations).toMatchObject([
      { personName: 'Dag Delegert', grantedByName: 'Mona Leder', state: 'HOLDS', revocable: false },
    ]);
    expect(approvals).toEqual([{ register: 'CLEANING_APPROVAL', status: 'APPROVED_WITH_EMPLOYEES' }]);
  });

  test('counts cards, orders under way and open cases, and leads from a sub-unit to its main unit', async () => {
    const page = await read(agent);
    expect(page).toMatchObject({ unitCount: { value: 1 }, openCases: { value: 1 } });
    expect(page).toMatchObject({ cards: { value: 1 }, ordersUnderWay: { value: 1 } });
    expect((await read(agent, firm.unitOrgNumber)).mainUnit).toEqual({ orgNumber: firm.mainOrgNumber });
  });

  test('lists who works there today by name, page by page, each with her card', async () => {
    const ask = async (page: object) =>
      (await agent.ask(EMPLOYEES, { orgNumber: firm.mainOrgNumber, page })).firmEmployees;
    const first = await ask({ first: 2 });
    expect(first.rows.map((row: { personName: string }) => row.personName)).toEqual([
      'Anna Ansatt',
      'Bjørn Ansatt',
    ]);
    expect(first.rows[1].card.number).toMatch(/^\d{10}$/);
    expect(first.count).toEqual({ value: 3, exact: true });
    const next = await ask({ first: 2, after: first.pageInfo.endCursor });
    expect(next.rows.map((row: { personName: string }) => row.personName)).toEqual(['Cecilie Ansatt']);
  });

  test('is open to the authority as the register is, without what belongs to the issuer', async () => {
    const page = await read(await desk.as('caseworker'));
    expect(page).toMatchObject({
      name: 'Sidebygg AS',
      roles: [],
      delegations: [],
      cases: [],
      cards: { value: 0 },
    });
  });

  test('never names a protected person, neither among the roles', async () => {
    const other = await createFirm(desk);
    const hidden = await createPerson(desk, { restricted: true });
    await insert(desk, 'firm_role', {
      ...{ firm_id: other.main, code: 'LEDE', person_id: hidden.id, holder_name: 'Skjult Person' },
      refreshed_at: new Date(),
    });
    expect((await read(agent, other.mainOrgNumber)).roles).toEqual([]);
  });

  test('a delegation is revoked by a senior agent, at once and once', async () => {
    const input = { id: delegationId, expectedVersion: 1, reason: 'ROLE_HOLDER_ASKED' };
    expect(await agent.refused(REVOKE, { input })).toBe('FORBIDDEN');
    const senior = await desk.as('senior');
    expect((await senior.ask(REVOKE, { input })).revokeDelegation.delegations).toEqual([
      { state: 'REVOKED', revocable: false },
    ]);
    expect(await senior.refused(REVOKE, { input: { ...input, expectedVersion: 2 } })).toBe(
      'ACTION_NOT_AVAILABLE',
    );
  });
});
