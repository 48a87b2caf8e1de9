import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { osloDate } from '../../server/src/platform/calendar/calendar.ts';
import { createApplication } from '../support/application.factories.ts';
import type { Client } from '../support/client.ts';
import {
  APPROVE as APPROVE_DECISION,
  complete,
  draftOf,
  openAll,
  proposalOf,
  propose,
} from '../support/deciding.ts';
import { textProposal } from '../support/decision-texts.ts';
import { type Desk, startDesk } from '../support/desk.ts';

const TEXT = `id kind code version validFrom validTo exceptionCodes outcomes label { nb nn en } text { nb nn en } source`;
const CATALOGUE = `query DecisionTextCatalogue($on: LocalDate) { decisionTextCatalogue(on: $on) { day texts { ${TEXT} } } }`;
const HISTORY = `query DecisionTextHistory($kind: DecisionTextKind!, $code: ShortText) { decisionTextHistory(kind: $kind, code: $code) {
  born { ${TEXT} } changes { id state validFrom grounds proposedBy { name } approvedBy { name } withdrawnReason allowedActions text { ${TEXT} } before { ${TEXT} } } } }`;
const PROPOSE = `mutation ProposeDecisionText($input: ProposeDecisionTextInput!) { proposeDecisionText(input: $input) { id state } }`;
const APPROVE = `mutation ApproveDecisionText($input: DecisionTextRefInput!) { approveDecisionText(input: $input) { id state } }`;
const WITHDRAW = `mutation WithdrawDecisionText($input: WithdrawDecisionTextInput!) { withdrawDecisionText(input: $input) { id state } }`;
const OFFERED = `query Texts($code: ApplicationCode!, $outcome: DecisionOutcome!) { decisionTexts(code: $code, outcome: $outcome) {
  grounds { id code version } statutes { id code validTo } } }`;

interface Text {
  id: string;
  code: string;
  version: number | null;
  label: Record<string, string>;
  text: Record<string, string>;
}

let desk: Desk;
let lead: Client;
let other: Client;
let now = new Date('2026-11-23T09:00:00Z');

beforeAll(async () => {
  desk = await startDesk({ clock: { now: () => now }, env: { JOBS: 'false' } });
  await desk.sql.query(`update staff_user set roles = '{CASEWORKER_LEAD}' where id = $1`, [
    desk.staff.caseworker,
  ]);
  [lead, other] = [await desk.as('lead'), await desk.as('caseworker')];
});
afterAll(() => desk.stop());

let day = 0;
/** Another day each time: one version begins on a day. */
const laterDay = () => {
  day += 1;
  return osloDate(new Date(now.getTime() + (100 + day) * 86_400_000));
};
const input = (given: object = {}) => ({ input: { ...textProposal(laterDay()), ...given } });
const proposed = async (given: object = {}, by = lead): Promise<string> =>
  (await by.ask(PROPOSE, input(given))).proposeDecisionText.id;
const ref = (id: string, kind = 'GROUND') => ({ input: { kind, id } });
const history = async (code: string | null, kind = 'GROUND', by = lead) =>
  (await by.ask(HISTORY, { kind, code })).decisionTextHistory;
const holds = async (code: string, on: string | null = null): Promise<Text | undefined> =>
  (await lead.ask(CATALOGUE, { on })).decisionTextCatalogue.texts.find((one: Text) => one.code === code);
const words = (nb: string) => ({ nb, nn: `${nb} nn`, en: `${nb} en` });

