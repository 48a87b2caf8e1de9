/** Fills an empty, migrated database with very many cases in a minute, for the benchmark: made by SQL, no files behind them. */
import pg from 'pg';
import { pauseProtection, resumeProtection } from './protection.ts';

export interface Scale {
  readonly ownerUrl: string;
  readonly cases: number;
  readonly events: number;
}

/** Counting and auditing row by row would take longer than the rows. */
const QUIET_TRIGGERS = [
  ['staff_user', 'audit'],
  ['person', 'audit'],
  ['card_order', 'audit'],
  ['order_item', 'audit'],
  ['order_item', 'person_is_seen'],
  ['desk_case', 'audit'],
  ['desk_case', 'count_queue_day'],
  ['desk_case', 'copy_scheme'],
  ['desk_case', 'person_is_seen'],
  ['desk_case', 'tie_bars'],
  ['organisation', 'ties_of_firm'],
] as const;

const STAFF = `insert into staff_organisation (id, kind, name) values (1, 'ISSUER', 'Kortservice'), (2, 'AUTHORITY', 'Arbeidstilsynet') on conflict do nothing;
insert into staff_user (organisation_id, name, email, roles)
select case when n % 10 = 0 then 2 else 1 end, 'Medarbeider ' || n, 'medarbeider.' || n || '@test.example',
  array[case when n % 10 = 0 then 'CASEWORKER' else 'AGENT' end] from generate_series(1, 40) n`;

/** Every eight digits that have a check digit, main units first, each followed by sub-units of earlier ones. */
const FIRMS = `with numbers as (
  select n, (20000000 + n * 37)::text as eight from generate_series(1, $1::int) n
), checked as (
  select n, eight, (11 - (3 * substr(eight, 1, 1)::int + 2 * substr(eight, 2, 1)::int + 7 * substr(eight, 3, 1)::int + 6 * substr(eight, 4, 1)::int
    + 5 * substr(eight, 5, 1)::int + 4 * substr(eight, 6, 1)::int + 3 * substr(eight, 7, 1)::int + 2 * substr(eight, 8, 1)::int) % 11) % 11 as digit
  from numbers
), kept as (
  select row_number() over (order by n) as id, eight || digit as org_number from checked where digit < 10
)
insert into organisation (org_number, name, form, parent_id, municipality)
select org_number, stems[1 + id * 7 % 20] || endings[1 + id * 11 % 20] || ' ' || trades[1 + id % 10]
  || case when id % 2 = 0 then ' AS' else ' avd. ' || places[1 + id % 8] end,
  case when id % 2 = 0 then 'AS' else 'BEDR' end, case when id % 2 = 1 and id > 1 then id - 1 end, '0301'
from kept, (select string_to_array('Nord,Fjord,Skarv,Sol,Havn,Furu,Elv,Stein,Bjørk,Tind,Ravn,Myr,Blå,Gran,Vest,Ørn,Lyng,Foss,Kyst,Is', ',') as stems,
  string_to_array('fjell,lys,vang,blikk,toppen,lia,heim,bakken,vik,nes,moen,dal,berg,stad,voll,øya,haug,eid,rud,by', ',') as endings,
  string_to_array('Bygg,Betong,Elektro,Renhold,Transport,Stillas,Rør,Bilpleie,Maler,Anlegg', ',') as trades,
  string_to_array('Oslo,Bergen,Stryn,Alta,Bodø,Skien,Førde,Vardø', ',') as places) words
order by id`;

/** The encrypted number is noise: nobody can reveal it, and the search for an exact number finds nobody. */
const PERSONS = `insert into person (given_name, family_name, birth_date, national_id_enc, national_id_key, national_id_idx, national_id_masked, d_number)
select given[1 + n * 7 % 20] || case when n % 3 = 0 then ' ' || given[1 + n * 3 % 20] else '' end, family[1 + n * 13 % 40], born,
  sha256(n::text::bytea), 'k1', sha256(('idx' || n)::bytea), to_char(born, 'DD') || (extract(month from born) + 80)::int || to_char(born, 'YY') || '*****', false
from (select n, date '1960-01-01' + (n * 7919 % 16000)::int as born from generate_series(1, $1::int) n) people,
  (select string_to_array('Eirik,Mikkel,Lars,Ole,Piotr,Tomasz,Andrius,Mihai,Ahmed,Dawit,Kristin,Sigrid,Marit,Hanne,Ewa,Rasa,Ioana,Oksana,Hodan,Linh', ',') as given,
  string_to_array('Sandvik,Hove,Aune,Strand,Lien,Dahl,Moen,Haugen,Tveit,Nesheim,Brekke,Lunde,Fossum,Rønning,Aasen,Krogh,Vangen,Bakken,Røed,Tangen,Nowak,Kowalczyk,Mazur,Pawlak,Kazlauskas,Rimkus,Popescu,Rusu,Stan,Bondar,Moroz,Farah,Jama,Tesfay,Haile,Pham,Tran,Demir,Kaya,Polat', ',') as family) words`;

