/** Those who work in a firm without being employed in it: named when it applies for approval, and their cards are waited for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardsReadyJobs } from '../../server/src/features/firm-approval/cards-ready.jobs.ts';
import { CheckDesk } from '../support/check-desk.ts';
import type { Client } from '../support/client.ts';
import { createOrderItem, createPerson, type Firm, syntheticNationalId } from '../support/factories.ts';
import { insert } from '../support/insert.ts';
import { type ApiClient, apiClient } from '../support/machines.ts';

const REGISTER = `mutation Register($input: RegisterApprovalInput!) { registerApproval(input: $input) { id caseId number } }`;
const ASSESS = `mutation Assess($input: AssessConditionInput!) { assessCondition(input: $input) { version } }`;
const OPEN = `mutation Open($input: CaseVersionInput!) { openCardOrdering(input: $input) { status } }`;
const DETAIL = `query Detail($caseId: EntityId!) { applicationDetail(caseId: $caseId) { claims { employees workers }
  workers { relation cardStatus person { id name maskedNationalId restricted } } coverage { known covered wanted ready }
  checklist { key condition { assessable } } } }`;

let checks: CheckDesk;
let caseworker: Client;
let lead: Client;
let agent: Client;
let portal: ApiClient;

beforeAll(async () => {
  checks = await CheckDesk.start({ env: { REQUEST_BUDGET: '100000000' } });
  const { desk } = checks;
  [caseworker, lead, agent] = await Promise.all([desk.as('caseworker'), desk.as('lead'), desk.as('agent')]);
  portal = await apiClient(desk);
});
afterAll(() => checks.stop());

const rows = async (sql: string, values: unknown[] = []) => (await checks.desk.sql.query(sql, values)).rows;
const count = async (from: string) => (await rows(`select count(*)::int as n from ${from}`))[0].n;
const somebody = (relation: string, more: object = {}) => ({
  ...{ relation, nationalId: syntheticNationalId(), givenName: 'Solveig', familyName: 'Sand' },
  ...more,
});
const both = () => [somebody('OWNER', { givenName: 'Oda' }), somebody('SPOUSE')];

/** In no register yet. */
async function newFirm(form = 'ENK'): Promise<Firm> {
  const firm = await checks.firm(form);
  await checks.approve(firm, 'CLEANING_APPROVAL', null);
  await checks.approve(firm, 'CAR_CARE_APPROVAL', null);
  await rows(`update organisation set in_company_register = true, in_vat_register = true where id = $1`, [
    firm.main,
  ]);
  return firm;
}

const told = (firm: Firm, namedWorkers: object[], more: object = {}) => ({
  ...{ code: 'CLEANING_FIRM', channel: 'LETTER', receivedOn: '2026-11-20', language: 'nb' },
  ...{ orgNumber: firm.mainOrgNumber, employees: 0, workers: 1, namedWorkers },
  ...more,
});
const register = (input: object, who: Client = caseworker) => who.send(REGISTER, { input });
const registered = async (input: object) => (await caseworker.ask(REGISTER, { input })).registerApproval;
const detail = async (caseId: string, who: Client = caseworker) =>
  (await who.ask(DETAIL, { caseId })).applicationDetail;
const faultsOf = async (input: object) => (await register(input)).errors?.[0]?.extensions.fieldErrors;

async function take(caseId: string): Promise<number> {
  const sql = `update desk_case set reserved_by = $2, reserved_until = $3::timestamptz + interval '20 minutes' where id = $1 returning version`;
  return (await rows(sql, [caseId, checks.desk.staff.caseworker, checks.now]))[0].version;
}

async function openOrdering(caseId: string): Promise<void> {
  for (const { key, condition } of (await detail(caseId)).checklist) {
    if (!condition.assessable) continue;
    const input = { caseId, expectedVersion: await take(caseId), key, state: 'MET' };
    await caseworker.ask(ASSESS, { input });
  }
  await caseworker.ask(OPEN, { input: { caseId, expectedVersion: await take(caseId) } });
}

async function getsCard(personId: string, firm: Firm): Promise<void> {
  const line = { firm, personId, scheme: 'CLEANING', status: 'SHIPPED', imageRequirement: 'MET' } as const;
  const { id } = await createOrderItem(checks.desk, line);
  await insert(checks.desk, 'card', {
    ...{ organisation_id: 1, number: String(7_930_000_000 + Number(id)), person_id: personId },
    ...{ unit_id: firm.unit, main_unit_id: firm.main, scheme: 'CLEANING', order_item_id: id },
    ...{ status: 'VALID', status_at: checks.now, valid_from: '2026-11-23', expires_on: '2028-11-23' },
  });
}

const cardsReady = () => cardsReadyJobs({ now: () => checks.now })[0]?.run(checks.system(), () => false);
const ofFirm = async ({ main }: Firm) =>
  (await rows(`select card_coverage_of_firm($1, '2026-11-23') as coverage`, [main]))[0].coverage[0];

