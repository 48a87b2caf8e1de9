import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createFirm, createOrderItem, createPerson } from '../support/factories.ts';

const CASES = `query Cases($filter: CaseFilter, $order: CaseOrder, $page: PageInput, $withCount: Boolean, $countExactly: Boolean) {
  cases(filter: $filter, order: $order, page: $page, withCount: $withCount, countExactly: $countExactly) {
    rows { id number kind status personName firmName orgNumber orderNumber scheme attempt openedOn dueOn dueDays daysCounted hasNewPost
      reservation { by { id name initials } mine until } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    count { value exact }
  }
}`;
const FACETS = `query Facets($filter: CaseFilter) { caseFacets(filter: $filter) {
  scheme { value count { value exact } } status { value count { value exact } } owner { value count { value exact } }
  attempt { value count { value exact } } due { value count { value exact } } } }`;
const OPEN_IMAGES = { queue: 'IMAGE_REVIEW', status: ['OPEN'] };

// A Wednesday.
const NOW = new Date('2026-11-18T09:00:00Z');

interface Row {
  id: string;
  number: string;
}

interface CasePage {
  rows: Row[];
  pageInfo: { hasNextPage: boolean; startCursor: string | null; endCursor: string | null };
}

describe('queues', () => {
  let desk: Desk;
  let agent: Client;
  const ids: Record<string, { id: string; number: string }> = {};

  const numbers = async (client: Client, filter: object, more: object = {}): Promise<string[]> => {
    const { cases } = await client.ask(CASES, { filter, ...more });
    return (cases.rows as Row[]).map(row => row.number);
  };
  const named = (...names: string[]) => names.map(name => ids[name]?.number);

  beforeAll(async () => {
    desk = await startDesk({ clock: { now: () => NOW } });
    const person = await createPerson(desk, { givenName: 'Åse', familyName: 'Tveit-Ødegård' });
    const firm = await createFirm(desk, { name: 'Østbygg 100 % Rør' });
    const orderItem = await createOrderItem(desk, { personId: person.id, firm, scheme: 'CLEANING' });
    const soon = new Date(NOW.getTime() + 600_000);
    ids.late = await createCase(desk, { dueOn: '2026-11-16', openedOn: '2026-11-09', orderItem, attempt: 1 });
    ids.today = await createCase(desk, {
      dueOn: '2026-11-18',
      reservedBy: desk.staff.agent,
      reservedUntil: soon,
      attempt: 2,
    });
    ids.week = await createCase(desk, {
      dueOn: '2026-11-20',
      reservedBy: desk.staff.colleague,
      reservedUntil: soon,
    });
    ids.later = await createCase(desk, { dueOn: '2026-12-01', newPostAt: NOW });
    ids.held = await createCase(desk, {
      status: 'ON_HOLD',
      dueOn: '2026-12-10',
      lastWorkerId: desk.staff.agent,
    });
    ids.closed = await createCase(desk, { status: 'CLOSED', dueOn: '2026-11-10' });
    ids.inquiry = await createCase(desk, { kind: 'INQUIRY', dueOn: '2026-11-19' });
    ids.authority = await createCase(desk, { kind: 'INQUIRY', organisation: 2 });
    await desk.sql.query(
      `update desk_case set reserved_by = $2, reserved_until = $3::timestamptz - interval '1 hour' where id = $1`,
      [ids.later.id, desk.staff.colleague, NOW],
    );
    agent = await desk.as('agent');
  });
  afterAll(() => desk.stop());

  test('the queue shows open cases, the most urgent first', async () => {
    expect(await numbers(agent, OPEN_IMAGES)).toEqual(named('late', 'today', 'week', 'later'));
    expect(await numbers(agent, { queue: 'INQUIRY', status: ['OPEN'] })).toEqual(named('inquiry'));
  });

  test('a row says who and what it is about and how far its deadline has come', async () => {
    const { cases } = await agent.ask(CASES, { filter: OPEN_IMAGES });
    expect(cases.rows[0]).toMatchObject({
      personName: 'Åse Tveit-Ødegård',
      firmName: 'Østbygg 100 % Rør avd. Nord',
      scheme: 'CLEANING',
      attempt: 1,
      dueDays: 5,
      // Five working days are allowed; seven have gone, and it says five.
      daysCounted: 5,
      reservation: null,
      hasNewPost: false,
    });
    expect(cases.rows[1].reservation).toEqual({
      by: { id: desk.staff.agent, name: 'Ingrid Solheim', initials: 'IS' },
      mine: true,
      until: new Date(NOW.getTime() + 600_000).toISOString(),
    });
    expect(cases.rows[2].reservation.mine).toBe(false);
    // Its reservation has run out.
    expect(cases.rows[3]).toMatchObject({ reservation: null, hasNewPost: true, daysCounted: 2 });
  });

  test.each([
    [{ scheme: ['CLEANING'] }, ['late']],
    [{ owner: ['MINE'] }, ['today']],
    [{ owner: ['COLLEAGUES'] }, ['week']],
    [{ owner: ['FREE'] }, ['late', 'later', 'held']],
    [{ owner: ['MINE', 'FREE'] }, ['late', 'today', 'later', 'held']],
    [{ overdue: true }, ['late']],
    [{ overdue: false }, ['today', 'week', 'later', 'held']],
    [{ dueFrom: '2026-11-18', dueTo: '2026-11-20' }, ['today', 'week']],
    [{ attemptFrom: 2 }, ['today']],
    [{ status: ['OPEN', 'ON_HOLD'] }, ['late', 'today', 'week', 'later', 'held']],
    [{ status: [] }, ['late', 'today', 'week', 'later', 'held']],
    [{ text: 'tveit' }, ['late']],
    [{ text: 'øSTBYGG' }, ['late']],
    [{ text: 'åse' }, ['late']],
    [{ text: '100 % rør' }, ['late']],
    [{ text: '100 _ rør' }, []],
    [{ text: 'østbygg', owner: ['MINE'] }, []],
  ])('the filter %j leaves %j', async (filter, left) => {
    expect(await numbers(agent, { queue: 'IMAGE_REVIEW', closed: false, ...filter })).toEqual(named(...left));
  });

  test('text finds a case number, an order number and an organisation number, of main unit or sub-unit', async () => {
    const { rows } = await desk.sql.query(
      `select i.order_number, u.org_number as unit, m.org_number as main from desk_case c join order_item i on i.id = c.order_item_id
       join organisation u on u.id = i.unit_id join organisation m on m.id = i.main_unit_id where c.id = $1`,
      [ids.late?.id],
    );
    for (const text of [ids.late?.number, rows[0].order_number, rows[0].unit, rows[0].main])
      expect(await numbers(agent, { text })).toEqual(named('late'));
    expect(await numbers(agent, { text: '17858512345' })).toEqual([]);
  });

  test('closed cases are a list of their own', async () => {
    expect(await numbers(agent, { queue: 'IMAGE_REVIEW', closed: true })).toEqual(named('closed'));
    expect(await numbers(agent, { status: ['CLOSED'] })).toEqual(named('closed'));
  });

  test.each([
    ['DUE_ON', 'ASC'],
    ['DUE_ON', 'DESC'],
    ['NUMBER', 'ASC'],
    ['NUMBER', 'DESC'],
    ['OPENED_ON', 'ASC'],
    ['OPENED_ON', 'DESC'],
  ])('pages by %s %s meet without gap or overlap, forwards and back', async (by, direction) => {
    const order = { by, direction };
    const filter = { closed: false };
    const all = await numbers(agent, filter, { order });
    expect(all.length).toBe(6);
    const seen: string[] = [];
    let after: string | null = null;
    let last: string | null = null;
    for (let more = true; more; ) {
      const page: CasePage = (await agent.ask(CASES, { filter, order, page: { first: 2, after } })).cases;
      seen.push(...page.rows.map(row => row.number));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
      last = page.pageInfo.startCursor;
    }
    expect(seen).toEqual(all);
    const back = await agent.ask(CASES, { filter, order, page: { first: 2, before: last } });
    expect((back.cases.rows as Row[]).map(row => row.number)).toEqual(all.slice(2, 4));
    expect(back.cases.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  test('a cursor of another order, or made up, is refused', async () => {
    const { cases } = await agent.ask(CASES, { filter: OPEN_IMAGES });
    const page = { first: 2, after: cases.pageInfo.endCursor };
    expect(await agent.refused(CASES, { order: { by: 'NUMBER', direction: 'ASC' }, page })).toBe(
      'VALIDATION_FAILED',
    );
    const forged = Buffer.from(JSON.stringify(['2026-02-30', "1' or 1"])).toString('base64url');
    expect(await agent.refused(CASES, { page: { first: 2, after: forged } })).toBe('VALIDATION_FAILED');
  });

  test('the number of cases is counted when asked for', async () => {
    expect((await agent.ask(CASES, { filter: OPEN_IMAGES })).cases.count).toBeNull();
    const counted = await agent.ask(CASES, { filter: OPEN_IMAGES, withCount: true });
    expect(counted.cases.count).toEqual({ value: 4, exact: true });
    const mine = await agent.ask(CASES, { filter: { ...OPEN_IMAGES, owner: ['MINE'] }, countExactly: true });
    expect(mine.cases.count).toEqual({ value: 1, exact: true });
  });

  test('facets count what each value would leave, with the other filters kept', async () => {
    const counts = async (filter: object) => {
      const { caseFacets } = await agent.ask(FACETS, { filter });
      const flat = (facet: { value: string; count: { value: number } }[]) =>
        Object.fromEntries(facet.map(({ value, count }) => [value, count.value]));
      return Object.fromEntries(
        Object.entries(caseFacets).map(([name, facet]) => [name, flat(facet as never)]),
      );
    };
    expect(await counts(OPEN_IMAGES)).toEqual({
      scheme: { CONSTRUCTION: 3, CLEANING: 1, CAR_CARE: 0, GOODS_TRANSPORT: 0 },
      status: { OPEN: 4, ON_HOLD: 1, AWAITING_UPLOAD: 0, FOR_APPROVAL: 0, CLOSED: 1 },
      owner: { MINE: 1, FREE: 2, COLLEAGUES: 1 },
      attempt: { '1': 2, '2': 1, '3': 0 },
      due: { OVERDUE: 1, TODAY: 1, THIS_WEEK: 1, LATER: 1 },
    });
    const narrowed = await counts({ ...OPEN_IMAGES, owner: ['MINE'], text: 'prøve' });
    expect(narrowed).toMatchObject({
      scheme: { CONSTRUCTION: 1, CLEANING: 0 },
      owner: { MINE: 1, FREE: 1, COLLEAGUES: 1 },
      due: { OVERDUE: 0, TODAY: 1, THIS_WEEK: 0, LATER: 0 },
    });
  });

  test('my cases are those I have reserved or put on hold', async () => {
    const { myCases } = await agent.ask('query Mine { myCases { rows { number } } }');
    expect((myCases.rows as Row[]).map(row => row.number)).toEqual(named('today', 'held'));
  });

  test('everyone sees the cases of his or her own organisation, and finance its inquiries only', async () => {
    expect(await numbers(await desk.as('finance'), {})).toEqual(named('inquiry'));
    expect(await numbers(await desk.as('caseworker'), {})).toEqual(named('authority'));
    expect((await numbers(await desk.as('auditor'), {})).length).toBe(8);
    expect(await (await desk.as('admin')).refused(CASES)).toBe('FORBIDDEN');
    expect(await (await desk.as('admin')).refused(FACETS)).toBe('FORBIDDEN');
    expect(await desk.anonymous().refused(CASES)).toBe('UNAUTHENTICATED');
  });

  test('colleagues are the others of the same organisation', async () => {
    const { colleagues } = await agent.ask('query Colleagues { colleagues { name initials } }');
    expect(colleagues).toContainEqual({ name: 'Jonas Berg', initials: 'JB' });
    const names = (colleagues as { name: string }[]).map(({ name }) => name);
    expect(names).not.toContain('Ingrid Solheim');
    expect(names).not.toContain('Tuva Myhre');
    expect(await (await desk.as('auditor')).refused('query C { colleagues { id } }')).toBe('FORBIDDEN');
  });
});
