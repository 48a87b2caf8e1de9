/** A cleaning firm from its application to its approval, its loss and its return: over the API, with the check run and the jobs beside it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardsReadyJobs } from '../../server/src/features/firm-approval/cards-ready.jobs.ts';
import type { Application } from '../support/application.factories.ts';
import { CheckDesk, type Ordered } from '../support/check-desk.ts';
import type { Client } from '../support/client.ts';
import { approveAll, type Draft, draftOf, propose } from '../support/deciding.ts';
import type { Firm } from '../support/factories.ts';

const REGISTER = `mutation Register($input: RegisterApprovalInput!) { registerApproval(input: $input) { id caseId number } }`;
const ASSESS = `mutation Assess($input: AssessConditionInput!) { assessCondition(input: $input) { version } }`;
const OPEN = `mutation Open($input: CaseVersionInput!) { openCardOrdering(input: $input) { status version } }`;
const MISSING = `query Missing($caseId: EntityId!) { documentRequest(caseId: $caseId) { missing } }`;
const DETAIL = `query Detail($caseId: EntityId!) { applicationDetail(caseId: $caseId) { status approval
  suggested { covered known groundIds statuteIds facts } coverage { known covered wanted ready waiting { number status } } checklist { key met wanting condition { state source comment saidBy assessable } } } }`;

type Registered = Pick<Application, 'id' | 'caseId' | 'number' | 'code'>;

let checks: CheckDesk;
let caseworker: Client;
let lead: Client;

beforeAll(async () => {
  checks = await CheckDesk.start();
  caseworker = await checks.desk.as('caseworker');
  lead = await checks.desk.as('lead');
});
afterAll(() => checks.stop());

const rows = async (sql: string, values: unknown[] = []) => (await checks.desk.sql.query(sql, values)).rows;
const detail = async ({ caseId }: Registered) => (await caseworker.ask(DETAIL, { caseId })).applicationDetail;

/** A firm the register does not have yet. */
async function newFirm(): Promise<Firm> {
  const firm = await checks.firm();
  await checks.approve(firm, 'CLEANING_APPROVAL', null);
  await checks.approve(firm, 'CAR_CARE_APPROVAL', null);
  await rows(
    `update organisation set status = 'ACTIVE', in_company_register = true, in_vat_register = true, employees = 4 where id = $1`,
    [firm.main],
  );
  return firm;
}

async function apply(firm: Firm, given: Record<string, unknown> = {}): Promise<Registered> {
  const about = { code: 'CLEANING_FIRM', channel: 'LETTER', receivedOn: '2026-11-20', language: 'nb' };
  const input = { ...about, orgNumber: firm.mainOrgNumber, employees: 4, workers: 1, ...given };
  const { registerApproval } = await caseworker.ask(REGISTER, { input });
  return { ...registerApproval, code: input.code };
}

async function take({ caseId }: Registered, who: 'caseworker' | 'lead' = 'caseworker'): Promise<number> {
  const sql = `update desk_case set reserved_by = $2, reserved_until = $3::timestamptz + interval '20 minutes', status = case when status = 'CLOSED' then 'OPEN' else status end,
    closed_at = null where id = $1 returning version`;
  return (await rows(sql, [caseId, checks.desk.staff[who], checks.now]))[0].version;
}

async function say(application: Registered, key: string, told: string) {
  const [state, comment = null] = told.split(': ');
  const expectedVersion = await take(application);
  const input = { caseId: application.caseId, expectedVersion, key, state, comment };
  return caseworker.send(ASSESS, { input });
}

/** Everything a caseworker has to say about it. */
async function sayAll(application: Registered): Promise<void> {
  const { checklist } = await detail(application);
  for (const { key, condition } of checklist) if (condition.assessable) await say(application, key, 'MET');
}

async function openOrdering(application: Registered) {
  const input = { caseId: application.caseId, expectedVersion: await take(application) };
  return caseworker.send(OPEN, { input });
}

async function decide(application: Registered, draft: Draft) {
  await take(application);
  const open = { validFrom: draft.outcome === 'GRANT' ? '2026-11-23' : null, validTo: null };
  const input = await draftOf({ desk: checks.desk, as: caseworker }, application as Application, {
    ...open,
    ...draft,
  });
  return propose(caseworker, input);
}

async function becomesValid(line: Ordered): Promise<void> {
  const card = {
    ...{ organisation_id: 1, number: String(7_900_000_000 + Number(line.id)), person_id: line.personId },
    ...{ unit_id: line.firm.unit, main_unit_id: line.firm.main, scheme: 'CLEANING', order_item_id: line.id },
  };
  await rows(`update order_item set status = 'READY' where id = $1`, [line.id]);
  await rows(`update order_item set status = 'IN_PRODUCTION' where id = $1`, [line.id]);
  await rows(`update order_item set status = 'SHIPPED', image_requirement = 'MET' where id = $1`, [line.id]);
  await rows(
    `insert into card (${Object.keys(card).join(', ')}, status, status_at, valid_from, expires_on)
     values ($1, $2, $3, $4, $5, $6, $7, 'VALID', $8, '2026-11-23', '2028-11-23')`,
    [...Object.values(card), checks.now],
  );
}

