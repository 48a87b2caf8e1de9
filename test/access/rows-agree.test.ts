import type { Enforcer } from 'casbin';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedScale } from '../../seeds/scale.ts';
import { caseScope } from '../../server/src/features/case/case.policy.ts';
import { CaseReadModel } from '../../server/src/features/case/case.readmodel.ts';
import { CaseDetailReadModel } from '../../server/src/features/case/case-detail.readmodel.ts';
import { caseDetailSql } from '../../server/src/features/case/case-detail.sql.ts';
import { type Access, createAccess } from '../../server/src/platform/access/access.ts';
import { loadEnforcer } from '../../server/src/platform/access/policy.ts';
import { Db } from '../../server/src/platform/db/db.ts';
import { ANONYMOUS, type Principal } from '../../server/src/platform/db/principal.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { STAFF, type StaffName } from '../support/staff.ts';

const ROWS = 1_200;
const ASKED = 1_000;
const NAMES = Object.keys(STAFF) as StaffName[];
const clock = { now: () => new Date() };

interface Facts {
  id: string;
  organisationId: number;
  kind: string;
}

let desk: Desk;
let enforcer: Enforcer;
let access: Access;
let ids: string[];

const MORE = `
insert into stored_file (organisation_id, storage_key, media_type, width, height, bytes, original_sha256, master_key, data_key, case_id)
  select organisation_id, 'k' || id, 'image/jpeg', 900, 1200, 1, '\\x00', 'k1', '\\x00', id from desk_case;
insert into outbox_mail (organisation_id, case_id, template, language, subject_id, dedupe, message_id, send_after)
  select organisation_id, id, 'UPLOAD_LINK', 'nb', id, 'd' || id, 'm' || id, now() from desk_case where order_item_id is not null;
-- The other organisation's share is small in the seed; half of everything is easier to get wrong.
update person set seen_by = '{0}';
update desk_case set organisation_id = 2 where kind = 'INQUIRY' and id % 2 = 0;
update stored_file f set organisation_id = c.organisation_id from desk_case c where c.id = f.case_id;
update outbox_mail m set organisation_id = c.organisation_id from desk_case c where c.id = m.case_id;
select refresh_seen_by();
`;

beforeAll(async () => {
  desk = await startDesk({ env: { PERSONS_PER_DAY: '100000' } });
  await seedScale({ ownerUrl: desk.ownerUrl, cases: ROWS, events: ROWS });
  await desk.sql.query(MORE);
  enforcer = await loadEnforcer();
  access = await createAccess();
  // Some of them stand for no row at all.
  const all = Array.from({ length: ROWS + 200 }, (_, i) => String(i + 1));
  ids = all
    .map(id => ({ id, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, ASKED)
    .map(({ id }) => id);
});
afterAll(() => desk.stop());

function principalOf(name: StaffName): Principal {
  const { roles, organisation } = STAFF[name];
  const kind = organisation === 1 ? 'ISSUER' : 'AUTHORITY';
  const who = { actorId: desk.staff[name], name, roles: [...roles], organisationId: organisation };
  return { ...ANONYMOUS, ...who, kind: 'staff', organisationKind: kind };
}

const dbOf = (principal: Principal) =>
  new Db(desk.app.dbParts, principal, { requestId: 'agree', operation: 'agree', address: null });

const sorted = (found: readonly string[]) => found.toSorted((a, b) => Number(a) - Number(b));
const asked = (found: readonly string[]) => sorted(found.filter(id => ids.includes(id)));

/** Ids that Casbin itself, line by line, allows. */
function casbin(actor: Principal, resource: string, rows: readonly Facts[]): string[] {
  return asked(
    rows
      .filter(facts =>
        actor.roles.some(role => enforcer.enforceSync(role, resource, 'read', { actor, facts })),
      )
      .map(({ id }) => id),
  );
}

async function visible(db: Db, table: string): Promise<string[]> {
  const rows = await db.read<{ id: string }>(`select id::text from ${table} where id = any ($1::bigint[])`, [
    ids,
  ]);
  return sorted(rows.map(({ id }) => id));
}

async function factsOf(table: string): Promise<Facts[]> {
  const { rows } = await desk.sql.query<Facts>(
    `select x.id::text, x.organisation_id as "organisationId", c.kind from ${table} x join desk_case c on c.id = ${table === 'desk_case' ? 'x.id' : 'x.case_id'}`,
  );
  return rows;
}

async function listed(db: Db): Promise<string[]> {
  const model = new CaseReadModel({ access, clock });
  const found: string[] = [];
  let after: string | null | undefined;
  do {
    const { rows, pageInfo } = await model.cases(db, { page: { first: 100, after } });
    found.push(...rows.map(({ id }) => id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return asked(found);
}

/** The case page's own statement, for all ids in one trip. */
async function opened(db: Db): Promise<string[]> {
  const page = caseDetailSql(caseScope(access, db.principal), 'id').replaceAll(/\$2\b/g, 'asked.id');
  const sql = `select asked.id::text from unnest($2::bigint[]) asked (id) cross join lateral (${page}) page`;
  const { organisationId, actorId } = db.principal;
  return sorted((await db.read<{ id: string }>(sql, [organisationId, ids, actorId])).map(({ id }) => id));
}

describe.each(NAMES)('for %s', name => {
  test('the list, the case page, row security and Casbin agree on 1,000 cases', async () => {
    const actor = principalOf(name);
    const expected = casbin(actor, 'case', await factsOf('desk_case'));
    const db = dbOf(actor);
    expect(await visible(db, 'desk_case')).toEqual(expected);
    expect(await listed(db)).toEqual(expected);
    expect(await opened(db)).toEqual(expected);
    expect(expected.length).toBeLessThanOrEqual(ASKED);
    if (name !== 'admin' && name !== 'deputy') expect(expected.length).toBeGreaterThan(0);
  });

  test('a page that opens is one of a visible case, and no other', async () => {
    const actor = principalOf(name);
    const expected = new Set(casbin(actor, 'case', await factsOf('desk_case')));
    const details = new CaseDetailReadModel({ access, clock });
    for (const id of ids.slice(0, 40)) {
      const opens = await details.caseDetail(dbOf(actor), id).then(
        () => true,
        error => (error.code === 'NOT_FOUND' ? false : Promise.reject(error)),
      );
      expect(opens, id).toBe(expected.has(id));
    }
  });

  test('row security and Casbin agree on files and mails', async () => {
    const actor = principalOf(name);
    for (const [resource, table] of [
      ['file', 'stored_file'],
      ['mail', 'outbox_mail'],
    ] as const)
      expect(await visible(dbOf(actor), table), table).toEqual(casbin(actor, resource, await factsOf(table)));
  });

  test('a person is visible when one of her cases or orders is', async () => {
    const actor = principalOf(name);
    const { rows } = await desk.sql.query<Facts>(
      `select person_id::text as id, organisation_id as "organisationId", kind from desk_case where person_id is not null
       union select person_id::text, organisation_id, 'IMAGE_REVIEW' from order_item`,
    );
    const expected = [...new Set(casbin(actor, 'case', rows))];
    expect(await visible(dbOf(actor), 'person')).toEqual(expected);
  });
});
