import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXCEPTIONS } from '../../server/src/features/exception-catalogue/exception.catalogue.ts';
import {
  type Application,
  createApplication,
  createDecision,
  createDocument,
  createEntry,
} from '../support/application.factories.ts';
import { createCard } from '../support/card.factories.ts';
import type { Client } from '../support/client.ts';
import { inDays } from '../support/days.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createFirm, createOrderItem, createPerson, type OrderItem } from '../support/factories.ts';
import { createCheck } from '../support/order.factories.ts';
import { syntheticNationalId } from '../support/people.factories.ts';

const DETAIL = `query Detail($caseId: EntityId!) { applicationDetail(caseId: $caseId) { id number code register status channel channelAllowed
  version registrar mayHandOver contactName claims { vatProvision } newFirm
  person { name maskedNationalId birthDate } related { name } firm { orgNumber form sectorCode registeredOn } rule { code name { nb } fourEyesOn }
  checklist { key met by missing { kinds } label { nb } } proposedValidity { from to whileRole by }
  waitingOrders { number line outcome } entries { fromOn toOn } decisions { outcome decidedBy { name } approvedBy { name } validTo replacesId digest } } }`;
const LIST = `query List($filter: ApplicationFilter, $page: PageInput) { applications(filter: $filter, page: $page, withCount: true) {
  rows { id number code status personName dueOn mayHandOver firm { name } } pageInfo { hasNextPage endCursor } count { value exact } } }`;
const OPTIONS = `query Options($id: EntityId!) { applicationOptions(orderItemId: $id) { orderNumber person { name maskedNationalId } firm { orgNumber }
  proposals { code ruledOut } earlier { number status } } }`;
const PRECEDENTS = `query Precedents($id: EntityId!) { precedents(applicationId: $id) { number code outcome decidedOn alike grounds { code version label { nb } } } }`;
const REGISTER = `mutation Register($input: RegisterApplicationInput!) { registerApplication(input: $input) { id caseId number } }`;
const HAND_OVER = `mutation HandOver($input: HandOverApplicationInput!) { handOverApplication(input: $input) { caseId number } }`;

let desk: Desk;
let agent: Client;
let caseworker: Client;
let lead: Client;
beforeAll(async () => {
  desk = await startDesk();
  [agent, caseworker, lead] = await Promise.all([desk.as('agent'), desk.as('caseworker'), desk.as('lead')]);
});
afterAll(() => desk.stop());

const read = async (client: Client, { caseId }: Pick<Application, 'caseId'>) =>
  (await client.ask(DETAIL, { caseId })).applicationDetail;
const list = async (client: Client, filter: object = {}, page: object = { first: 25 }) =>
  (await client.ask(LIST, { filter, page })).applications;
const refusedByAa = ({ id: itemId, personId, firm }: OrderItem) =>
  createCheck(
    desk,
    { itemId, personId, firmId: firm.main, at: new Date() },
    { register: 'AA', outcome: 'REJECTED', reason: 'AA_NOT_REGISTERED' },
  );
const numbers = (page: { rows: { number: string }[] }) => page.rows.map(({ number }) => number);

