import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExceptionCode } from '../../server/src/features/exception/exception.enums.ts';
import {
  createApplication,
  createDecision,
  createDocument,
  createEntry,
  createProposal,
  type NewApplication,
} from '../support/application.factories.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createFirm, createPerson } from '../support/factories.ts';
import { createCard } from '../support/orders.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const ROW = `id caseId caseNumber code register personName firm { orgNumber name } state fromOn toOn whileRole endedOn endReason daysLeft`;
const LIST = `query Entries($filter: EntryFilter, $sort: EntrySort, $page: PageInput) { exceptionEntries(filter: $filter, sort: $sort, page: $page) {
  rows { ${ROW} } pageInfo { hasNextPage endCursor startCursor hasPreviousPage } count { value exact }
  facets { register { value count { value } } code { value count { value } } state { value count { value } } soon { value } } } }`;
const PAGE = `query Entry($id: EntityId!) { exceptionEntry(id: $id) { row { ${ROW} } deleteAfter mayWithdraw refusal
  history { kind on what decisionKind by approvedBy entryId }
  rests { orderNumber line scheme status outcome cardNumber cardStatus } } }`;

interface Row {
  id: string;
  state: string;
  daysLeft: number | null;
}
interface Listed {
  rows: Row[];
  count: { value: number };
  pageInfo: { endCursor: string; startCursor: string; hasNextPage: boolean };
  facets: Record<'register' | 'code' | 'state', { value: string; count: { value: number } }[]> & {
    soon: { value: number };
  };
}

let desk: Desk;
let caseworker: Client;
let lead: Client;

async function granted(
  code: ExceptionCode,
  given: NewApplication & { from?: string; to?: string | null } = {},
) {
  const { from = '2026-01-01', to, ...about } = given;
  const application = await createApplication(desk, { ...about, code, status: 'GRANTED' });
  const by = { decidedBy: desk.staff.caseworker, approvedBy: desk.staff.lead };
  const decision = await createDecision(desk, application, {
    ...{ ...by, validFrom: from, decidedOn: from },
    ...(to === undefined ? {} : { validTo: to }),
  });
  return { ...application, decision, entryId: await createEntry(desk, application, { decision }) };
}
type Granted = Awaited<ReturnType<typeof granted>>;

const made: Record<string, Granted> = {};
const list = async (variables: Record<string, unknown> = {}, client = caseworker) =>
  (await client.ask(LIST, variables)).exceptionEntries as unknown as Listed;
const ids = ({ rows }: Listed) => rows.map(({ id }) => id);
const countOf = (facet: { value: string; count: { value: number } }[], value: string) =>
  facet.find(one => one.value === value)?.count.value;

beforeAll(async () => {
  desk = await startDesk({ clock: { now: () => NOW } });
  const wife = await createPerson(desk, { givenName: 'Marit', familyName: 'Elvestad' });
  const firm = await createFirm(desk, { name: 'Elvestad Maskin' });
  made.spouse = await granted('AA_ENK_SPOUSE', { personId: wife.id, firm, to: '2026-12-20' });
  made.partner = await granted('AA_DA_ANS_PARTNER');
  made.soon = await granted('UDI_CONFIRMED', { to: '2026-11-30' });
  made.expired = await granted('VAT_SVALBARD', { to: '2026-11-22' });
  made.lastDay = await granted('VAT_KF_1510', { to: '2026-11-23' });
  made.upcoming = await granted('STAFFING_FOREIGN', { from: '2026-11-24', to: '2027-02-01' });
  made.ended = await granted('VAT_NOT_LIABLE', { to: '2027-06-30' });
  await desk.sql.query(
    `update exception_entry set ended_on = '2026-11-01', end_reason = 'WITHDRAWN' where id = $1`,
    [made.ended.entryId],
  );
  [caseworker, lead] = await Promise.all([desk.as('caseworker'), desk.as('lead')]);
});
afterAll(() => desk.stop());

const entryOf = (name: string) => made[name]?.entryId ?? '';

