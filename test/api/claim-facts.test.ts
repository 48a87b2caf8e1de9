import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Application, createApplication } from '../support/application.factories.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createFirm, createPerson } from '../support/people.factories.ts';
import { startSandbox, type TestSandbox } from '../support/registers.ts';

const FACTS = 'askedAt facts { key agreement value }';
const READ = `query ApplicationFacts($caseId: EntityId!) { applicationFacts(caseId: $caseId) { ${FACTS} } }`;
const ASK = `mutation AskApplicationFacts($caseId: EntityId!) { askApplicationFacts(caseId: $caseId) { ${FACTS} } }`;

let desk: Desk;
let sandbox: TestSandbox;
let caseworker: Client;
beforeAll(async () => {
  sandbox = await startSandbox();
  desk = await startDesk({ registers: sandbox });
  caseworker = await desk.as('caseworker');
});
afterAll(async () => {
  await desk.stop();
  await sandbox.stop();
});

const HOME = { lines: ['Elvestadvegen 14'], postcode: '6790', city: 'Elvestad', country: 'NO' };

interface Couple extends Application {
  readonly wife: string;
  readonly owner: string;
  readonly orgNumber: string;
}

/** A wife who applies, and the man whose firm it is; the registers know nothing yet. */
async function couple(): Promise<Couple> {
  const [wife, owner] = [await createPerson(desk), await createPerson(desk)];
  const application = await createApplication(desk, { personId: wife.id });
  await desk.sql.query('update exception_application set related_person_id = $2 where id = $1', [
    application.id,
    owner.id,
  ]);
  const { rows } = await desk.sql.query('select org_number from organisation where id = $1', [
    application.firm.main,
  ]);
  return { ...application, wife: wife.nationalId, owner: owner.nationalId, orgNumber: rows[0].org_number };
}

function tellRegisters({ wife, owner, orgNumber }: Couple): void {
  const names = { first: 'Marit', middle: null, last: 'Elvestad' };
  sandbox.person(wife).is({ name: names, address: HOME, married: true, spouse: owner });
  sandbox.person(owner).is({ name: { ...names, first: 'Jon' }, address: HOME, married: true, spouse: wife });
  sandbox.firm(orgNumber).is({ name: 'Elvestad Maskin', form: 'ENK' }).role('INNH', owner);
}

const marks = ({ facts }: { facts: { key: string; agreement: string }[] }) =>
  Object.fromEntries(facts.map(({ key, agreement }) => [key, agreement]));

describe('the registers beside the claim', () => {
  test('agree when they are asked: owner, marriage, address and form', async () => {
    const about = await couple();
    const { caseId } = about;
    const before = marks((await caseworker.ask(READ, { caseId })).applicationFacts);
    expect(before).toMatchObject({ SPOUSE: 'UNKNOWN', OWNER: 'UNKNOWN', ADDRESS: 'UNKNOWN' });
    tellRegisters(about);
    const { askApplicationFacts } = await caseworker.ask(ASK, { caseId });
    expect(askApplicationFacts.askedAt).not.toBeNull();
    expect(marks(askApplicationFacts)).toMatchObject({
      ...{ OWNER: 'LIKE', SPOUSE: 'LIKE', ADDRESS: 'LIKE', FORM: 'LIKE', FIRM: 'LIKE', PERSON: 'LIKE' },
    });
  });

  test('disagree when she is married to somebody else and lives elsewhere', async () => {
    const about = await couple();
    tellRegisters(about);
    const other = await createPerson(desk);
    const elsewhere = { ...HOME, lines: ['Storgata 1'] };
    sandbox.person(about.wife).is({ spouse: other.nationalId, address: elsewhere });
    const { askApplicationFacts } = await caseworker.ask(ASK, { caseId: about.caseId });
    expect(marks(askApplicationFacts)).toMatchObject({
      OWNER: 'LIKE',
      SPOUSE: 'DIFFERS',
      ADDRESS: 'DIFFERS',
    });
  });

  test('never hold a protected person’s address, and are the leaders’ from then on', async () => {
    const about = await couple();
    tellRegisters(about);
    sandbox.person(about.owner).is({ protection: 'CODE_7' });
    expect(await caseworker.refused(ASK, { caseId: about.caseId })).toBe('NOT_FOUND');
    const { applicationFacts } = await (await desk.as('lead')).ask(READ, { caseId: about.caseId });
    expect(marks(applicationFacts)).toMatchObject({ ADDRESS: 'UNKNOWN', SPOUSE: 'LIKE' });
    const { rows } = await desk.sql.query(
      'select p.street from exception_application a join person p on p.id = a.related_person_id where a.id = $1',
      [about.id],
    );
    expect(rows).toEqual([{ street: null }]);
  });

  test('are asked once a minute at most', async () => {
    const about = await couple();
    tellRegisters(about);
    await caseworker.ask(ASK, { caseId: about.caseId });
    expect(await caseworker.refused(ASK, { caseId: about.caseId })).toBe('CHECKED_TOO_OFTEN');
  });

  test('are the authority’s to see: the issuer, and whoever is barred, cannot ask', async () => {
    const { caseId } = await couple();
    const agent = await desk.as('agent');
    expect(await agent.refused(READ, { caseId })).toBe('FORBIDDEN');
    expect(await agent.refused(ASK, { caseId })).toBe('FORBIDDEN');
    const auditor = await desk.as('auditor');
    expect((await auditor.ask(READ, { caseId })).applicationFacts.facts.length).toBeGreaterThan(5);
    expect(await auditor.refused(ASK, { caseId })).toBe('FORBIDDEN');
    await desk.sql.query(
      `insert into case_barred (organisation_id, case_id, staff_user_id, reason) values (2, $1, $2, 'FAMILY')`,
      [caseId, desk.staff.caseworker],
    );
    expect(await caseworker.refused(ASK, { caseId })).toBe('FORBIDDEN');
    expect(await caseworker.refused(READ, { caseId: '987654321' })).toBe('NOT_FOUND');
  });
});