describe('one application', () => {
  test('has a checklist that says which paper meets what, and what is missing', async () => {
    const application = await createApplication(desk);
    const before = await read(caseworker, application);
    expect(before.checklist).toMatchObject([
      { key: 'PERSON', met: true, by: [] },
      { key: 'FIRM', met: true, by: [] },
      {
        ...{ key: 'MARRIAGE', met: false },
        missing: [{ kinds: ['MARRIAGE_CERTIFICATE'] }, { kinds: ['JOINT_TAX_RETURN'] }],
      },
    ]);
    const paper = await createDocument(desk, application);
    const after = await read(caseworker, application);
    expect(after.checklist[2]).toMatchObject({ met: true, by: [paper.id], missing: [] });
    expect(after.version).toBe(before.version + 1);
    await desk.sql.query(
      "update case_document set struck_by = $2, struck_at = now(), struck_reason = 'Feil person' where id = $1",
      [paper.id, desk.staff.caseworker],
    );
    expect((await read(caseworker, application)).checklist[2].met).toBe(false);
  });

  test('is judged by the rule of the day it came in, whatever has changed since', async () => {
    const newer = {
      ...EXCEPTIONS.VAT_UNDER_50K_NEW,
      name: { nb: 'Nytt navn', nn: 'Nytt namn', en: 'New name' },
    };
    await desk.sql.query(
      `insert into exception_rule (code, body, valid_from, grounds, proposed_by, proposed_at, approved_by, approved_at)
       values ('VAT_UNDER_50K_NEW', $1, '2026-11-18', 'Prøve', $2, '2026-11-02', $3, '2026-11-03')`,
      [newer, desk.staff.lead, desk.staff.admin],
    );
    const application = await createApplication(desk, {
      code: 'VAT_UNDER_50K_NEW',
      receivedOn: '2026-11-17',
    });
    const later = await createApplication(desk, { code: 'VAT_UNDER_50K_NEW', receivedOn: '2026-11-18' });
    expect((await read(caseworker, later)).rule.name.nb).toBe('Nytt navn');
    const detail = await read(caseworker, application);
    expect(detail.rule).toMatchObject({ code: 'VAT_UNDER_50K_NEW', name: { nb: 'Ny, under grensen' } });
    expect(detail).toMatchObject({ person: null, newFirm: null, channelAllowed: true });
  });

  test('shows the firm as the registers have it, whether it is new, and the number masked', async () => {
    const firm = await createFirm(desk);
    await desk.sql.query(
      "update organisation set form = 'ENK', sector_code = '8200', registered_on = '2026-09-01' where id = $1",
      [firm.main],
    );
    const vat = await createApplication(desk, { code: 'VAT_UNDER_50K_NEW', firm });
    expect(await read(caseworker, vat)).toMatchObject({
      newFirm: true,
      firm: { orgNumber: firm.mainOrgNumber, form: 'ENK', sectorCode: '8200', registeredOn: '2026-09-01' },
    });
    const owner = await createPerson(desk, { givenName: 'Jon', familyName: 'Elvestad' });
    const spouse = await createApplication(desk, { firm, relatedPersonId: owner.id });
    const { person, related } = await read(caseworker, spouse);
    expect(person.maskedNationalId).toMatch(/^\d{6}\*{5}$/);
    expect(related.name).toBe('Jon Elvestad');
  });

  test('proposes a validity that follows the card, and two years where there is none yet', async () => {
    const firm = await createFirm(desk);
    const person = await createPerson(desk);
    const application = await createApplication(desk, { firm, personId: person.id });
    const none = (await read(caseworker, application)).proposedValidity;
    expect(none).toMatchObject({ by: 'CARD_EXPIRY', whileRole: false });
    expect(none.to.slice(0, 4)).toBe(String(Number(none.from.slice(0, 4)) + 2));
    const card = await createCard(desk, { firm, personId: person.id });
    const { rows } = await desk.sql.query('select expires_on::text from card where id = $1', [card.id]);
    expect((await read(caseworker, application)).proposedValidity.to).toBe(rows[0].expires_on);
  });

  test('names the orders it holds up, by number and nothing else of the issuer', async () => {
    const item = await createOrderItem(desk);
    await refusedByAa(item);
    const application = await createApplication(desk, { firm: item.firm, personId: item.personId });
    expect((await read(caseworker, application)).waitingOrders).toEqual([
      { number: item.orderNumber, line: 1, outcome: 'REJECTED' },
    ]);
  });

  test('says who decided and signed what, and the entry it gave', async () => {
    const application = await createApplication(desk, { code: 'UDI_CONFIRMED', status: 'GRANTED' });
    const by = { decidedBy: desk.staff.caseworker, approvedBy: desk.staff.lead };
    const decision = await createDecision(desk, application, { ...by, validTo: '2027-03-01' });
    await createEntry(desk, application, { decision });
    const { decisions, entries } = await read(caseworker, application);
    expect(decisions).toMatchObject([
      {
        outcome: 'GRANT',
        decidedBy: { name: 'Tuva Myhre' },
        approvedBy: { name: 'Henrik Aas' },
        replacesId: null,
      },
    ]);
    expect(decisions[0].digest).toMatch(/^[0-9a-f]{8}$/);
    expect(entries).toMatchObject([{ toOn: '2027-03-01' }]);
  });

  test('of a person with address protection opens for the lead alone', async () => {
    const { id } = await createPerson(desk, { restricted: true });
    const application = await createApplication(desk, { personId: id });
    expect(await caseworker.refused(DETAIL, { caseId: application.caseId })).toBe('NOT_FOUND');
    expect((await read(lead, application)).number).toBe(application.number);
    expect(numbers(await list(caseworker))).not.toContain(application.number);
    expect(numbers(await list(lead))).toContain(application.number);
  });

  test('leaves a row in the log of who was shown it', async () => {
    const application = await createApplication(desk);
    await read(lead, application);
    const { rows } = await desk.sql.query(
      "select person_ids::text[] as persons from audit_log where kind = 'READ' and case_id = $1 and actor_id = $2",
      [application.caseId, desk.staff.lead],
    );
    expect(rows).toEqual([{ persons: [application.personId] }]);
  });
});

