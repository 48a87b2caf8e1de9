/** Control visits at firms: what a caseworker writes down, who may see it, and what it does to the firm's case. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApplication, tinyPdf } from '../support/application.factories.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { DOCUMENTS, open, putPaper, putVersion } from '../support/documents.ts';
import { createFirm, type Firm } from '../support/factories.ts';
import type { StaffName } from '../support/staff.ts';
import { declareTie, endTie } from '../support/tie-calls.ts';

const FIELDS = `mayRecord tied approvalCase { id } visits { id visitedOn unit { orgNumber } place visitors { name } outcome findings case { id }
  documentId replacesId reason standing recordedBy { id } }`;
const VISITS = `query Visits($orgNumber: ShortText!) { controlVisits(orgNumber: $orgNumber) { ${FIELDS} } }`;
const RECORD = `mutation Record($input: RecordControlVisitInput!) { recordControlVisit(input: $input) { ${FIELDS} } }`;
const NOTE = { kind: 'INSPECTION_NOTE', receivedOn: '2026-11-18', channel: 'LETTER' };

let desk: Desk;
let caseworker: Client;
let firm: Firm;
let application: Application;
beforeAll(async () => {
  desk = await startDesk();
  caseworker = await desk.as('caseworker');
  firm = await createFirm(desk, { name: 'Blankbygg' });
  application = await createApplication(desk, { code: 'CLEANING_FIRM', status: 'AWAITING_DOCUMENTS', firm });
});
afterAll(() => desk.stop());

const seen = async (who: Client = caseworker) =>
  (await who.ask(VISITS, { orgNumber: firm.mainOrgNumber })).controlVisits;
const told = (more: Record<string, unknown> = {}) => ({
  input: {
    ...{ orgNumber: firm.unitOrgNumber, visitedOn: '2026-11-18', outcome: 'ORDER_GIVEN' },
    ...{ findings: 'To av fire uten HMS-kort.', ...more },
  },
});
const record = async (more: Record<string, unknown> = {}) =>
  (await caseworker.ask(RECORD, told(more))).recordControlVisit.visits;
const faultOf = async (more: Record<string, unknown>) =>
  (await caseworker.send(RECORD, told(more))).errors?.[0]?.extensions.fieldErrors;
const one = async (sql: string, values: unknown[]) => (await desk.sql.query(sql, values)).rows[0];
const stateOf = () =>
  one(
    'select a.status, a.version, c.status as case, c.new_post_at from exception_application a join desk_case c on c.id = a.case_id where a.id = $1',
    [application.id],
  );
/** @returns case_document.id */
async function noteOf({ caseId }: Application, text: string): Promise<string> {
  const answer = await putPaper(caseworker, caseId, { ...NOTE, bytes: tinyPdf(text) });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { documentId: string }).documentId;
}

