import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createOrderItem } from '../support/factories.ts';
import { createEverything, type Everything, protect, rowsSeen } from '../support/protected.factories.ts';
import type { StaffName } from '../support/staff.ts';

/** Everyone but the leader of the authority. */
const OTHERS: readonly StaffName[] = ['agent', 'senior', 'finance', 'caseworker', 'auditor'];

const SEARCH = 'query Search($text: ShortText!) { search(text: $text) { hits { id title } } }';
const LIST = `query List($filter: CaseFilter) { cases(filter: $filter, page: { first: 100 }, withCount: true) { rows { id queue } count { value } }
  caseFacets(filter: $filter) { status { count { value } } } }`;
const ORDERS =
  'query Orders { orders(page: { first: 100 }, withCount: true) { rows { id } count { value } } }';
const COUNTS = `query Counts { menuCounts { imageReview { value } inquiry { value } protectedPersons { value } outbox } myDay { queues { queue open { value } } } }`;
const CASE =
  'query One($id: EntityId, $number: ShortText) { case(id: $id, number: $number) { id person { name } } }';
const BENCH =
  'query Bench($id: EntityId!) { imageBench(caseId: $id) { case { id queue } submission { id } } }';
const ORDER = 'query Order($id: EntityId, $number: ShortText) { order(id: $id, number: $number) { id } }';
const OUTBOX = 'query Outbox { outbox(page: { first: 100 }) { rows { id } } }';
const TAKE = 'mutation Take($queue: CaseQueue!) { takeNext(queue: $queue) { case { id queue version } } }';
const PEEK = 'query Peek($queue: CaseQueue!) { peekNext(queue: $queue) { case { id } } }';

let desk: Desk;
const clients = {} as Record<StaffName, Client>;
beforeAll(async () => {
  desk = await startDesk();
  for (const name of [...OTHERS, 'lead', 'admin'] as StaffName[]) clients[name] = await desk.as(name);
});
afterAll(() => desk.stop());

const sum = (counts: readonly { count: { value: number } }[]) =>
  counts.reduce((n, { count }) => n + count.value, 0);

/** Every way in that a person has, and what comes out of it: nothing, or something. */
async function waysIn(client: Client, about: Everything): Promise<string[]> {
  const open: string[] = [];
  const look = async (way: string, found: () => Promise<unknown>) => {
    if (await found()) open.push(way);
  };
  const hits = async (text: string) => (await client.send(SEARCH, { text })).data?.search.hits.length;
  const works = async (query: string, variables: object) =>
    (await client.send(query, { ...variables })).errors === undefined;
  const listed = async (filter: object | null) => {
    const { data } = await client.send(LIST, { filter });
    const ids = [about.imageCase.id, about.inquiry.id];
    return data?.cases.rows.some(({ id }: { id: string }) => ids.includes(id));
  };
  await look('search by name', () => hits(about.familyName));
  await look('search by case number', () => hits(about.imageCase.number));
  await look('search by order number', () => hits(about.orderNumber));
  await look('list', () => listed(null));
  await look('list by name', () => listed({ text: about.familyName }));
  await look('list by order', () => listed({ text: about.orderNumber }));
  await look('facets', async () =>
    sum((await client.send(LIST, { filter: { text: about.orderNumber } })).data?.caseFacets.status ?? []),
  );
  await look(
    'count',
    async () => (await client.send(LIST, { filter: { text: about.orderNumber } })).data?.cases.count.value,
  );
  await look('orders', async () =>
    (await client.send(ORDERS)).data?.orders.rows.some(({ id }: { id: string }) => id === about.itemId),
  );
  await look('case by id', () => works(CASE, { id: about.inquiry.id }));
  await look('image case by id', () => works(CASE, { id: about.imageCase.id }));
  await look('case by number', () => works(CASE, { number: about.inquiry.number }));
  await look('bench', () => works(BENCH, { id: about.imageCase.id }));
  await look('order by id', () => works(ORDER, { id: about.orderId }));
  await look('order by number', () => works(ORDER, { number: about.orderNumber }));
  await look('file', async () => (await client.fetch(`/files/${about.fileId}/display`)).ok);
  await look('outbox', async () =>
    (await client.send(OUTBOX)).data?.outbox.rows.some(({ id }: { id: string }) => id === about.mailId),
  );
  await look('mail', () => works('query M($id: EntityId!) { mail(id: $id) { html } }', { id: about.mailId }));
  return open;
}

const nothing = (seen: Record<string, number>) =>
  Object.fromEntries(Object.keys(seen).map(table => [table, 0]));
const ALL_WAYS = 18;