describe('what the issuer registers', () => {
  const input = (more: object = {}) => ({
    ...{ code: 'AA_BOARD_CHAIR', channel: 'LETTER', receivedOn: inDays(-1), language: 'nb' },
    ...more,
  });

  test('about an order line begins with what could cure it, and neither number is typed again', async () => {
    const item = await createOrderItem(desk);
    await desk.sql.query("update organisation set form = 'AS' where id = $1", [item.firm.main]);
    await refusedByAa(item);
    const options = (await agent.ask(OPTIONS, { id: item.id })).applicationOptions;
    expect(options).toMatchObject({
      orderNumber: item.orderNumber,
      firm: { orgNumber: item.firm.mainOrgNumber },
      earlier: [],
    });
    expect(options.person.maskedNationalId).toMatch(/\*{5}$/);
    const spouse = options.proposals.find(({ code }: { code: string }) => code === 'AA_ENK_SPOUSE');
    expect(spouse.ruledOut).not.toBeNull();
    expect(options.proposals[0].ruledOut).toBeNull();

    const made = (await agent.ask(REGISTER, { input: input({ orderItemId: item.id }) })).registerApplication;
    const { rows } = await desk.sql.query(
      'select person_id::text, firm_id::text, order_number, status from exception_application where id = $1',
      [made.id],
    );
    expect(rows).toEqual([
      {
        person_id: item.personId,
        firm_id: item.firm.main,
        order_number: item.orderNumber,
        status: 'REGISTERED',
      },
    ]);
    const again = (await agent.ask(OPTIONS, { id: item.id })).applicationOptions;
    expect(again.earlier).toEqual([{ number: made.number, status: 'REGISTERED' }]);
  });

  test("is not about a line that is not the issuer's to see, nor one the authority cannot see", async () => {
    const foreign = await createOrderItem(desk, { organisation: 2 });
    expect(await agent.refused(REGISTER, { input: input({ orderItemId: foreign.id }) })).toBe(
      'VALIDATION_FAILED',
    );
    const own = await createOrderItem(desk);
    expect(await caseworker.refused(REGISTER, { input: input({ orderItemId: own.id }) })).toBe(
      'VALIDATION_FAILED',
    );
    expect(await caseworker.refused(OPTIONS, { id: own.id })).toBe('NOT_FOUND');
  });

  test('without a line names the firm, and its person', async () => {
    const firm = await createFirm(desk);
    const applicant = { nationalId: syntheticNationalId(), givenName: 'Siri', familyName: 'Ny' };
    expect(await agent.refused(REGISTER, { input: input({ applicant }) })).toBe('VALIDATION_FAILED');
    const named = input({ orgNumber: firm.unitOrgNumber, applicant });
    const { caseId } = (await caseworker.ask(REGISTER, { input: named })).registerApplication;
    expect(await read(caseworker, { caseId })).toMatchObject({
      ...{ status: 'UNDER_REVIEW', registrar: null, person: { name: 'Siri Ny' } },
      firm: { orgNumber: firm.mainOrgNumber },
    });
  });

  test('is in its own list with how far it has come, and no application of anybody else', async () => {
    const mine = await createApplication(desk, { registrar: 1, status: 'GRANTED' });
    const others = await createApplication(desk);
    const page = await list(agent);
    expect(numbers(page)).toContain(mine.number);
    expect(numbers(page)).not.toContain(others.number);
    expect(page.rows.find(({ number }: { number: string }) => number === mine.number)).toMatchObject({
      ...{ status: 'GRANTED', dueOn: null, mayHandOver: false },
    });
    expect(await agent.refused(DETAIL, { caseId: others.caseId })).toBe('NOT_FOUND');
  });

  test('shows its papers until it is handed over, and then neither papers, orders of the case, decisions nor whom a right comes from', async () => {
    const spouse = await createPerson(desk);
    const application = await createApplication(desk, { status: 'REGISTERED', relatedPersonId: spouse.id });
    const paper = await createDocument(desk, application, { intake: 1 });
    const before = await read(agent, application);
    expect(before).toMatchObject({ status: 'REGISTERED', mayHandOver: true, registrar: 'Kortservice' });
    expect(before.checklist[2].by).toEqual([paper.id]);

    const handed = await agent.ask(HAND_OVER, {
      input: { applicationId: application.id, expectedVersion: before.version },
    });
    expect(handed.handOverApplication).toEqual({ caseId: application.caseId, number: application.number });
    const decision = await createDecision(desk, application, { decidedBy: desk.staff.caseworker });
    await createEntry(desk, application, { decision });
    const after = await read(agent, application);
    expect(after.checklist[2].by).toEqual([]);
    expect(after).toMatchObject({ status: 'UNDER_REVIEW', mayHandOver: false });
    expect(after).toMatchObject({ person: null, related: null, decisions: [], entries: [] });
    const twice = { applicationId: application.id, expectedVersion: before.version };
    expect(await agent.refused(HAND_OVER, { input: twice })).toBe('ACTION_NOT_AVAILABLE');
  });

  test('is nothing to finance', async () => {
    const finance = await desk.as('finance');
    const { caseId } = await createApplication(desk, { registrar: 1 });
    expect(await finance.refused(DETAIL, { caseId })).toBe('FORBIDDEN');
    expect(await finance.refused(LIST, { page: { first: 25 } })).toBe('FORBIDDEN');
  });
});

