/** The yearly confirmation from its opening to the loss of approval, by the clock; and what the desk says about firms that are gone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCampaignJobs } from '../../server/src/features/confirmation/open-campaigns.jobs.ts';
import { toldFirmsJobs } from '../../server/src/features/confirmation/told-firms.jobs.ts';
import { type Application, createApplication, createDecision } from '../support/application.factories.ts';
import { CheckDesk, type Ordered } from '../support/check-desk.ts';
import { approveAll, draftOf, propose } from '../support/deciding.ts';
import type { Firm } from '../support/factories.ts';

const CAMPAIGNS = `query Campaigns { confirmationCampaigns { id register year dueOn firms progress { state firms } } }`;
const CAMPAIGN = `query Campaign($id: EntityId!, $filter: ConfirmationFilter, $page: PageInput) { confirmationCampaign(id: $id, filter: $filter, page: $page) {
  campaign { firms } rows { id firm { orgNumber } state caseNumber receipt employees statements commentBy version } pageInfo { hasNextPage endCursor } count { value } } }`;
const RECORD = `mutation Record($input: RecordConfirmationInput!) { recordConfirmation(input: $input) }`;
const REMIND = `mutation Remind($input: SendConfirmationRemindersInput!) { sendConfirmationReminders(input: $input) { confirmationId done refusal code } }`;
const NOTICE = `mutation Notice($input: SendAdvanceNoticesInput!) { sendAdvanceNotices(input: $input) { confirmationId done refusal code } }`;
const PREVIEW = `query Preview($ids: [EntityId!]!) { previewConfirmationWithdrawals(confirmationIds: $ids) { ready refused rows { row { id } refusal }
  consequences { orders cards firms { firm { orgNumber } orders cards } affectedOrders { orderNumber unitName lines } cardholders { personName firmName } } } }`;
const PROPOSE = `mutation Propose($input: ProposeConfirmationWithdrawalsInput!) { proposeConfirmationWithdrawals(input: $input) { confirmationId done refusal code } }`;
const LOST = `query Lost($ids: [EntityId!]!) { withdrawalConsequences(firmIds: $ids, register: CLEANING_APPROVAL) { orders cards firms { firm { name } orders cards } affectedOrders { orderNumber } cardholders { personName } } }`;

const APPEAL = `mutation Appeal($input: RegisterAppealInput!) { registerAppeal(input: $input) { status } }`;

let checks: CheckDesk;
beforeAll(async () => {
  checks = await CheckDesk.start();
});
afterAll(() => checks.stop());

const rows = async (sql: string, values: unknown[] = []) => (await checks.desk.sql.query(sql, values)).rows;
const clock = { now: () => checks.now };
const jobs = () => [...openCampaignJobs(clock), ...toldFirmsJobs({ clock, mailDomain: 'desk.example' })];
const job = (name: string) => {
  const found = jobs().find(one => one.name === name);
  if (!found) throw new Error(`no job ${name}`);
  return found;
};
const run = (name: string) => job(name).run(checks.system(), () => false);
const rehearse = (name: string, at: string) => job(name).rehearse?.(checks.system(), new Date(at), 2);
const caseworker = () => checks.desk.as('caseworker');

async function granted(
  { main }: Firm,
  { register, id }: Pick<Application, 'register' | 'id'>,
  last?: string,
) {
  const status = register === 'STAFFING' ? 'APPROVED' : 'APPROVED_WITH_EMPLOYEES';
  const told = { status, validTo: last, cause: 'DECISION', applicationId: id };
  const values = [main, register, JSON.stringify(told), checks.now];
  await rows('select put_firm_approval($1, $2, $3, $4)', values);
}

/** In the register by an application of its own. */
async function approved(code: 'CLEANING_FIRM' | 'STAFFING_AGENCY' = 'CLEANING_FIRM'): Promise<Application> {
  const firm = await checks.firm();
  await rows(`update organisation set status = 'ACTIVE' where id = $1`, [firm.main]);
  await checks.approve(firm, 'CAR_CARE_APPROVAL', null);
  const application = await createApplication(checks.desk, { code, status: 'GRANTED', firm });
  await checks.approve(firm, 'CLEANING_APPROVAL', null);
  await granted(firm, application);
  await createDecision(checks.desk, application, { decidedBy: checks.desk.staff.caseworker });
  return application;
}