describe('a firm that Enhetsregisteret is asked about again', () => {
  const REFRESH = 'mutation Refresh($input: RefreshFirmInput!) { refreshFirm(input: $input) }';
  const refreshed = async (orgNumber: string, who = caseworker) =>
    (await who.ask(REFRESH, { input: { orgNumber } })).refreshFirm;
  const free = (orgNumber: string) =>
    desk.sql.query('update organisation set refresh_asked_at = null where org_number = $1', [orgNumber]);
  const stored = async (orgNumber: string) =>
    (await desk.sql.query('select name, municipality from organisation where org_number = $1', [orgNumber]))
      .rows[0];
  const SVALBARD = {
    lines: ['Vei 500'],
    postcode: '9170',
    city: 'Longyearbyen',
    country: 'NO',
    municipality: '2100',
  };

  test('has the municipality of its address there, which is what Svalbard is told by', async () => {
    const firm = await createFirm(desk);
    const application = await createApplication(desk, { code: 'VAT_SVALBARD', firm });
    sandbox.firm(firm.mainOrgNumber).is({ name: 'Nordlys Bygg AS', address: SVALBARD });
    expect(await refreshed(firm.mainOrgNumber)).toBe('CHANGED');
    expect(await stored(firm.mainOrgNumber)).toEqual({ name: 'Nordlys Bygg AS', municipality: '2100' });
    const { applicationFacts } = await caseworker.ask(READ, { caseId: application.caseId });
    expect(marks(applicationFacts)).toMatchObject({ MUNICIPALITY: 'LIKE' });
  });

  test('is asked once a minute however many ask, and says whether anything is another than before', async () => {
    const firm = await createFirm(desk);
    const number = firm.mainOrgNumber;
    sandbox.firm(number).is({ name: 'Bygg AS', address: SVALBARD });
    const agent = await desk.as('agent');
    const both = await Promise.all([refreshed(number), refreshed(number, agent)]);
    expect(new Set(both)).toEqual(new Set(['ASKED_LATELY', 'CHANGED']));
    await free(number);
    expect(await refreshed(number)).toBe('SAME');
    await free(firm.unitOrgNumber);
    expect(['CHANGED', 'SAME']).toContain(await refreshed(firm.unitOrgNumber));
  });

  test('keeps what is known when the register is silent, and is not found when nobody knows it', async () => {
    const firm = await createFirm(desk);
    const before = await stored(firm.mainOrgNumber);
    sandbox.fail('enhetsregisteret', 'CUT');
    expect(await refreshed(firm.mainOrgNumber)).toBe('NO_ANSWER');
    sandbox.fail('enhetsregisteret', 'WELL');
    expect(await stored(firm.mainOrgNumber)).toEqual(before);
    expect(await caseworker.refused(REFRESH, { input: { orgNumber: '299999999' } })).toBe('NOT_FOUND');
    const finance = await desk.as('finance');
    expect(await finance.refused(REFRESH, { input: { orgNumber: firm.mainOrgNumber } })).toBe('FORBIDDEN');
  });
});
