import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogueOn } from '../../server/src/features/exception-catalogue/exception-catalogue.readmodel.ts';
import { EXCEPTION_CODES } from '../../server/src/features/exception-catalogue/exception-catalogue.rules.ts';
import { addDays, osloDate } from '../../server/src/platform/calendar/calendar.ts';
import { Db } from '../../server/src/platform/db/db.ts';
import { ANONYMOUS } from '../../server/src/platform/db/principal.ts';
import { createApplication } from '../support/application.factories.ts';
import type { Client } from '../support/client.ts';
import { inDays } from '../support/days.ts';
import { createDecision } from '../support/decision.factories.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { exceptionProposal } from '../support/exception-rules.ts';
import { createOrderItem } from '../support/factories.ts';
import { createCheck } from '../support/order.factories.ts';

const RULE = `code id validFrom channels validity { kind months deleteAfter roles } legalReference fourEyesOn turnoverNok
  requirements { key fact alternatives label { nb } } name { nb nn en }`;
const CHANGE = `id code state validFrom rule { ${RULE} } before { ${RULE} } proposedBy { name } approvedBy { name } withdrawnReason allowedActions`;
const READ = `query ExceptionCatalogue($on: LocalDate) { exceptionCatalogue(on: $on) { day rules { ${RULE} } documentKinds { kind label { nb nn en } } } }`;
const CHANGES = `query ExceptionRuleChanges { exceptionRuleChanges { ${CHANGE} } }`;
const PROPOSE = `mutation ProposeExceptionRule($input: ProposeExceptionRuleInput!) { proposeExceptionRule(input: $input) { id state } }`;
const APPROVE = `mutation ApproveExceptionRule($id: EntityId!) { approveExceptionRule(id: $id) { id state } }`;
const WITHDRAW = `mutation WithdrawExceptionRule($input: WithdrawExceptionRuleInput!) { withdrawExceptionRule(input: $input) { id state } }`;

interface Change {
  id: string;
  code: string;
  state: string;
  allowedActions: string[];
}

let desk: Desk;
let lead: Client;
let other: Client;
beforeAll(async () => {
  desk = await startDesk();
  await desk.sql.query(`update staff_user set roles = '{CASEWORKER_LEAD}' where id = $1`, [
    desk.staff.caseworker,
  ]);
  [lead, other] = [await desk.as('lead'), await desk.as('caseworker')];
});
afterAll(() => desk.stop());

let day = 1;
const proposal = (given: object = {}) => {
  day += 1;
  return { input: { ...exceptionProposal('VAT_UNDER_50K_NEW', inDays(day)), ...given } };
};
async function propose(given: object = {}, by = lead): Promise<Change> {
  const { proposeExceptionRule } = await by.ask(PROPOSE, proposal(given));
  return read(proposeExceptionRule.id, by);
}
async function read(id: string, by = lead): Promise<Change> {
  const { exceptionRuleChanges } = await by.ask(CHANGES);
  return exceptionRuleChanges.find((change: Change) => change.id === id);
}
const six = { kind: 'MONTHS', months: 6, deleteAfter: true };

/** What other features ask: as a job. */
const asked = (on: string) => {
  const info = { requestId: 'x', operation: 'x', address: null };
  return catalogueOn(new Db(desk.app.jobParts, { ...ANONYMOUS, kind: 'system' }, info), on);
};

