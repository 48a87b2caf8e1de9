import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFilesystemStorage } from '../../server/src/platform/storage/storage.filesystem.ts';
import {
  type Application,
  createApplication,
  createDocument,
  type NewApplication,
} from '../support/application.factories.ts';
import type { Client } from '../support/client.ts';
import {
  APPROVE,
  approveAll,
  complete,
  type Draft,
  draftOf,
  openAll,
  proposalOf,
  propose,
  RETURN,
} from '../support/deciding.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createPerson } from '../support/factories.ts';
import { createStalledOrder } from '../support/order.factories.ts';

let desk: Desk;
let caseworker: Client;
let lead: Client;
const NOW = new Date('2026-11-23T09:00:00Z');

beforeAll(async () => {
  desk = await startDesk({ clock: { now: () => NOW }, env: { JOBS: 'false' } });
  caseworker = await desk.as('caseworker');
  lead = await desk.as('lead');
});
afterAll(() => desk.stop());

const rows = async (sql: string, values: unknown[] = []) => (await desk.sql.query(sql, values)).rows;

/** On somebody's desk, with every paper. */
async function ready(given: NewApplication & { who?: 'caseworker' | 'lead' } = {}): Promise<Application> {
  const { who = 'caseworker', ...about } = given;
  const application = await createApplication(desk, about);
  await take(application, who);
  await complete(desk, application);
  return application;
}

const take = ({ caseId }: Application, who: 'caseworker' | 'lead' = 'caseworker') =>
  rows(
    `update desk_case set reserved_by = $2, reserved_until = $3::timestamptz + interval '20 minutes' where id = $1`,
    [caseId, desk.staff[who], NOW],
  );

async function decide(application: Application, draft: Draft = {}) {
  return propose(caseworker, await draftOf({ desk, as: caseworker }, application, draft));
}

const stateOf = async ({ caseId }: Application) =>
  (
    await rows(
      `select a.status, c.status as "case", (select count(*)::int from decision d where d.case_id = c.id) as decisions,
  (select count(*)::int from exception_entry e where e.case_id = c.id and e.ended_on is null) as entries,
  (select count(*)::int from letter l where l.case_id = c.id) as letters from exception_application a join desk_case c on c.id = a.case_id where c.id = $1`,
      [caseId],
    )
  )[0];

describe('a decision that needs one signature', () => {
  test('is made at once, with entry, letter, journal and timeline in one transaction', async () => {
    const order = await createStalledOrder(desk);
    const [firm] = await rows('select id, org_number from organisation where org_number = $1', [
      order.mainOrgNumber,
    ]);
    const application = await ready({
      personId: order.personId,
      firm: {
        main: firm.id,
        unit: firm.id,
        mainOrgNumber: firm.org_number,
        unitOrgNumber: firm.org_number,
      } as never,
    });
    const later = new Date(NOW.getTime() + 3_600_000);
    await rows('update order_item set check_at = $2 where id = $1', [order.itemId, later]);
    const answer = await decide(application);
    expect(answer.errors).toBeUndefined();
    expect(await stateOf(application)).toEqual({
      status: 'GRANTED',
      case: 'CLOSED',
      decisions: 1,
      entries: 1,
      letters: 1,
    });
    const [made] = await rows(
      `select d.outcome, d.decided_by::text, d.approved_by, d.valid_from::text, d.valid_to::text, d.appeal_deadline_on::text as deadline, d.grounds, d.legal_refs, d.facts,
        l.kind, l.content, (select array_agg(type order by id) from case_event where case_id = d.case_id) as events,
        (select count(*)::int from journal_entry j where j.decision_id = d.id) as journal
       from decision d join letter l on l.decision_id = d.id where d.case_id = $1`,
      [application.caseId],
    );
    expect(made).toMatchObject({
      ...{ outcome: 'GRANT', decided_by: desk.staff.caseworker, approved_by: null, kind: 'DECISION_GRANT' },
      // 23 November + 7 days by post + 21 days
      ...{ valid_from: '2026-11-24', valid_to: '2028-11-23', deadline: '2026-12-21', journal: 1 },
    });
    expect(made.grounds.length).toBe(2);
    expect(made.grounds[0]).toHaveProperty('version');
    expect(made.facts.relied).toEqual(['Vilkårene er dokumentert.']);
    expect(made.events).toEqual(expect.arrayContaining(['DECISION_MADE', 'ENTRY_ADDED', 'LETTER_QUEUED']));
    const after = await rows('select check_at from order_item where id = $1', [order.itemId]);
    expect(after[0].check_at).toEqual(NOW);
  });

  test('is refused while a paper is missing, and says which field', async () => {
    const application = await createApplication(desk);
    await take(application);
    const answer = await decide(application);
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      fieldErrors: { outcome: 'DOCUMENTS_MISSING' },
    });
    expect(await stateOf(application)).toMatchObject({ status: 'UNDER_REVIEW', decisions: 0, letters: 0 });
  });

  test('rests on what was seen: papers that came meanwhile make it stale', async () => {
    const application = await ready();
    const draft = await draftOf({ desk, as: caseworker }, application);
    await createDocument(desk, application, { kind: 'OTHER' });
    expect((await propose(caseworker, draft)).errors?.[0]?.extensions.code).toBe('STALE');
  });

  test('is nobody’s who has not taken the case, is barred from it, or has no such right', async () => {
    const application = await ready();
    const input = await draftOf({ desk, as: caseworker }, application);
    expect((await propose(lead, input)).errors?.[0]?.extensions.code).toBe('RESERVED_BY_OTHER');
    expect((await propose(await desk.as('agent'), input)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await desk.sql.query(
      `insert into case_barred (case_id, staff_user_id, organisation_id, reason) values ($1, $2, 2, 'FAMILY')`,
      [application.caseId, desk.staff.caseworker],
    );
    expect((await propose(caseworker, input)).errors?.[0]?.extensions.code).toBe('BARRED');
    expect(await stateOf(application)).toMatchObject({ status: 'UNDER_REVIEW', decisions: 0 });
  });
});