describe('the registers of exceptions', () => {
  test('list every entry with its state on the day, the newest first', async () => {
    const { rows, count } = await list();
    expect(count.value).toBe(7);
    expect(rows.map(({ state }) => state)).toEqual([
      ...['ENDED', 'UPCOMING', 'ACTIVE', 'EXPIRED', 'ACTIVE', 'ACTIVE', 'ACTIVE'],
    ]);
    expect(rows.at(-1)).toMatchObject({
      ...{ personName: 'Marit Elvestad', code: 'AA_ENK_SPOUSE', register: 'AA', daysLeft: 27 },
      ...{ caseNumber: made.spouse?.number, firm: { name: 'Elvestad Maskin AS' }, toOn: '2026-12-20' },
    });
    expect(rows.find(({ id }) => id === entryOf('lastDay'))).toMatchObject({ state: 'ACTIVE', daysLeft: 0 });
    expect(rows.find(({ id }) => id === entryOf('partner'))).toMatchObject({
      ...{ toOn: null, whileRole: true, daysLeft: null },
    });
  });

  test('show what soon ends, the soonest first', async () => {
    const soon = await list({ filter: { expiresWithinDays: 30 } });
    expect(ids(soon)).toEqual([entryOf('lastDay'), entryOf('soon'), entryOf('spouse')]);
    expect(ids(await list({ filter: { expiresWithinDays: 7, register: 'UDI' } }))).toEqual([entryOf('soon')]);
    expect(soon.facets.soon.value).toBe(3);
    const code = await caseworker.refused(LIST, { filter: { expiresWithinDays: 400 } });
    expect(code).toBe('VALIDATION_FAILED');
  });

  test('count each value of a filter as if that filter were open, so that nobody clicks into an empty list', async () => {
    const { facets, count } = await list({ filter: { register: 'MVA', state: ['ACTIVE'] } });
    expect(count.value).toBe(1);
    expect(countOf(facets.register, 'AA')).toBe(2);
    expect(countOf(facets.code, 'VAT_KF_1510')).toBe(1);
    expect(countOf(facets.state, 'EXPIRED')).toBe(1);
    expect(countOf(facets.state, 'ENDED')).toBe(1);
  });

  test('find an entry by case number, organisation number, or a part of a name of firm or person', async () => {
    const { number, firm } = made.spouse as Granted;
    for (const text of [number, firm.mainOrgNumber, firm.unitOrgNumber, 'elvestad mask', 'marit elv'])
      expect(ids(await list({ filter: { text } })), text).toEqual([entryOf('spouse')]);
    expect(ids(await list({ filter: { text: 'Ingen Slik' } }))).toEqual([]);
    const { facets } = await list({ filter: { text: 'marit elv' } });
    expect(countOf(facets.code, 'AA_ENK_SPOUSE')).toBe(1);
    expect(countOf(facets.code, 'VAT_KF_1510')).toBe(0);
  });

  test('turn pages both ways, in both orders', async () => {
    for (const sort of ['NEWEST', 'SOONEST']) {
      const whole = ids(await list({ sort }));
      const first = await list({ sort, page: { first: 3 } });
      const second = await list({ sort, page: { first: 3, after: first.pageInfo.endCursor } });
      expect([...ids(first), ...ids(second)]).toEqual(whole.slice(0, 6));
      const back = await list({ sort, page: { first: 3, before: second.pageInfo.startCursor } });
      expect(ids(back)).toEqual(ids(first));
    }
  });

  test('leave a row in the log about whoever the page names', async () => {
    const auditor = await desk.as('auditor');
    await list({ filter: { register: 'UDI' } }, auditor);
    const { rows } = await desk.sql.query(
      `select person_ids::text[] as persons from audit_log where actor_id = $1 and kind = 'READ' order by id desc limit 1`,
      [desk.staff.auditor],
    );
    expect(rows[0]?.persons).toEqual([made.soon?.personId]);
  });

  test('stand on Min dag of whoever decides: signatures, deadlines of the week, what soon ends; nobody else has the counts', async () => {
    await createApplication(desk, { dueOn: '2026-11-29' });
    await createApplication(desk, { dueOn: '2026-11-30' });
    const waiting = await createApplication(desk, { status: 'FOR_APPROVAL', dueOn: '2026-12-30' });
    await createProposal(desk, waiting, { proposedBy: desk.staff.caseworker });
    const DAY = `{ myDay { exceptions { forApproval { value } dueThisWeek { value } promisedThisWeek { value } expiring { value } appeals { value } } } }`;
    const dayOf = async (client: Client) => (await client.ask(DAY)).myDay;
    const counts = {
      dueThisWeek: { value: 1 },
      promisedThisWeek: { value: 0 },
      expiring: { value: 3 },
      appeals: { value: 0 },
    };
    expect(await dayOf(lead)).toEqual({ exceptions: { forApproval: { value: 1 }, ...counts } });
    expect(await dayOf(caseworker)).toEqual({ exceptions: { forApproval: null, ...counts } });
    expect(await dayOf(await desk.as('agent'))).toEqual({ exceptions: null });
    expect(await dayOf(await desk.as('auditor'))).toEqual({ exceptions: null });
  });

  test('are not for the issuer', async () => {
    const agent = await desk.as('agent');
    expect(await agent.refused(LIST, {})).toBe('FORBIDDEN');
    expect(await agent.refused(PAGE, { id: entryOf('spouse') })).toBe('FORBIDDEN');
  });
});