describe('a person who gets address protection', () => {
  let about: Everything;
  let before: Record<string, number>;
  beforeAll(async () => {
    about = await createEverything(desk);
    before = await rowsSeen(desk, 'agent', about);
  });

  test('is first like anybody else: issuer support finds her every way', async () => {
    expect(await waysIn(clients.agent, about)).toHaveLength(ALL_WAYS);
    expect(Object.entries(before).filter(([, n]) => n === 0)).toEqual([]);
  });

  test.each(OTHERS)('is then found by no way by the %s, nor by the database behind it', async name => {
    await protect(desk, about);
    expect(await waysIn(clients[name], about)).toEqual([]);
    const seen = await rowsSeen(desk, name, about);
    expect(seen).toEqual(nothing(seen));
  });

  test('is found every way by the leader of the authority, with all that was there', async () => {
    expect(await waysIn(clients.lead, about)).toHaveLength(ALL_WAYS);
    expect(await rowsSeen(desk, 'lead', about)).toEqual(before);
  });

  test('waits in a queue of its own, and in no count of anybody else', async () => {
    const counts = async (name: StaffName) => (await clients[name].ask(COUNTS)).menuCounts;
    expect(await counts('lead')).toMatchObject({ imageReview: null, protectedPersons: { value: 2 } });
    expect(await counts('agent')).toMatchObject({
      ...{ imageReview: { value: 0 }, inquiry: { value: 0 }, protectedPersons: null, outbox: 0 },
    });
    expect(await counts('caseworker')).toMatchObject({ inquiry: { value: 0 }, protectedPersons: null });
    const { myDay } = await clients.agent.ask(COUNTS);
    expect(
      myDay.queues.map(({ queue, open }: { queue: string; open: { value: number } }) => [queue, open.value]),
    ).toEqual([
      ['IMAGE_REVIEW', 0],
      ['INQUIRY', 0],
    ]);
    const { rows } = await desk.sql.query(
      'select queue, sum(opened)::int - sum(closed)::int as open from queue_day group by queue order by queue',
    );
    expect(rows).toEqual([
      { queue: 'IMAGE_REVIEW', open: 0 },
      { queue: 'INQUIRY', open: 0 },
      { queue: 'PROTECTED', open: 2 },
    ]);
  });

  test('is nobody’s to take or to look ahead to but the leader’s', async () => {
    for (const queue of ['IMAGE_REVIEW', 'INQUIRY'])
      expect((await clients.agent.ask(TAKE, { queue })).takeNext.case).toBeNull();
    expect((await clients.agent.ask(PEEK, { queue: 'IMAGE_REVIEW' })).peekNext).toBeNull();
    for (const name of ['agent', 'senior', 'caseworker'] as const)
      expect(await clients[name].refused(TAKE, { queue: 'PROTECTED' }), name).toBe('FORBIDDEN');
    expect((await clients.lead.ask(TAKE, { queue: 'PROTECTED' })).takeNext.case.queue).toBe('PROTECTED');
  });

  test('leaves the issuer’s leader no number to search by, no export and no reveal', async () => {
    const { search } = await clients.senior.ask(SEARCH, { text: about.nationalId });
    expect(search.hits).toEqual([]);
    expect((await clients.lead.ask(SEARCH, { text: about.nationalId })).search.hits).toHaveLength(1);
    const REVEAL = `mutation R($input: RevealNationalIdInput!) { revealNationalId(input: $input) { nationalId } }`;
    const why = { purpose: 'CORRECT_ORDER', reason: 'Orderer asks which of two persons is meant' };
    const input = { caseId: about.inquiry.id, personId: about.personId, ...why };
    expect(await clients.senior.refused(REVEAL, { input })).toBe('NOT_FOUND');
    expect((await clients.lead.ask(REVEAL, { input })).revealNationalId.nationalId).toBe(about.nationalId);
  });

  test('is an id in the auditor’s log, without name and case number', async () => {
    const LOG = `query Log($filter: AuditFilter) { auditLog(filter: $filter, page: { first: 100 }) { rows { caseNumber personId rowId fields } } }`;
    const answer = await clients.auditor.send(LOG, { filter: { personId: about.personId } });
    const { rows } = answer.data?.auditLog ?? {};
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.every(({ caseNumber }: { caseNumber: string | null }) => caseNumber === null)).toBe(true);
    expect(JSON.stringify(answer)).not.toContain('Skjermdal');
  });

  test('comes back to the issuer as she was when Folkeregisteret lifts the protection', async () => {
    await protect(desk, about, false);
    expect(await waysIn(clients.agent, about)).toHaveLength(ALL_WAYS);
    expect(await rowsSeen(desk, 'agent', about)).toEqual(before);
    const left = await rowsSeen(desk, 'lead', about);
    expect(left).toEqual({ ...nothing(left), case_event: left.case_event });
    expect(
      (
        await desk.sql.query('select queue from desk_case where id = any ($1) order by queue', [
          [about.imageCase.id, about.inquiry.id],
        ])
      ).rows,
    ).toEqual([{ queue: 'IMAGE_REVIEW' }, { queue: 'INQUIRY' }]);
  });
});