const cardsReady = () => cardsReadyJobs({ now: () => checks.now })[0]?.run(checks.system(), () => false);
const standing = async ({ main }: Firm) =>
  (await rows('select status from firm_approval where firm_id = $1 and to_at is null', [main]))[0]?.status ??
  null;

describe('approval of a cleaning firm', () => {
  test('from application to approval, with cards before it; lost, appealed and back', async () => {
    const firm = await newFirm();
    const application = await apply(firm);
    expect(await standing(firm)).toBe('APPLICATION_IN_PROGRESS');

    // R3: the order waits without a limit.
    const line = await checks.order({ scheme: 'CLEANING', firm });
    await checks.run();
    expect(await checks.line(line)).toMatchObject({ status: 'PENDING', cancel_on: null });

    await take(application);
    const { documentRequest } = await caseworker.ask(MISSING, { caseId: application.caseId });
    expect(documentRequest.missing).toContain('Yrkesskadeforsikring');
    const refused = await openOrdering(application);
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'CONDITIONS_NOT_MET' });
    await sayAll(application);
    expect((await openOrdering(application)).data?.openCardOrdering).toMatchObject({ status: 'ON_HOLD' });
    expect(await standing(firm)).toBe('CARD_ORDER_IN_PROGRESS');
    expect(await detail(application)).toMatchObject({
      status: 'CARD_ORDERING',
      coverage: { known: 1, covered: 0, wanted: 1, ready: false, waiting: [{ status: 'PENDING' }] },
    });

    await checks.run();
    expect((await checks.checks(line)).CLEANING_APPROVAL).toMatchObject({ outcome: 'APPROVED' });
    expect(await cardsReady()).toBe(0);
    await becomesValid(line);
    expect(await cardsReady()).toBe(1);
    expect(await rows('select status from desk_case where id = $1', [application.caseId])).toEqual([
      { status: 'OPEN' },
    ]);
    // Written out for whoever signs it: signed as it is.
    const { suggested } = await detail(application);
    expect(suggested).toMatchObject({ covered: 1, known: 1 });
    expect(suggested.facts).toContain('Yrkesskadeforsikring: ja');
    expect(suggested.facts.at(-1)).toBe('Gyldig HMS-kort: 1 av 1 kjente i virksomheten');
    const signed = await draftOf({ desk: checks.desk, as: caseworker }, application as Application, {
      ...{ outcome: 'GRANT', validFrom: '2026-11-23', validTo: null, facts: suggested.facts },
    });
    const { groundIds, statuteIds } = suggested;
    expect(groundIds).toHaveLength(2);
    const expectedVersion = await take(application);
    const granted = await propose(caseworker, { ...signed, expectedVersion, groundIds, statuteIds });
    expect((await detail(application)).suggested).toBeNull();
    expect(granted.errors).toBeUndefined();
    expect(await standing(firm)).toBe('APPROVED_WITH_EMPLOYEES');

    // A withdrawal needs two persons, and holds at once (R14).
    checks.minutesLater(5);
    await decide(application, { kind: 'WITHDRAWAL', outcome: 'WITHDRAW', validTo: '2026-11-23' });
    expect(await standing(firm)).toBe('APPROVED_WITH_EMPLOYEES');
    expect((await approveAll(checks.desk, lead, application.caseId)).errors).toBeUndefined();
    expect(await standing(firm)).toBe('NOT_APPROVED');
    await rows('update order_item set check_at = $2 where id = $1', [line.id, checks.now]);
    await checks.run();
    expect(await rows('select status from card where order_item_id = $1', [line.id])).toEqual([
      { status: 'INVALID' },
    ]);

    // Reversed: everything is as it was.
    await rows(
      `insert into appeal (organisation_id, case_id, application_id, decision_id, received_on, channel, appellant, deadline_on, late)
       select organisation_id, case_id, application_id, max(id), '2026-11-23', 'LETTER', 'Firma', '2026-12-20', false from decision where case_id = $1 group by 1, 2, 3`,
      [application.caseId],
    );
    await rows(`update exception_application set status = 'APPEALED' where case_id = $1`, [
      application.caseId,
    ]);
    await decide(application, { kind: 'APPEAL', outcome: 'GRANT' });
    expect((await approveAll(checks.desk, lead, application.caseId)).errors).toBeUndefined();
    expect(await standing(firm)).toBe('APPROVED_WITH_EMPLOYEES');
    await rows('update order_item set check_at = $2 where id = $1', [line.id, checks.now]);
    await checks.run();
    expect(await rows('select status from card where order_item_id = $1', [line.id])).toEqual([
      { status: 'VALID' },
    ]);
    const history =
      'select status, cause from firm_approval where firm_id = $1 and application_id = $2 order by id';
    expect(await rows(history, [firm.main, application.id])).toEqual([
      { status: 'APPLICATION_IN_PROGRESS', cause: 'APPLIED' },
      { status: 'CARD_ORDER_IN_PROGRESS', cause: 'ORDERING_OPENED' },
      { status: 'APPROVED_WITH_EMPLOYEES', cause: 'DECISION' },
      { status: 'NOT_APPROVED', cause: 'DECISION' },
      { status: 'APPROVED_WITH_EMPLOYEES', cause: 'DECISION' },
    ]);
  });

  test('what was written out falls when a condition is said anew', async () => {
    const application = await apply(await newFirm());
    await sayAll(application);
    const suggested = { at: checks.now, version: 1, covered: 1, known: 1 };
    const content = { groundIds: [], statuteIds: [], facts: ['Prøve'] };
    const write = `update exception_application set suggested = jsonb_set($2::jsonb, '{version}', to_jsonb(version)) where id = $1`;
    await rows(write, [application.id, JSON.stringify({ ...suggested, content })]);
    expect((await detail(application)).suggested).toMatchObject({ facts: ['Prøve'] });
    await say(application, 'INJURY_INSURED', 'NOT_MET: Polisen er utløpt.');
    expect((await detail(application)).suggested).toBeNull();
  });

  test('nothing is approved while somebody waits for a card', async () => {
    const application = await apply(await newFirm());
    await sayAll(application);
    const early = await decide(application, { outcome: 'GRANT' });
    expect(early.errors?.[0]?.extensions).toMatchObject({
      ...{ code: 'VALIDATION_FAILED', fieldErrors: { outcome: 'CARDS_MISSING' } },
    });
  });

  test('what the registers and the size of the firm answer is nobody’s to say', async () => {
    const application = await apply(await newFirm());
    const { checklist } = await detail(application);
    const by = Object.fromEntries(
      checklist.map((one: { key: string; condition: unknown }) => [one.key, one.condition]),
    );
    expect(by.VAT_REGISTER).toMatchObject({ state: 'MET', source: 'REGISTER', assessable: false });
    expect(by.WORKING_ENVIRONMENT_COMMITTEE).toMatchObject({ state: 'NOT_RELEVANT', source: 'RULE' });
    for (const key of ['VAT_REGISTER', 'WORKING_ENVIRONMENT_COMMITTEE', 'NOTHING'])
      expect((await say(application, key, 'MET')).errors?.[0]?.extensions).toMatchObject({
        code: 'VALIDATION_FAILED',
      });
  });

  test('“not met” needs a comment, a new word counts, and the old one stays on record', async () => {
    const application = await apply(await newFirm());
    const without = await say(application, 'INJURY_INSURED', 'NOT_MET');
    expect(without.errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED' });
    await say(application, 'INJURY_INSURED', 'NOT_MET: Polisen er utløpt.');
    await say(application, 'INJURY_INSURED', 'MET');
    const { checklist } = await detail(application);
    expect(checklist.find((one: { key: string }) => one.key === 'INJURY_INSURED')).toMatchObject({
      met: true,
      condition: { state: 'MET', source: 'STAFF' },
    });
    const kept = `select state from approval_condition where application_id = $1 and key = 'INJURY_INSURED' order by id`;
    expect(await rows(kept, [application.id])).toEqual([{ state: 'NOT_MET' }, { state: 'MET' }]);
  });

  test('dismissed or taken back, the firm is what it was before; refused it is not approved', async () => {
    const [dismissed, refused] = [await newFirm(), await newFirm()];
    await checks.approve(dismissed, 'CLEANING_APPROVAL', 'NOT_APPROVED');
    const one = await apply(dismissed);
    expect(await standing(dismissed)).toBe('APPLICATION_IN_PROGRESS');
    expect((await decide(one, { outcome: 'DISMISS' })).errors).toBeUndefined();
    expect(await standing(dismissed)).toBe('NOT_APPROVED');
    const two = await apply(refused);
    await decide(two, { outcome: 'REFUSE' });
    expect(await standing(refused)).toBe('APPLICATION_IN_PROGRESS');
    expect((await approveAll(checks.desk, lead, two.caseId)).errors).toBeUndefined();
    expect(await standing(refused)).toBe('NOT_APPROVED');
  });

  test('a firm the desk has never met is fetched from Enhetsregisteret', async () => {
    checks.sandbox.firm('312345676').is({ name: 'Nyrent AS', form: 'AS', employees: 2 });
    const firm = { main: '', unit: '', mainOrgNumber: '312345676', unitOrgNumber: '' } as Firm;
    await apply(firm);
    expect(await rows(`select name from organisation where org_number = '312345676'`)).toEqual([
      { name: 'Nyrent AS' },
    ]);
    const agent = await checks.desk.as('agent');
    const answer = await agent.send(REGISTER, {
      input: {
        ...{ code: 'CLEANING_FIRM', channel: 'LETTER', receivedOn: '2026-11-20', language: 'nb' },
        ...{ orgNumber: '312345676', employees: 1, workers: 1 },
      },
    });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});