describe('an entry', () => {
  test('shows its life as a line: application, papers, decision with who signed, warnings, end', async () => {
    const entry = await granted('VAT_UNDER_50K_OTHER', { receivedOn: '2025-12-20', to: '2026-09-30' });
    await createDocument(desk, entry, { kind: 'RF_1316', receivedOn: '2025-12-21' });
    await desk.sql.query(
      `update exception_entry set warned_30_on = '2026-08-31', warned_7_on = '2026-09-23', expiry_noted_on = '2026-10-01' where id = $1`,
      [entry.entryId],
    );
    const { firm } = entry;
    const next = await granted('VAT_NOT_LIABLE', { firm, from: '2026-10-05', to: '2027-10-04' });
    const { exceptionEntry } = await caseworker.ask(PAGE, { id: entry.entryId });
    const { history, row, refusal } = exceptionEntry as {
      history: Record<string, string | null>[];
      row: Row;
      refusal: string;
    };
    expect(history.map(({ kind, on, what }) => [on, kind, what])).toEqual([
      ['2025-12-20', 'APPLICATION', 'LETTER'],
      ['2025-12-21', 'DOCUMENT', 'RF_1316'],
      ['2026-01-01', 'DECISION', 'GRANT'],
      ['2026-01-01', 'BEGUN', null],
      ['2026-08-31', 'WARNED', '30'],
      ['2026-09-23', 'WARNED', '7'],
      ['2026-09-30', 'EXPIRED', null],
      ['2026-10-05', 'FOLLOWED', 'VAT_NOT_LIABLE'],
    ]);
    expect(history[2]).toMatchObject({ by: 'Tuva Myhre', approvedBy: 'Henrik Aas', decisionKind: 'FIRST' });
    expect(history.at(-1)?.entryId).toBe(next.entryId);
    expect([row.state, refusal]).toEqual(['EXPIRED', 'OVER']);
  });

  test('shows what of the issuer rests on it by number and state, and no more', async () => {
    const { cardId, itemId, firm, personId } = await createCard(desk, { day: '2026-03-02' });
    const entry = await granted('AA_AS_OWNER_UNPAID', { firm, personId, to: '2027-01-31' });
    await desk.sql.query(
      `update register_check set outcome = 'APPROVED_BY_EXCEPTION', settled_outcome = 'APPROVED_BY_EXCEPTION', reason = 'BY_EXCEPTION',
        exception_entry_id = $2, exception_code = 'AA_AS_OWNER_UNPAID', exception_to = '2027-01-31' where order_item_id = $1 and register = 'AA'`,
      [itemId, entry.entryId],
    );
    const { exceptionEntry } = await caseworker.ask(PAGE, { id: entry.entryId });
    const { rows } = await desk.sql.query(
      'select c.number, i.order_number from card c join order_item i on i.id = c.order_item_id where c.id = $1',
      [cardId],
    );
    expect((exceptionEntry as { rests: unknown }).rests).toEqual([
      {
        ...{ orderNumber: rows[0]?.order_number, line: 1, scheme: 'CONSTRUCTION', status: 'SHIPPED' },
        ...{ outcome: 'APPROVED_BY_EXCEPTION', cardNumber: rows[0]?.number, cardStatus: 'VALID' },
      },
    ]);
    expect(exceptionEntry).toMatchObject({ mayWithdraw: true, refusal: null });
    const agent = await desk.as('agent');
    const CHECKS = `query Checks($id: EntityId!) { registerChecks(orderItemId: $id, language: nb) { checks { register outcome granted { code who toOn } } } }`;
    const { registerChecks } = await agent.ask(CHECKS, { id: itemId });
    const { checks } = registerChecks as { checks: { register: string }[] };
    expect(checks.find(({ register }) => register === 'AA')).toMatchObject({
      outcome: 'APPROVED_BY_EXCEPTION',
      granted: {
        ...{ code: 'AA_AS_OWNER_UNPAID', toOn: '2027-01-31' },
        who: 'Eier av aksjeselskap uten lønn fra selskapet',
      },
    });
    // A register that is silent stays silent, whatever let the check pass before.
    await desk.sql.query(
      `update register_check set outcome = 'UNAVAILABLE' where order_item_id = $1 and register = 'AA'`,
      [itemId],
    );
    const silent = (await agent.ask(CHECKS, { id: itemId })).registerChecks as typeof registerChecks;
    expect((silent as { checks: { register: string }[] }).checks).toContainEqual({
      ...{ register: 'AA', outcome: 'UNAVAILABLE', granted: null },
    });
  });

  test('of a person with address protection is the leaders’ alone: not listed, not counted, not found, not opened by others', async () => {
    const hidden = await granted('UDI_EEA_FAMILY', { to: '2027-01-31' });
    const before = await list({ filter: { code: ['UDI_EEA_FAMILY'] } });
    expect(before.count.value).toBe(1);
    await desk.sql.query(
      `update person set restricted = true, given_name = 'Skjult', family_name = 'Navn' where id = $1`,
      [hidden.personId],
    );
    const seen = await list({ filter: { code: ['UDI_EEA_FAMILY'] } });
    expect([seen.count.value, countOf(seen.facets.code, 'UDI_EEA_FAMILY'), seen.rows]).toEqual([0, 0, []]);
    expect(ids(await list({ filter: { text: hidden.number } }))).toEqual([]);
    expect(await caseworker.refused(PAGE, { id: hidden.entryId })).toBe('NOT_FOUND');
    const theirs = await list({ filter: { text: 'skjult navn' } }, lead);
    expect(ids(theirs)).toEqual([hidden.entryId]);
    const { exceptionEntry } = await lead.ask(PAGE, { id: hidden.entryId });
    expect(exceptionEntry).toMatchObject({ row: { personName: 'Skjult Navn' } });
  });

  test('that is gone, or never was, is not found', async () => {
    expect(await caseworker.refused(PAGE, { id: '987654321' })).toBe('NOT_FOUND');
  });
});

