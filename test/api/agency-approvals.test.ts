/** A staffing agency is approved by the desk itself when the registers answer yes to everything (domain section 5: automated, instant, one year at a time). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { automaticApprovalJobs } from '../../server/src/features/firm-approval/automatic-approval.jobs.ts';
import { automaticApprovals } from '../../server/src/features/firm-approval/automatic-approval.parts.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { CheckDesk } from '../support/check-desk.ts';
import type { Client } from '../support/client.ts';
import { createPerson, type Firm, syntheticNationalId } from '../support/factories.ts';
import { insert } from '../support/insert.ts';
import { type ApiClient, apiClient } from '../support/machines.ts';

const REGISTER = `mutation Register($input: RegisterApprovalInput!) { registerApproval(input: $input) { id caseId number } }`;
const DETAIL = `query Detail($caseId: EntityId!) { applicationDetail(caseId: $caseId) { status approval
  decisions { outcome decidedBy { name } approvedBy { name } validFrom validTo groundCodes statuteCodes facts } } }`;
const OPEN = `mutation Open($input: CaseVersionInput!) { openCardOrdering(input: $input) { status } }`;

let checks: CheckDesk;
let caseworker: Client;
let portal: ApiClient;

beforeAll(async () => {
  checks = await CheckDesk.start({ env: { REQUEST_BUDGET: '100000000' } });
  caseworker = await checks.desk.as('caseworker');
  portal = await apiClient(checks.desk);
});
afterAll(() => checks.stop());

const rows = async (sql: string, values: unknown[] = []) => (await checks.desk.sql.query(sql, values)).rows;

async function byStaff({ mainOrgNumber }: Firm) {
  const about = { code: 'STAFFING_AGENCY', channel: 'LETTER', receivedOn: '2026-11-20', language: 'nb' };
  const input = { ...about, orgNumber: mainOrgNumber, employees: 4, workers: 0 };
  return (await caseworker.ask(REGISTER, { input })).registerApproval;
}

async function byPortal(firm: Firm, key = randomUUID()) {
  const [sender] = await rows(`select 1 from firm_role where firm_id = $1 and code = 'DAGL'`, [firm.main]);
  if (!sender) leaders.set(firm.main, await leaderOf(firm));
  const body = {
    ...{ code: 'STAFFING_AGENCY', firm: firm.mainOrgNumber, language: 'en', employees: 4, workers: 0 },
    sender: { nationalId: leaders.get(firm.main), email: 'leder@leie.example', language: 'nb' },
  };
  return portal.call('/approval-applications', { body, key });
}
const leaders = new Map<string, string>();

async function leaderOf({ main }: Firm): Promise<string> {
  const { id, nationalId } = await createPerson(checks.desk, { nationalId: syntheticNationalId() });
  const role = { code: 'DAGL', person_id: id, holder_name: 'Lise Leder', refreshed_at: checks.now };
  await insert(checks.desk, 'firm_role', { firm_id: main, ...role });
  return nationalId;
}

const detail = async (caseId: string) => (await caseworker.ask(DETAIL, { caseId })).applicationDetail;
const standing = async ({ main }: Firm) =>
  rows(
    `select status, valid_to::text from firm_approval where firm_id = $1 and register = 'STAFFING' and to_at is null`,
    [main],
  );
const left = async (number: string) =>
  (
    await rows(
      `select e.new_value from case_event e join exception_application a on a.case_id = e.case_id where a.number = $1 and e.type = 'LEFT_TO_STAFF'`,
      [number],
    )
  ).map(({ new_value }) => new_value);
const WAITS = [{ status: 'APPLICATION_IN_PROGRESS', valid_to: null }];

describe('an agency whose registers all answer yes', () => {
  test('is approved at once for a year, with decision, letter, journal, event and audit in one transaction', async () => {
    const firm = await checks.firm();
    const { caseId, number } = await byStaff(firm);
    const { status, approval, decisions } = await detail(caseId);
    expect([status, approval]).toEqual(['GRANTED', 'APPROVED']);
    expect(decisions).toEqual([
      {
        ...{ outcome: 'GRANT', decidedBy: null, approvedBy: null },
        ...{ validFrom: '2026-11-23', validTo: '2027-11-23' },
        ...{ groundCodes: ['APPROVAL_CONDITIONS_MET'], statuteCodes: ['AML-14-12'] },
        facts: [
          'Registrert og i drift i Enhetsregisteret: ja',
          'Registrert i Foretaksregisteret, hvis plikt: ja',
          'Registrert i Merverdiavgiftsregisteret: ja',
          'Ansatte er meldt til Aa-registeret: ja',
        ],
      },
    ]);
    expect(await standing(firm)).toEqual([{ status: 'APPROVED', valid_to: '2027-11-23' }]);
    const [made] = await rows(
      `select d.id, d.proposal_id, l.content, l.xmin = d.xmin and j.xmin = d.xmin and e.xmin = d.xmin and c.xmin = d.xmin as together, c.status, e.actor_id,
        (select count(*)::int from audit_log g where g.table_name = 'decision' and g.row_id = d.id::text and g.xmin = d.xmin) as audited
      from decision d join letter l on l.decision_id = d.id join journal_entry j on j.letter_id = l.id join desk_case c on c.id = d.case_id
      join case_event e on e.case_id = d.case_id and e.type = 'DECISION_MADE' where d.case_id = $1`,
      [caseId],
    );
    expect(made).toMatchObject({
      proposal_id: null,
      together: true,
      status: 'CLOSED',
      actor_id: null,
      audited: 1,
    });
    const words = JSON.stringify(made.content);
    expect(words).toContain('Vedtaket er truffet automatisk');
    expect(words).toContain('be oss om at en saksbehandler ser på den');
    expect(words).toContain('klage');
    expect(made.content.signers).toEqual([]);
    expect(await left(number)).toEqual([]);
  });

  test('hears so in the answer to the portal; sent again with the same key it is one approval', async () => {
    const firm = await checks.firm();
    const key = randomUUID();
    const sent = await byPortal(firm, key);
    expect(sent.body).toMatchObject({ status: 'GRANTED', approval: 'APPROVED', decidedOn: '2026-11-23' });
    expect((await byPortal(firm, key)).body).toEqual(sent.body);
    const letters = `select l.language from letter l join exception_application a on a.id = l.application_id where a.number = $1`;
    expect(await rows(letters, [sent.body.number])).toEqual([{ language: 'en' }]);
  });

  test('has nobody who decides, so nobody’s ties matter', async () => {
    const firm = await checks.firm();
    await rows(
      `insert into staff_tie (staff_user_id, kind, org_number, declared_at) select id, 'EMPLOYER', $1, now() from staff_user where organisation_id = 2`,
      [firm.mainOrgNumber],
    );
    expect((await byPortal(firm)).body.status).toBe('GRANTED');
  });

  test('renews its year before it ends, from the day after, once', async () => {
    const firm = await checks.firm();
    await checks.approve(firm, 'STAFFING', 'APPROVED 2026-12-31');
    const renewed = await byStaff(firm);
    expect((await detail(renewed.caseId)).decisions).toMatchObject([
      { validFrom: '2027-01-01', validTo: '2028-01-01' },
    ]);
    expect(await standing(firm)).toEqual([{ status: 'APPROVED', valid_to: '2028-01-01' }]);
    const again = await byPortal(firm);
    expect(again.body).toMatchObject({ status: 'UNDER_REVIEW', approval: 'APPROVED' });
    expect(await left(again.body.number)).toEqual(['TOO_EARLY']);
    expect(await standing(firm)).toEqual([{ status: 'APPROVED', valid_to: '2028-01-01' }]);
  });

  test('whose year is over is approved anew from today', async () => {
    const firm = await checks.firm();
    await checks.approve(firm, 'STAFFING', 'APPROVED 2026-10-31');
    expect((await byPortal(firm)).body.status).toBe('GRANTED');
    expect(await standing(firm)).toEqual([{ status: 'APPROVED', valid_to: '2027-11-23' }]);
  });

  test('is judged by the clock when nobody could when it came, and never twice', async () => {
    const firm = await checks.firm();
    const { caseId, number } = await byStaff(firm);
    const { desk } = checks;
    const approvals = automaticApprovals({
      ...{ clock: { now: () => checks.now }, config: desk.config, log: createLog('silent') },
      ...{ jobParts: desk.app.jobParts, registers: desk.app.registers },
    });
    const run = () => automaticApprovalJobs(approvals)[0]?.run(checks.system(), () => false);
    expect(await run()).toBe(0);
    const waiting = await checks.firm();
    checks.sandbox.fail('enhetsregisteret', 'CUT');
    const second = await byStaff(waiting);
    checks.sandbox.fail('enhetsregisteret', 'WELL');
    await rows('update exception_application set judge_at = $2 where number = any ($1)', [
      [number, second.number],
      checks.now,
    ]);
    await Promise.all([run(), approvals.judge(checks.system(), second.number)]);
    expect((await detail(second.caseId)).decisions).toHaveLength(1);
    expect((await detail(caseId)).decisions).toHaveLength(1);
    expect(await run()).toBe(0);
  });
});

describe('an agency a register says no to, or nothing', () => {
  test('comes to a caseworker when a duty is not met', async () => {
    const firm = await checks.firm();
    checks.sandbox.firm(firm.mainOrgNumber).is({ inVatRegister: false });
    const { caseId, number } = await byStaff(firm);
    expect(await detail(caseId)).toMatchObject({ status: 'UNDER_REVIEW', decisions: [] });
    expect(await left(number)).toEqual(['DUTY_NOT_MET']);
    expect(await standing(firm)).toEqual(WAITS);
    const version = await rows(
      `update desk_case set reserved_by = $2, reserved_until = $3::timestamptz + interval '20 minutes' where id = $1 returning version`,
      [caseId, checks.desk.staff.caseworker, checks.now],
    );
    // Cards come before the approval of other firms, not of this one.
    const input = { caseId, expectedVersion: version[0].version };
    expect((await caseworker.send(OPEN, { input })).errors?.[0]?.extensions).toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    });
  });

  test('comes to a caseworker when the register is silent', async () => {
    const firm = await checks.firm();
    checks.sandbox.fail('enhetsregisteret', 'CUT');
    const { caseId, number } = await byStaff(firm);
    checks.sandbox.fail('enhetsregisteret', 'WELL');
    expect(await detail(caseId)).toMatchObject({ status: 'UNDER_REVIEW', decisions: [] });
    expect(await left(number)).toEqual(['REGISTER_SILENT']);
    expect(await standing(firm)).toEqual(WAITS);
  });

  test('comes to a caseworker when it lost the approval before', async () => {
    const firm = await checks.firm();
    await checks.approve(firm, 'STAFFING', 'NOT_APPROVED');
    const sent = await byPortal(firm);
    expect(sent.body.status).toBe('UNDER_REVIEW');
    expect(await left(sent.body.number)).toEqual(['LOST_BEFORE']);
  });

  test('a cleaning firm is nobody’s to approve by itself', async () => {
    const firm = await checks.firm();
    const input = {
      ...{ code: 'CLEANING_FIRM', channel: 'LETTER', receivedOn: '2026-11-20', language: 'nb' },
      ...{ orgNumber: firm.mainOrgNumber, employees: 0, workers: 1 },
    };
    const { registerApproval } = await caseworker.ask(REGISTER, { input });
    expect(await detail(registerApproval.caseId)).toMatchObject({ status: 'UNDER_REVIEW', decisions: [] });
    expect(await left(registerApproval.number)).toEqual([]);
  });
});

test('only the desk itself may decide without a name, and only grant', async () => {
  const [decision] = await rows(
    `select id, case_id, application_id from decision where decided_by is null limit 1`,
  );
  const copy = (changes: string) =>
    rows(
      `insert into decision (organisation_id, case_id, application_id, kind, outcome, grounds, legal_refs, facts, valid_from, decided_on, decided_at, decided_by, digest)
       select organisation_id, case_id, application_id, ${changes}, grounds, legal_refs, facts, null, decided_on, decided_at, null, digest from decision where id = $1`,
      [decision.id],
    );
  await expect(copy(`'FIRST', 'REFUSE'`)).rejects.toThrow('decision_automatic');
  await expect(copy(`'WITHDRAWAL', 'WITHDRAW'`)).rejects.toThrow('decision_automatic');
});
