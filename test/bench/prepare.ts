/** Staff with sessions, cases to open, words to look for, and a stock of reserved cases to decide. */
import pg from 'pg';
import { hashPassword } from '../../server/src/features/staff/password.ts';
import { encodeCursor } from '../../server/src/platform/graphql/page.ts';
import { Client } from '../support/client.ts';
import type { Facts } from './questions.ts';

export interface Bench {
  readonly facts: Facts;
  factsOf(client: number): Facts;
  /** Takes a client's reservations away, so that taking the next case can be asked again. */
  giveBack(client: number): Promise<unknown>;
  /** Reserves fresh cases for each client. @returns the next one of a client's stock */
  stock(clients: number): Promise<(client: number) => { id: string; version: number }>;
}

interface Worker {
  readonly id: string;
  readonly cookie: string;
}

/** A word in the names of five firms and five persons with cases: few enough that every match is looked at. */
const RARE = 'Enestående';
const NAME_RARELY = [
  `update organisation o set name = '${RARE} Bygg ' || o.id where o.id in (
    select subject_organisation_id from desk_case where organisation_id = 1 and subject_organisation_id is not null order by id limit 5)`,
  `update person p set family_name = '${RARE} ' || p.id where p.id in (
    select person_id from desk_case where organisation_id = 1 and person_id is not null order by id limit 5)`,
];
const GIVE_BACK = 'update desk_case set reserved_by = null, reserved_until = null where reserved_by = $1';
const PASSWORD = 'riktig-hest-batteri';
/** Reserved cases for one timed run; what is left over is given back. */
const STOCK = 4000;

async function workers(sql: pg.Pool, port: number, count: number): Promise<Worker[]> {
  const hash = await hashPassword(PASSWORD);
  const made: Worker[] = [];
  for (let i = 0; i < count; i += 1) {
    const email = `bench.${i}@test.example`;
    const insert = `insert into staff_user (organisation_id, name, email, roles) values (1, $1, $2, '{AGENT}') returning id`;
    const { rows } = await sql.query<{ id: string }>(insert, [`Bench ${i}`, email]);
    const id = rows[0]?.id ?? '';
    await sql.query('insert into staff_password (staff_user_id, hash) values ($1, $2)', [id, hash]);
    const client = new Client(`http://127.0.0.1:${port}`);
    await client.ask(
      'mutation In($email: ShortText!, $password: ShortText!) { signIn(email: $email, password: $password) { id } }',
      { email, password: PASSWORD },
    );
    made.push({ id, cookie: client.cookie ?? '' });
  }
  return made;
}

/** Every open image case gets a pair to decide on; the files themselves are not read here. */
async function addSubmissions(sql: pg.Pool): Promise<void> {
  const { rows } = await sql.query<{ id: string }>(
    `insert into stored_file (organisation_id, storage_key, media_type, width, height, bytes, original_sha256, master_key, data_key)
     values (1, 'bench', 'image/jpeg', 1536, 2048, 200000, '\\x00', 'k1', '\\x00') returning id`,
  );
  await sql.query(
    `insert into image_submission (organisation_id, case_id, order_item_id, attempt, channel, photo_file_id, id_file_id)
     select c.organisation_id, c.id, c.order_item_id, 1, 'LINK', $1, $1 from desk_case c
     where c.organisation_id = 1 and c.queue = 'IMAGE_REVIEW' and c.status = 'OPEN' and c.order_item_id is not null
       and not exists (select 1 from image_submission s where s.case_id = c.id)`,
    [rows[0]?.id],
  );
  await sql.query(
    `update order_item i set image_requirement = 'AWAITING_REVIEW' from image_submission s where s.order_item_id = i.id and s.status = 'AWAITING_REVIEW'`,
  );
  await sql.query('analyze');
}

async function facts(sql: pg.Pool, worker: Worker): Promise<Facts> {
  const open = `from desk_case where organisation_id = 1 and queue = 'IMAGE_REVIEW' and status = 'OPEN'`;
  const { rows: cases } = await sql.query<{ id: string }>(
    `select id ${open} and id % 37 = 0 order by id limit 2000`,
  );
  const { rows: deep } = await sql.query<{ due: string; id: string }>(
    `select due_on::text as due, id ${open} order by due_on, id offset (select least(50000, count(*) / 2) ${open}) limit 1`,
  );
  const { rows: words } = await sql.query<{ word: string }>(
    `select distinct left(name, 5) as word from (select name from organisation order by id desc limit 400) o limit 40`,
  );
  const at = deep[0] ?? { due: '', id: '' };
  return {
    actor: worker.id,
    cookie: worker.cookie,
    today: new Date().toISOString().slice(0, 10),
    caseIds: cases.map(c => c.id),
    deep: [at.due, at.id],
    deepCursor: encodeCursor([at.due, at.id]),
    words: [RARE, ...words.map(w => w.word.trim())],
  };
}

export async function prepare(sql: pg.Pool, port: number, clients: number): Promise<Bench> {
  const team = await workers(sql, port, clients);
  for (const naming of NAME_RARELY) await sql.query(naming);
  await addSubmissions(sql);
  const shared = await facts(sql, team[0] as Worker);
  const factsOf = (client: number) => ({
    ...shared,
    actor: team[client]?.id ?? '',
    cookie: team[client]?.cookie ?? '',
  });
  return {
    facts: shared,
    factsOf,
    giveBack: client => sql.query(GIVE_BACK, [team[client]?.id]),
    async stock(count) {
      const reserve = `update desk_case set reserved_by = $1, reserved_until = now() + interval '1 hour' where id in (
        select id from desk_case where organisation_id = 1 and queue = 'IMAGE_REVIEW' and status = 'OPEN' and reserved_by is null and order_item_id is not null
        order by due_on, id limit $2) returning id, version`;
      const each = Math.ceil(STOCK / count);
      for (const worker of team) await sql.query(GIVE_BACK, [worker.id]);
      const stocks: { id: string; version: number }[][] = [];
      for (let client = 0; client < count; client += 1) {
        stocks.push(
          (await sql.query<{ id: string; version: number }>(reserve, [team[client]?.id, each])).rows,
        );
      }
      return client => stocks[client]?.pop() ?? outOfStock();
    },
  };
}

function outOfStock(): never {
  throw new Error('no reserved case left to decide; raise STOCK');
}
