import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createApplication, createDecision, createEntry } from '../support/application.factories.ts';
import { createCard } from '../support/card.factories.ts';
import { caseInDb, eventsOf, refusal, takeNext, write } from '../support/case-documents.ts';
import type { Client } from '../support/client.ts';
import { approveAll, complete, draftOf, openAll, proposalOf, propose, reserve } from '../support/deciding.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import {
  createCase,
  createFirm,
  createOrderItem,
  createPerson,
  syntheticNationalId,
  syntheticOrgNumber,
} from '../support/factories.ts';
import { APPROVE } from '../support/image-documents.ts';
import { insert } from '../support/insert.ts';
import { barsOf, DECLARE_TIE, declareTie, END_TIE, endTie, MY_TIES } from '../support/tie-calls.ts';

let desk: Desk;
let agent: Client;
let colleague: Client;
let caseworker: Client;
let lead: Client;

beforeAll(async () => {
  desk = await startDesk({ env: { JOBS: 'false' } });
  const staff = (['agent', 'colleague', 'caseworker', 'lead'] as const).map(name => desk.as(name));
  [agent, colleague, caseworker, lead] = (await Promise.all(staff)) as [Client, Client, Client, Client];
});
afterAll(() => desk.stop());
afterEach(async () => {
  await desk.sql.query('update staff_tie set ended_at = now() where ended_at is null');
});

const rows = async (sql: string, values: unknown[] = []) => (await desk.sql.query(sql, values)).rows;
const PAGE = `query Page($id: EntityId!) { case(id: $id) { allowedActions reservation { mine } barred { reason byTie staff { name } } takers { name } } }`;
const pageOf = async (client: Client, id: string) => (await client.ask(PAGE, { id })).case;
const versionOf = async (id: string) => (await caseInDb(desk, id)).version;
const typesOf = async (id: string) => (await eventsOf(desk, id)).map(({ type }) => type);
const REGISTER = `mutation Register($input: RegisterApplicationInput!) { registerApplication(input: $input) { id } }`;

