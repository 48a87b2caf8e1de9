/** Three applications for exceptions from the first paper to the order that goes on: over the API, with the register sandbox and the check run beside it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { osloDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Application } from '../support/application.factories.ts';
import { CheckDesk, type Ordered } from '../support/check-desk.ts';
import type { Client } from '../support/client.ts';
import { APPROVE, type Draft, draftOf, proposalOf, propose } from '../support/deciding.ts';
import { tinyPdf } from '../support/decision.factories.ts';
import { DOCUMENTS, open, putPaper } from '../support/documents.ts';
import { syntheticNationalId } from '../support/factories.ts';

const REGISTER =
  'mutation Register($input: RegisterApplicationInput!) { registerApplication(input: $input) { id caseId number } }';
const HAND_OVER =
  'mutation HandOver($input: HandOverApplicationInput!) { handOverApplication(input: $input) { caseId number } }';
const VERSION = 'query Version($id: EntityId!) { case(id: $id) { version } }';
const TAKE = 'mutation Take($input: CaseVersionInput!) { takeCase(input: $input) { version status } }';
const MISSING =
  'query Missing($caseId: EntityId!) { documentRequest(caseId: $caseId) { missing until points { code met } } }';
const ASK = 'mutation Ask($input: CaseVersionInput!) { askForDocuments(input: $input) { status holdUntil } }';
const SEE = 'mutation See($input: ProposalPartInput!) { markProposalPartSeen(input: $input) }';
const APPEAL = 'mutation Appeal($input: RegisterAppealInput!) { registerAppeal(input: $input) { status } }';

let checks: CheckDesk;
let agent: Client;
let caseworker: Client;
let lead: Client;
beforeAll(async () => {
  checks = await CheckDesk.start();
  await signIn();
});
afterAll(() => checks.stop());

/** A new day is a new session. */
async function signIn(): Promise<void> {
  const { desk } = checks;
  [agent, caseworker, lead] = await Promise.all([desk.as('agent'), desk.as('caseworker'), desk.as('lead')]);
}

type Registered = Pick<Application, 'id' | 'caseId' | 'number' | 'code'>;

const rows = async (sql: string, values: unknown[] = []) => (await checks.desk.sql.query(sql, values)).rows;
const today = () => osloDate(checks.now);
const versionOf = async (client: Client, caseId: string) =>
  (await client.ask(VERSION, { id: caseId })).case.version;

async function register(
  client: Client,
  input: { code: Application['code'] } & Record<string, unknown>,
): Promise<Registered> {
  const about = { channel: 'LETTER', receivedOn: today(), language: 'nb', ...input };
  return { ...(await client.ask(REGISTER, { input: about })).registerApplication, code: input.code };
}

async function scan(client: Client, { caseId }: Registered, kind: string): Promise<void> {
  const sent = await putPaper(client, caseId, {
    bytes: tinyPdf(`${kind} ${caseId}`),
    kind,
    receivedOn: today(),
  });
  expect([200, 201], await sent.clone().text()).toContain(sent.status);
}

async function take({ caseId }: Registered): Promise<number> {
  const input = { caseId, expectedVersion: await versionOf(caseworker, caseId) };
  return (await caseworker.ask(TAKE, { input })).takeCase.version;
}

async function decide(application: Registered, draft: Draft): Promise<void> {
  const { desk } = checks;
  const dates = draft.outcome === 'GRANT' ? { validFrom: today() } : {};
  const input = await draftOf({ desk, as: caseworker }, application as Application, { ...dates, ...draft });
  const answer = await propose(caseworker, input);
  expect(answer.errors).toBeUndefined();
}

/** Every paper and every part, as they are opened in the console. */
async function approve({ caseId }: Registered): Promise<string> {
  const { id, parts } = await proposalOf(lead, caseId);
  for (const { part, versionId } of parts as { part: string; versionId: string | null }[]) {
    if (versionId === null) await lead.ask(SEE, { input: { proposalId: id, part } });
    else expect((await open(lead, versionId, 'original')).status).toBe(200);
  }
  const { digest } = await proposalOf(lead, caseId);
  const { data, errors } = await lead.send(APPROVE, { input: { proposalId: id, digest } });
  return errors?.[0]?.extensions.code ?? (data?.approveDecision.fell ? 'FELL' : 'APPROVED');
}