const standing = async ({ main }: Firm, register = 'CLEANING_APPROVAL') =>
  (
    await rows('select status from firm_approval where firm_id = $1 and register = $2 and to_at is null', [
      main,
      register,
    ])
  )[0]?.status ?? null;

/** firm → its confirmation. */
async function confirmations(
  id: string,
): Promise<Map<string, { id: string; state: string; version: number }>> {
  const { confirmationCampaign } = await (await caseworker()).ask(CAMPAIGN, { id, page: { first: 100 } });
  return new Map(
    confirmationCampaign.rows.map((row: { firm: { orgNumber: string } }) => [row.firm.orgNumber, row]),
  );
}

const lettersOf = ({ caseId }: Application) =>
  rows(`select kind, content from letter where case_id = $1 order by id`, [caseId]);

/** Taken over from the old register: withdrawn, appealed and reversed in the case that was opened for it. */
async function lostAndBack(firm: Firm, confirmationId: string) {
  const [{ id: caseId, version, events }] = await rows(
    `select c.id::text, c.version, (select array_agg(e.type order by e.id) from case_event e where e.case_id = c.id) as events
     from annual_confirmation k join desk_case c on c.id = k.case_id where k.id = $1`,
    [confirmationId],
  );
  expect(events).toEqual(expect.arrayContaining(['APPROVAL_TAKEN_OVER', 'DECISION_PROPOSED']));
  expect((await approveAll(checks.desk, await checks.desk.as('lead'), caseId)).errors).toBeUndefined();
  expect(await standing(firm)).toBe('NOT_APPROVED');
  const [decided] = await rows(
    `select c.version from decision d join desk_case c on c.id = d.case_id where d.case_id = $1`,
    [caseId],
  );
  expect(decided.version).toBeGreaterThan(version);
  await (await caseworker()).ask(APPEAL, {
    input: {
      ...{ caseId, expectedVersion: decided.version, receivedOn: '2027-02-17' },
      ...{ channel: 'LETTER', appellant: 'Styreleder' },
    },
  });
  await rows('update desk_case set reserved_by = $2, reserved_until = $3 where id = $1', [
    ...[caseId, checks.desk.staff.caseworker, new Date(checks.now.getTime() + 1_200_000)],
  ]);
  const draft = await draftOf(
    { desk: checks.desk, as: await caseworker() },
    { caseId, code: 'CLEANING_FIRM' } as Application,
    { kind: 'APPEAL', outcome: 'GRANT', validFrom: '2027-02-17', validTo: null },
  );
  expect((await propose(await caseworker(), draft)).errors).toBeUndefined();
  expect((await approveAll(checks.desk, await checks.desk.as('lead'), caseId)).errors).toBeUndefined();
  expect(await standing(firm)).toBe('APPROVED_WITH_EMPLOYEES');
}

/** Orderers get their reason and what helps, the firm its decision; a second turn of the checks writes to nobody. */
async function toldOnce(application: Application, { line, holder }: { line: Ordered; holder: Ordered }) {
  for (let turn = 0; turn < 2; turn += 1) {
    checks.minutesLater(5);
    await rows('update order_item set check_at = $2 where id = any ($1::bigint[])', [
      [line.id, holder.id],
      checks.now,
    ]);
    await checks.run();
  }
  expect((await checks.line(line)).status).toBe('REJECTED');
  expect(await checks.mails(line)).toEqual(['ORDER_REJECTED CLEANING_NOT_APPROVED']);
  expect((await checks.card(holder)).status).toBe('INVALID');
  expect(await checks.mails(holder)).toEqual(['CARD_INVALID CLEANING_NOT_APPROVED']);
  const letters = (await lettersOf(application)).map(({ kind }) => kind);
  expect(letters.filter(kind => kind === 'DECISION_WITHDRAW')).toHaveLength(1);
}

interface Affected {
  readonly line: Ordered;
  readonly holder: Ordered;
  readonly hidden: Ordered;
  readonly firm: Firm;
}