describe('a member of staff says whom she is tied to', () => {
  test('herself: an image case about her that she has is taken from her at once, and she cannot decide on it', async () => {
    const person = await createPerson(desk);
    const item = await createOrderItem(desk, { personId: person.id });
    const { id } = await createCase(desk, { orderItem: item, reservedBy: desk.staff.agent });
    await declareTie(agent, { kind: 'SELF', nationalId: person.nationalId });

    expect(await caseInDb(desk, id)).toMatchObject({ reserved_by: null, reserved_until: null });
    expect((await eventsOf(desk, id)).slice(-2)).toMatchObject([
      { type: 'BARRED', actor: 'Ingrid Solheim', old_value: 'Ingrid Solheim', new_value: 'OWN_CASE' },
      { type: 'RELEASED', new_value: 'BARRED' },
    ]);
    const page = await pageOf(agent, id);
    expect(page.barred).toEqual([{ reason: 'OWN_CASE', byTie: true, staff: { name: 'Ingrid Solheim' } }]);
    expect(page.allowedActions).not.toEqual(expect.arrayContaining(['TAKE', 'APPROVE_IMAGES']));
    expect(page.takers.map(({ name }: { name: string }) => name)).toEqual(['Jonas Berg', 'Stine Krog']);
    expect((await pageOf(colleague, id)).takers).toEqual([]);
    const seen = { caseId: id, expectedVersion: await versionOf(id) };
    expect(await agent.refused(APPROVE, { input: seen })).toBe('BARRED');
    expect(await refusal(agent, 'takeCase', seen)).toBe('BARRED');
    expect(await refusal(colleague, 'takeCase', seen)).toBe('NOT REFUSED');
  });

  test('her family: applications where one of them applies, or is the one the right comes from', async () => {
    const wife = await createPerson(desk);
    const applies = await createApplication(desk, { personId: wife.id });
    const related = await createApplication(desk, { relatedPersonId: wife.id });
    const other = await createApplication(desk);
    await reserve(desk, applies.caseId, desk.staff.caseworker);
    const draft = await draftOf({ desk, as: caseworker }, applies);
    await declareTie(caseworker, { kind: 'FAMILY', nationalId: wife.nationalId });
    for (const { caseId } of [applies, related])
      expect(await barsOf(desk, caseId)).toEqual([{ staff: 'Tuva Myhre', reason: 'FAMILY', byTie: true }]);
    expect(await barsOf(desk, other.caseId)).toEqual([]);
    expect((await propose(caseworker, draft)).errors?.[0]?.extensions.code).toBe('BARRED');
    expect((await pageOf(caseworker, related.caseId)).takers).toEqual([
      expect.objectContaining({ name: 'Henrik Aas' }),
    ]);
  });

  test('her employer, by the number of a unit: the whole firm, in inquiries that are there and in those that come', async () => {
    const firm = await createFirm(desk);
    const item = await createOrderItem(desk, { firm });
    const before = await createCase(desk, { kind: 'INQUIRY', orderItem: item });
    await declareTie(agent, { kind: 'EMPLOYER', orgNumber: firm.unitOrgNumber });
    const inquiry = { channel: 'PHONE', language: 'nb', title: 'Kort', description: 'Når kommer kortet?' };
    const after = await write(colleague, 'registerInquiry', { ...inquiry, orgNumber: firm.mainOrgNumber });
    const mine = await write(agent, 'registerInquiry', { ...inquiry, orgNumber: firm.mainOrgNumber });
    for (const { id } of [before, after, mine])
      expect(await barsOf(desk, id)).toEqual([
        { staff: 'Ingrid Solheim', reason: 'OWN_EMPLOYER', byTie: true },
      ]);
    expect(await typesOf(after.id)).toEqual(['CASE_OPENED', 'BARRED']);
    await rows(
      `update desk_case set status = 'CLOSED', closed_at = now() where closed_at is null and id <> all ($1)`,
      [[before.id, after.id, mine.id]],
    );
    expect(await takeNext(agent)).toBeNull();
    expect([before.id, after.id]).toContain(await takeNext(colleague));
  });

  test('a firm the desk does not know yet bars when it becomes known, and its new units with it', async () => {
    const firm = await createFirm(desk);
    const { id } = await createCase(desk, { kind: 'INQUIRY' });
    const orgNumber = syntheticOrgNumber();
    await declareTie(agent, { kind: 'INTEREST', orgNumber });
    const unknown = await insert(desk, 'organisation', { org_number: orgNumber, name: 'Ny AS', form: 'AS' });
    await rows('update desk_case set subject_organisation_id = $2 where id = $1', [id, unknown]);
    const bar = [{ staff: 'Ingrid Solheim', reason: 'CLOSE_RELATION', byTie: true }];
    expect(await barsOf(desk, id)).toEqual(bar);
    await rows('update desk_case set subject_organisation_id = $2 where id = $1', [id, firm.unit]);
    expect(await barsOf(desk, id)).toEqual([]);
    await rows('update organisation set parent_id = $2 where id = $1', [firm.unit, unknown]);
    expect(await barsOf(desk, id)).toEqual(bar);
  });

  test('when it ends its bars are lifted, those entered by hand stay, and of whom it was nothing is left', async () => {
    const person = await createPerson(desk);
    const item = await createOrderItem(desk, { personId: person.id });
    const [one, two] = [
      await createCase(desk, { orderItem: item }),
      await createCase(desk, { kind: 'INQUIRY', orderItem: item }),
    ];
    await rows(
      `insert into case_barred (case_id, staff_user_id, organisation_id, reason) values ($1, $2, 1, 'OTHER')`,
      [two.id, desk.staff.agent],
    );
    const family = await declareTie(agent, { kind: 'FAMILY', nationalId: person.nationalId });
    await declareTie(agent, { kind: 'EMPLOYER', orgNumber: item.firm.mainOrgNumber });
    expect((await barsOf(desk, one.id))[0]?.reason).toBe('FAMILY');
    await endTie(agent, family);
    expect((await barsOf(desk, one.id))[0]?.reason).toBe('OWN_EMPLOYER');
    const [{ id: employer }] = (await agent.ask(MY_TIES)).myTies;
    await endTie(agent, employer);
    expect(await barsOf(desk, one.id)).toEqual([]);
    expect(await barsOf(desk, two.id)).toEqual([{ staff: 'Ingrid Solheim', reason: 'OTHER', byTie: false }]);
    expect(await typesOf(one.id)).toEqual(['BARRED', 'UNBARRED']);
    const left = await rows('select * from staff_tie where id = $1', [family]);
    expect(left).toMatchObject([
      {
        kind: 'FAMILY',
        national_id_enc: null,
        national_id_idx: null,
        national_id_masked: null,
        org_number: null,
      },
    ]);
  });

  test('a bar that follows from a tie is not lifted by hand, and one entered by hand gives way to it', async () => {
    const person = await createPerson(desk);
    const { id } = await createCase(desk, {
      orderItem: await createOrderItem(desk, { personId: person.id }),
    });
    await rows(
      `insert into case_barred (case_id, staff_user_id, organisation_id, reason) values ($1, $2, 1, 'OTHER')`,
      [id, desk.staff.agent],
    );
    await declareTie(agent, { kind: 'CLOSE', nationalId: person.nationalId });
    const unbar = async () => ({
      ...{ caseId: id, staffId: desk.staff.agent, comment: 'Feil person' },
      expectedVersion: await versionOf(id),
    });
    await write(colleague, 'unbarPerson', await unbar());
    expect(await barsOf(desk, id)).toEqual([
      { staff: 'Ingrid Solheim', reason: 'CLOSE_RELATION', byTie: true },
    ]);
    expect(await refusal(colleague, 'unbarPerson', await unbar())).toBe('BARRED_BY_TIE');
  });

  test('what is wrong is said field by field', async () => {
    const faults = async (input: object) =>
      (await agent.send(DECLARE_TIE, { input })).errors?.[0]?.extensions.fieldErrors;
    expect(await faults({ kind: 'SELF' })).toEqual({ nationalId: 'NATIONAL_ID_LENGTH' });
    expect(await faults({ kind: 'FAMILY', nationalId: '01018512345' })).toHaveProperty('nationalId');
    expect(await faults({ kind: 'EMPLOYER', nationalId: syntheticNationalId() })).toHaveProperty('orgNumber');
    const nationalId = syntheticNationalId();
    await declareTie(agent, { kind: 'FAMILY', nationalId });
    expect(await faults({ kind: 'CLOSE', nationalId })).toEqual({ nationalId: 'DECLARED_ALREADY' });
    await declareTie(agent, { kind: 'SELF', nationalId: syntheticNationalId() });
    expect(await faults({ kind: 'SELF', nationalId: syntheticNationalId() })).toEqual({
      kind: 'DECLARED_ALREADY',
    });
  });
});