describe('the catalogue of exceptions', () => {
  test('has all fourteen, with names in three languages and names of the papers', async () => {
    const { exceptionCatalogue } = await lead.ask(READ);
    expect(exceptionCatalogue.rules.map((rule: Change) => rule.code).sort()).toEqual(
      [...EXCEPTION_CODES].sort(),
    );
    const spouse = exceptionCatalogue.rules.find((rule: Change) => rule.code === 'AA_ENK_SPOUSE');
    expect(spouse).toMatchObject({
      id: null,
      channels: 'SECURE',
      name: { nb: 'Ektefelle av ENK-eier' },
      requirements: [
        { fact: 'PERSON' },
        { fact: 'FIRM' },
        { alternatives: [['MARRIAGE_CERTIFICATE'], ['JOINT_TAX_RETURN']] },
      ],
    });
    expect(exceptionCatalogue.documentKinds).toContainEqual({
      kind: 'RESIDENCE_CARD',
      label: { nb: 'Oppholdskort', nn: 'Opphaldskort', en: 'Residence card' },
    });
  });

  test('is what it was until a change that two have agreed on begins, and stays so for earlier days', async () => {
    const validFrom = inDays(60);
    const change = await propose({ validFrom, validity: six });
    expect(change).toMatchObject({
      state: 'WAITING',
      proposedBy: { name: 'Henrik Aas' },
      rule: { validity: { months: 6 } },
      before: { validity: { months: 3 } },
    });
    expect((await asked(validFrom)).VAT_UNDER_50K_NEW.validity).toMatchObject({ months: 3 });
    await other.ask(APPROVE, { id: change.id });
    expect(await read(change.id)).toMatchObject({ state: 'COMING', approvedBy: { name: 'Tuva Myhre' } });
    expect((await asked(addDays(validFrom, -1))).VAT_UNDER_50K_NEW.validity).toMatchObject({ months: 3 });
    expect((await asked(validFrom)).VAT_UNDER_50K_NEW).toMatchObject({ id: change.id, validity: six });
    const { exceptionCatalogue } = await lead.ask(READ, { on: validFrom });
    expect(exceptionCatalogue.rules).toContainEqual(
      expect.objectContaining({ code: 'VAT_UNDER_50K_NEW', id: change.id }),
    );
  });

  test('is never changed by the one who proposed it, nor by one alone', async () => {
    const change = await propose();
    expect(change.allowedActions).toEqual(['WITHDRAW']);
    expect(await lead.refused(APPROVE, { id: change.id })).toBe('FORBIDDEN');
    expect((await read(change.id, other)).allowedActions).toEqual(['APPROVE', 'WITHDRAW']);
  });

  test('lets a change be withdrawn until its day, and then no more', async () => {
    const change = await propose();
    await other.ask(APPROVE, { id: change.id });
    const { withdrawExceptionRule } = await lead.ask(WITHDRAW, {
      input: { id: change.id, reason: 'Feil dato' },
    });
    expect(withdrawExceptionRule.state).toBe('WITHDRAWN');
    expect(await read(change.id)).toMatchObject({ state: 'WITHDRAWN', withdrawnReason: 'Feil dato' });
    expect(await other.refused(APPROVE, { id: change.id })).toBe('SETTING_DECIDED');
  });

  test('has one change for one day', async () => {
    const validFrom = inDays(200);
    await propose({ validFrom });
    expect(await other.refused(PROPOSE, proposal({ validFrom }))).toBe('SETTING_DATE_TAKEN');
  });

  test('is never changed in place, not even by the owner of the database', async () => {
    const change = await propose();
    await other.ask(APPROVE, { id: change.id });
    await expect(
      desk.sql.query(`update exception_rule set body = body || '{"channels":"SECURE"}' where id = $1`, [
        change.id,
      ]),
    ).rejects.toThrow('never changed in place');
    await expect(desk.sql.query('delete from exception_rule where id = $1', [change.id])).rejects.toThrow(
      'never changed in place',
    );
  });

  test('is written to the log by name, proposal and approval apart', async () => {
    const change = await propose();
    await other.ask(APPROVE, { id: change.id });
    const { rows } = await desk.sql.query(
      `select actor_id, operation from audit_log where table_name = 'exception_rule' and row_id = $1 order by id`,
      [change.id],
    );
    expect(rows).toEqual([
      { actor_id: desk.staff.lead, operation: 'ProposeExceptionRule INSERT' },
      { actor_id: desk.staff.caseworker, operation: 'ApproveExceptionRule UPDATE' },
    ]);
  });

  test('needs a fresh proof of who one is to be changed', async () => {
    await desk.sql.query(
      `update staff_session set auth_at = auth_at - interval '1 day' where staff_user_id = $1`,
      [desk.staff.lead],
    );
    // What the server remembers of a session lasts a second.
    await wait(1_050);
    expect(await lead.refused(PROPOSE, proposal())).toBe('STEP_UP_REQUIRED');
    lead = await desk.as('lead');
  });

  test('is read by who registers, and its changes by the authority alone', async () => {
    const [agent, auditor, finance] = [
      await desk.as('agent'),
      await desk.as('auditor'),
      await desk.as('finance'),
    ];
    expect((await agent.ask(READ)).exceptionCatalogue.rules).toHaveLength(14);
    expect(await agent.refused(CHANGES)).toBe('FORBIDDEN');
    expect(await agent.refused(PROPOSE, proposal())).toBe('FORBIDDEN');
    expect((await auditor.ask(CHANGES)).exceptionRuleChanges.length).toBeGreaterThan(0);
    expect(await auditor.refused(PROPOSE, proposal())).toBe('FORBIDDEN');
    expect(await finance.refused(READ)).toBe('FORBIDDEN');
  });
});

