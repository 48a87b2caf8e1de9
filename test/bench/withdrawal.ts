/** `pnpm bench --withdrawal [cards]`: what it takes to withdraw the approval of a firm with 5,000 cards, and to reverse it, on a database of its own. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../server/src/migrate.ts';
import { startEmbedded } from '../../server/src/platform/db/embedded.ts';

const ROUNDS = 5;

const FIRMS = `insert into staff_organisation (id, kind, name) values (1, 'ISSUER', 'Kortservice'), (2, 'AUTHORITY', 'Arbeidstilsynet') on conflict do nothing;
insert into organisation (id, org_number, name, form, parent_id) overriding system value
values (1, '310000009', 'Storvask AS', 'AS', null), (2, '310000017', 'Storvask AS avd. Oslo', 'BEDR', 1)`;
const PERSONS = `insert into person (given_name, family_name, birth_date, national_id_enc, national_id_key, national_id_idx, national_id_masked, d_number)
select 'Prøve', 'Person' || n, '1990-01-01', sha256(n::text::bytea), 'k1', sha256(('idx' || n)::bytea), '018190*****', false from generate_series(1, $1::int) n`;
const ORDERS = `insert into card_order (id, organisation_id, number, unit_id, main_unit_id, scheme, ordered_on, placed_at, channel) overriding system value
select n, 1, (1000000 + n)::text, 2, 1, 'CLEANING', current_date - 60, now() - interval '60 days', 'PORTAL' from generate_series(1, $1::int) n`;
const ITEMS = `insert into order_item (id, order_id, organisation_id, order_number, line, person_id, unit_id, main_unit_id, scheme, status, image_requirement,
  ordered_on, orderer_name, orderer_role, orderer_email, orderer_language, check_at) overriding system value
select n, n, 1, (1000000 + n)::text, 1, n, 2, 1, 'CLEANING', 'SHIPPED', 'MET', current_date - 60, 'Kari Nesheim', 'Daglig leder', 'kari.nesheim@firma.example', 'nb',
  now() + interval '1 day' from generate_series(1, $1::int) n`;
const CARDS = `insert into card (organisation_id, number, person_id, unit_id, main_unit_id, scheme, order_item_id, status, status_at, valid_from, expires_on)
select 1, (7000000000 + n)::text, n, 2, 1, 'CLEANING', n, 'VALID', now(), current_date - 30, current_date + 700 from generate_series(1, $1::int) n`;
const SCOPED = `select set_config('app.scopes', ' decision.write=2', false)`;
const COUNT = `select orders, cards from withdrawal_consequences('{1}', 'CLEANING_APPROVAL')`;
const PUT = `select put_firm_approval(1, 'CLEANING_APPROVAL', jsonb_build_object('status', $1::text, 'cause', 'TAKEN_OVER'), now())`;
const WOKEN = 'select count(*)::int as n from order_item where check_at <= now()';

async function seed(sql: pg.Client, cards: number): Promise<void> {
  await sql.query(FIRMS);
  for (const statement of [PERSONS, ORDERS, ITEMS, CARDS]) await sql.query(statement, [cards]);
  await sql.query(PUT, ['APPROVED_WITH_EMPLOYEES']);
  await sql.query(`update order_item set check_at = now() + interval '1 day'`);
  await sql.query('vacuum analyze order_item, card, person');
  await sql.query(SCOPED);
}

/** Median of the rounds, in milliseconds. */
async function timed(work: (round: number) => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await work(round);
    times.push(performance.now() - began);
  }
  return `${(times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0).toFixed(1)} ms`;
}

async function main(cards: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hms-kort-desk-bench-'));
  await chmod(folder, 0o755);
  const database = await startEmbedded(folder);
  const sql = new pg.Client({ connectionString: database.ownerUrl });
  try {
    await migrate(database.ownerUrl);
    await sql.connect();
    await seed(sql, cards);
    console.log(`a firm with ${cards} cards`);
    console.log(`consequences counted: ${await timed(() => sql.query(COUNT))}`);
    // Withdrawn, reversed, withdrawn …: every line of the firm is asked about again at once, and its card follows.
    const status = (round: number) => (round % 2 === 0 ? 'NOT_APPROVED' : 'APPROVED_WITH_EMPLOYEES');
    console.log(
      `withdrawn or reversed, lines woken: ${await timed(round => sql.query(PUT, [status(round)]))}`,
    );
    console.log(`lines that wait for the check run: ${(await sql.query(WOKEN)).rows[0].n}`);
  } finally {
    await sql.end();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

await main(Number(process.argv[process.argv.indexOf('--withdrawal') + 1] ?? 5_000));
