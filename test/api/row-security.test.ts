import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  APP_ROLE,
  CHECK_ROLE,
  CLIENT_ROLE,
  DOOR_ROLE,
  JOB_ROLE,
  UPLOAD_ROLE,
} from '../../server/src/platform/db/roles.ts';
import { rowSecurityFaults } from '../../server/src/platform/db/row-security.ts';
import { OPEN_TABLES, WALLED_TABLES } from '../../server/src/platform/db/tables.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createSubmission } from '../support/factories.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

const names = (rows: { name: string }[]) => rows.map(({ name }) => name);

describe('the wall around the rows', () => {
  test('stands around every table, or the table is listed with the reason why it holds no personal data', async () => {
    const { rows } = await desk.sql.query(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') order by relname`,
    );
    expect(names(rows)).toEqual([...Object.keys(WALLED_TABLES), ...Object.keys(OPEN_TABLES)].sort());
  });

  test('is on and forced, also for the owner of the tables', async () => {
    const { rows } = await desk.sql.query(
      'select relname as name from pg_class where relrowsecurity and relforcerowsecurity order by relname',
    );
    expect(names(rows)).toEqual(Object.keys(WALLED_TABLES).sort());
  });

  test('is met by roles that own nothing and cannot pass it, and no role takes another with it', async () => {
    const { rows } = await desk.sql.query(
      `select r.rolname as name, r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb as mighty,
        (select count(*)::int from pg_class c where c.relowner = r.oid) as owned,
        array(select g.rolname::text from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid and m.inherit_option) as inherits
       from pg_roles r where r.rolname = any ($1) order by 1`,
      [[APP_ROLE, CHECK_ROLE, CLIENT_ROLE, DOOR_ROLE, JOB_ROLE, UPLOAD_ROLE]],
    );
    expect(rows).toEqual(
      [APP_ROLE, CHECK_ROLE, CLIENT_ROLE, DOOR_ROLE, JOB_ROLE, UPLOAD_ROLE].map(name => ({
        name,
        mighty: false,
        owned: 0,
        inherits: [],
      })),
    );
  });

  test('shows nothing to a connection that has not said who acts', async () => {
    const { id, orderItem } = await createCase(desk, {});
    await createSubmission(desk, { id, number: '', orderItem });
    for (const table of Object.keys(WALLED_TABLES)) {
      const { rows } = await desk.app.dbParts.pool.query(
        `select has_table_privilege('${table}', 'select') as readable`,
      );
      if (!rows[0].readable) continue;
      const { rowCount } = await desk.app.dbParts.pool.query(`select 1 from ${table} limit 1`);
      expect(rowCount, table).toBe(0);
    }
    const { rows } = await desk.sql.query('select count(*)::int as n from image_submission');
    expect(rows[0].n).toBeGreaterThan(0);
  });

  test('cannot be written past either', async () => {
    const client = await desk.app.dbParts.pool.connect();
    try {
      await client.query('begin');
      await client.query(
        `select set_config('app.scopes', ' case=1 case.write=1', true), set_config('app.actor', $1, true)`,
        [desk.staff.agent],
      );
      const foreign = `insert into case_event (organisation_id, case_id, type) select 2, id, 'NOTE' from desk_case limit 1`;
      await expect(client.query(foreign)).rejects.toThrow('row-level security');
      await client.query('rollback');
      await client.query('begin');
      const forged = `insert into audit_log (kind, actor_id, operation) values ('READ', 999, 'x')`;
      await expect(client.query(forged)).rejects.toThrow('row-level security');
      await client.query('rollback');
    } finally {
      client.release();
    }
  });
});

describe('the self-test of the wall', () => {
  test('finds nothing wrong with the roles and tables as they are', async () => {
    expect(await rowSecurityFaults(desk.app.dbParts.pool)).toEqual([]);
    expect(await rowSecurityFaults(desk.app.jobParts.pool)).toEqual([]);
  });

  test('names a table whose wall was taken down, and one that nobody put a wall around', async () => {
    await desk.sql.query('alter table person no force row level security');
    await desk.sql.query('alter table draft disable row level security');
    await desk.sql.query('create table notebook (name text)');
    expect(await rowSecurityFaults(desk.app.dbParts.pool)).toEqual([
      'Row security on table draft is off.',
      'Row security on table notebook is off.',
      'Row security on table person is not forced.',
    ]);
    await desk.sql.query('alter table person force row level security');
    await desk.sql.query('alter table draft enable row level security');
    await desk.sql.query('drop table notebook');
  });

  test('names a login that owns the tables, even when it acts as another role', async () => {
    const owner = new pg.Pool({ connectionString: desk.ownerUrl, max: 1 });
    expect(await rowSecurityFaults(owner)).toEqual(['Database role desk_owner owns tables.']);
    await owner.end();
  });
});

describe('the ways in without signing in', () => {
  const as = async (role: string, sql: string, settings: Record<string, string> = {}) => {
    const client = await desk.app.dbParts.pool.connect();
    try {
      await client.query('begin');
      for (const [name, value] of Object.entries({ ...settings, role }))
        await client.query('select set_config($1, $2, true)', [name, value]);
      return (await client.query(sql)).rows;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };

  test('lead to accounts and sessions only, never to a case, a person, a mail or a file', async () => {
    expect((await as(DOOR_ROLE, 'select id from staff_user')).length).toBeGreaterThan(0);
    for (const table of [
      'desk_case',
      'case_event',
      'person',
      'order_item',
      'stored_file',
      'outbox_mail',
      'audit_log',
    ])
      await expect(as(DOOR_ROLE, `select * from ${table}`)).rejects.toThrow('permission denied');
    await expect(as(DOOR_ROLE, `update staff_user set roles = '{ADMIN}'`)).rejects.toThrow(
      'permission denied',
    );
  });

  test('an upload link leads to its own case, and to nothing of staff', async () => {
    const made = [await createCase(desk, {}), await createCase(desk, {})];
    const hash = Buffer.alloc(32, 9);
    await desk.sql.query(
      `insert into upload_link (organisation_id, case_id, token_hash, token_salt, channel, expires_at)
       values (1, $1, $2, $2, 'LINK', now() + interval '1 day')`,
      [made[0]?.id, hash],
    );
    const link = { 'app.upload': hash.toString('hex') };
    expect(await as(UPLOAD_ROLE, 'select id from desk_case', link)).toEqual([{ id: made[0]?.id }]);
    expect(await as(UPLOAD_ROLE, 'select id from person', link)).toEqual([
      { id: made[0]?.orderItem?.personId },
    ]);
    const other = { 'app.upload': Buffer.alloc(32, 8).toString('hex') };
    for (const settings of [{}, other])
      expect(await as(UPLOAD_ROLE, 'select id from desk_case', settings)).toEqual([]);
    for (const sql of [
      'select * from staff_user',
      'select national_id_enc from person',
      'select body from draft',
    ])
      await expect(as(UPLOAD_ROLE, sql, link)).rejects.toThrow('permission denied');
  });

  test('a request cannot become the role of the jobs', async () => {
    await expect(as(JOB_ROLE, 'select 1')).rejects.toThrow('permission denied to set role');
  });
});