describe('the list of applications', () => {
  test('is filtered by register, exception, state and deadline, page by page', async () => {
    const firm = await createFirm(desk, { name: 'Filterbygg' });
    const made = [];
    for (const dueOn of ['2026-11-01', '2026-11-02', '2099-01-01'])
      made.push(await createApplication(desk, { code: 'STAFFING_FOREIGN', firm, dueOn }));
    const [first, second, third] = made as [Application, Application, Application];
    const staffing = { register: 'STAFFING', code: ['STAFFING_FOREIGN'], status: ['UNDER_REVIEW'] };
    expect(numbers(await list(caseworker, staffing))).toEqual([third.number, second.number, first.number]);
    expect(numbers(await list(caseworker, { ...staffing, dueBefore: '2026-11-02' }))).toEqual([
      second.number,
      first.number,
    ]);
    const page = await list(caseworker, staffing, { first: 2 });
    expect(page).toMatchObject({ count: { value: 3, exact: true }, pageInfo: { hasNextPage: true } });
    const next = await list(caseworker, staffing, { first: 2, after: page.pageInfo.endCursor });
    expect(numbers(next)).toEqual([first.number]);
    expect(numbers(await list(caseworker, { ...staffing, status: ['GRANTED'] }))).toEqual([]);
  });

  test('is searched by case number, organisation number, order, firm and person; a name leaves a row in the log', async () => {
    const firm = await createFirm(desk, { name: 'Søkebygg' });
    const person = await createPerson(desk, { givenName: 'Marit', familyName: 'Søkesen' });
    const { number } = await createApplication(desk, { firm, personId: person.id, orderNumber: '1999999' });
    for (const text of [number, firm.mainOrgNumber, firm.unitOrgNumber, '1999999', 'søkebygg', 'marit søkes'])
      expect(numbers(await list(caseworker, { text })), text).toEqual([number]);
    expect(numbers(await list(caseworker, { text: person.nationalId }))).toEqual([]);
    const { rows } = await desk.sql.query(
      "select count(*)::int as n from audit_log where operation = 'searchName' and actor_id = $1",
      [desk.staff.caseworker],
    );
    expect(rows[0].n).toBeGreaterThan(0);
  });
});

describe('how similar applications were decided', () => {
  test('shows the same exception first, with the grounds by name and nobody of it named', async () => {
    const firm = await createFirm(desk, { name: 'Presedens' });
    await desk.sql.query("update organisation set form = 'KF', sector_code = '1510' where id = $1", [
      firm.main,
    ]);
    const asked = await createApplication(desk, { code: 'VAT_KF_1510', firm });
    const text = await desk.sql.query('select code, version, label from text_block order by id limit 1');
    const grounds = text.rows;
    const alike = await createApplication(desk, { code: 'VAT_KF_1510', firm, status: 'GRANTED' });
    await createDecision(desk, alike, { decidedBy: desk.staff.caseworker, grounds });
    const other = await createApplication(desk, { code: 'VAT_SVALBARD', status: 'REFUSED' });
    await createDecision(desk, other, { decidedBy: desk.staff.caseworker, outcome: 'REFUSE' });
    await createApplication(desk, { code: 'VAT_KF_1510', firm });

    const { precedents } = await caseworker.ask(PRECEDENTS, { id: asked.id });
    expect(numbers({ rows: precedents })).toEqual([alike.number, other.number]);
    expect(precedents[0]).toMatchObject({
      outcome: 'GRANT',
      alike: ['CODE', 'PAPERS', 'FORM', 'SECTOR'],
      grounds: [{ code: grounds[0].code, label: { nb: grounds[0].label.nb } }],
    });
    expect(precedents[1]).toMatchObject({ outcome: 'REFUSE', alike: ['PAPERS'] });
  });

  test("is nothing to whoever decides nothing, and shows no protected person's case to others than the lead", async () => {
    const { id } = await createPerson(desk, { restricted: true });
    const hidden = await createApplication(desk, { code: 'AA_NAV_VTA', personId: id, status: 'GRANTED' });
    await createDecision(desk, hidden, { decidedBy: desk.staff.lead });
    const asked = await createApplication(desk, { code: 'AA_NAV_VTA', registrar: 1 });
    const found = async (client: Client) =>
      numbers({ rows: (await client.ask(PRECEDENTS, { id: asked.id })).precedents });
    expect(await found(caseworker)).not.toContain(hidden.number);
    expect(await found(lead)).toContain(hidden.number);
    expect(await agent.refused(PRECEDENTS, { id: asked.id })).toBe('FORBIDDEN');
  });
});