/** Orders and cardholders by name, each on record; who has address protection is counted, and named to her leader only. */
async function namedOnce(
  { affectedOrders, cardholders }: { affectedOrders: object[]; cardholders: { personName: string }[] },
  { line, holder, hidden, firm }: Affected,
) {
  const [{ number, unit }] = await rows(
    'select i.order_number as number, u.name as unit from order_item i join organisation u on u.id = i.unit_id where i.id = $1',
    [line.id],
  );
  expect(affectedOrders).toEqual([{ orderNumber: number, unitName: unit, lines: 1 }]);
  const nameOf = async ({ personId }: Ordered) =>
    (await rows(`select given_name || ' ' || family_name as name from person where id = $1`, [personId]))[0]
      .name;
  expect(cardholders.map(({ personName }) => personName)).toEqual([await nameOf(holder)]);
  const read = await rows(
    `select purpose, person_ids::text[] as persons from audit_log where kind = 'READ' and purpose = 'WITHDRAWAL' order by id`,
  );
  expect(read).toEqual([{ purpose: 'WITHDRAWAL', persons: [holder.personId] }]);
  const { withdrawalConsequences } = await (await checks.desk.as('lead')).ask(LOST, { ids: [firm.main] });
  expect(withdrawalConsequences.cardholders).toHaveLength(2);
  expect(JSON.stringify(withdrawalConsequences)).toContain(await nameOf(hidden));
  await rows(
    `insert into case_barred (case_id, staff_user_id, organisation_id, reason) select k.case_id, $2, 2, 'FAMILY' from annual_confirmation k where k.firm_id = $1`,
    [firm.main, checks.desk.staff.caseworker],
  );
  const barred = await (await caseworker()).ask(LOST, { ids: [firm.main] });
  expect(barred.withdrawalConsequences).toMatchObject({ cards: 2, affectedOrders: [], cardholders: [] });
  await rows('delete from case_barred where staff_user_id = $1', [checks.desk.staff.caseworker]);
}

