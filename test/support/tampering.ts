/** What a database superuser might do to the logs, at random but repeatable; each is to be found. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type pg from 'pg';
import { type Seal, signSeal } from '../../server/src/platform/audit/seal.rules.ts';
import { INSERT_SEAL, SEAL_COLUMNS, sealValues, toSeal } from '../../server/src/platform/audit/seal.store.ts';

export interface Tampering {
  readonly name: string;
  act(admin: pg.Client, pick: Pick): Promise<unknown>;
}

/** One of 0 … most-1, the same in every run. */
type Pick = (most: number) => number;

export function picker(seed: number): Pick {
  let state = seed;
  return most => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return Math.floor((state / 0x8000_0000) * most);
  };
}

const OTHER: Readonly<Record<string, string>> = {
  at: `at + interval '1 microsecond'`,
  kind: `case kind when 'READ' then 'CHANGE' else 'READ' end`,
  actor_id: 'coalesce(actor_id, 0) + 1',
  session_id: 'coalesce(session_id, 0) + 1',
  request_id: `coalesce(request_id, '') || 'x'`,
  operation: `operation || ' '`,
  table_name: `coalesce(table_name, '') || '_'`,
  row_id: `coalesce(row_id, '') || '0'`,
  case_id: 'coalesce(case_id, 0) + 1',
  person_ids: `coalesce(person_ids, '{}') || 99::bigint`,
  fields: `fields || 'name'::text`,
  old_values: `coalesce(old_values, '{}') || '{"added": "a"}'`,
  new_values: `coalesce(new_values, '{}') || '{"added": "b"}'`,
  purpose: `coalesce(purpose, '') || 'X'`,
  reason: `coalesce(reason, '') || '.'`,
  organisation_id: 'coalesce(organisation_id, 0) + 1',
  outcome: `outcome || '!'`,
  address: `coalesce(address, '') || '1'`,
  salt: 'gen_random_uuid()',
  erased_by: 'coalesce(erased_by, 0) + 1',
};
const OTHER_EVENT: Readonly<Record<string, string>> = {
  organisation_id: '3 - organisation_id',
  case_id: 'case_id + 1',
  at: `at - interval '1 day'`,
  type: `type || 'D'`,
  actor_id: 'coalesce(actor_id, 0) + 1',
  old_value: `coalesce(old_value, '') || 'x'`,
  new_value: 'null',
  note: `'Approved.'`,
  salt: 'null',
  erased_by: '1',
};
const OTHER_SEAL: Readonly<Record<string, string>> = {
  log: `case log when 'audit_log' then 'case_event' else 'audit_log' end`,
  from_id: 'from_id + 1',
  to_id: 'to_id + 100000',
  row_count: 'row_count + 1',
  ids: `ids || ' 999999'`,
  hashes: `set_byte(hashes, 0, 255 - get_byte(hashes, 0))`,
  sealed_at: `sealed_at + interval '1 second'`,
  previous: `set_byte(previous, 0, 255 - get_byte(previous, 0))`,
  hash: `set_byte(hash, 3, 255 - get_byte(hash, 3))`,
  key_id: `'s2'`,
  signature: `set_byte(signature, 9, 255 - get_byte(signature, 9))`,
};

const changes = (table: string, columns: Readonly<Record<string, string>>): Tampering[] =>
  Object.entries(columns).map(([column, value]) => ({
    name: `${table}.${column} changed`,
    act: async (admin, pick) =>
      admin.query(`update ${table} set ${column} = ${value} where id = $1`, [
        await someId(admin, pick, table),
      ]),
  }));

/** A row that is sealed: the superuser is after something that stands. */
async function someId(admin: pg.Client, pick: Pick, table: string): Promise<string> {
  const { rows } = await admin.query(
    `select id from ${table} where id <= (select max(to_id) from audit_seal s where s.log = $1) or $1 = 'audit_seal' order by id`,
    [table],
  );
  return String(rows[pick(rows.length)].id);
}

const run = (name: string, act: Tampering['act']): Tampering => ({ name, act });
const LOGS = ['audit_log', 'case_event'] as const;

const rows: Tampering[] = LOGS.flatMap(log => [
  run(`a row of ${log} deleted`, async (admin, pick) =>
    admin.query(`delete from ${log} where id = $1`, [await someId(admin, pick, log)]),
  ),
  run(`the last sealed row of ${log} deleted`, admin =>
    admin.query(`delete from ${log} where id = (select max(to_id) from audit_seal where log = $1)`, [log]),
  ),
  run(`ten rows of ${log} deleted`, async (admin, pick) =>
    admin.query(
      `delete from ${log} where id in (select id from ${log} where id >= least($1, (select max(id) - 20 from ${log})) order by id limit 10)`,
      [await someId(admin, pick, log)],
    ),
  ),
  run(`two rows of ${log} swapped`, async (admin, pick) => {
    const one = await someId(admin, pick, log);
    const other = await someId(admin, () => Number(one) % 2, log);
    await admin.query(`alter table ${log} alter column id drop identity`);
    await admin.query(`update ${log} set id = -1 where id = $1`, [one]);
    await admin.query(`update ${log} set id = $1 where id = $2`, [one, other]);
    await admin.query(`update ${log} set id = $1 where id = -1`, [other]);
  }),
  run(`${log} emptied altogether`, admin => admin.query(`delete from ${log}`)),
]);

