/** What the approval of a firm asks for is data with versions: proposed by one leader, rehearsed, approved by another. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogueOn } from '../../server/src/features/exception-catalogue/exception-catalogue.readmodel.ts';
import { Db } from '../../server/src/platform/db/db.ts';
import { SYSTEM } from '../../server/src/platform/db/principal.ts';
import { createApplication } from '../support/application.factories.ts';
import type { Client } from '../support/client.ts';
import { inDays } from '../support/days.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { approvalProposal } from '../support/exception-rules.ts';
import { createFirm } from '../support/factories.ts';

const RULE = `validFrom requirements { key alternatives condition { of duty atLeast { from employees } smallBelow { from employees } smallAlternatives } } validity { kind months }`;
const READ = `query ApprovalRules($on: LocalDate) { exceptionCatalogue(on: $on) { approvals { code ${RULE} } } }`;
const CHANGES = `query ApprovalRuleChanges { approvalRuleChanges { id code state allowedActions rule { code ${RULE} } before { code ${RULE} } } }`;
const PROPOSE = `mutation ProposeApprovalRule($input: ProposeApprovalRuleInput!) { proposeApprovalRule(input: $input) { id state } }`;
const APPROVE = `mutation ApproveExceptionRule($id: EntityId!) { approveExceptionRule(id: $id) { id state } }`;
const REHEARSE = `query RehearseExceptionRule($id: EntityId!) { rehearseExceptionRule(id: $id) {
  decisions openCases differCount moveCount differing { number reasons } moving { number reasons } } }`;

let desk: Desk;
let lead: Client;
let other: Client;
let day = 1;

beforeAll(async () => {
  desk = await startDesk();
  await desk.sql.query(`update staff_user set roles = '{CASEWORKER_LEAD}' where id = $1`, [
    desk.staff.caseworker,
  ]);
  [lead, other] = [await desk.as('lead'), await desk.as('caseworker')];
});
afterAll(() => desk.stop());

type Code = 'CLEANING_FIRM' | 'CAR_CARE_FIRM' | 'STAFFING_AGENCY';
interface Condition {
  key: string;
  [field: string]: unknown;
}
const proposal = (code: Code, given: object = {}) => {
  day += 1;
  return { ...approvalProposal(code, inDays(day)), ...given };
};
const conditions = (code: Code, key: string, given: object) =>
  (approvalProposal(code, inDays(1)).conditions as Condition[]).map(one =>
    one.key === key ? { ...one, ...given } : one,
  );
const asked = (on: string) => {
  const info = { requestId: 'x', operation: 'x', address: null };
  return catalogueOn(new Db(desk.app.jobParts, SYSTEM, info), on);
};
const faultsOf = async (input: object) =>
  (await lead.send(PROPOSE, { input })).errors?.[0]?.extensions?.fieldErrors;

describe('what an approval asks for', () => {
  test('is shown with its thresholds, and proposed again as it is', async () => {
    const { approvals } = (await lead.ask(READ)).exceptionCatalogue;
    expect(approvals.map(({ code }: Condition) => code)).toEqual([
      'CLEANING_FIRM',
      'CAR_CARE_FIRM',
      'STAFFING_AGENCY',
    ]);
    const amu = approvals[0].requirements.find(
      ({ key }: Condition) => key === 'WORKING_ENVIRONMENT_COMMITTEE',
    );
    expect(amu.condition.atLeast).toEqual([
      { from: '2012-09-01', employees: 50 },
      { from: '2024-01-01', employees: 30 },
    ]);
    const before = (await asked(inDays(300))).CLEANING_FIRM;
    const { id } = (await lead.ask(PROPOSE, { input: approvalProposal('CLEANING_FIRM', inDays(300)) }))
      .proposeApprovalRule;
    await other.ask(APPROVE, { id });
    const { id: kept, validFrom, ...after } = (await asked(inDays(300))).CLEANING_FIRM;
    expect({ kept, validFrom, after }).toEqual({
      ...{ kept: id, validFrom: inDays(300) },
      after: Object.fromEntries(Object.entries(before).filter(([key]) => !['id', 'validFrom'].includes(key))),
    });
  });

  test('changes on a day by two leaders, and stays what it was for earlier days', async () => {
    const key = 'WORKING_ENVIRONMENT_COMMITTEE';
    const atLeast = [{ from: '2012-09-01', employees: 20 }];
    const label = { nb: 'Nytt navn', nn: 'Nytt namn', en: 'New name' };
    const input = proposal('CLEANING_FIRM', {
      conditions: conditions('CLEANING_FIRM', key, { atLeast, label }),
    });
    const { id } = (await lead.ask(PROPOSE, { input })).proposeApprovalRule;
    expect(await lead.refused(APPROVE, { id })).toBe('FORBIDDEN');
    await other.ask(APPROVE, { id });
    const amuOn = async (on: string) =>
      (await asked(on)).CLEANING_FIRM.requirements.find(one => one.key === key);
    expect(await amuOn(inDays(day))).toMatchObject({ label, condition: { atLeast } });
    expect(await amuOn(inDays(day - 1))).toMatchObject({
      condition: { atLeast: [{ employees: 50 }, { employees: 30 }] },
    });
    const change = (await lead.ask(CHANGES)).approvalRuleChanges.find((one: { id: string }) => one.id === id);
    expect(change).toMatchObject({ code: 'CLEANING_FIRM', state: 'COMING' });
    expect(JSON.stringify(change.before)).toContain('"employees":30');
  });

  test('may last until it is withdrawn, or months', async () => {
    for (const [months, kind] of [
      [null, 'UNTIL_WITHDRAWN'],
      [24, 'MONTHS'],
    ] as const) {
      const { id } = (await lead.ask(PROPOSE, { input: proposal('CAR_CARE_FIRM', { months }) }))
        .proposeApprovalRule;
      const { approvalRuleChanges } = await other.ask(CHANGES);
      const { rule } = approvalRuleChanges.find((one: { id: string }) => one.id === id);
      expect(rule.validity).toEqual({ kind, months });
    }
  });

  test.each([
    ['nobody is asked anything', { conditions: [] }, { conditions: 'INVALID' }],
    ['months are none', { months: 0 }, { months: 'INVALID' }],
    ['it begins today', { validFrom: inDays(0) }, { validFrom: 'DATE_NOT_LATER' }],
    [
      'a threshold is no number of people',
      {
        conditions: conditions('CLEANING_FIRM', 'WORKING_ENVIRONMENT_COMMITTEE', {
          atLeast: [{ from: '2026-01-01', employees: 0 }],
        }),
      },
      { conditions: 'INVALID' },
    ],
    [
      'a smaller firm may prove it with nothing',
      { conditions: conditions('CLEANING_FIRM', 'SAFETY_REPRESENTATIVE', { smallAlternatives: [] }) },
      { conditions: 'INVALID' },
    ],
  ])('cannot stand when %s', async (_, given, faults) => {
    expect(await faultsOf({ ...proposal('CLEANING_FIRM'), ...given })).toEqual(faults);
  });

  test('is proposed by leaders of the authority only', async () => {
    for (const role of ['agent', 'auditor'] as const)
      expect(await (await desk.as(role)).refused(PROPOSE, { input: proposal('CLEANING_FIRM') })).toBe(
        'FORBIDDEN',
      );
  });
});

describe('a change is rehearsed', () => {
  test('on the open applications, as if they came on its first day, and writes nothing', async () => {
    const firm = await createFirm(desk);
    const apply = (employees: number) =>
      createApplication(desk, { code: 'CLEANING_FIRM', firm, claims: { employees, workers: 1 } });
    const [small, large] = [await apply(19), await apply(20)];
    await desk.sql.query(`update exception_application set status = 'CARD_ORDERING' where id = $1`, [
      large.id,
    ]);
    const atLeast = [
      { from: '2012-09-01', employees: 30 },
      { from: inDays(day + 1), employees: 20 },
    ];
    const input = proposal('CLEANING_FIRM', {
      conditions: conditions('CLEANING_FIRM', 'WORKING_ENVIRONMENT_COMMITTEE', { atLeast }),
    });
    const { id } = (await lead.ask(PROPOSE, { input })).proposeApprovalRule;
    const before = await desk.sql.query('select count(*) from audit_log');
    const { rehearseExceptionRule: found } = await lead.ask(REHEARSE, { id });
    expect(found).toMatchObject({ openCases: 2, moveCount: 1 });
    expect(found.moving).toEqual([{ number: large.number, reasons: ['CONDITION_DIFFERS'] }]);
    expect(small.number).not.toBe(large.number);
    expect((await desk.sql.query('select count(*) from audit_log')).rows).toEqual(before.rows);
  });
});
