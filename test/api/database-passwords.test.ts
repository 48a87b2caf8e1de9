import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createOrderItem, createPerson } from '../support/factories.ts';

let desk: Desk;
let app: pg.Client;
let job: pg.Client;
beforeAll(async () => {
  desk = await startDesk();
  app = new pg.Client({ connectionString: desk.databaseUrl });
  job = new pg.Client({ connectionString: desk.jobUrl });
  await Promise.all([app.connect(), job.connect()]);
});
afterAll(async () => {
  await Promise.all([app.end(), job.end()]);
  await desk.stop();
});

/** A statement that stays without effect. @returns the code of PostgreSQL's refusal, or null when it ran */
async function refusal(client: pg.Client, sql: string): Promise<string | null> {
  await client.query('begin');
  try {
    await client.query(sql);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query('rollback');
  }
}

const NOT_ALLOWED = '42501';

/** A table of one's own, under the name of a real one, on which the desk's trigger functions are let loose. */
const puppet = (columns: string, trigger: string) =>
  `create temp table puppet (id bigint, ${columns}); ${trigger};`;

describe('whoever has the password of the requests’ or the jobs’ database role', () => {
  let personId: string;
  beforeAll(async () => {
    const person = await createPerson(desk);
    personId = person.id;
    await createCase(desk, { orderItem: await createOrderItem(desk, { personId }) });
  });

  test('finds no function with its owner’s rights that everyone may call or hang on a table', async () => {
    const { rows } = await desk.sql.query(
      `select p.oid::regprocedure::text as name from pg_proc p
       where p.prosecdef and p.pronamespace = 'public'::regnamespace and has_function_privilege('public', p.oid, 'execute') order by 1`,
    );
    expect(rows).toEqual([]);
  });

  test('cannot show a person to another organisation, free a file from quarantine, forget a number or write the log through a trigger', async () => {
    const attacks = [
      `${puppet(
        'person_id bigint, organisation_id smallint',
        'create trigger t after insert on puppet for each row execute function person_is_seen()',
      )}insert into puppet values (1, ${personId}, 2)`,
      `${puppet(
        'photo_file_id bigint, id_file_id bigint',
        'create trigger t after insert on puppet referencing new table as added for each statement execute function accept_files()',
      )}insert into puppet values (1, 1, 1)`,
      `${puppet(
        'national_id_idx bytea, national_id_idx_others bytea[]',
        'create trigger t after insert or update on puppet for each row execute function keep_national_id_index()',
      )}insert into puppet values (${personId}, '\\x00')`,
      `${puppet(
        'case_id bigint',
        `create trigger t after insert on puppet for each row execute function audit_change('case_id')`,
      )}insert into puppet values (1, 1)`,
    ];
    for (const client of [app, job])
      for (const sql of attacks) expect(await refusal(client, sql), sql).toBe(NOT_ALLOWED);
  });

  test('can neither change nor empty the log, also not by claiming an erasure', async () => {
    await (await desk.as('agent')).ask('{ me { name } }');
    const { rows } = await desk.sql.query('select max(id)::text as id from audit_log');
    const claim = `select set_config('app.erasure', '${rows[0].id}', true)`;
    for (const client of [app, job]) {
      expect(await refusal(client, `${claim}; update audit_log set reason = null`)).toBe(NOT_ALLOWED);
      expect(await refusal(client, `${claim}; delete from audit_log`)).toBe(NOT_ALLOWED);
      expect(await refusal(client, 'truncate audit_log')).toBe(NOT_ALLOWED);
      expect(await refusal(client, 'alter table audit_log disable trigger all')).toBe(NOT_ALLOWED);
      expect(await refusal(client, 'drop policy app_select on audit_log')).toBe(NOT_ALLOWED);
      expect(await refusal(client, 'set session_replication_role = replica')).toBe(NOT_ALLOWED);
    }
    expect(await refusal(app, 'select audit_erase(array[1]::bigint[], array[]::bigint[], true)')).toBe(
      NOT_ALLOWED,
    );
  });

  test('cannot become the role that finds persons past the wall, nor make tables among the desk’s', async () => {
    for (const client of [app, job]) {
      expect(await refusal(client, 'set role desk_search')).toBe(NOT_ALLOWED);
      expect(await refusal(client, 'set role desk_owner')).toBe(NOT_ALLOWED);
      expect(await refusal(client, 'create table public.mine (id int)')).toBe(NOT_ALLOWED);
      expect(await refusal(client, "select pg_read_file('/etc/passwd')")).toBe(NOT_ALLOWED);
      expect(await refusal(client, "copy (select 1) to program 'true'")).toBe(NOT_ALLOWED);
    }
  });
});