/** Newest densest: n is the age order. Of the last two months most are open, of the rest nothing is. */
const PLAN = `create temp table plan as
select n, case when n % 50 = 7 then 2 else 1 end::smallint as organisation_id,
  case when n % 50 = 7 or n % 8 = 3 then 'INQUIRY' else 'IMAGE_REVIEW' end as kind,
  opened_on, opened_on + time '09:00' + (n % 400) * interval '1 minute' as opened_at, recent,
  case when not recent or n % 17 = 5 then 'CLOSED' when n % 29 = 3 then 'ON_HOLD' when n % 16 = 9 and n % 50 <> 7 and n % 8 <> 3 then 'AWAITING_UPLOAD' else 'OPEN' end as status
from (select n, day - greatest(extract(isodow from day)::int - 5, 0) as opened_on, age < 60 as recent
  from (select n, age, current_date - age as day from (select n, floor(power(1 - n / ($1::float + 1), 2) * 1000)::int as age from generate_series(1, $1::int) n) a) b) c`;

const SCHEME = `(array['CONSTRUCTION','CONSTRUCTION','CONSTRUCTION','CLEANING','GOODS_TRANSPORT','CAR_CARE'])[1 + n % 6]`;

const UNITS = `(select *, 3 + 2 * (n * 17 % ($1::int / 2 - 1)) as unit from plan where kind = 'IMAGE_REVIEW') p`;

const ORDERS = `insert into card_order (id, organisation_id, number, unit_id, main_unit_id, scheme, ordered_on, placed_at, channel)
overriding system value
select n, 1, (1000000 + n)::text, unit, unit - 1, ${SCHEME}, opened_on, opened_at, 'PORTAL' from ${UNITS}`;

const ITEMS = `insert into order_item (id, order_id, organisation_id, order_number, line, person_id, unit_id, main_unit_id, scheme, status, image_requirement,
  ordered_on, orderer_name, orderer_role, orderer_email, orderer_language)
overriding system value
select n, n, 1, (1000000 + n)::text, 1, 1 + n * 31 % $1::int, unit, unit - 1, ${SCHEME},
  'PENDING', case status when 'CLOSED' then 'MET' else 'AWAITING_UPLOAD' end, opened_on, 'Kari Nesheim', 'Daglig leder', 'kari.nesheim@firma' || unit || '.example',
  (array['nb','nb','nb','nb','nn','en'])[1 + n % 6]
from ${UNITS.replace('$1', '$2')}`;

const CASES = `insert into desk_case (id, organisation_id, number, kind, queue, status, priority, channel, language, title, description, person_id,
  subject_organisation_id, order_item_id, scheme, attempt, opened_on, due_days, due_on, hold_reason, hold_until, last_worker_id, created_at, closed_at)
overriding system value
select n, organisation_id, to_char(opened_on, 'YYYY') || '/' || lpad(n::text, 6, '0'), kind, kind, status, case when n % 40 = 0 then 1 else 0 end,
  case kind when 'INQUIRY' then 'PHONE' else 'PORTAL' end, 'nb', case kind when 'INQUIRY' then 'Spørsmål om bestilling' end,
  case kind when 'INQUIRY' then 'Når kommer kortet? Vi har ventet i flere uker.' end, 1 + n * 31 % $1::int, 3 + 2 * (n * 17 % ($2::int / 2 - 1)),
  case kind when 'IMAGE_REVIEW' then n end, case kind when 'IMAGE_REVIEW' then ${SCHEME} end, case when kind = 'IMAGE_REVIEW' then 1 else 0 end, opened_on,
  case kind when 'INQUIRY' then 5 else 20 end, opened_on + case kind when 'INQUIRY' then 7 else 28 end,
  case status when 'ON_HOLD' then 'AWAITING_FIRM' end, case status when 'ON_HOLD' then current_date + 7 end,
  case when status = 'CLOSED' then 1 + n % 9 end, opened_at, case status when 'CLOSED' then least(opened_at + (1 + n % 14) * interval '1 day', now()) end
from plan order by n`;