describe('nobody else', () => {
  test('sees it: administrators, leaders and the log know the kind and no number; the owner a mask', async () => {
    const nationalId = syntheticNationalId();
    const firm = await createFirm(desk);
    const id = await declareTie(agent, { kind: 'FAMILY', nationalId });
    await declareTie(agent, { kind: 'EMPLOYER', orgNumber: firm.unitOrgNumber });
    const { myTies } = await agent.ask(MY_TIES);
    expect(myTies).toMatchObject([
      { kind: 'FAMILY', maskedNationalId: `${nationalId.slice(0, 6)}*****`, orgNumber: null },
      {
        kind: 'EMPLOYER',
        maskedNationalId: null,
        orgNumber: firm.unitOrgNumber,
        firmName: 'Prøvebygg avd. Nord',
      },
    ]);
    for (const name of ['colleague', 'senior', 'admin', 'lead', 'auditor'] as const) {
      const other = await desk.as(name);
      expect((await other.ask(MY_TIES)).myTies).toEqual([]);
      expect(await other.refused(END_TIE, { id })).toBe('NOT_FOUND');
    }
    const kept = JSON.stringify([
      await rows('select * from audit_log'),
      await rows('select t.*, null as org_number from staff_tie t'),
    ]);
    expect(kept).toContain('staff_tie');
    for (const number of [nationalId, nationalId.slice(0, 6)])
      expect(JSON.stringify(await rows('select * from audit_log'))).not.toContain(number);
    expect(kept).not.toContain(nationalId);
    expect(
      JSON.stringify(await rows(`select * from audit_log where table_name = 'staff_tie'`)),
    ).not.toContain(firm.unitOrgNumber);
  });

  test('loses the bars when she is shut out: they stand, and her ties are gone', async () => {
    const person = await createPerson(desk);
    const { id } = await createCase(desk, {
      orderItem: await createOrderItem(desk, { personId: person.id }),
    });
    const finance = await desk.as('finance');
    await declareTie(finance, { kind: 'FAMILY', nationalId: person.nationalId });
    await rows('update staff_user set active = false where id = $1', [desk.staff.finance]);
    expect(await barsOf(desk, id)).toEqual([{ staff: 'Mona Haugland', reason: 'FAMILY', byTie: false }]);
    const ties = await rows('select national_id_enc, ended_at from staff_tie where staff_user_id = $1', [
      desk.staff.finance,
    ]);
    expect(ties).toEqual([{ national_id_enc: null, ended_at: expect.any(Date) }]);
  });
});