describe('a person who is protected when she is ordered for', () => {
  test('is nobody’s but the leader’s from the first row on', async () => {
    const about = await createEverything(desk, { familyName: 'Skjermvik', restricted: true });
    for (const name of OTHERS) {
      const seen = await rowsSeen(desk, name, about);
      expect(seen, name).toEqual(nothing(seen));
    }
    expect(await waysIn(clients.agent, about)).toEqual([]);
    expect(await waysIn(clients.lead, about)).toHaveLength(ALL_WAYS);
  });

  test('does not take the other lines of the order with her, and the leader opens the order she stands in', async () => {
    const other = await createOrderItem(desk);
    const about = await createEverything(desk, { restricted: true });
    await desk.sql.query(
      `update order_item set order_id = $2, order_number = $3, line = 2, unit_id = (select unit_id from card_order where id = $2),
        main_unit_id = (select main_unit_id from card_order where id = $2) where id = $1`,
      [about.itemId, other.orderId, other.orderNumber],
    );
    await protect(desk, about, false);
    await protect(desk, about);
    const LINES = 'query O($id: EntityId!) { order(id: $id) { lines { id } } }';
    const lines = async (name: StaffName) =>
      (await clients[name].ask(LINES, { id: other.orderId })).order.lines.map(({ id }: { id: string }) => id);
    expect(await lines('agent')).toEqual([other.id]);
    expect(await lines('lead')).toEqual([about.itemId]);
  });
});

describe('the leader of the authority', () => {
  test('works on such a case from the bench to the letter, which names nobody', async () => {
    const about = await createEverything(desk, { familyName: 'Skjermnes', restricted: true });
    const { imageBench } = await clients.lead.ask(BENCH, { id: about.imageCase.id });
    expect(imageBench).toMatchObject({
      case: { queue: 'PROTECTED' },
      submission: { id: expect.any(String) },
    });
    const TAKE_CASE = 'mutation T($input: CaseVersionInput!) { takeCase(input: $input) { version } }';
    const read = 'query V($id: EntityId!) { case(id: $id) { version allowedActions } }';
    const seen = (await clients.lead.ask(read, { id: about.imageCase.id })).case;
    const taken = await clients.lead.ask(TAKE_CASE, {
      input: { caseId: about.imageCase.id, expectedVersion: seen.version },
    });
    const reasons = [{ code: 'PH_GLASSES', part: 'PHOTO' }];
    const input = { caseId: about.imageCase.id, expectedVersion: taken.takeCase.version, reasons };
    await clients.lead.ask(
      'mutation R($input: RejectImagesInput!) { rejectImages(input: $input) { decisionId } }',
      { input },
    );
    const { rows } = await desk.sql.query(
      `select id, organisation_id, withheld_from from outbox_mail where case_id = $1 and template = 'IMAGES_REJECTED'`,
      [about.imageCase.id],
    );
    expect(rows).toMatchObject([{ organisation_id: 2, withheld_from: 1 }]);
    const { mail } = await clients.lead.ask('query M($id: EntityId!) { mail(id: $id) { html text } }', {
      id: rows[0].id,
    });
    expect(mail.text).toContain('den ansatte');
    for (const word of ['Prøve', about.familyName]) expect(mail.text + mail.html).not.toContain(word);
    const written = await rowsSeen(desk, 'agent', about);
    expect(written).toEqual(nothing(written));
  });

  test('hands such a case to nobody who may not see it', async () => {
    const about = await createEverything(desk, { familyName: 'Skjermli', restricted: true });
    const take = { caseId: about.inquiry.id, expectedVersion: 2 };
    await clients.lead.ask('mutation T($input: CaseVersionInput!) { takeCase(input: $input) { version } }', {
      input: take,
    });
    const input = { ...take, expectedVersion: 3, toStaffId: desk.staff.caseworker, reason: 'EXPERTISE' };
    const HAND = 'mutation H($input: HandOverCaseInput!) { handOverCase(input: $input) { id } }';
    const { errors } = await clients.lead.send(HAND, { input });
    expect(errors?.[0]?.extensions.fieldErrors).toEqual({ toStaffId: 'COLLEAGUE_NO_RIGHT' });
  });
});

describe('the wall', () => {
  test('stands around every table that hangs on a person, a case, an order line or a card', async () => {
    const { rows } = await desk.sql.query(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('person_id', 'case_id', 'order_item_id', 'card_id', 'decision_id'))
        and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'withheld_from') order by 1`,
    );
    // Ids only, for the auditor; keyed hashes that nobody reads.
    expect(rows.map(({ name }) => name)).toEqual(['audit_log', 'national_id_index']);
  });

  test('is a restriction: no other right opens it', async () => {
    const { rows } = await desk.sql.query(
      `select tablename as name from pg_policies where policyname = 'withheld' and permissive = 'RESTRICTIVE' and roles = '{desk_app}' and cmd = 'ALL' order by 1`,
    );
    const { rows: marked } = await desk.sql.query(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid where a.attname = 'withheld_from' and c.relkind = 'r'
       union select 'person' order by 1`,
    );
    expect(rows).toEqual(marked);
  });
});