describe('a text of decisions', () => {
  test('gets a version from a day on when two leaders agree, and the old one stays as it was', async () => {
    const validFrom = laterDay();
    const before = await holds('CONDITIONS_MET');
    const id = await proposed({ validFrom, text: words('Vilkårene er oppfylt') });
    expect(await holds('CONDITIONS_MET', validFrom)).toEqual(before);
    expect(await lead.refused(APPROVE, ref(id))).toBe('FORBIDDEN');
    expect((await other.ask(APPROVE, ref(id))).approveDecisionText).toEqual({ id, state: 'COMING' });
    const after = await holds('CONDITIONS_MET', validFrom);
    expect(after).toMatchObject({ id, version: 4, text: words('Vilkårene er oppfylt') });
    expect(await holds('CONDITIONS_MET')).toEqual(before);
    const { born, changes } = await history('CONDITIONS_MET');
    expect(born.map((one: Text) => one.version)).toEqual([3, 2, 1]);
    expect(changes[0]).toMatchObject({
      ...{ id, state: 'COMING', proposedBy: { name: 'Henrik Aas' }, approvedBy: { name: 'Tuva Myhre' } },
      ...{ text: { version: 4 }, before: { id: before?.id, version: 3 } },
    });
  });

  test('that there is none of yet can be made, for grounds and for law, in the place of the newest', async () => {
    const ground = await proposed({ code: 'BRAND_NEW_GROUND', isNew: true, validFrom: laterDay() });
    await other.ask(APPROVE, ref(ground));
    const law = { kind: 'STATUTE', code: 'FVL-2025-46', isNew: true, source: 'lovdata.no', validTo: null };
    const statute = await proposed(law);
    await other.ask(APPROVE, ref(statute, 'STATUTE'));
    const on = laterDay();
    expect(await holds('BRAND_NEW_GROUND', on)).toMatchObject({ id: ground, version: 1 });
    expect(await holds('FVL-2025-46', on)).toMatchObject({ id: statute, source: 'lovdata.no' });
    expect((await history('BRAND_NEW_GROUND')).changes[0].before).toBeNull();
    expect(await holds('BRAND_NEW_GROUND')).toBeUndefined();
  });

  test('of law ends after its last day, and a ground of no outcome is offered no more', async () => {
    const [validFrom, validTo] = [laterDay(), laterDay()];
    const law = { kind: 'STATUTE', code: 'FVL-23-25', source: 'lovdata.no', validFrom, validTo };
    await other.ask(APPROVE, ref(await proposed(law), 'STATUTE'));
    expect(await holds('FVL-23-25', validTo)).toMatchObject({ validTo });
    expect(await holds('FVL-23-25', laterDay())).toBeUndefined();
    const id = await proposed({ code: 'ONLY_THIS_FIRM', outcomes: [] });
    expect((await history('ONLY_THIS_FIRM')).changes[0]).toMatchObject({ id, text: { outcomes: [] } });
  });

  test('is withdrawn until its day, and its number is not used again', async () => {
    const id = await proposed({ code: 'CONDITIONS_MET' });
    const { version } = (await history('CONDITIONS_MET')).changes[0].text;
    await other.ask(APPROVE, ref(id));
    await lead.ask(WITHDRAW, { input: { kind: 'GROUND', id, reason: 'Feil ord' } });
    expect((await history('CONDITIONS_MET')).changes[0]).toMatchObject({
      state: 'WITHDRAWN',
      withdrawnReason: 'Feil ord',
    });
    await proposed({ code: 'CONDITIONS_MET' });
    expect((await history('CONDITIONS_MET')).changes[0].text.version).toBe(version + 1);
    expect(await other.refused(APPROVE, ref(id))).toBe('SETTING_DECIDED');
  });

  test('is never changed where it stands, not even by the owner of the database; nor is what the desk was born with', async () => {
    const id = await proposed();
    const change = (what: string) => expect(desk.sql.query(what)).rejects.toThrow('never changed in place');
    await change(`update text_block set text = label where id = ${id}`);
    await change(`update text_block set text = label where proposed_by is null`);
    await change(`update statute set approved_at = now() where proposed_by is null`);
    await change(`delete from text_block where id = ${id}`);
    const [born] = (await desk.sql.query(`select id::text from text_block where proposed_by is null limit 1`))
      .rows;
    expect(await other.refused(APPROVE, ref(born.id))).toBe('NOT_FOUND');
    const log = await desk.sql.query(
      `select actor_id from audit_log where table_name = 'text_block' and row_id = $1`,
      [id],
    );
    expect(log.rows).toEqual([{ actor_id: desk.staff.lead }]);
  });

  test('is changed by leaders alone, and its versions read by the authority', async () => {
    const [agent, auditor] = [await desk.as('agent'), await desk.as('auditor')];
    expect(await agent.refused(CATALOGUE)).toBe('FORBIDDEN');
    expect(await auditor.refused(PROPOSE, input())).toBe('FORBIDDEN');
    expect((await history(null, 'GROUND', auditor)).changes.length).toBeGreaterThan(3);
  });

  test.each([
    ['a day that has begun', { validFrom: '2026-11-23' }, { validFrom: 'DATE_NOT_LATER' }],
    ['no grounds', { grounds: ' ' }, { grounds: 'REQUIRED' }],
    ['a language without words', { text: { ...words('x'), nn: ' ' } }, { text: 'INVALID' }],
    ['the code of another text', { isNew: true }, { code: 'TAKEN' }],
    ['a code nobody knows', { code: 'NOBODY_KNOWS' }, { code: 'NOT_POSSIBLE' }],
    ['law without a source', { kind: 'STATUTE', code: 'FVL-17' }, { source: 'INVALID' }],
    [
      'law that ends before it begins',
      { kind: 'STATUTE', code: 'FVL-23-25', source: 'lovdata.no', validTo: '2026-12-01' },
      { validTo: 'DATE_NOT_LATER' },
    ],
  ])('cannot have %s', async (_, given, fieldErrors) => {
    const { errors } = await lead.send(PROPOSE, input(given));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', fieldErrors });
  });
});