describe('nobody decides on her own case by another way', () => {
  test('she does not register the application, nor hand it over', async () => {
    const firm = await createFirm(desk);
    const application = { code: 'VAT_SVALBARD', channel: 'LETTER', receivedOn: '2026-11-02', language: 'nb' };
    const input = { ...application, orgNumber: firm.mainOrgNumber };
    const { id: applicationId } = await createApplication(desk, {
      code: 'VAT_SVALBARD',
      firm,
      status: 'REGISTERED',
    });
    const tie = await declareTie(agent, { kind: 'EMPLOYER', orgNumber: firm.mainOrgNumber });
    const handOver = `mutation HandOver($input: HandOverApplicationInput!) { handOverApplication(input: $input) { id } }`;
    expect(await agent.refused(REGISTER, { input })).toBe('BARRED');
    expect(await agent.refused(handOver, { input: { applicationId, expectedVersion: 1 } })).toBe('BARRED');
    await endTie(agent, tie);
    expect((await agent.send(REGISTER, { input })).errors).toBeUndefined();
  });

  test('nor does she register the application for approval of a firm she has a part in', async () => {
    const { mainOrgNumber: orgNumber } = await createFirm(desk);
    const about = { code: 'CLEANING_FIRM', channel: 'LETTER', receivedOn: '2026-11-02', language: 'nb' };
    const input = { ...about, orgNumber, employees: 8, workers: 6 };
    const register = `mutation Register($input: RegisterApprovalInput!) { registerApproval(input: $input) { id } }`;
    await declareTie(caseworker, { kind: 'INTEREST', orgNumber });
    expect(await caseworker.refused(register, { input })).toBe('BARRED');
    expect((await lead.send(register, { input })).errors).toBeUndefined();
  });

  test('a case that was decided before she said so is barred too: its entry is not hers to withdraw', async () => {
    const firm = await createFirm(desk, { name: 'Fjellrev Drift' });
    const application = await createApplication(desk, { code: 'VAT_SVALBARD', status: 'GRANTED', firm });
    const by = { decidedBy: desk.staff.caseworker, approvedBy: desk.staff.lead, validFrom: '2026-01-01' };
    const decision = await createDecision(desk, application, { ...by, validTo: '2099-01-01' });
    await createEntry(desk, application, { decision });
    await declareTie(caseworker, { kind: 'INTEREST', orgNumber: firm.mainOrgNumber });
    const preview = `{ withdrawalPreview(filter: { text: "fjellrev" }) { ready rows { refusal } } }`;
    expect((await caseworker.ask(preview)).withdrawalPreview).toEqual({
      ready: 0,
      rows: [{ refusal: 'BARRED' }],
    });
    expect((await lead.ask(preview)).withdrawalPreview).toMatchObject({ ready: 1 });
    expect(await typesOf(application.caseId)).not.toContain('BARRED');
  });

  test('a proposal falls when its proposer has been tied since; nor does a tied leader sign', async () => {
    const person = await createPerson(desk);
    const about = { code: 'UDI_CONFIRMED', evidenceEndsOn: '2027-05-31', personId: person.id } as const;
    const application = await createApplication(desk, about);
    await reserve(desk, application.caseId, desk.staff.caseworker);
    await complete(desk, application);
    const draft = await draftOf({ desk, as: caseworker }, application, {
      validFrom: null,
      outcome: 'REFUSE',
      freeText: 'Vilkårene er ikke oppfylt.',
    });
    expect((await propose(caseworker, draft)).errors).toBeUndefined();
    const tie = await declareTie(lead, { kind: 'FAMILY', nationalId: person.nationalId });
    expect((await approveAll(desk, lead, application.caseId)).errors?.[0]?.extensions.code).toBe('BARRED');
    await endTie(lead, tie);
    await openAll(desk, lead, application.caseId);
    expect(await proposalOf(lead, application.caseId)).toMatchObject({ stands: true });
    await declareTie(caseworker, { kind: 'FAMILY', nationalId: person.nationalId });
    expect(await proposalOf(lead, application.caseId)).toMatchObject({ stands: false });
    expect((await approveAll(desk, lead, application.caseId)).data?.approveDecision).toMatchObject({
      fell: true,
    });
    expect(await typesOf(application.caseId)).toContain('PROPOSAL_VOID');
  });

  test('nor does she cancel an order or block a card without a case', async () => {
    const card = await createCard(desk);
    const [about] = await rows(
      'select person_id::text, order_item_id::text, version from card where id = $1',
      [card.id],
    );
    const person = await createPerson(desk);
    const item = await createOrderItem(desk, { personId: person.id });
    const senior = await desk.as('senior');
    await declareTie(senior, { kind: 'FAMILY', nationalId: person.nationalId });
    const [firm] = await rows(
      'select o.org_number from card k join organisation o on o.id = k.main_unit_id where k.id = $1',
      [card.id],
    );
    await declareTie(senior, { kind: 'EMPLOYER', orgNumber: firm.org_number });
    const cancel = `mutation Cancel($input: CancelOrderItemInput!) { cancelOrderItem(input: $input) }`;
    const line = { orderItemId: item.id, expectedVersion: 1, reason: 'DUPLICATE' };
    expect(await senior.refused(cancel, { input: line })).toBe('BARRED');
    const block = `mutation Block($input: BlockCardInput!) { blockCard(input: $input) { number } }`;
    const blocking = { cardId: card.id, expectedVersion: about.version, reason: 'LOST', request: 'WRITTEN' };
    expect(await senior.refused(block, { input: blocking })).toBe('BARRED');
  });
});

