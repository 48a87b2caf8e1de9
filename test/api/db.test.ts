import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Db } from '../../server/src/platform/db/db.ts';
import { ANONYMOUS, type Principal } from '../../server/src/platform/db/principal.ts';
import { type Desk, startDesk } from '../support/desk.ts';

describe('every statement runs as somebody', () => {
  let desk: Desk;
  const info = { requestId: 'r-1', operation: 'test', address: null };
  const ingrid = (): Principal => ({
    kind: 'staff',
    actorId: desk.staff.agent,
    name: 'Ingrid Solheim',
    roles: ['AGENT'],
    organisationId: 1,
    organisationKind: 'ISSUER',
    sessionId: null,
    proof: null,
  });
  const dbOf = (principal: Principal) => new Db(desk.app.dbParts, principal, info);
  const WHO = 'select app_actor() as actor, app_organisation() as org';

  beforeAll(async () => {
    desk = await startDesk({ env: { DATABASE_POOL: '1' } });
  });
  afterAll(() => desk.stop());

  test('a read carries the actor, and nothing of it is left on the connection afterwards', async () => {
    expect(await dbOf(ingrid()).read(WHO)).toEqual([{ actor: desk.staff.agent, org: 1 }]);
    expect((await desk.app.dbParts.pool.query(WHO)).rows).toEqual([{ actor: null, org: null }]);
    expect(await dbOf(ANONYMOUS).read(WHO)).toEqual([{ actor: null, org: null }]);
  });

  test('a failing statement fails the whole read, and the connection works on', async () => {
    const db = dbOf(ingrid());
    await expect(
      db.readAll([
        [WHO, []],
        ['select 1 / 0', []],
        [WHO, []],
      ]),
    ).rejects.toThrow('division by zero');
    expect(await db.read(WHO)).toHaveLength(1);
  });

  test('an error in a use-case undoes everything it wrote', async () => {
    const work = dbOf(ingrid()).transaction(async tx => {
      await tx.query(`update staff_user set name = 'Feil' where id = $1`, [desk.staff.agent]);
      throw new Error('thought better of it');
    });
    await expect(work).rejects.toThrow('thought better of it');
    const { rows } = await desk.sql.query('select name from staff_user where id = $1', [desk.staff.agent]);
    expect(rows[0].name).toBe('Ingrid Solheim');
  });

  test('a deadlock is tried again, three times at most', async () => {
    let tries = 0;
    const deadlock = () =>
      dbOf(ingrid()).transaction(async tx => {
        tries += 1;
        await tx.query(`do $$ begin raise exception 'x' using errcode = '40P01'; end $$`);
      });
    await expect(deadlock()).rejects.toThrow('x');
    expect(tries).toBe(3);
  });

  test('a change made through entities carries the actor too', async () => {
    const db = dbOf(ingrid());
    await (await db.em).transactional(em =>
      em
        .getConnection()
        .execute(
          `update staff_user set name = 'Ingrid S.' where id = ?`,
          [desk.staff.agent],
          'run',
          em.getTransactionContext(),
        ),
    );
    const { rows } = await desk.sql.query(
      `select actor_id from audit_log where table_name = 'staff_user' and row_id = $1 order by id desc limit 1`,
      [desk.staff.agent],
    );
    expect(rows).toEqual([{ actor_id: desk.staff.agent }]);
  });

  test('the role the server runs as owns nothing and cannot touch the audit log or the timeline', async () => {
    const pool = desk.app.dbParts.pool;
    const { rows } =
      await pool.query(`select current_user::text as role, (select count(*)::int from pg_class where relowner = current_user::regrole) as owned,
      (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as mighty`);
    expect(rows).toEqual([{ role: 'desk_app', owned: 0, mighty: false }]);
    for (const sql of [
      'delete from audit_log',
      'update audit_log set actor_id = 1',
      'truncate audit_log',
      'delete from case_event',
      'drop table desk_case',
    ]) {
      await expect(pool.query(sql)).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  test('not even the owner changes or removes an audit row', async () => {
    await expect(desk.sql.query('update audit_log set actor_id = null')).rejects.toThrow('append-only');
    await expect(desk.sql.query('delete from audit_log')).rejects.toThrow('append-only');
    await expect(desk.sql.query('truncate audit_log')).rejects.toThrow('append-only');
  });

  test('a statement prepared before a migration fails once at most', async () => {
    await desk.sql.query('create table shelf as select 1 as a; grant select on shelf to desk_app');
    const look = () => dbOf(ingrid()).read('select s.* from shelf s');
    expect(await look()).toEqual([{ a: 1 }]);
    await desk.sql.query('alter table shelf add column b int');
    await look().catch(() => undefined);
    expect(await look()).toEqual([{ a: 1, b: null }]);
  });

  test('a connection lost in the middle of a use-case fails that one, and the server goes on', async () => {
    const lost = dbOf(ingrid()).transaction(async tx => {
      const row = await tx.one<{ pid: number }>('select pg_backend_pid() as pid');
      await desk.sql.query('select pg_terminate_backend($1)', [row?.pid]);
      await new Promise(resolve => setTimeout(resolve, 100));
      return tx.query(WHO);
    });
    await expect(lost).rejects.toThrow();
    expect(await dbOf(ingrid()).read(WHO)).toHaveLength(1);
  });
});