describe('a decision that waits for its second signature', () => {
  test('falls when one of its texts has a new version, and a decision made keeps the words it was made with', async () => {
    const made = await waiting();
    await openAll(desk, lead, made.caseId);
    const approve = async ({ caseId }: { caseId: string }) => {
      const { id, digest } = await proposalOf(lead, caseId);
      return (await lead.ask(APPROVE_DECISION, { input: { proposalId: id, digest } })).approveDecision;
    };
    expect(await approve(made)).toMatchObject({ fell: false });
    const kept = async () =>
      (await desk.sql.query('select grounds from decision where case_id = $1', [made.caseId])).rows;
    const words = await kept();

    const open = await waiting();
    const [ground] = (await other.ask(OFFERED, { code: 'UDI_CONFIRMED', outcome: 'GRANT' })).decisionTexts
      .grounds;
    const current = await holds(ground.code);
    const given = { code: ground.code, validFrom: '2026-11-24', text: current?.text, label: current?.label };
    const shown = current as Text & { outcomes: string[]; exceptionCodes: string[] };
    const id = await proposed({ ...given, outcomes: shown.outcomes, exceptionCodes: shown.exceptionCodes });
    await other.ask(APPROVE, ref(id));
    await openAll(desk, lead, open.caseId);
    expect((await proposalOf(lead, open.caseId)).stands).toBe(true);

    now = new Date('2026-11-24T09:00:00Z');
    [lead, other] = [await desk.as('lead'), await desk.as('caseworker')];
    expect((await proposalOf(lead, open.caseId)).stands).toBe(false);
    expect(await approve(open)).toMatchObject({ fell: true, decisionId: null });
    expect(await kept()).toEqual(words);
  });

  async function waiting() {
    const application = await createApplication(desk, {
      code: 'UDI_CONFIRMED',
      evidenceEndsOn: '2027-05-31',
    });
    await desk.sql.query(
      `update desk_case set reserved_by = $2, reserved_until = $3::timestamptz + interval '20 minutes' where id = $1`,
      [application.caseId, desk.staff.caseworker, now],
    );
    await complete(desk, application);
    await propose(other, await draftOf({ desk, as: other }, application, { validTo: '2027-05-31' }));
    return application;
  }
});