describe('at the same moment', () => {
  test.each([
    [
      'a tie is declared',
      `insert into staff_tie (staff_user_id, kind, org_number, declared_at)
       select $2, 'EMPLOYER', o.org_number, now() from desk_case c join organisation o on o.id = c.subject_organisation_id where c.id = $1`,
    ],
    [
      'a colleague bars her',
      `insert into case_barred (case_id, staff_user_id, organisation_id, reason) values ($1, $2, 1, 'FAMILY')`,
    ],
  ])('a decision that waited for the case while %s is refused', async (_, write) => {
    const orderItem = await createOrderItem(desk);
    const { id } = await createCase(desk, { kind: 'INQUIRY', orderItem, reservedBy: desk.staff.agent });
    const seen = { caseId: id, expectedVersion: await versionOf(id) };
    const other = await desk.sql.connect();
    try {
      await other.query('begin');
      await other.query(write, [id, desk.staff.agent]);
      const [{ xid }] = (await other.query('select pg_current_xact_id()::text as xid')).rows;
      const closing = refusal(agent, 'closeCase', { ...seen, reason: 'ANSWERED' });
      await waitsFor(xid);
      await other.query('commit');
      expect(await closing).toBe('BARRED');
    } finally {
      other.release();
    }
    expect(await caseInDb(desk, id)).toMatchObject({ status: 'OPEN' });
  });

  test('nobody is given a case she is being barred from', async () => {
    const { id } = await createCase(desk, { kind: 'INQUIRY' });
    await rows(
      `insert into case_barred (case_id, staff_user_id, organisation_id, reason) values ($1, $2, 1, 'FAMILY')`,
      [id, desk.staff.agent],
    );
    await expect(reserve(desk, id, desk.staff.agent)).rejects.toMatchObject({ code: '40001' });
    await reserve(desk, id, desk.staff.colleague);
  });
});

/** Until a request stands in line for what this transaction holds. */
async function waitsFor(xid: string): Promise<void> {
  const sql = `select count(*)::int as n from pg_locks where not granted and transactionid = $1::xid`;
  while ((await rows(sql, [xid]))[0].n === 0) await new Promise(resolve => setImmediate(resolve));
}
