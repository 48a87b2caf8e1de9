import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedScale } from '../../seeds/scale.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import type { StaffName } from '../support/staff.ts';
import { listen, planOf, type Statement } from '../support/statements.ts';

const CASES = 20_000;
/** Tables that grow with the years; a whole one is never read for a screen. */
const LARGE = [
  'desk_case',
  'case_event',
  'order_item',
  'person',
  'organisation',
  'outbox_mail',
  'audit_log',
  'image_submission',
  'stored_file',
  'case_hold',
];

let desk: Desk;
let heard: Statement[];

const MORE = `
insert into stored_file (organisation_id, storage_key, media_type, width, height, bytes, original_sha256, master_key, data_key, case_id)
  select organisation_id, 'k' || id, 'image/jpeg', 900, 1200, 1, '\\x00', 'k1', '\\x00', id from desk_case where kind = 'IMAGE_REVIEW';
insert into image_submission (organisation_id, case_id, order_item_id, attempt, channel, photo_file_id, id_file_id)
  select 1, c.id, c.order_item_id, 1, 'LINK', f.id, f.id from desk_case c join stored_file f on f.case_id = c.id;
insert into outbox_mail (organisation_id, case_id, template, language, subject_id, dedupe, message_id, send_after, status)
  select organisation_id, id, 'UPLOAD_LINK', 'nb', id, 'd' || id, 'm' || id, now(), case when id % 40 = 0 then 'QUEUED' else 'SENT' end
  from desk_case where kind = 'IMAGE_REVIEW';
insert into audit_log (kind, actor_id, operation, table_name, row_id, case_id, person_ids, organisation_id)
  select 'READ', 1 + id % 9, 'case', 'desk_case', id::text, id, array[person_id], organisation_id from desk_case;
update person set family_name = 'Enestående' where id % 4000 = 7;
`;

beforeAll(async () => {
  desk = await startDesk({ env: { PERSONS_PER_DAY: '100000' } });
  await seedScale({ ownerUrl: desk.ownerUrl, cases: CASES, events: 3 * CASES });
  await desk.sql.query(MORE);
  await desk.sql.query('vacuum analyze');
  heard = listen(desk);
}, 120_000);
afterAll(() => desk.stop());

/** Statements a person's screen sends, but for those that say who acts. */
async function sentBy(name: StaffName, document: string, variables: Record<string, unknown> = {}) {
  const client = await desk.as(name);
  heard.length = 0;
  await client.ask(document, variables);
  return [...heard];
}

const ROWS = 'rows { id number personName firmName orderNumber reservation { mine } } count { value }';
const LIST = `query L($filter: CaseFilter, $order: CaseOrder) { cases(filter: $filter, order: $order, page: { first: 25 }, withCount: true) { ${ROWS} } }`;
const SEARCH = 'query S($text: ShortText!) { search(text: $text) { hits { id title } } }';
const CASE = `query C($number: ShortText!) { case(number: $number) { id person { name } orderItem { orderNumber } events { id } links { id } barred { reason }
  drafts { action } submissions { id } mails { id } uploadLink { id } holds: deadline { dueOn } } }`;
const FACETS = 'query F($filter: CaseFilter) { caseFacets(filter: $filter) { status { value } } }';
const DAY = 'query D { myDay { today cases { id } queues { queue } news { caseId } } }';
const MENU = 'query M { menuCounts { mine overdue outbox } }';
const TAKE = 'mutation T($queue: CaseQueue!) { takeNext(queue: $queue) { case { id } } }';
const OUTBOX =
  'query O($filter: MailFilter) { outbox(filter: $filter, page: { first: 25 }) { rows { id } } }';
const AUDIT =
  'query A($filter: AuditFilter) { auditLog(filter: $filter, page: { first: 25 }) { rows { id } } }';

type Ask = readonly [document: string, variables?: Record<string, unknown>];
type Screen = readonly [what: string, names: readonly StaffName[], ask: Ask];
const WORKERS = ['agent', 'senior', 'caseworker', 'lead', 'finance'] as const;
const READERS = [...WORKERS, 'auditor'] as const;
const queue = { queue: 'INQUIRY', status: ['OPEN'] };

