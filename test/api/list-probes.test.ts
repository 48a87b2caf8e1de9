import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createOrderItem, createPerson } from '../support/factories.ts';

const LIST = 'query Cases($text: ShortText!) { cases(filter: { text: $text }) { rows { id personName } } }';
const COUNT = `query Count($text: ShortText!) { cases(filter: { text: $text }, page: { first: 1 }, withCount: true) { count { value } } }`;
const FACETS =
  'query Facets($text: ShortText!) { caseFacets(filter: { text: $text }) { status { count { value } } } }';

let desk: Desk;
let personId: string;
beforeAll(async () => {
  desk = await startDesk();
  const person = await createPerson(desk, { familyName: 'Lysbakken' });
  personId = person.id;
  await createCase(desk, { orderItem: await createOrderItem(desk, { personId }) });
});
afterAll(() => desk.stop());

async function rowsOf(document: string, text: string) {
  const agent = await desk.as('agent');
  const { rows: before } = await desk.sql.query('select coalesce(max(id), 0)::text as id from audit_log');
  await agent.ask(document, { text });
  const { rows } = await desk.sql.query(
    `select operation, person_ids::text[] as persons from audit_log where kind = 'READ' and id > $1::bigint order by id`,
    [before[0].id],
  );
  return rows;
}

test('a list filtered by a name that nobody has is a search without a hit, and on record as one', async () => {
  expect(await rowsOf(LIST, 'Nobodyhere')).toEqual([{ operation: 'searchName', persons: [] }]);
  expect(await rowsOf(COUNT, 'Nobodyhere')).toEqual([{ operation: 'searchName', persons: [] }]);
});

test('a list filtered by a name is on record as a search, with whom it found', async () => {
  expect(await rowsOf(LIST, 'Lysbakken')).toEqual([{ operation: 'searchName', persons: [personId] }]);
});

test('counting the cases of a name, without looking at one, is on record too', async () => {
  expect(await rowsOf(FACETS, 'Lysbakken')).toEqual([{ operation: 'countName', persons: [] }]);
  expect(await rowsOf(FACETS, '2026/000001')).toEqual([]);
});