describe('a proposal that cannot stand', () => {
  const label = { nb: 'x', nn: 'x', en: 'x' };
  test.each([
    ['a day that has begun', { validFrom: osloDate(new Date()) }, { validFrom: 'DATE_NOT_LATER' }],
    ['no grounds', { grounds: ' ' }, { grounds: 'REQUIRED' }],
    ['no requirement at all', { requirements: [] }, { requirements: 'INVALID' }],
    [
      'a requirement that asks for nothing',
      { requirements: [{ key: 'X1', label, alternatives: [] }] },
      { requirements: 'INVALID' },
    ],
    ['no months', { validity: { kind: 'MONTHS' } }, { validity: 'INVALID' }],
    ['a threshold below zero', { turnoverNok: -1 }, { turnoverNok: 'INVALID' }],
    ['a name that is empty', { name: { ...label, nn: ' ' } }, { name: 'INVALID' }],
  ])('%s', async (_, given, fieldErrors) => {
    const { errors } = await lead.send(PROPOSE, proposal(given));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', fieldErrors });
  });

  test('personal papers by plain e-mail', async () => {
    const input = { ...exceptionProposal('UDI_CONFIRMED', inDays(90)), channels: 'ALSO_EMAIL' };
    const { errors } = await lead.send(PROPOSE, { input });
    expect(errors?.[0]?.extensions).toMatchObject({ fieldErrors: { channels: 'NOT_POSSIBLE' } });
  });
});

describe('a change is rehearsed before it takes effect', () => {
  const REHEARSE = `query RehearseExceptionRule($id: EntityId!) { rehearseExceptionRule(id: $id) {
    since decisions openCases capped differCount moveCount reasons { reason count } differing { number reasons } moving { number reasons } } }`;

  test('on the decisions of twelve months and on the open cases, and writes nothing', async () => {
    const code = 'STAFFING_FOREIGN';
    const old = await createApplication(desk, {
      code,
      status: 'GRANTED',
      receivedOn: inDays(-500),
      decidedOn: inDays(-490),
    });
    await createDecision(desk, old, { decidedBy: desk.staff.lead, decidedOn: inDays(-490) });
    const granted = await createApplication(desk, {
      code,
      status: 'GRANTED',
      receivedOn: inDays(-40),
      decidedOn: inDays(-30),
    });
    await createDecision(desk, granted, { decidedBy: desk.staff.lead, decidedOn: inDays(-30) });
    const open = await createApplication(desk, { code, channel: 'EMAIL' });
    const change = {
      ...exceptionProposal(code, inDays(77)),
      channels: 'SECURE',
      fourEyesOn: ['GRANT', 'REFUSE', 'WITHDRAW'],
    };
    const { proposeExceptionRule } = await lead.ask(PROPOSE, { input: change });
    const before = await desk.sql.query('select count(*) from audit_log');
    const { rehearseExceptionRule: found } = await lead.ask(REHEARSE, { id: proposeExceptionRule.id });
    expect(found).toMatchObject({ decisions: 1, openCases: 1, capped: false, differCount: 1, moveCount: 1 });
    expect(found.differing).toEqual([{ number: granted.number, reasons: ['SECOND_SIGNATURE_NOW'] }]);
    expect(found.moving).toEqual([{ number: open.number, reasons: ['CHANNEL_CLOSED'] }]);
    expect(found.reasons).toContainEqual({ reason: 'CHANNEL_CLOSED', count: 1 });
    expect((await desk.sql.query('select count(*) from audit_log')).rows).toEqual(before.rows);
    expect(await (await desk.as('auditor')).refused(REHEARSE, { id: proposeExceptionRule.id })).toBe(
      'FORBIDDEN',
    );
    expect(await lead.refused(REHEARSE, { id: '987654321' })).toBe('NOT_FOUND');
  });
});

