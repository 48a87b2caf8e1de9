import { buildSchema, getNamedType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emitSchema } from '../../server/src/emit-schema.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createOrderItem, createPerson } from '../support/factories.ts';
import { createMail } from '../support/mails.ts';

const PAGE = `query Cases($page: PageInput, $filter: CaseFilter) { cases(page: $page, filter: $filter) {
  rows { id personName } pageInfo { endCursor } } }`;
const CASE = 'query Case($id: EntityId!) { case(id: $id) { id person { name } } }';
const SEARCH = 'query Search($text: ShortText!) { search(text: $text) { hits { id title } } }';
const MY_DAY = 'query MyDay { myDay { cases { id } } }';
const MAIL = 'query Mail($id: EntityId!) { mail(id: $id) { text } }';
const TAKE =
  'mutation TakeCase($input: CaseVersionInput!) { takeCase(input: $input) { id person { name } } }';
const MINUTE = 60_000;

/** Queries and the rows they leave are proved below; a new way to show a person must be added here. */
const SHOWS_PERSONS = [
  'accessReview',
  // Proved with their pages: application-page.
  'applicationDetail',
  'applicationOptions',
  // Proved with their pages: card-pages, order-page and person-page.
  'card',
  'case',
  'cases',
  'imageBench',
  'myCases',
  'myDay',
  'order',
  'peekNext',
  'person',
  'search',
];

let desk: Desk;
let now = new Date('2026-11-23T09:00:00Z').getTime();
let persons: string[];
let caseIds: string[];
beforeAll(async () => {
  desk = await startDesk({ clock: { now: () => new Date(now) }, env: { PERSONS_PER_DAY: '8' } });
  persons = [];
  caseIds = [];
  for (let n = 0; n < 4; n += 1) {
    const person = await createPerson(desk, { familyName: `Lysbakken ${n}` });
    const orderItem = await createOrderItem(desk, { personId: person.id });
    persons.push(person.id);
    caseIds.push((await createCase(desk, { orderItem })).id);
  }
});
afterAll(() => desk.stop());

let mark = '0';
async function newRows(kind = 'READ') {
  const { rows } = await desk.sql.query(
    `select id::text, operation, table_name, case_id::text, person_ids::text[] as persons, fields, outcome, organisation_id from audit_log
     where kind = $1 and id > $2::bigint and table_name is distinct from 'audit_log' order by id`,
    [kind, mark],
  );
  mark = (await desk.sql.query('select coalesce(max(id), 0)::text as id from audit_log')).rows[0].id;
  return rows.map(({ id, ...row }) => row);
}
const fresh = async (name: Parameters<Desk['as']>[0]) => {
  const client = await desk.as(name);
  await newRows();
  return client;
};

describe('a list that shows persons', () => {
  test('leaves one row with everyone on the page, and nobody else', async () => {
    const agent = await fresh('agent');
    await agent.ask(PAGE, { page: { first: 3 } });
    const [row, ...more] = await newRows();
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      operation: 'Cases',
      table_name: 'person',
      case_id: null,
      organisation_id: 1,
    });
    expect(row?.persons.sort()).toEqual(persons.slice(0, 3).sort());
  });

  test('seen again by the same session it is covered for a quarter of an hour, whatever page or filter it is on', async () => {
    const agent = await fresh('agent');
    for (let n = 0; n < 3; n += 1) await agent.ask(PAGE, { page: { first: 4 } });
    await agent.ask(PAGE, { page: { first: 2 } });
    await agent.ask(MY_DAY);
    expect((await newRows()).length).toBe(1);
    now += 16 * MINUTE;
    await agent.ask(PAGE, { page: { first: 4 } });
    expect((await newRows()).length).toBe(1);
  });

  test('with one person more, or in another session, it is a row of its own', async () => {
    const agent = await fresh('agent');
    await agent.ask(PAGE, { page: { first: 3 } });
    await agent.ask(PAGE, { page: { first: 4 } });
    const again = await desk.as('agent');
    await again.ask(PAGE, { page: { first: 3 } });
    expect((await newRows()).map(row => row.persons.length)).toEqual([3, 4, 3]);
  });

  test('with nobody in it leaves no row', async () => {
    const agent = await fresh('agent');
    await agent.ask(PAGE, { filter: { status: ['CLOSED'] } });
    expect(await newRows()).toEqual([]);
  });
});

describe('a case', () => {
  test('that is opened leaves one row with the case and the person, and its buttons no more', async () => {
    const agent = await fresh('agent');
    await agent.ask(CASE, { id: caseIds[0] });
    await agent.ask(CASE, { id: caseIds[0] });
    const [row, ...more] = await newRows();
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      table_name: 'desk_case',
      case_id: caseIds[0],
      persons: [persons[0]],
      fields: ['case'],
    });
    const { rows } = await desk.sql.query('select version from desk_case where id = $1', [caseIds[0]]);
    await agent.ask(TAKE, { input: { caseId: caseIds[0], expectedVersion: rows[0].version } });
    expect(await newRows()).toEqual([]);
  });

  test('that is not the reader’s to see leaves no row, as nothing was shown', async () => {
    const stranger = await fresh('caseworker');
    expect(await stranger.refused(CASE, { id: caseIds[0] })).toBe('NOT_FOUND');
    expect(await newRows()).toEqual([]);
  });
});