const SCREENS: readonly Screen[] = [
  ['the queue', READERS, [LIST, { filter: queue }]],
  ['the image queue', ['agent', 'auditor'], [LIST, { filter: { ...queue, queue: 'IMAGE_REVIEW' } }]],
  ['every case not closed', READERS, [LIST, { filter: { closed: false } }]],
  ['cases by number', READERS, [LIST, { order: { by: 'NUMBER', direction: 'DESC' } }]],
  ['overdue cases', READERS, [LIST, { filter: { ...queue, overdue: true } }]],
  ['free cases', READERS, [LIST, { filter: { ...queue, owner: ['FREE'] } }]],
  ['one scheme', ['agent', 'auditor'], [LIST, { filter: { queue: 'IMAGE_REVIEW', scheme: ['CLEANING'] } }]],
  ['third attempts', ['agent'], [LIST, { filter: { queue: 'IMAGE_REVIEW', attemptFrom: 3 } }]],
  ['cases of a name', READERS, [LIST, { filter: { text: 'enestående' } }]],
  ['counts beside the filter', READERS, [FACETS, { filter: queue }]],
  ['the search for a name', READERS, [SEARCH, { text: 'enestående' }]],
  ['the search for a case', READERS, [SEARCH, { text: '2026/000123' }]],
  ['the search for an order', READERS, [SEARCH, { text: '1000123' }]],
  ['Min dag', WORKERS, [DAY]],
  ['the menu', READERS, [MENU]],
  ['taking the next case', WORKERS, [TAKE, { queue: 'INQUIRY' }]],
  ['the outbox', ['agent', 'lead'], [OUTBOX, {}]],
  ['the outbox of what waits', ['agent', 'lead'], [OUTBOX, { filter: { status: ['QUEUED'] } }]],
  ['the audit log', ['auditor'], [AUDIT, {}]],
  ['the audit log of a colleague', ['auditor'], [AUDIT, { filter: { actorId: '3' } }]],
  ['the audit log about a person', ['auditor'], [AUDIT, { filter: { personId: '77' } }]],
];

const large = (tables: readonly string[]) =>
  [...new Set(tables.filter(table => LARGE.includes(table)))].sort();

/** A count stops at 1,001 rows; behind the wall it looks at each row where the index alone would do. */
const MOST_COUNTED = 1_001;

/** Large tables that are read whole behind the wall and not without it, or far more pages than without. */
async function faultsOf(statement: Statement): Promise<string[]> {
  const [walled, open] = [await planOf(desk.app.dbParts.pool, statement), await planOf(desk.sql, statement)];
  const without = large(open.wholeTables);
  const whole = large(walled.wholeTables).filter(table => !without.includes(table));
  const pages =
    walled.pages > 3 * open.pages + MOST_COUNTED ? [`${walled.pages} pages instead of ${open.pages}`] : [];
  return [...whole.map(table => `all of ${table}`), ...pages].map(
    fault => `${fault}: ${statement.text.slice(0, 200)}`,
  );
}

describe('row security turns no index into a full scan', () => {
  test.each(SCREENS)('on %s', async (_, names, ask) => {
    const faults: string[] = [];
    let looked = 0;
    for (const name of names) {
      for (const statement of await sentBy(name, ...ask)) {
        looked += 1;
        faults.push(...(await faultsOf(statement)).map(fault => `${name}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
    expect(looked).toBeGreaterThanOrEqual(names.length);
  });

  test.each(READERS)('on the case page of %s', async name => {
    const own = ['agent', 'senior', 'auditor'].includes(name) ? 'IMAGE_REVIEW' : 'INQUIRY';
    const organisation = ['caseworker', 'lead'].includes(name) ? 2 : 1;
    const { rows } = await desk.sql.query(
      'select number from desk_case where kind = $1 and organisation_id = $2 order by id desc limit 1',
      [own, organisation],
    );
    const statements = await sentBy(name, CASE, { number: rows[0].number });
    const faults = (await Promise.all(statements.map(faultsOf))).flat();
    expect(faults).toEqual([]);
    const plans = await Promise.all(statements.map(statement => planOf(desk.app.dbParts.pool, statement)));
    expect(plans.flatMap(plan => large(plan.wholeTables))).toEqual([]);
  });

  test('on what is looked up inside the search for a name', async () => {
    const [search] = (await sentBy('agent', SEARCH, { text: 'enestående' })).filter(s =>
      s.text.includes('find_persons'),
    );
    const { rows } = await desk.sql.query(`select pg_relation_size('person') / 8192 as pages`);
    const { actor = [] } = search ?? {};
    const named = { text: 'select * from find_persons($1, true, 50)', values: ['%enestående%'], actor };
    const plan = await planOf(desk.app.dbParts.pool, named);
    expect(plan.pages).toBeLessThan(Number(rows[0].pages) / 2);
  });
});

test('a condition that would wait behind the wall for every row is noticed', async () => {
  const [{ actor } = { actor: [] }] = await sentBy('agent', MENU);
  const text = 'select id from person where fold(name) like fold($1)';
  const faults = await faultsOf({ text, values: ['%enestående%'], actor });
  expect(faults.join()).toContain('all of person');
});