describe('four eyes', () => {
  const forApproval = async () => {
    const application = await ready({ code: 'UDI_CONFIRMED', evidenceEndsOn: '2027-05-31' });
    expect((await decide(application, { validTo: '2027-05-31' })).errors).toBeUndefined();
    return application;
  };

  test('a UDI grant waits for a leader, who opens every part and approves exactly what she saw', async () => {
    const application = await forApproval();
    expect(await stateOf(application)).toMatchObject({
      status: 'FOR_APPROVAL',
      case: 'FOR_APPROVAL',
      decisions: 0,
    });
    const shown = await proposalOf(lead, application.caseId);
    expect(shown).toMatchObject({ stands: true, mayApprove: true, state: 'OPEN' });
    expect(shown.letter.signers).toEqual([
      { role: 'APPROVER', name: 'Henrik Aas' },
      { role: 'DECIDER', name: 'Tuva Myhre' },
    ]);
    const early = await lead.send(APPROVE, { input: { proposalId: shown.id, digest: shown.digest } });
    expect(early.errors?.[0]?.extensions.code).toBe('NOT_ALL_SEEN');
    expect((await approveAll(desk, lead, application.caseId)).data?.approveDecision).toMatchObject({
      fell: false,
    });
    const [made] = await rows('select decided_by::text, approved_by::text from decision where case_id = $1', [
      application.caseId,
    ]);
    expect(made).toEqual({ decided_by: desk.staff.caseworker, approved_by: desk.staff.lead });
    expect(await stateOf(application)).toMatchObject({
      status: 'GRANTED',
      case: 'CLOSED',
      entries: 1,
      letters: 1,
    });
  });

  test('nobody approves her own, and a caseworker approves nothing', async () => {
    const application = await ready({ code: 'UDI_CONFIRMED', evidenceEndsOn: '2027-05-31', who: 'lead' });
    await propose(lead, await draftOf({ desk, as: lead }, application, { validTo: '2027-05-31' }));
    const { id, digest, mayApprove } = await proposalOf(lead, application.caseId);
    expect(mayApprove).toBe(false);
    const input = { proposalId: id, digest };
    expect((await lead.send(APPROVE, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await caseworker.send(APPROVE, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await stateOf(application)).toMatchObject({ status: 'FOR_APPROVAL', decisions: 0 });
  });

  const changes: Record<string, (application: Application) => Promise<unknown>> = {
    'a paper that comes in': application => createDocument(desk, application, { kind: 'OTHER' }),
    'one byte of a paper where it lies': async ({ caseId }) => {
      const [file] = await rows('select storage_key from stored_file where case_id = $1 limit 1', [caseId]);
      const storage = createFilesystemStorage(join(desk.config.dataDir, 'files'));
      const name = `${file.storage_key}.original`;
      const bytes = (await storage.get(name)) ?? Buffer.alloc(0);
      bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1);
      await storage.delete(name);
      await storage.put(name, bytes);
    },
    'a register’s word about the firm': ({ firm }) =>
      rows(`update organisation set sector_code = '9999' where id = $1`, [firm.main]),
    'the person’s name, and so the letter': ({ personId }) =>
      rows(`update person set family_name = 'Ny' where id = $1`, [personId]),
    'a text block’s words': async () => {
      await rows(`alter table text_block disable trigger user`);
      await rows(
        `update text_block set text = jsonb_set(text, '{nb}', to_jsonb((text ->> 'nb') || ' Endret.'))`,
      );
    },
  };

  test.each(Object.keys(changes))(
    '%s makes the approval fall, visibly, and nothing is decided',
    async what => {
      const application = await forApproval();
      await openAll(desk, lead, application.caseId);
      const { id, digest } = await proposalOf(lead, application.caseId);
      await changes[what]?.(application);
      const answer = await lead.send(APPROVE, { input: { proposalId: id, digest } });
      expect(answer.data?.approveDecision).toMatchObject({ fell: true, decisionId: null });
      expect(await stateOf(application)).toMatchObject({
        status: 'UNDER_REVIEW',
        case: 'OPEN',
        decisions: 0,
        letters: 0,
      });
      const events = await rows('select type from case_event where case_id = $1 order by id desc limit 1', [
        application.caseId,
      ]);
      expect(events).toEqual([{ type: 'PROPOSAL_VOID' }]);
    },
  );

  test('another letter than the one shown is not approved', async () => {
    const application = await forApproval();
    await openAll(desk, lead, application.caseId);
    const { id } = await proposalOf(lead, application.caseId);
    const answer = await lead.send(APPROVE, { input: { proposalId: id, digest: 'f'.repeat(64) } });
    expect(answer.errors?.[0]?.extensions.code).toBe('PROPOSAL_CHANGED');
    expect(await stateOf(application)).toMatchObject({ status: 'FOR_APPROVAL' });
  });

  test('a leader sends it back with a reason, and its author takes it back; twice is once too often', async () => {
    const application = await forApproval();
    const { id } = await proposalOf(lead, application.caseId);
    const input = { proposalId: id, reason: 'Begrunnelsen mangler datoen.' };
    expect((await lead.send(RETURN, { input })).errors).toBeUndefined();
    expect(await stateOf(application)).toMatchObject({ status: 'UNDER_REVIEW', case: 'OPEN', decisions: 0 });
    expect((await lead.send(RETURN, { input })).errors?.[0]?.extensions.code).toBe('PROPOSAL_SETTLED');
    await take(application);
    expect((await decide(application, { validTo: '2027-05-31' })).errors).toBeUndefined();
    const again = await proposalOf(caseworker, application.caseId);
    expect(again).toMatchObject({ mayApprove: false, mayReturn: true });
    const back = await caseworker.send(RETURN, {
      input: { proposalId: again.id, reason: 'Oppdaget en feil.' },
    });
    expect(back.errors).toBeUndefined();
    expect(await stateOf(application)).toMatchObject({ status: 'UNDER_REVIEW' });
  });

  test('two leaders at once make one decision', async () => {
    const application = await forApproval();
    await openAll(desk, lead, application.caseId);
    const { id, digest } = await proposalOf(lead, application.caseId);
    const input = { proposalId: id, digest };
    const answers = await Promise.all([lead.send(APPROVE, { input }), lead.send(APPROVE, { input })]);
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(await stateOf(application)).toMatchObject({ decisions: 1, entries: 1, letters: 1 });
  });
});

describe('what has been decided', () => {
  test('stands as it was written: no row of it can be changed or removed', async () => {
    const application = await ready();
    await decide(application);
    const change = (sql: string) => desk.sql.query(sql, [application.caseId]);
    await expect(change(`update decision set outcome = 'REFUSE' where case_id = $1`)).rejects.toThrow(
      'stands as it was',
    );
    await expect(change('delete from decision where case_id = $1')).rejects.toThrow('stands as it was');
    await expect(change(`update letter set content = '{}' where case_id = $1`)).rejects.toThrow(
      'stands as it was',
    );
    await expect(change(`update journal_entry set title = 'x' where case_id = $1`)).rejects.toThrow(
      'stands as it was',
    );
    await expect(
      change(`update exception_entry set to_on = '2099-01-01' where case_id = $1`),
    ).rejects.toThrow('stands as it was');
  });

  test('is refused with a second signature, appealed, and reversed; the new decision replaces the old one', async () => {
    const person = await createPerson(desk, { givenName: 'Marit', familyName: 'Elvestad' });
    const application = await ready({ personId: person.id });
    expect((await decide(application, { outcome: 'REFUSE' })).errors).toBeUndefined();
    expect((await approveAll(desk, lead, application.caseId)).errors).toBeUndefined();
    expect(await stateOf(application)).toMatchObject({ status: 'REFUSED', case: 'CLOSED', entries: 0 });
    const version = async () =>
      (await rows('select version from desk_case where id = $1', [application.caseId]))[0].version;
    const APPEAL =
      'mutation Appeal($input: RegisterAppealInput!) { registerAppeal(input: $input) { status } }';
    const input = {
      caseId: application.caseId,
      expectedVersion: await version(),
      receivedOn: '2026-11-23',
      channel: 'LETTER',
      appellant: 'Marit Elvestad',
    };
    expect((await caseworker.send(APPEAL, { input })).errors).toBeUndefined();
    expect(await stateOf(application)).toMatchObject({ status: 'APPEALED', case: 'OPEN' });
    const again = await caseworker.send(APPEAL, { input: { ...input, expectedVersion: await version() } });
    expect(again.errors?.[0]?.extensions.code).toBe('ACTION_NOT_AVAILABLE');
    await take(application);
    expect((await decide(application, { kind: 'APPEAL', outcome: 'GRANT' })).errors).toBeUndefined();
    expect((await approveAll(desk, lead, application.caseId)).errors).toBeUndefined();
    expect(await stateOf(application)).toMatchObject({
      status: 'GRANTED',
      case: 'CLOSED',
      decisions: 2,
      entries: 1,
    });
    const [appeal] = await rows('select outcome, late from appeal where case_id = $1', [application.caseId]);
    expect(appeal).toEqual({ outcome: 'REVERSED', late: false });
    const chain = await rows('select id, replaces_id from decision where case_id = $1 order by id', [
      application.caseId,
    ]);
    expect(chain[1].replaces_id).toBe(chain[0].id);
  });

  test('is withdrawn: the entry ends the day after the last one given', async () => {
    const application = await ready();
    await decide(application);
    const version = (await rows('select version from desk_case where id = $1', [application.caseId]))[0]
      .version;
    const REOPEN = 'mutation Reopen($input: ReopenCaseInput!) { reopenCase(input: $input) { status } }';
    const reopened = await lead.send(REOPEN, {
      input: { caseId: application.caseId, expectedVersion: version, reason: 'NEW_INFORMATION' },
    });
    expect(reopened.errors).toBeUndefined();
    await take(application);
    expect(
      (await decide(application, { kind: 'WITHDRAWAL', outcome: 'WITHDRAW', validTo: '2026-11-30' })).errors,
    ).toBeUndefined();
    expect((await approveAll(desk, lead, application.caseId)).errors).toBeUndefined();
    expect(await stateOf(application)).toMatchObject({ status: 'WITHDRAWN', entries: 0, decisions: 2 });
    const [entry] = await rows('select ended_on::text, end_reason from exception_entry where case_id = $1', [
      application.caseId,
    ]);
    expect(entry).toEqual({ ended_on: '2026-12-01', end_reason: 'WITHDRAWN' });
  });
});

describe('missing papers', () => {
  test('one click makes the letter, and the case waits with its clock stopped', async () => {
    const application = await createApplication(desk);
    await take(application);
    const ASK =
      'mutation Ask($input: CaseVersionInput!) { askForDocuments(input: $input) { status holdUntil } }';
    const LOOK =
      'query Look($caseId: EntityId!) { documentRequest(caseId: $caseId) { missing until letter { heading } points { code met } } }';
    const { documentRequest } = await caseworker.ask(LOOK, { caseId: application.caseId });
    expect(documentRequest.missing.length).toBe(1);
    expect(documentRequest.points.filter((one: { met: boolean }) => !one.met)).toEqual([]);
    const [{ version }] = await rows('select version from desk_case where id = $1', [application.caseId]);
    const answer = await caseworker.send(ASK, {
      input: { caseId: application.caseId, expectedVersion: version },
    });
    expect(answer.data?.askForDocuments).toEqual({ status: 'ON_HOLD', holdUntil: documentRequest.until });
    expect(await stateOf(application)).toMatchObject({ status: 'AWAITING_DOCUMENTS', letters: 1 });
  });
});