describe('an application that names those who work in the firm', () => {
  test('shows them with a masked number, counts them as those who need a card, and each reading is logged', async () => {
    const named = both();
    const { caseId } = await registered(told(await newFirm(), named, { workers: 7 }));
    const { workers, claims, coverage } = await detail(caseId);
    expect(claims).toEqual({ employees: 0, workers: 2 });
    expect(coverage).toEqual({ known: 2, covered: 0, wanted: 2, ready: false });
    expect(workers).toMatchObject([
      { relation: 'OWNER', cardStatus: null, person: { name: 'Oda Sand' } },
      {
        ...{ relation: 'SPOUSE', cardStatus: null },
        person: { maskedNationalId: `${named[1]?.nationalId.slice(0, 6)}*****` },
      },
    ]);
    const logged = await rows(
      `select person_ids::text[] as ids from audit_log where kind = 'READ' and case_id = $1 order by id desc limit 1`,
      [caseId],
    );
    expect(logged[0].ids).toEqual(
      expect.arrayContaining(workers.map(({ person }: { person: { id: string } }) => person.id)),
    );
  });

  test('tells them so when they ask what the desk has about them', async () => {
    const { caseId, number } = await registered(told(await newFirm(), both()));
    const personId = (await detail(caseId)).workers[1].person.id;
    const MAKE = `mutation Make($input: MakeAccessAnswerInput!) { makeAccessAnswer(input: $input) { held { title lines } } }`;
    const { held } = (await lead.ask(MAKE, { input: { reference: '2026/INN-18', personId } }))
      .makeAccessAnswer;
    const part = held.find(({ title }: { title: string }) => title.startsWith('Søknader om godkjenning'));
    expect(part.lines).toHaveLength(1);
    expect(part.lines[0]).toContain(number);
  });

  test('somebody the desk knows already is found by the number and not added again', async () => {
    const known = await createPerson(checks.desk);
    const before = await count('person');
    const { caseId } = await registered(
      told(await newFirm('DA'), [somebody('PARTNER', { nationalId: known.nationalId })]),
    );
    expect((await detail(caseId)).workers).toMatchObject([{ relation: 'PARTNER', person: { id: known.id } }]);
    expect(await count('person')).toBe(before);
  });

  test('the approval waits for the spouse’s card too, and nobody is counted twice', async () => {
    const firm = await newFirm();
    const { caseId } = await registered(told(firm, both()));
    await openOrdering(caseId);
    const [owner, spouse] = (await detail(caseId)).workers.map(
      (one: { person: { id: string } }) => one.person.id,
    );
    await insert(checks.desk, 'employment', {
      ...{ organisation_id: 1, person_id: spouse, unit_id: firm.unit, main_unit_id: firm.main },
      ...{ source: 'AA', kind: 'ordinaert', start_on: '2026-11-03', refreshed_at: checks.now },
    });
    await getsCard(owner, firm);
    expect(await cardsReady()).toBe(0);
    expect(await detail(caseId)).toMatchObject({
      coverage: { known: 2, covered: 1, wanted: 2, ready: false },
      workers: [{ cardStatus: 'VALID' }, { cardStatus: null }],
    });
    expect(await ofFirm(firm)).toMatchObject({ register: 'CLEANING_APPROVAL', known: 2, covered: 1 });
    await getsCard(spouse, firm);
    expect(await cardsReady()).toBe(1);
    expect(await ofFirm(firm)).toMatchObject({ known: 2, covered: 2 });
  });

  test('the firm’s own numbers follow its latest application', async () => {
    const firm = await newFirm();
    await registered(told(firm, both()));
    await registered(told(firm, [somebody('OWNER')]));
    expect(await ofFirm(firm)).toMatchObject({ known: 1, covered: 0 });
  });

  test('what is wrong is said field by field, and nothing is registered', async () => {
    const firm = await newFirm();
    const before = await count('exception_application');
    const twice = somebody('OWNER');
    const wrong = somebody('SPOUSE', { nationalId: '01018512345' });
    expect(await faultsOf(told(firm, [somebody('OWNER'), wrong]))).toHaveProperty(
      ['namedWorkers[1].nationalId'],
      expect.stringContaining('NATIONAL_ID'),
    );
    expect(await faultsOf(told(firm, [twice, { ...twice, relation: 'SPOUSE' }]))).toEqual({
      'namedWorkers[1].nationalId': 'NAMED_TWICE',
    });
    expect(await faultsOf(told(firm, [somebody('OWNER', { familyName: ' ' })]))).toEqual({
      'namedWorkers[0].familyName': 'REQUIRED',
    });
    const crowd = Array.from({ length: 21 }, () => somebody('PARTNER'));
    expect(await faultsOf(told(firm, crowd))).toEqual({ namedWorkers: 'TOO_MANY_WORKERS' });
    expect(await faultsOf(told(await newFirm('AS'), both(), { employees: 3 }))).toEqual({
      namedWorkers: 'ONLY_EMPLOYEES_WORK',
    });
    expect(await faultsOf(told(firm, both(), { employees: 3 }))).toEqual({ workers: 'FEWER_THAN_NAMED' });
    expect(await faultsOf(told(firm, both(), { code: 'STAFFING_AGENCY' }))).toEqual({
      namedWorkers: 'ONLY_EMPLOYEES_WORK',
    });
    expect(await count('exception_application')).toBe(before);
    const beside = await registered(told(firm, both(), { employees: 3, workers: 5 }));
    expect((await detail(beside.caseId)).claims).toEqual({ employees: 3, workers: 5 });
  });

  test('the issuer neither registers nor sees them, whatever is known of the case', async () => {
    const { caseId } = await registered(told(await newFirm(), both()));
    const refused = await register(told(await newFirm(), both()), agent);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await agent.send(DETAIL, { caseId })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('whoever is tied to one of them neither registers nor gets the case', async () => {
    const named = both();
    const { caseId } = await registered(told(await newFirm(), named));
    const tie = `mutation Declare($input: DeclareTieInput!) { declareTie(input: $input) { id } }`;
    await lead.ask(tie, { input: { kind: 'FAMILY', nationalId: named[1]?.nationalId } });
    const barred = await rows('select staff_user_id::text as id from case_barred where case_id = $1', [
      caseId,
    ]);
    expect(barred).toEqual([{ id: checks.desk.staff.lead }]);
    const refused = await register(told(await newFirm(), named), lead);
    expect(refused.errors?.[0]?.extensions.code).toBe('BARRED');
  });
});

describe('somebody with a protected address among them', () => {
  const queueOf = async (caseId: string) =>
    (await rows('select queue from desk_case where id = $1', [caseId]))[0].queue;

  test('takes the whole case to those who look after protected persons, until the last of them is protected no longer', async () => {
    const [one, other] = [
      await createPerson(checks.desk, { restricted: true }),
      await createPerson(checks.desk, { restricted: true }),
    ];
    const named = [one, other].map(({ nationalId }) => somebody('PARTNER', { nationalId }));
    const firm = await newFirm('ANS');
    const { caseId } = await registered(told(firm, [...named, somebody('PARTNER')]));
    expect(await queueOf(caseId)).toBe('PROTECTED');
    expect((await caseworker.send(DETAIL, { caseId })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await detail(caseId, lead)).workers).toHaveLength(3);
    expect(await ofFirm(firm)).toMatchObject({ known: 3 });

    const free = (id: string) => rows('update person set restricted = false where id = $1', [id]);
    await free(one.id);
    expect(await queueOf(caseId)).toBe('PROTECTED');
    expect((await caseworker.send(DETAIL, { caseId })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await free(other.id);
    expect(await queueOf(caseId)).toBe('APPROVAL');
    expect((await detail(caseId)).workers).toHaveLength(3);
    await rows('update person set restricted = true where id = $1', [one.id]);
    expect(await queueOf(caseId)).toBe('PROTECTED');
  });
});

describe('the same by machine', () => {
  const PATH = '/approval-applications';

  async function submission(namedWorkers: object[]) {
    const firm = await newFirm();
    const sender = { nationalId: syntheticNationalId(), email: 'eier@reint.example', language: 'nb' };
    const { id } = await createPerson(checks.desk, { nationalId: sender.nationalId });
    const role = { code: 'INNH', person_id: id, holder_name: 'Oda Sand', refreshed_at: checks.now };
    await insert(checks.desk, 'firm_role', { firm_id: firm.main, ...role });
    const about = { code: 'CLEANING_FIRM', firm: firm.mainOrgNumber, language: 'nb', documents: [] };
    return { ...about, sender, employees: 0, workers: 0, namedWorkers };
  }

  test('a portal names them; what is wrong with one is said of that one, and nothing is kept', async () => {
    const sent = await portal.call(PATH, { body: await submission(both()) });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    const [{ id }] = await rows('select case_id::text as id from exception_application where number = $1', [
      sent.body.number,
    ]);
    expect((await detail(id)).workers).toMatchObject([{ relation: 'OWNER' }, { relation: 'SPOUSE' }]);
    expect((await detail(id)).claims).toEqual({ employees: 0, workers: 2 });

    const before = [await count('exception_application'), await count('approval_worker')];
    const twice = somebody('OWNER');
    const bad = [
      [somebody('OWNER'), somebody('SPOUSE', { nationalId: '01018512345' })],
      [twice, twice],
    ];
    for (const named of bad) {
      const refused = await portal.call(PATH, { body: await submission(named) });
      expect(refused.status).toBe(422);
      expect(refused.body.errors).toMatchObject([{ field: 'namedWorkers[1].nationalId' }]);
    }
    const crowd = await portal.call(PATH, {
      body: await submission(Array.from({ length: 21 }, () => somebody('PARTNER'))),
    });
    expect(crowd.body.errors).toMatchObject([{ field: 'namedWorkers' }]);
    expect([await count('exception_application'), await count('approval_worker')]).toEqual(before);
  });
});
