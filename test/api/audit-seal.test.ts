import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePublicKeys } from '../../server/src/platform/crypto/seal-key.ts';
import { startVault, type Vault } from '../support/audit-vault.ts';
import { picker, TAMPERINGS } from '../support/tampering.ts';

const MANIPULATIONS = 100;

describe('the sealed logs', () => {
  let vault: Vault;
  let worked: { personId: string; caseId: string }[];
  beforeAll(async () => {
    vault = await startVault();
    worked = await vault.work(30);
    const [first] = worked;
    await vault.db.transaction(tx => vault.erasure.erasePerson(tx, first?.personId ?? ''));
    await vault.seal();
  });
  afterAll(() => vault.stop());

  test('untouched, they verify to the last row, against every note outside', async () => {
    const report = await vault.verify();
    expect(report).toMatchObject({ findings: [], unsealed: 0, erasures: 1 });
    expect(report.rows).toBeGreaterThan(150);
    expect(report.seals).toBeGreaterThan(10);
    expect(report.anchored).toBe(report.seals);
  });

  test('100 manipulations by a database superuser are all found, and none when they are undone', async () => {
    const pick = picker(20261122);
    const unfound: string[] = [];
    for (let n = 0; n < MANIPULATIONS; n += 1) {
      const tampering = TAMPERINGS[n % TAMPERINGS.length];
      const report = await vault.tamper(async admin => tampering?.act(admin, pick));
      if (report.findings.length === 0) unfound.push(`${n}: ${tampering?.name}`);
    }
    expect(unfound).toEqual([]);
    expect((await vault.verify()).findings).toEqual([]);
  });

  test('the report says in plain words which rows it is about', async () => {
    const event = (await vault.admin.query('select max(id) as id from case_event')).rows[0].id;
    const { findings } = await vault.tamper(async admin => {
      await admin.query('delete from audit_log where id between 2 and 4');
      await admin.query('update case_event set note = $1 where id = $2', ['Another story.', event]);
    });
    expect(findings).toEqual([
      'audit_log: rows 2–4 were removed after sealing, without an erasure by the desk.',
      `case_event: row ${event} was changed after sealing (values or reason).`,
    ]);
  });

  test('without a note outside, a cut end cannot be seen; with it, it is', async () => {
    const cut = async (anchored: boolean) =>
      vault.tamper(async admin => {
        const sql =
          'delete from audit_seal where id = (select max(id) from audit_seal) returning log, from_id';
        const { rows } = await admin.query(sql);
        await admin.query(`delete from ${rows[0].log} where id >= $1`, [rows[0].from_id]);
      }, anchored);
    expect((await cut(false)).findings).toEqual([]);
    expect((await cut(true)).findings).toEqual([expect.stringContaining('The end was cut off')]);
  });

  test('verifying from a later seal on takes less and still finds what is wrong behind it', async () => {
    const whole = await vault.verify();
    const part = await vault.verify({ from: 5 });
    expect(part.findings).toEqual([]);
    expect(part.seals).toBe(whole.seals - 4);
    expect(part.rows).toBeLessThan(whole.rows);
  });

  test('erasing a person empties what the logs say about her, and the chain stays valid', async () => {
    const { personId, caseId } = worked[1] ?? { personId: '', caseId: '' };
    const count = await vault.db.transaction(tx => vault.erasure.erasePerson(tx, personId));
    expect(count).toBeGreaterThan(4);
    const before = await vault.verify();
    expect(before).toMatchObject({ findings: [], erasures: 2 });
    await vault.seal();
    const after = await vault.verify();
    expect(after).toMatchObject({ findings: [], erasures: 2, unsealed: 0 });
    expect(after.erased).toBeGreaterThanOrEqual(count);
    const { rows } = await vault.admin.query(
      `select count(*) filter (where reason is not null or new_values is not null or old_values is not null or salt is not null)::int as told,
        count(*)::int as kept from audit_log where $1 = any(person_ids) and operation <> 'eraseFromLog' or case_id = $2`,
      [personId, caseId],
    );
    expect(rows[0]).toMatchObject({ told: 0 });
    expect(rows[0].kept).toBeGreaterThan(0);
    const notes =
      'select 1 from case_event where case_id = $1 and (note is not null or old_value is not null)';
    expect((await vault.admin.query(notes, [caseId])).rows).toEqual([]);
  });

  test('readings from before a day, and the timeline of a deleted case, can go, and the chain stays valid', async () => {
    const gone = await vault.db.transaction(async tx => {
      const events = await vault.erasure.deleteEvents(tx, [worked[2]?.caseId ?? '']);
      return events + (await vault.erasure.deleteReadings(tx, new Date(Date.now() + 60_000)));
    });
    expect(gone).toBeGreaterThan(30);
    await vault.seal();
    expect((await vault.verify()).findings).toEqual([]);
    const { rows } = await vault.admin.query(`select 1 from audit_log where kind = 'READ'`);
    expect(rows).toEqual([]);
  });

  test('several sealers at once, under load, with rollbacks and slow transactions, make one chain and miss nothing', async () => {
    let working = true;
    const insert = `insert into audit_log (kind, operation) values ('READ', 'load')`;
    const write = async (slow: boolean, end: 'commit' | 'rollback') => {
      const client = await vault.desk.sql.connect();
      await client.query('begin');
      await client.query(insert);
      if (slow) await wait(60);
      await client.query(end);
      client.release();
    };
    const worker = async (n: number) => {
      for (let i = 0; working; i += 1) await write(i % 10 === n, i % 7 === 0 ? 'rollback' : 'commit');
    };
    const workers = [worker(0), worker(1)];
    const until = Date.now() + 2_500;
    const sealing = [1, 2, 3].map(async () => {
      while (Date.now() < until) await vault.seal();
    });
    await Promise.all(sealing);
    working = false;
    await Promise.all(workers);
    await vault.seal();
    const report = await vault.verify();
    expect(report).toMatchObject({ findings: [], unsealed: 0 });
    expect(report.anchored).toBe(report.seals);
  });

  test('the server’s own roles can neither change the logs nor write a seal; the jobs’ role erases only through the function', async () => {
    const refused = async (client: { query(sql: string): Promise<unknown> }, sql: string) =>
      expect(client.query(sql)).rejects.toThrow(/permission denied|append-only/);
    for (const log of ['audit_log', 'case_event', 'audit_seal', 'audit_erasure']) {
      await refused(vault.desk.app.dbParts.pool, `delete from ${log}`);
      await refused(vault.desk.app.dbParts.pool, `truncate ${log}`);
      await refused(vault.desk.app.jobParts.pool, `delete from ${log}`);
      await refused(vault.desk.app.jobParts.pool, `truncate ${log}`);
    }
    await refused(vault.desk.app.dbParts.pool, 'insert into audit_seal select * from audit_seal limit 0');
    await refused(vault.desk.app.dbParts.pool, 'select audit_erase_person(1)');
    await refused(vault.desk.sql, 'delete from audit_seal');
    await refused(vault.desk.sql, 'update audit_log set salt = null');
    await refused(vault.desk.sql, `select set_config('app.erasure', '1', false); delete from case_event`);
  });

  test('the command says in plain words what it found, and its exit code says it to machines', async () => {
    const { ownerUrl, config } = vault.desk;
    const keyFile = join(config.dataDir, 'public.json');
    await writeFile(keyFile, writePublicKeys(vault.keys.publicKeys));
    const verify = async (url = ownerUrl) => {
      const env = { ...process.env, DATABASE_URL: url, DATA_DIR: config.dataDir };
      const args = [VERIFY, '--anchor', vault.anchorFile, '--keys', keyFile];
      const child = spawn(process.execPath, args, { env });
      const output = text(child.stdout);
      const [code] = await once(child, 'exit');
      return { code, output: await output };
    };
    await vault.seal();
    const before = await verify();
    expect(before.output).toContain('In order: nothing was changed, removed, inserted or cut off.');
    expect(before.code).toBe(0);
    const blind = await verify(vault.desk.databaseUrl);
    expect(blind.output).not.toContain('NOT IN ORDER');
    expect(blind.code).toBe(2);
    await vault.admin.query('set session_replication_role = replica');
    await vault.admin.query(`delete from audit_log where id = (select min(id) from audit_log)`);
    await vault.admin.query('set session_replication_role = origin');
    const after = await verify();
    expect(after.output).toMatch(
      /NOT IN ORDER, 1 findings:\n {2}audit_log: row \d+ was removed after sealing/,
    );
    expect(after.code).toBe(1);
  });
});

const VERIFY = fileURLToPath(new URL('../../server/dist/server/src/audit-verify.js', import.meta.url));