const HOLDS = `insert into case_hold (organisation_id, case_id, from_on, reason) select organisation_id, n, opened_on, 'AWAITING_FIRM' from plan where status = 'ON_HOLD'`;

const EVENTS = `insert into case_event (organisation_id, case_id, at, type, actor_id, new_value, note)
select organisation_id, n, opened_at + i * interval '2 hours', (array['CASE_OPENED','UPLOAD_LINK_CREATED','RESERVED','NOTE_ADDED','RELEASED','MAIL_QUEUED','MAIL_SENT'])[1 + i % 7],
  case when i % 7 in (2, 3, 4) then 1 + n % 9 end, null, case when i % 7 = 3 then 'Bestilleren ringte og spurte hvor langt vi er kommet.' end
from plan, generate_series(0, $1::int - 1) i order by n, i`;

const DAYS = `insert into queue_day (organisation_id, queue, day, opened, closed)
select organisation_id, queue, day, sum(opened), sum(closed) from (
  select organisation_id, queue, opened_on as day, 1 as opened, 0 as closed from desk_case where status in ('OPEN', 'CLOSED')
  union all select organisation_id, queue, (closed_at at time zone 'Europe/Oslo')::date, 0, 1 from desk_case where status = 'CLOSED') d group by 1, 2, 3`;

const SERIES = `insert into number_series (name, last)
select 'case ' || left(number, 4), max(substr(number, 6)::bigint) from desk_case group by left(number, 4)`;

/** Checking a million references one by one takes longer than checking them together at the end. */
const FOREIGN_KEYS = `select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
from pg_constraint where contype = 'f' and conrelid in ('card_order'::regclass, 'case_event'::regclass, 'desk_case'::regclass, 'order_item'::regclass)`;

/** Building an index once is faster than adding to it row by row. */
const INDEXES = `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
where i.indrelid in ('case_event'::regclass, 'desk_case'::regclass, 'person'::regclass, 'organisation'::regclass)
  and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`;

export async function seedScale({ ownerUrl, cases, events }: Scale): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`set local maintenance_work_mem = '256MB'; set local work_mem = '64MB'`);
    for (const [table, trigger] of QUIET_TRIGGERS)
      await client.query(`alter table ${table} disable trigger ${trigger}`);
    await pauseProtection(client);
    await withoutForeignKeys(client, () => withoutIndexes(client, () => fill(client, { cases, events })));
    await resumeProtection(client);
    for (const [table, trigger] of QUIET_TRIGGERS)
      await client.query(`alter table ${table} enable trigger ${trigger}`);
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

async function fill(client: pg.Client, { cases, events }: Omit<Scale, 'ownerUrl'>): Promise<void> {
  const persons = Math.ceil(cases / 2);
  await client.query(STAFF);
  await client.query(FIRMS, [Math.ceil(cases / 10)]);
  const { rows } = await client.query<{ firms: number }>('select count(*)::int as firms from organisation');
  const firms = rows[0]?.firms ?? 0;
  await client.query(PERSONS, [persons]);
  await client.query(PLAN, [cases]);
  await client.query(ORDERS, [firms]);
  await client.query(ITEMS, [persons, firms]);
  await client.query(CASES, [persons, firms]);
  await client.query(HOLDS);
  await client.query(EVENTS, [Math.round(events / cases)]);
  await client.query(DAYS);
  await client.query('select refresh_seen_by()');
  await client.query(SERIES);
  for (const table of ['card_order', 'order_item', 'desk_case'])
    await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), $1)`, [cases]);
}

async function withoutForeignKeys(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(FOREIGN_KEYS);
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  await work();
  for (const { table, name, definition } of rows)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
}

async function withoutIndexes(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(INDEXES);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await work();
  for (const { definition } of rows) await client.query(definition);
}
