/** The pages of the registers of approved firms, as support and the authority see them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApprovedFirm, createApprovedFirm, put } from '../support/approved-firms.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import type { StaffName } from '../support/staff.ts';

const LIST = `query List($register: ApprovalRegister!, $filter: ApprovedFirmFilter, $page: PageInput) {
  approvedFirms(register: $register, filter: $filter, page: $page) {
    rows { firm { orgNumber name } status since validTo lapsed county openCase { number } }
    pageInfo { endCursor startCursor hasNextPage hasPreviousPage } count { value exact } overview { county status firms } } }`;
const FIRM = `query Firm($orgNumber: ShortText!) { firm(orgNumber: $orgNumber) { coverage { register known covered underWay } approvals { status fromOn toOn } } }`;

let desk: Desk;
let agent: Client;
const firms: Record<string, ApprovedFirm> = {};
const NOW = new Date('2026-11-22T10:00:00Z');

async function firm(name: string, municipality: string | null): Promise<ApprovedFirm> {
  const made = await createApprovedFirm(desk, { name });
  await desk.sql.query('update organisation set municipality = $2 where id = $1', [made.id, municipality]);
  firms[name] = made;
  return made;
}

beforeAll(async () => {
  desk = await startDesk({ clock: { now: () => NOW }, env: { REQUEST_BUDGET: '0' } });
  agent = await desk.as('agent');
  const clean = await firm('Fjordblank Renhold AS', '4601');
  await put(desk, [clean, 'CLEANING_APPROVAL', 'APPLICATION_IN_PROGRESS'], '2026-01-02T08:00:00Z');
  await put(desk, [clean, 'CLEANING_APPROVAL', 'APPROVED_WITH_EMPLOYEES'], '2026-02-03T08:00:00Z');
  await put(
    desk,
    [await firm('Vaskebjørn AS', '0301'), 'CLEANING_APPROVAL', 'NOT_APPROVED'],
    '2026-03-04T08:00:00Z',
  );
  await put(
    desk,
    [await firm('Rent 100% AS', null), 'CLEANING_APPROVAL', 'APPLICATION_IN_PROGRESS'],
    '2026-04-05T08:00:00Z',
  );
  await put(
    desk,
    [await firm('Vikar AS', '0301'), 'STAFFING', 'APPROVED 2026-11-21'],
    '2025-11-22T08:00:00Z',
  );
});
afterAll(() => desk.stop());

const list = async (variables: Record<string, unknown>, who: Client = agent) =>
  (await who.ask(LIST, { register: 'CLEANING_APPROVAL', ...variables })).approvedFirms;
const names = (page: { rows: { firm: { name: string } }[] }) => page.rows.map(({ firm: { name } }) => name);

describe('a register of approved firms', () => {
  it('has each firm once, as it stands now, whoever changed last first, page by page both ways', async () => {
    const all = await list({});
    expect(names(all)).toEqual(['Rent 100% AS', 'Vaskebjørn AS', 'Fjordblank Renhold AS']);
    expect(all.rows[2]).toMatchObject({
      status: 'APPROVED_WITH_EMPLOYEES',
      since: '2026-02-03',
      county: '46',
    });
    const first = await list({ page: { first: 2 } });
    const next = await list({ page: { first: 2, after: first.pageInfo.endCursor } });
    expect([names(first).length, names(next)]).toEqual([2, ['Fjordblank Renhold AS']]);
    const back = await list({ page: { first: 2, before: next.pageInfo.startCursor } });
    expect(names(back)).toEqual(names(first));
  });

  it('counts by county and status, whatever of them is asked for; the list keeps to the filter', async () => {
    const oslo = await list({ filter: { county: '03', status: ['NOT_APPROVED'] } });
    expect(names(oslo)).toEqual(['Vaskebjørn AS']);
    expect(oslo.count).toEqual({ value: 1, exact: true });
    expect(oslo.overview).toEqual([
      { county: '03', status: 'NOT_APPROVED', firms: 1 },
      { county: '46', status: 'APPROVED_WITH_EMPLOYEES', firms: 1 },
      { county: null, status: 'APPLICATION_IN_PROGRESS', firms: 1 },
    ]);
    const wrong = await agent.send(LIST, { register: 'STAFFING', filter: { county: '0301' } });
    expect(wrong.errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('is searched by number and by part of a name; a percent sign is one', async () => {
    expect(names(await list({ filter: { text: firms['Vaskebjørn AS']?.orgNumber } }))).toEqual([
      'Vaskebjørn AS',
    ]);
    expect(names(await list({ filter: { text: 'blank' } }))).toEqual(['Fjordblank Renhold AS']);
    expect(names(await list({ filter: { text: '100%' } }))).toEqual(['Rent 100% AS']);
    expect(names(await list({ filter: { text: 'x' } }))).toEqual([]);
  });

  it('says of an agency whose year is over that it has lapsed', async () => {
    const { rows } = await list({ register: 'STAFFING' });
    expect(rows).toMatchObject([{ status: 'APPROVED', validTo: '2026-11-21', lapsed: true }]);
  });

  it('names the open case to the authority alone', async () => {
    const REGISTER = `mutation Register($input: RegisterApprovalInput!) { registerApproval(input: $input) { number } }`;
    const orgNumber = firms['Vaskebjørn AS']?.orgNumber;
    const about = { code: 'CLEANING_FIRM', channel: 'LETTER', receivedOn: '2026-11-20', language: 'nb' };
    const caseworker = await desk.as('caseworker');
    const { registerApproval } = await caseworker.ask(REGISTER, {
      input: { ...about, orgNumber, employees: 4, workers: 3 },
    });
    const seen = async (who: Client) => (await list({ filter: { text: orgNumber } }, who)).rows[0].openCase;
    expect(await seen(caseworker)).toEqual({ number: registerApproval.number });
    expect(await seen(agent)).toBeNull();
  });

  it.each<StaffName>(['finance', 'admin'])('is not for %s', async name => {
    const answer = await (await desk.as(name)).send(LIST, { register: 'STAFFING' });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('the firm’s page has its statuses from–to, and how many have cards', async () => {
    const orgNumber = firms['Fjordblank Renhold AS']?.orgNumber;
    const { firm: page } = await agent.ask(FIRM, { orgNumber });
    expect(page.coverage).toEqual([{ register: 'CLEANING_APPROVAL', known: 0, covered: 0, underWay: 0 }]);
    expect(page.approvals).toEqual([
      { status: 'APPROVED_WITH_EMPLOYEES', fromOn: '2026-02-03', toOn: null },
      { status: 'APPLICATION_IN_PROGRESS', fromOn: '2026-01-02', toOn: '2026-02-03' },
    ]);
  });
});