const stateOf = async ({ id }: Registered) =>
  (
    await rows(
      `select a.status, c.status as case_status, (select array_agg(l.kind order by l.id) from letter l where l.application_id = a.id) as letters,
        (select count(*)::int from exception_entry e where e.application_id = a.id and e.ended_on is null) as entries
      from exception_application a join desk_case c on c.id = a.case_id where a.id = $1`,
      [id],
    )
  )[0];

/** A minute later the check run has been by. */
async function lineOf(line: Ordered, register: 'AA' | 'UDI') {
  checks.minutesLater(1);
  await checks.run();
  const check = (await checks.checks(line))[register];
  return [(await checks.line(line)).status, check?.outcome];
}

describe('the wife of a sole proprietor', () => {
  test('applies by post, is asked for the paper that is missing, and has her order go on by itself', async () => {
    const line = await checks.order({ form: 'ENK' });
    checks.sandbox.person(line.nationalId).is({ employments: [] });
    expect(await lineOf(line, 'AA')).toEqual(['PENDING', 'REJECTED']);

    // The letter came to the issuer, which scans it and hands it over.
    const owner = { nationalId: syntheticNationalId(), givenName: 'Jon', familyName: 'Elvestad' };
    const application = await register(agent, {
      code: 'AA_ENK_SPOUSE',
      orderItemId: line.id,
      related: owner,
    });
    await scan(agent, application, 'APPLICATION');
    expect(await stateOf(application)).toMatchObject({
      status: 'REGISTERED',
      case_status: 'AWAITING_UPLOAD',
    });
    const [{ version }] = await rows('select version from exception_application where id = $1', [
      application.id,
    ]);
    await agent.ask(HAND_OVER, { input: { applicationId: application.id, expectedVersion: version } });
    const { caseDocuments } = await agent.ask(DOCUMENTS, { caseId: application.caseId });
    expect(caseDocuments).toMatchObject({ handedOver: true, documents: [] });

    // Nothing shows that they are married.
    const expectedVersion = await take(application);
    const { documentRequest } = await caseworker.ask(MISSING, { caseId: application.caseId });
    expect(documentRequest.missing).toHaveLength(1);
    await caseworker.ask(ASK, { input: { caseId: application.caseId, expectedVersion } });
    expect(await stateOf(application)).toEqual({
      ...{ status: 'AWAITING_DOCUMENTS', case_status: 'ON_HOLD', letters: ['DEFICIENCY'], entries: 0 },
    });

    // The paper comes, and one signature is enough.
    checks.becomes('2026-11-27T09:00:00Z');
    await signIn();
    await scan(caseworker, application, 'MARRIAGE_CERTIFICATE');
    expect(await stateOf(application)).toMatchObject({ status: 'UNDER_REVIEW', case_status: 'OPEN' });
    await take(application);
    await decide(application, { outcome: 'GRANT' });
    expect(await stateOf(application)).toEqual({
      ...{ status: 'GRANTED', case_status: 'CLOSED', letters: ['DEFICIENCY', 'DECISION_GRANT'], entries: 1 },
    });
    expect(await lineOf(line, 'AA')).toEqual(['READY', 'APPROVED_BY_EXCEPTION']);
    const [check] = await rows(
      `select c.exception_code as code, e.application_id::text as of from register_check c join exception_entry e on e.id = c.exception_entry_id
       where c.order_item_id = $1 and c.register = 'AA'`,
      [line.id],
    );
    expect(check).toEqual({ code: 'AA_ENK_SPOUSE', of: application.id });
  });
});