describe('a control visit', () => {
  it('is written down with its note, on the firm and on its open case', async () => {
    const documentId = await noteOf(application, 'Notat fra tilsyn');
    const [visit] = await record({ documentId, place: 'Byggeplassen' });
    expect(visit).toMatchObject({
      ...{ visitedOn: '2026-11-18', unit: { orgNumber: firm.unitOrgNumber }, place: 'Byggeplassen' },
      ...{ outcome: 'ORDER_GIVEN', documentId, case: { id: application.caseId }, standing: true },
      ...{ visitors: [{ name: expect.any(String) }], recordedBy: { id: desk.staff.caseworker } },
    });
    expect(await seen()).toMatchObject({ mayRecord: true, approvalCase: { id: application.caseId } });
  });

  it('is no paper the firm owes: its case waits on; the journal has the note as our own', async () => {
    const before = await stateOf();
    const bytes = tinyPdf('Notat to');
    const answer = await putPaper(caseworker, application.caseId, { ...NOTE, bytes });
    const { documentId, versionId } = (await answer.json()) as { documentId: string; versionId: string };
    await putVersion(caseworker, documentId, tinyPdf('Notat to, bedre skannet'));
    expect(await stateOf()).toMatchObject({
      status: 'AWAITING_DOCUMENTS',
      case: 'ON_HOLD',
      new_post_at: null,
    });
    expect((await stateOf()).version).toBeGreaterThan(before.version);
    const entry = await one('select type, title, correspondent from journal_entry where document_id = $1', [
      documentId,
    ]);
    expect(entry).toEqual({
      ...{ type: 'X', correspondent: null },
      title: expect.stringMatching(/^Notat fra tilsyn: godkjenning som renholdsvirksomhet/),
    });
    expect((await open(caseworker, versionId, 'original')).status).toBe(200);
    const read = `select kind from audit_log where table_name = 'document_version' and row_id = $1 and kind = 'READ'`;
    expect(await one(read, [versionId])).toBeDefined();
  });

  it('makes an open proposal fall: what it rests on is not what it was', async () => {
    const before = await stateOf();
    await record();
    expect((await stateOf()).version).toBe(before.version + 1);
  });

  it('is corrected by another that takes its place, once; what was written stays', async () => {
    const documentId = await noteOf(application, 'Notat som blir med');
    const first = (await record({ documentId }))[0];
    const right = { replacesId: first.id, outcome: 'FINDINGS', reason: 'Pålegget ble ikke gitt.' };
    const [after, before] = await record(right);
    expect(after).toMatchObject({ outcome: 'FINDINGS', replacesId: first.id, documentId, standing: true });
    expect(before).toMatchObject({ id: first.id, outcome: 'ORDER_GIVEN', standing: false });
    expect(await faultOf(right)).toEqual({ replacesId: 'NOT_FOUND' });
    expect(await faultOf({ replacesId: after.id })).toEqual({ reason: 'REQUIRED' });
    await expect(
      desk.sql.query('update control_visit set findings = $2 where id = $1', [first.id, 'Ingenting.']),
    ).rejects.toThrow('stands as it was written');
  });

  it('at a firm the desk has no case of is written down all the same, without a note', async () => {
    const other = await createFirm(desk);
    const [visit] = await record({ orgNumber: other.mainOrgNumber, outcome: 'NO_FINDINGS', findings: null });
    expect(visit).toMatchObject({ case: null, documentId: null, unit: null, findings: null });
  });

  it('says what is wrong with it', async () => {
    expect(await faultOf({ visitedOn: '2099-01-01' })).toEqual({ visitedOn: 'DATE_IN_FUTURE' });
    expect(await faultOf({ findings: ' ' })).toEqual({ findings: 'REQUIRED' });
    expect(await faultOf({ visitorIds: [desk.staff.agent] })).toEqual({ visitorIds: 'NOT_FOUND' });
    const elsewhere = await createApplication(desk, { code: 'CLEANING_FIRM' });
    const foreign = await noteOf(elsewhere, 'Et annet firma');
    expect(await faultOf({ documentId: foreign })).toEqual({ documentId: 'NOT_FOUND' });
    const { visits } = (await caseworker.ask(VISITS, { orgNumber: elsewhere.firm.mainOrgNumber }))
      .controlVisits;
    expect(visits).toEqual([]);
  });

  it('is not recorded by somebody who is tied to the firm; she is told why', async () => {
    const tie = await declareTie(caseworker, { kind: 'EMPLOYER', orgNumber: firm.mainOrgNumber });
    expect(await caseworker.refused(RECORD, told())).toBe('BARRED');
    expect(await seen()).toMatchObject({ mayRecord: false, tied: true });
    await endTie(caseworker, tie);
    expect(await seen()).toMatchObject({ mayRecord: true, tied: false });
  });
});

describe('who sees control visits', () => {
  it.each<StaffName>([...(['agent', 'senior', 'finance', 'auditor', 'admin'] as const)])(
    'not %s, who neither reads nor records',
    async name => {
      const who = await desk.as(name);
      expect(await who.refused(VISITS, { orgNumber: firm.mainOrgNumber })).toBe('FORBIDDEN');
      expect(await who.refused(RECORD, told())).toBe('FORBIDDEN');
    },
  );

  it('the issuer sees no note among the papers, and brings none', async () => {
    const agent = await desk.as('agent');
    expect(await agent.refused(DOCUMENTS, { caseId: application.caseId })).toBe('NOT_FOUND');
    const own = await createApplication(desk, { status: 'REGISTERED', registeredBy: desk.staff.agent });
    expect((await putPaper(agent, own.caseId, { ...NOTE, bytes: tinyPdf('Ikke vårt') })).status).toBe(400);
    const exception = await createApplication(desk);
    const refused = await putPaper(caseworker, exception.caseId, { ...NOTE, bytes: tinyPdf('Unntak') });
    expect(refused.status).toBe(400);
  });
});

describe('row security', () => {
  it('keeps the rows from the issuer, and from every change, whatever is asked of the database', async () => {
    const ask = async (sql: string, scopes: string) => {
      const client = await desk.app.dbParts.pool.connect();
      try {
        await client.query('begin');
        await client.query(`select set_config('app.actor', $1, true), set_config('app.scopes', $2, true)`, [
          desk.staff.agent,
          scopes,
        ]);
        return (await client.query(sql)).rows[0]?.n;
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    const count = 'select count(*)::int as n from control_visit';
    expect(await ask(count, ' visit=2')).toBeGreaterThan(0);
    expect(await ask(count, ' firm=1 document=1')).toBe(0);
    expect(await ask(count, ' visit=1')).toBe(0);
    await expect(ask(`update control_visit set findings = 'Nei'`, ' visit=2 visit.write=2')).rejects.toThrow(
      'permission denied',
    );
  });
});