describe('a search', () => {
  test('for a name leaves a row with the hits, and one without hits when there are none', async () => {
    const agent = await fresh('agent');
    await agent.ask(SEARCH, { text: 'Lysbakken' });
    await agent.ask(SEARCH, { text: 'Nobodyhere' });
    await agent.ask(SEARCH, { text: 'Nobodyhere' });
    const rows = await newRows();
    expect(rows.map(row => [row.operation, row.persons.length])).toEqual([
      ['searchName', 4],
      ['searchName', 0],
      ['searchName', 0],
    ]);
  });

  test('does not find a person with address protection, except for those the policy names', async () => {
    for (const organisation of [1, 2] as const) {
      const person = await createPerson(desk, { familyName: 'Skjermdal', restricted: true });
      await createCase(desk, {
        orderItem: await createOrderItem(desk, { personId: person.id, organisation }),
        organisation,
      });
    }
    const hits = async (name: 'agent' | 'senior' | 'caseworker' | 'lead') =>
      (await (await desk.as(name)).ask(SEARCH, { text: 'Skjermdal' })).search.hits.length;
    expect([await hits('agent'), await hits('senior'), await hits('caseworker'), await hits('lead')]).toEqual(
      [0, 0, 0, 2],
    );
    const LISTED = `query Listed { cases(filter: { text: "Skjermdal" }, withCount: true) { rows { id } count { value } }
      caseFacets(filter: { text: "Skjermdal" }) { status { count { value } } } }`;
    const listed = async (name: 'agent' | 'senior' | 'caseworker' | 'lead' | 'auditor') => {
      const { cases, caseFacets } = await (await desk.as(name)).ask(LISTED);
      const sum = caseFacets.status.reduce(
        (n: number, { count }: { count: { value: number } }) => n + count.value,
        0,
      );
      return [cases.rows.length, cases.count.value, sum];
    };
    for (const name of ['agent', 'senior', 'caseworker', 'auditor'] as const)
      expect(await listed(name), name).toEqual([0, 0, 0]);
    expect(await listed('lead')).toEqual([2, 2, 2]);
  });
});

test('a letter that is read leaves a row with its person', async () => {
  const { id, caseId } = await createMail(desk);
  const senior = await fresh('senior');
  await senior.ask(MAIL, { id });
  expect(await newRows()).toMatchObject([{ table_name: 'outbox_mail', case_id: caseId, fields: ['letter'] }]);
});

test('when the log cannot be written nothing is shown: not a list, a case, a search, a day or a letter', async () => {
  const { id: mailId } = await createMail(desk);
  const calls: [string, Record<string, unknown>][] = [
    [PAGE, {}],
    [CASE, { id: caseIds[1] }],
    [SEARCH, { text: 'Lysbakken' }],
    [SEARCH, { text: 'Nobodyhere' }],
    [MAIL, { id: mailId }],
  ];
  const senior = await desk.as('senior');
  await desk.sql.query(`create function refuse_row() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$;
    create trigger full_log before insert on audit_log for each row execute function refuse_row();`);
  const answers = [];
  for (const [document, variables] of calls) answers.push(await senior.send(document, variables));
  await desk.sql.query('drop trigger full_log on audit_log; drop function refuse_row()');
  for (const { data, errors } of answers)
    expect({ data, code: errors?.[0]?.extensions.code }).toEqual({ data: null, code: 'INTERNAL' });
  expect((await senior.ask(PAGE)).cases.rows.length).toBeGreaterThan(0);
});

describe('how many persons one member of staff may be shown in a day', () => {
  let colleague: Client;
  beforeAll(async () => {
    now += 24 * 60 * MINUTE;
    for (let n = 0; n < 9; n += 1)
      await createCase(desk, {
        orderItem: await createOrderItem(desk, { personId: (await createPerson(desk)).id }),
      });
    colleague = await fresh('colleague');
  });

  test('is bounded: the page that would be too much is refused in clear text, and the refusal is on record', async () => {
    await colleague.ask(PAGE, { page: { first: 7 } });
    const { data, errors } = await colleague.send(PAGE, { page: { first: 12 } });
    expect({ data, ...errors?.[0]?.extensions }).toMatchObject({
      data: null,
      code: 'DAILY_LIMIT',
      params: { limit: 8 },
    });
    expect(await newRows('REFUSED')).toMatchObject([{ outcome: 'DAILY_LIMIT' }]);
  });

  test('does not stop what she has seen already, nor another session’s count', async () => {
    expect((await colleague.ask(PAGE, { page: { first: 7 } })).cases.rows.length).toBe(7);
    const elsewhere = await desk.as('colleague');
    expect(await elsewhere.refused(PAGE, { page: { first: 12 } })).toBe('DAILY_LIMIT');
  });

  test('starts anew the next day', async () => {
    now += 24 * 60 * MINUTE;
    const tomorrow = await desk.as('colleague');
    expect((await tomorrow.ask(PAGE, { page: { first: 7 } })).cases.rows.length).toBe(7);
  });
});

test('every query that can show a person is known here', async () => {
  const schema = buildSchema(await emitSchema());
  const PERSONAL = new Set(['Person', 'CaseRow', 'SearchHit', 'AccessOddity']);
  const reaches = (name: string, seen = new Set<string>()): boolean => {
    if (PERSONAL.has(name)) return true;
    const type = schema.getType(name);
    if (!isObjectType(type) || seen.has(name)) return false;
    seen.add(name);
    return Object.values(type.getFields()).some(field => reaches(getNamedType(field.type).name, seen));
  };
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
  const showing = queries.filter(query => reaches(getNamedType(query.type).name)).map(query => query.name);
  expect(showing.sort()).toEqual(SHOWS_PERSONS);
});