describe('the yearly confirmation', () => {
  test('opens on 1 December, reminds, gives notice, and ends in a withdrawal for who never answers', async () => {
    const [answers, silent, comments] = [await approved(), await approved(), await approved()];
    const outside = await checks.firm();
    await checks.approve(outside, 'CAR_CARE_APPROVAL', null);
    const line = await checks.order({ scheme: 'CLEANING', firm: silent.firm });
    const holder = await checks.order({ scheme: 'CLEANING', firm: silent.firm, card: true });
    const hidden = await checks.order({ scheme: 'CLEANING', firm: silent.firm, card: true });
    await rows('update person set restricted = true where id = $1', [hidden.personId]);
    const by = (one: Application) => one.firm.mainOrgNumber;

    checks.becomes('2026-11-30T09:00:00Z');
    expect(await run('open-confirmations')).toBe(0);
    expect((await rehearse('open-confirmations', '2026-12-01T09:00:00Z'))?.rows).toHaveLength(4);
    expect(await rows('select 1 from confirmation_campaign')).toEqual([]);
    checks.becomes('2026-12-01T09:00:00Z');
    expect(await run('open-confirmations')).toBe(4);
    // Exactly once; and who was approved since confirms for the first time next year.
    checks.becomes('2026-12-15T09:00:00Z');
    await approved();
    expect(await run('open-confirmations')).toBe(0);
    const { confirmationCampaigns } = await (await caseworker()).ask(CAMPAIGNS);
    // 31 January 2027 is a Sunday.
    expect(confirmationCampaigns).toMatchObject([
      { year: 2027, dueOn: '2027-02-01', firms: 4, progress: [{ state: 'WAITING', firms: 4 }] },
    ]);
    const campaign = confirmationCampaigns[0].id as string;
    const of = await confirmations(campaign);
    const idOf = (one: Application) => of.get(by(one))?.id ?? '';
    const all = [...of.values()].map(({ id }) => id);

    const told = {
      channel: 'PORTAL',
      receivedOn: '2026-12-14',
      employees: 7,
      statements: ['CONDITIONS_MET'],
    };
    const input = { confirmationId: idOf(answers), expectedVersion: 1, ...told };
    const future = await (await caseworker()).send(RECORD, { input: { ...input, receivedOn: '2027-12-14' } });
    expect(future.errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED' });
    await (await caseworker()).ask(RECORD, { input });
    const again = await (await caseworker()).send(RECORD, { input: { ...input, expectedVersion: 2 } });
    expect(again.errors?.[0]?.extensions).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' });
    expect((await confirmations(campaign)).get(by(answers))).toMatchObject({
      ...{ state: 'CONFIRMED', employees: 7, statements: ['CONDITIONS_MET'] },
      receipt: expect.stringMatching(/^2027-\d{6}$/),
    });
    const [receipt] = await lettersOf(answers);
    expect(receipt).toMatchObject({ kind: 'CONFIRMATION_RECEIVED' });
    expect(JSON.stringify(receipt.content)).toContain('Kvitteringsnummer: 2027-');

    // Two weeks before the day it is due; an approval from the old register gets its case then.
    checks.becomes('2027-01-17T09:00:00Z');
    expect(await run('remind-confirmations')).toBe(0);
    checks.becomes('2027-01-18T09:00:00Z');
    expect((await rehearse('remind-confirmations', '2027-01-18T09:00:00Z'))?.rows).toHaveLength(3);
    expect(await run('remind-confirmations')).toBe(3);
    expect(await run('remind-confirmations')).toBe(0);
    expect(await lettersOf(silent)).toMatchObject([{ kind: 'CONFIRMATION_REMINDER' }]);
    const { sendConfirmationReminders } = await (await caseworker()).ask(REMIND, {
      input: { confirmationIds: [idOf(silent)] },
    });
    expect(sendConfirmationReminders).toMatchObject([{ done: false, refusal: 'ALREADY_TOLD' }]);

    const texts = await draftOf({ desk: checks.desk, as: await caseworker() }, silent, {
      ...{ kind: 'WITHDRAWAL', outcome: 'WITHDRAW' },
    });
    const { groundIds, statuteIds } = texts;
    const notice = async () =>
      (
        await (
          await caseworker()
        ).ask(NOTICE, { input: { confirmationIds: all, statuteIds, freeText: 'Svar oss.' } })
      ).sendAdvanceNotices as { confirmationId: string; done: boolean; refusal: string | null }[];
    checks.becomes('2027-02-01T09:00:00Z');
    const early = (await notice()).map(({ refusal }) => refusal);
    expect(early).toHaveLength(4);
    expect(new Set(early)).toEqual(new Set(['CONFIRMED', 'NOT_DUE']));
    checks.becomes('2027-02-02T09:00:00Z');
    expect((await notice()).map(({ refusal }) => refusal)).toContain(null);
    const letters = await lettersOf(silent);
    expect(letters[1]).toMatchObject({ kind: 'ADVANCE_NOTICE' });
    expect(JSON.stringify(letters[1].content)).toContain('Fristen var 1. februar 2027');
    expect(JSON.stringify(letters[1].content)).toContain('16. februar 2027');
    expect(await notice()).toHaveLength(4);
    expect(await lettersOf(silent)).toHaveLength(2);

    const preview = async () =>
      (await (await caseworker()).ask(PREVIEW, { ids: all })).previewConfirmationWithdrawals;
    checks.becomes('2027-02-16T09:00:00Z');
    expect(await preview()).toMatchObject({ ready: 0, refused: 4, consequences: { orders: 0, cards: 0 } });
    checks.becomes('2027-02-17T09:00:00Z');
    await rows('update desk_case set new_post_at = $2 where id = $1', [comments.caseId, checks.now]);
    const seen = await preview();
    expect(seen).toMatchObject({
      ...{ ready: 2, refused: 2 },
      consequences: { orders: 1, cards: 2 },
    });
    expect(seen.consequences.firms).toContainEqual({
      ...{ firm: { orgNumber: by(silent) }, orders: 1, cards: 2 },
    });
    await namedOnce(seen.consequences, { line, holder, hidden, firm: silent.firm });
    const why = new Map(
      seen.rows.map((one: { row: { id: string }; refusal: string }) => [one.row.id, one.refusal]),
    );
    expect(why.get(idOf(comments))).toBe('NEW_POST');

    const words = { groundIds, statuteIds, facts: ['Årlig melding er ikke sendt.'], freeText: '' };
    const { proposeConfirmationWithdrawals } = await (await caseworker()).ask(PROPOSE, {
      input: { confirmationIds: all, ...words },
    });
    const done = proposeConfirmationWithdrawals.filter((one: { done: boolean }) => one.done);
    const outsider = of.get(outside.mainOrgNumber)?.id ?? '';
    expect(new Set(done.map((one: { confirmationId: string }) => one.confirmationId))).toEqual(
      new Set([idOf(silent), outsider]),
    );
    expect((await confirmations(campaign)).get(by(silent))).toMatchObject({ state: 'WITHDRAWAL_PROPOSED' });
    expect(await standing(silent.firm)).toBe('APPROVED_WITH_EMPLOYEES');
    const lead = await checks.desk.as('lead');
    expect((await approveAll(checks.desk, lead, silent.caseId)).errors).toBeUndefined();
    expect(await standing(silent.firm)).toBe('NOT_APPROVED');
    expect((await confirmations(campaign)).get(by(silent))).toMatchObject({ state: 'WITHDRAWN' });
    expect((await confirmations(campaign)).get(by(comments))).toMatchObject({ state: 'NOTICED' });
    expect((await checks.line(line)).status).toBe('PENDING');
    await toldOnce(silent, { line, holder });
    await lostAndBack(outside, outsider);
    const filter = { state: ['WITHDRAWN', 'CONFIRMED'] };
    const page = (await (await caseworker()).ask(CAMPAIGN, { id: campaign, filter, page: { first: 1 } }))
      .confirmationCampaign;
    expect(page).toMatchObject({ rows: [{}], count: { value: 2 }, pageInfo: { hasNextPage: true } });
    const named = { text: by(silent) };
    expect(
      (await (await caseworker()).ask(CAMPAIGN, { id: campaign, filter: named })).confirmationCampaign.rows,
    ).toHaveLength(1);
  });

  test('a firm that is approved no longer, and has no case here, can have nothing done about it', async () => {
    const gone = await checks.firm();
    const [{ campaign }] = await rows(
      `insert into confirmation_campaign (organisation_id, register, year, due_on, opened_at) values (2, 'CLEANING_APPROVAL', 2020, '2020-01-31', $1) returning id::text as campaign`,
      [checks.now],
    );
    const [{ id }] = await rows(
      'insert into annual_confirmation (organisation_id, campaign_id, firm_id) values (2, $1, $2) returning id::text',
      [campaign, gone.main],
    );
    expect((await confirmations(campaign)).get(gone.mainOrgNumber)).toMatchObject({ state: 'WAITING' });
    await checks.approve(gone, 'CLEANING_APPROVAL', 'NOT_APPROVED');
    expect((await confirmations(campaign)).get(gone.mainOrgNumber)).toMatchObject({ state: 'WITHDRAWN' });
    const refused = async () => {
      const { previewConfirmationWithdrawals: seen } = await (await caseworker()).ask(PREVIEW, { ids: [id] });
      expect(seen).toMatchObject({ ready: 0, rows: [{ refusal: 'NOT_GRANTED', row: { id } }] });
    };
    await refused();
    const { sendConfirmationReminders } = await (await caseworker()).ask(REMIND, {
      input: { confirmationIds: [id] },
    });
    expect(sendConfirmationReminders).toMatchObject([{ done: false, code: 'ACTION_NOT_AVAILABLE' }]);
    expect(await rows('select case_id from annual_confirmation where id = $1', [id])).toEqual([
      { case_id: null },
    ]);
    // Approved anew is another approval than the one that was asked about.
    await checks.approve(gone, 'CLEANING_APPROVAL', 'APPROVED_WITH_EMPLOYEES');
    expect((await confirmations(campaign)).get(gone.mainOrgNumber)).toMatchObject({ state: 'WITHDRAWN' });
    await refused();
  });

  test('a confirmation that comes while the withdrawal waits makes the proposal fall', async () => {
    const late = await approved();
    checks.becomes('2027-12-01T09:00:00Z');
    await run('open-confirmations');
    const [{ id }] = await rows(
      `update annual_confirmation k set noticed_at = $2, comment_by = '2028-02-15' from confirmation_campaign g
       where g.id = k.campaign_id and g.year = 2028 and k.firm_id = $1 returning k.id::text`,
      [late.firm.main, checks.now],
    );
    checks.becomes('2028-02-16T09:00:00Z');
    const { groundIds, statuteIds } = await draftOf({ desk: checks.desk, as: await caseworker() }, late, {
      ...{ kind: 'WITHDRAWAL', outcome: 'WITHDRAW' },
    });
    const words = { groundIds, statuteIds, facts: ['Årlig melding er ikke sendt.'], freeText: '' };
    await (await caseworker()).ask(PROPOSE, { input: { confirmationIds: [id], ...words } });
    const told = {
      channel: 'LETTER',
      receivedOn: '2028-02-16',
      employees: 2,
      statements: ['CONDITIONS_MET'],
    };
    await (await caseworker()).ask(RECORD, { input: { confirmationId: id, expectedVersion: 1, ...told } });
    const answer = await approveAll(checks.desk, await checks.desk.as('lead'), late.caseId);
    expect(answer.data?.approveDecision).toMatchObject({ decisionId: null, fell: expect.anything() });
    expect(await standing(late.firm)).toBe('APPROVED_WITH_EMPLOYEES');
  });
});

describe('firms that are gone', () => {
  test('a bankrupt firm’s approval comes back to the desk once, and a person decides', async () => {
    const application = await approved();
    expect(await run('firms-gone')).toBe(0);
    await rows(`update organisation set status = 'BANKRUPT' where id = $1`, [application.firm.main]);
    expect((await rehearse('firms-gone', '2028-02-16T09:00:00Z'))?.rows).toMatchObject([
      { reasons: ['BANKRUPT'] },
    ]);
    expect(await run('firms-gone')).toBe(1);
    expect(await run('firms-gone')).toBe(0);
    expect(
      await rows('select status, new_post_at is not null as post from desk_case where id = $1', [
        application.caseId,
      ]),
    ).toEqual([{ status: 'OPEN', post: true }]);
    expect(
      await rows(
        `select type, new_value from case_event where case_id = $1 and type in ('FIRM_GONE', 'REOPENED') order by id`,
        [application.caseId],
      ),
    ).toEqual([
      { type: 'FIRM_GONE', new_value: 'BANKRUPT' },
      { type: 'REOPENED', new_value: 'NEW_INFORMATION' },
    ]);
    expect(await standing(application.firm)).toBe('APPROVED_WITH_EMPLOYEES');
    await rows(`update organisation set status = 'REMOVED' where id = $1`, [application.firm.main]);
    expect(await run('firms-gone')).toBe(1);
  });

  test('one from the old register is handled alike: its case is opened with the news', async () => {
    const outside = await checks.firm();
    await rows(`update organisation set status = 'BANKRUPT' where id = $1`, [outside.main]);
    const found = await rehearse('firms-gone', '2028-02-16T09:00:00Z');
    expect(found?.rows.map(({ reasons }) => reasons)).toEqual([['BANKRUPT'], ['BANKRUPT']]);
    expect(await run('firms-gone')).toBe(2);
    expect(await run('firms-gone')).toBe(0);
    const cases = await rows(
      `select c.status, a.status as granted, a.register, h.status as standing from firm_approval h join exception_application a on a.id = h.application_id
       join desk_case c on c.id = a.case_id where h.firm_id = $1 order by a.register`,
      [outside.main],
    );
    expect(cases).toEqual(
      ['CAR_CARE_APPROVAL', 'CLEANING_APPROVAL'].map(register => ({
        ...{ register, status: 'OPEN', granted: 'GRANTED', standing: 'APPROVED_WITH_EMPLOYEES' },
      })),
    );
  });

  test('an agency is warned once, 30 days before its year is over', async () => {
    const agency = await approved('STAFFING_AGENCY');
    await granted(agency.firm, agency, '2028-04-01');
    checks.becomes('2028-03-01T09:00:00Z');
    expect(await run('warn-approvals')).toBe(0);
    checks.becomes('2028-03-02T09:00:00Z');
    expect(await run('warn-approvals')).toBe(1);
    expect(await run('warn-approvals')).toBe(0);
    const [letter] = await lettersOf(agency);
    expect(letter).toMatchObject({ kind: 'APPROVAL_EXPIRING' });
    expect(JSON.stringify(letter.content)).toContain('1. april 2028');
  });

  test('what a withdrawal would cost is counted, for those who decide only', async () => {
    const firm = await checks.firm();
    await checks.order({ scheme: 'CLEANING', firm });
    await checks.order({ scheme: 'CONSTRUCTION', firm });
    await checks.order({ scheme: 'CLEANING', firm, card: true });
    const { withdrawalConsequences } = await (await caseworker()).ask(LOST, { ids: [firm.main] });
    expect(withdrawalConsequences).toMatchObject({ orders: 1, cards: 1, firms: [{ orders: 1 }] });
    // Nobody prepares its withdrawal: no names.
    expect(withdrawalConsequences).toMatchObject({ affectedOrders: [], cardholders: [] });
    const agent = await (await checks.desk.as('agent')).send(LOST, { ids: [firm.main] });
    expect(agent.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});