describe('who orders as usual', () => {
  const USUAL_PAGE =
    'query ExceptionCatalogue($on: LocalDate) { exceptionCatalogue(on: $on) { usual { code sectorCodes industryCodes forms name { nb } } } }';
  const USUAL_CHANGES =
    'query UsualRuleChanges { usualRuleChanges { id code state rule { sectorCodes } before { sectorCodes } } }';
  const PROPOSE_USUAL =
    'mutation ProposeUsualRule($input: ProposeUsualRuleInput!) { proposeUsualRule(input: $input) { id state } }';
  const input = () => ({
    ...{
      code: 'USUAL_PUBLIC',
      validFrom: inDays(30),
      grounds: 'Ny sektorkode',
      name: { nb: 'Stat', nn: 'Stat', en: 'State' },
    },
    ...{ sectorCodes: ['6100', '6500', '6510'], industryCodes: [], forms: [] },
  });

  const REHEARSE_USUAL = `query RehearseUsualRule($id: EntityId!) { rehearseUsualRule(id: $id) {
    since lines openLines capped differCount moveCount reasons { reason count } differing { number reason } moving { number line orgNumber firmName reason } } }`;

  async function lineOf(sector: string, status: 'PENDING' | 'SHIPPED') {
    const item = await createOrderItem(desk, { status });
    await desk.sql.query('update organisation set sector_code = $2 where id = $1', [item.firm.main, sector]);
    const place = { itemId: item.id, firmId: item.firm.main, at: new Date() };
    await createCheck(desk, place, { register: 'MVA', outcome: 'REJECTED', reason: 'MVA_NOT_REGISTERED' });
    return item;
  }

  test('changes on a day, by two leaders', async () => {
    const { proposeUsualRule } = await lead.ask(PROPOSE_USUAL, { input: input() });
    expect(await lead.refused(APPROVE, { id: proposeUsualRule.id })).toBe('FORBIDDEN');
    await other.ask(APPROVE, { id: proposeUsualRule.id });
    const { usualRuleChanges } = await lead.ask(USUAL_CHANGES);
    expect(usualRuleChanges[0]).toMatchObject({
      state: 'COMING',
      rule: { sectorCodes: ['6100', '6500', '6510'] },
      before: { sectorCodes: ['6100', '6500'] },
    });
    const onDay = async (on: string) =>
      (await lead.ask(USUAL_PAGE, { on })).exceptionCatalogue.usual[0].sectorCodes.length;
    expect([await onDay(inDays(29)), await onDay(inDays(30))]).toEqual([2, 3]);
  });

  test('is rehearsed on the order lines of twelve months from firms outside Mva-registeret, and writes nothing', async () => {
    const kf = await lineOf('1510', 'PENDING');
    const shipped = await lineOf('1510', 'SHIPPED');
    await lineOf('2100', 'PENDING');
    await desk.sql.query(
      `with o as (update card_order set ordered_on = ordered_on - 500 where id = $1)
       update order_item set ordered_on = ordered_on - 500 where order_id = $1`,
      [(await lineOf('1510', 'SHIPPED')).orderId],
    );
    const proposed = { ...input(), validFrom: inDays(31), sectorCodes: ['6100', '6500', '1510'] };
    const { proposeUsualRule } = await lead.ask(PROPOSE_USUAL, { input: proposed });
    const before = await desk.sql.query('select count(*) from audit_log');
    const { rehearseUsualRule: found } = await lead.ask(REHEARSE_USUAL, { id: proposeUsualRule.id });
    expect(found).toMatchObject({ lines: 1, openLines: 2, capped: false, differCount: 1, moveCount: 1 });
    expect(found.differing).toMatchObject([{ number: shipped.orderNumber, reason: 'AS_USUAL_NOW' }]);
    expect(found.moving).toMatchObject([
      { number: kf.orderNumber, line: 1, orgNumber: kf.firm.mainOrgNumber, reason: 'AS_USUAL_NOW' },
    ]);
    expect(found.reasons).toEqual([{ reason: 'AS_USUAL_NOW', count: 2 }]);
    expect((await desk.sql.query('select count(*) from audit_log')).rows).toEqual(before.rows);
  });

  test('is no rule of an exception, and the lines are shown to nobody but the leaders', async () => {
    const { proposeUsualRule } = await lead.ask(PROPOSE_USUAL, {
      input: { ...input(), validFrom: inDays(32) },
    });
    const ask = (by: Client) => by.refused(REHEARSE_USUAL, { id: proposeUsualRule.id });
    expect(await ask(await desk.as('agent'))).toBe('FORBIDDEN');
    expect(await ask(await desk.as('auditor'))).toBe('FORBIDDEN');
    const { id } = await propose();
    expect(await lead.refused(REHEARSE_USUAL, { id })).toBe('ACTION_NOT_AVAILABLE');
  });

  test('is never a rule that fits everybody', async () => {
    const { errors } = await lead.send(PROPOSE_USUAL, { input: { ...input(), sectorCodes: [] } });
    expect(errors?.[0]?.extensions).toMatchObject({ fieldErrors: { sectorCodes: 'INVALID' } });
  });
});