const inserts: Tampering[] = [
  run('a row inserted in the middle, where a rollback left a gap', admin =>
    admin.query(`insert into audit_log (id, kind, operation) overriding system value
      select min(id) + 1, 'READ', 'never' from audit_log a where not exists (select from audit_log b where b.id = a.id + 1)
      and a.id < (select max(to_id) from audit_seal where log = 'audit_log')`),
  ),
  run('an event inserted before all others', admin =>
    admin.query(`insert into case_event (id, organisation_id, case_id, type) overriding system value
      select -5, 1, case_id, 'DECIDED' from case_event limit 1`),
  ),
  run('a row appended that says it is from last week', admin =>
    admin.query(
      `insert into audit_log (kind, operation, at) values ('READ', 'never', now() - interval '7 days')`,
    ),
  ),
  run('an event appended that says it is from yesterday', admin =>
    admin.query(
      `insert into case_event (organisation_id, case_id, type, at) select 1, case_id, 'DECIDED', now() - interval '1 day' from case_event limit 1`,
    ),
  ),
  run('a row replaced by another with its number', async (admin, pick) => {
    const id = await someId(admin, pick, 'audit_log');
    await admin.query('delete from audit_log where id = $1', [id]);
    await admin.query(
      `insert into audit_log (id, kind, operation) overriding system value values ($1, 'READ', 'never')`,
      [id],
    );
  }),
];

const EMPTY = 'old_values = null, new_values = null, reason = null, salt = null';
const erasures: Tampering[] = [
  run('a row emptied without a record', async (admin, pick) =>
    admin.query(`update audit_log set ${EMPTY} where id = $1`, [await someId(admin, pick, 'audit_log')]),
  ),
  run('a row emptied with somebody else’s record', async (admin, pick) =>
    admin.query(
      `update audit_log set ${EMPTY}, erased_by = (select min(record_id) from audit_erasure) where erased_by is null and operation <> 'eraseFromLog' and id = $1`,
      [await someId(admin, n => Math.floor(pick(n) / 2), 'audit_log')],
    ),
  ),
  run('the erasing function called by hand', admin =>
    admin.query(
      `set local session_replication_role = origin; select audit_erase_person((select max(person_id) from desk_case))`,
    ),
  ),
  run('a row deleted with a record of its own making, signed by another key', async (admin, pick) => {
    const id = await someId(admin, pick, 'audit_log');
    await admin.query('delete from audit_log where id = $1', [id]);
    await admin.query(
      `with r as (insert into audit_log (kind, operation, new_values) values ('CHANGE', 'eraseFromLog', jsonb_build_object('audit_log', array[$1::bigint], 'gone', true)) returning id)
      insert into audit_erasure select id, 's1', decode(repeat('ab', 64), 'hex') from r`,
      [id],
    );
  }),
  run('the signature of an erasure removed', admin => admin.query('delete from audit_erasure')),
];

const seals: Tampering[] = [
  run('a seal removed in the middle', admin =>
    admin.query('delete from audit_seal where id = (select max(id) / 2 from audit_seal)'),
  ),
  run('the first seal removed', admin => admin.query('delete from audit_seal where id = 1')),
  run('the last seals cut off', (admin, pick) =>
    admin.query('delete from audit_seal where id > (select max(id) from audit_seal) - $1', [1 + pick(4)]),
  ),
  run('the tail cut off, rows and seals together', async (admin, pick) => {
    const { rows: cut } = await admin.query(
      'delete from audit_seal where id > (select max(id) from audit_seal) - $1 returning log, from_id',
      [1 + pick(5)],
    );
    for (const { log, from_id } of cut) await admin.query(`delete from ${log} where id >= $1`, [from_id]);
  }),
  run('all seals removed', admin => admin.query('delete from audit_seal')),
  run('two seals swapped', async admin => {
    await admin.query('update audit_seal set id = -1 where id = 2');
    await admin.query('update audit_seal set id = 2 where id = 3');
    await admin.query('update audit_seal set id = 3 where id = -1');
  }),
  run('a seal signed again with another key', (admin, pick) =>
    resign(admin, { from: 1 + pick(3), count: 1, key: strangersKey() }),
  ),
  run('the chain sealed again from a changed row on, with another key', async (admin, pick) => {
    await admin.query(`update audit_log set actor_id = 1 where id = $1`, [
      await someId(admin, pick, 'audit_log'),
    ]);
    await resign(admin, { from: 1, count: 1_000, key: strangersKey() });
  }),
  run('the chain linked again without a key', (admin, pick) =>
    resign(admin, { from: 2 + pick(5), count: 1_000, key: null }),
  ),
];

const strangersKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

/** Makes the seals from one on fit each other again; `key` null keeps the old signatures. */
async function resign(
  admin: pg.Client,
  { from, count, key }: { from: number; count: number; key: KeyObject | null },
) {
  const { rows: found } = await admin.query(
    `select ${SEAL_COLUMNS} from audit_seal where id >= $1 order by id limit $2`,
    [from, count],
  );
  let previous: Buffer | null = null;
  for (const old of found.map(toSeal)) {
    const changed: Seal = {
      ...old,
      count: old.count,
      previous: previous ?? old.previous,
      sealedAt: old.sealedAt.replace(/\d{6}Z$/, '000001Z'),
    };
    const fresh = signSeal(changed, key ?? strangersKey());
    previous = fresh.hash;
    await admin.query('delete from audit_seal where id = $1', [old.id]);
    await admin.query(INSERT_SEAL, sealValues(key ? fresh : { ...fresh, signature: old.signature }));
  }
}

export const TAMPERINGS: readonly Tampering[] = [
  ...changes('audit_log', OTHER),
  ...changes('case_event', OTHER_EVENT),
  ...changes('audit_seal', OTHER_SEAL),
  ...rows,
  ...inserts,
  ...erasures,
  ...seals,
];