describe('a withdrawal of several entries', () => {
  const PREVIEW = `query Preview($filter: EntryFilter!, $entryIds: [EntityId!]) { withdrawalPreview(filter: $filter, entryIds: $entryIds) { ready refused more rows { row { id } refusal } } }`;
  const PROPOSE = `mutation Propose($input: ProposeWithdrawalsInput!) { proposeWithdrawals(input: $input) { entryId caseNumber proposed refusal code } }`;
  const TEXTS = `{ decisionTexts(code: VAT_SVALBARD, outcome: WITHDRAW) { grounds { id } statutes { id } } }`;
  const stateOf = async (caseId: string) =>
    (
      await desk.sql.query(
        `select a.status, c.status as case_status, (select count(*)::int from decision_proposal p where p.case_id = c.id and p.state = 'OPEN') as open
         from exception_application a join desk_case c on c.id = a.case_id where c.id = $1`,
        [caseId],
      )
    ).rows[0];

  test('tells before what will change and what cannot, then proposes each by itself; nothing ends before a second signature', async () => {
    const firm = await createFirm(desk, { name: 'Isbjørn Drift' });
    const given = { firm, to: '2027-06-30' };
    const good = [await granted('VAT_SVALBARD', given), await granted('VAT_NOT_LIABLE', given)];
    const over = await granted('VAT_SVALBARD', { firm, to: '2026-10-01' });
    const barred = await granted('VAT_KF_1510', given);
    await desk.sql.query(
      `insert into case_barred (organisation_id, case_id, staff_user_id, reason) values (2, $1, $2, 'FAMILY')`,
      [barred.caseId, desk.staff.caseworker],
    );
    const filter = { text: 'isbjørn' };
    const { withdrawalPreview } = await caseworker.ask(PREVIEW, { filter });
    expect(withdrawalPreview).toMatchObject({ ready: 2, refused: 2, more: false });
    const { rows } = withdrawalPreview as { rows: { row: { id: string }; refusal: string | null }[] };
    const refusalOf = (id: string) => rows.find(({ row }) => row.id === id)?.refusal;
    expect([refusalOf(over.entryId), refusalOf(barred.entryId)]).toEqual(['OVER', 'BARRED']);
    const one = { filter: {}, entryIds: [over.entryId, '987654321'] };
    expect(await caseworker.ask(PREVIEW, one)).toMatchObject({ withdrawalPreview: { ready: 0, refused: 1 } });
    const { decisionTexts } = await caseworker.ask(TEXTS);
    const { grounds, statutes } = decisionTexts as Record<'grounds' | 'statutes', { id: string }[]>;
    const input = {
      entryIds: [...rows.map(({ row }) => row.id), '987654321'],
      ...{ lastDay: '2026-12-31', facts: ['Virksomheten er registrert i Mva-registeret.'], freeText: '' },
      ...{
        groundIds: grounds.slice(0, 1).map(({ id }) => id),
        statuteIds: statutes.slice(0, 1).map(({ id }) => id),
      },
    };
    expect(await caseworker.refused(PROPOSE, { input: { ...input, facts: [] } })).toBe('VALIDATION_FAILED');
    const { proposeWithdrawals } = await caseworker.ask(PROPOSE, { input });
    const results = proposeWithdrawals as unknown as {
      entryId: string;
      proposed: boolean;
      refusal: string;
      code: string;
    }[];
    const of = (id: string) => results.find(({ entryId }) => entryId === id);
    for (const { entryId, caseId } of good) {
      expect(of(entryId)).toMatchObject({ proposed: true, refusal: null, code: null });
      expect(await stateOf(caseId)).toEqual({ status: 'FOR_APPROVAL', case_status: 'FOR_APPROVAL', open: 1 });
    }
    expect(of(over.entryId)).toMatchObject({ proposed: false, refusal: 'OVER' });
    expect(of(barred.entryId)).toMatchObject({ proposed: false, refusal: 'BARRED' });
    expect(of('987654321')).toMatchObject({ proposed: false, code: 'NOT_FOUND' });
    expect(await stateOf(barred.caseId)).toEqual({ status: 'GRANTED', case_status: 'CLOSED', open: 0 });
    const ended = await desk.sql.query(
      'select count(*)::int as n from exception_entry where firm_id = $1 and ended_on is not null',
      [firm.main],
    );
    expect(ended.rows[0]?.n).toBe(0);
    expect(await (await desk.as('agent')).refused(PREVIEW, { filter })).toBe('FORBIDDEN');
    // Whoever signs steps from one to the next; what was proposed by itself stands by itself.
    const BATCH =
      'query Batch($caseId: EntityId!) { decisionProposal(caseId: $caseId) { mayApprove batch { caseId caseNumber } } }';
    const lead = await desk.as('lead');
    const { decisionProposal } = await lead.ask(BATCH, { caseId: good[0]?.caseId });
    expect(decisionProposal).toMatchObject({ mayApprove: true });
    const { batch } = decisionProposal as unknown as { batch: { caseId: string }[] };
    expect(batch.map(({ caseId }) => caseId).sort()).toEqual(good.map(({ caseId }) => caseId).sort());
    await desk.sql.query(
      `insert into case_barred (organisation_id, case_id, staff_user_id, reason) values (2, $1, $2, 'FAMILY')`,
      [good[1]?.caseId, desk.staff.lead],
    );
    const { decisionProposal: alone } = await lead.ask(BATCH, { caseId: good[0]?.caseId });
    expect(alone).toMatchObject({ batch: [] });
  });
});