describe('what a decision may say', () => {
  const TEXTS = `query DecisionTexts($code: ApplicationCode!, $outcome: DecisionOutcome!) { decisionTexts(code: $code, outcome: $outcome) {
    day grounds { code version label { nb nn en } text { nb nn en } } statutes { code suggested citation { nb } title { nb } validTo } } }`;

  test.each(EXCEPTION_CODES)(
    '%s: at least two grounds for yes and for no, and law to rest on',
    async code => {
      for (const outcome of ['GRANT', 'REFUSE', 'DISMISS', 'WITHDRAW']) {
        const { decisionTexts } = await lead.ask(TEXTS, { code, outcome });
        expect(decisionTexts.grounds.length).toBeGreaterThanOrEqual(2);
        const suggested = decisionTexts.statutes.filter((one: { suggested: boolean }) => one.suggested);
        expect(suggested.map((one: { code: string }) => one.code)).toContain('FVL-23-25');
      }
    },
  );

  test('is in the version of today, what is particular first', async () => {
    const { decisionTexts } = await lead.ask(TEXTS, { code: 'AA_ENK_SPOUSE', outcome: 'GRANT' });
    expect(
      decisionTexts.grounds.map((one: { code: string; version: number }) => [one.code, one.version]),
    ).toEqual([
      ['MARRIED_TO_OWNER', 2],
      ['SPOUSE_NOT_EMPLOYEE', 1],
      ['CONDITIONS_MET', 3],
      ['ONLY_THIS_FIRM', 1],
      ['ONLY_THIS_REGISTER', 1],
    ]);
  });
});