describe('somebody whose right to work UDI does not know of', () => {
  test('has an exception when a leader has opened everything and signed too, and not a moment before', async () => {
    const line = await checks.order({ scheme: 'GOODS_TRANSPORT', citizenship: 'SOM' });
    checks.sandbox.person(line.nationalId).is({ workAccess: 'NO' });
    expect(await lineOf(line, 'UDI')).toEqual(['PENDING', 'REJECTED']);
    const applicant = { nationalId: line.nationalId, givenName: 'Ahmed', familyName: 'Farah' };
    const application = await register(caseworker, {
      ...{ code: 'UDI_CONFIRMED', channel: 'EDIALOG', orgNumber: line.firm.mainOrgNumber, applicant },
      evidenceEndsOn: '2027-10-31',
    });
    await scan(caseworker, application, 'UDI_CONFIRMATION');
    await take(application);
    await decide(application, { outcome: 'GRANT', validTo: '2027-10-31' });
    expect(await stateOf(application)).toMatchObject({
      status: 'FOR_APPROVAL',
      case_status: 'FOR_APPROVAL',
      entries: 0,
    });
    expect(await lineOf(line, 'UDI')).toEqual(['PENDING', 'REJECTED']);

    const { id, digest } = await proposalOf(lead, application.caseId);
    expect(await caseworker.refused(APPROVE, { input: { proposalId: id, digest } })).toBe('FORBIDDEN');
    expect(await lead.refused(APPROVE, { input: { proposalId: id, digest } })).toBe('NOT_ALL_SEEN');
    expect(await approve(application)).toBe('APPROVED');
    expect(await stateOf(application)).toMatchObject({
      status: 'GRANTED',
      letters: ['DECISION_GRANT'],
      entries: 1,
    });
    const [decision] = await rows(
      'select decided_by::text, approved_by::text from decision where application_id = $1',
      [application.id],
    );
    const { staff } = checks.desk;
    expect(decision).toEqual({ decided_by: staff.caseworker, approved_by: staff.lead });
    expect(await lineOf(line, 'UDI')).toEqual(['READY', 'APPROVED_BY_EXCEPTION']);
  });
});

describe('an unpaid owner who is refused', () => {
  test('appeals in time, is heard, and has her order go on', async () => {
    const line = await checks.order();
    checks.sandbox.person(line.nationalId).is({ employments: [] });
    expect(await lineOf(line, 'AA')).toEqual(['PENDING', 'REJECTED']);
    const application = await register(agent, { code: 'AA_AS_OWNER_UNPAID', orderItemId: line.id });
    const [{ version }] = await rows('select version from exception_application where id = $1', [
      application.id,
    ]);
    await agent.ask(HAND_OVER, { input: { applicationId: application.id, expectedVersion: version } });
    await take(application);
    await decide(application, { outcome: 'REFUSE', facts: ['Papirene viser lønn fra selskapet.'] });
    expect(await approve(application)).toBe('APPROVED');
    expect(await stateOf(application)).toMatchObject({
      status: 'REFUSED',
      letters: ['DECISION_REFUSE'],
      entries: 0,
    });
    expect(await lineOf(line, 'AA')).toEqual(['PENDING', 'REJECTED']);

    await scan(caseworker, application, 'APPEAL');
    const appeal = {
      caseId: application.caseId,
      channel: 'LETTER',
      receivedOn: today(),
      appellant: 'Kari Eier',
    };
    const expectedVersion = await versionOf(caseworker, application.caseId);
    await caseworker.ask(APPEAL, { input: { ...appeal, expectedVersion } });
    expect(await stateOf(application)).toMatchObject({ status: 'APPEALED', case_status: 'OPEN' });
    await take(application);
    await decide(application, { kind: 'APPEAL', outcome: 'GRANT', validTo: '2027-11-23' });
    expect(await approve(application)).toBe('APPROVED');
    expect(await stateOf(application)).toMatchObject({
      ...{
        status: 'GRANTED',
        letters: ['DECISION_REFUSE', 'APPEAL_RECEIVED', 'APPEAL_REVERSED'],
        entries: 1,
      },
    });
    const [settled] = await rows('select late, outcome from appeal where case_id = $1', [application.caseId]);
    expect(settled).toEqual({ late: false, outcome: 'REVERSED' });
    expect(await lineOf(line, 'AA')).toEqual(['READY', 'APPROVED_BY_EXCEPTION']);
  });
});
