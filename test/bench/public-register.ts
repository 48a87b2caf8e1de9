/** `pnpm bench --public-register [firms]`: search in the public register and its file among 200,000 firms, on a server of its own. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { get, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../server/src/migrate.ts';
import { startEmbedded } from '../../server/src/platform/db/embedded.ts';
import { type Figures, measure } from './load.ts';
import { type Server, serve } from './serve.ts';

const SECONDS = 3;
const CLIENTS = [1, 16] as const;
const PATH = '/api/v1/approved-firms';

/** Every eight digits that have a check digit; each tenth firm is a sole proprietor's, each fiftieth has lost its approval. */
const FIRMS = `with numbers as (select n, (30000000 + n)::text as eight from generate_series(1, $1::int * 11 / 10 + 10) n
), checked as (select eight, (11 - (3 * substr(eight, 1, 1)::int + 2 * substr(eight, 2, 1)::int + 7 * substr(eight, 3, 1)::int + 6 * substr(eight, 4, 1)::int
    + 5 * substr(eight, 5, 1)::int + 4 * substr(eight, 6, 1)::int + 3 * substr(eight, 7, 1)::int + 2 * substr(eight, 8, 1)::int) % 11) % 11 as digit from numbers
), kept as (select row_number() over (order by eight) as id, eight || digit as org_number from checked where digit < 10 limit $1)
insert into organisation (org_number, name, form, street, postcode, city, municipality, municipality_name)
select org_number, stems[1 + id % 20] || endings[1 + id / 20 % 20] || ' ' || id || ' ' || trades[1 + id % 5] || case when id % 10 = 3 then '' else ' AS' end,
  case when id % 10 = 3 then 'ENK' else 'AS' end, 'Heimegata ' || id % 90, '0182', places[1 + id % 8], '0301', places[1 + id % 8]
from kept, (select string_to_array('Nord,Fjord,Skarv,Sol,Havn,Furu,Elv,Stein,Bjørk,Tind,Ravn,Myr,Blå,Gran,Vest,Ørn,Lyng,Foss,Kyst,Is', ',') as stems,
  string_to_array('fjell,lys,vang,blikk,toppen,lia,heim,bakken,vik,nes,moen,dal,berg,stad,voll,øya,haug,eid,rud,by', ',') as endings,
  string_to_array('Renhold,Reinhald,Vask,Bilpleie,Bemanning', ',') as trades,
  string_to_array('Oslo,Bergen,Stryn,Alta,Bodø,Skien,Førde,Vardø', ',') as places) words`;

/** Two statuses that are over and one that holds, spread over four years. */
const APPROVALS = `insert into firm_approval (firm_id, register, status, valid_to, from_at, to_at, cause)
select o.id, register, case when is_now then case when o.id % 50 = 7 then 'NOT_APPROVED' when register = 'STAFFING' then 'APPROVED' else 'APPROVED_WITH_EMPLOYEES' end
    else 'APPLICATION_IN_PROGRESS' end,
  case when register = 'STAFFING' and is_now and o.id % 50 <> 7 then current_date + (o.id % 365)::int end,
  now() - interval '4 years' + (step + 1) * interval '300 days' + (o.id % 400000) * interval '1 minute',
  case when not is_now then now() - interval '4 years' + (step + 2) * interval '300 days' + (o.id % 400000) * interval '1 minute' end, 'TAKEN_OVER'
from organisation o, generate_series(0, 2) step,
  lateral (select step = 2 as is_now, case when o.id % 5 = 4 then 'STAFFING' when o.id % 5 = 3 then 'CAR_CARE_APPROVAL' else 'CLEANING_APPROVAL' end as register) r`;

async function seed(ownerUrl: string, firms: number): Promise<string[]> {
  const sql = new pg.Client({ connectionString: ownerUrl });
  await sql.connect();
  await sql.query('alter table firm_approval disable trigger audit');
  await sql.query(FIRMS, [firms]);
  await sql.query(APPROVALS);
  await sql.query('alter table firm_approval enable trigger audit');
  await sql.query('vacuum analyze organisation, firm_approval');
  const { rows } = await sql.query('select org_number from organisation where id % 97 = 0 limit 2000');
  await sql.end();
  return rows.map(({ org_number }) => org_number);
}

const row = (name: string, clients: number, { rate, p50, p95, cpu }: Figures) =>
  `| ${[name, clients, rate.toFixed(0), p50.toFixed(2), p95.toFixed(2), cpu.toFixed(2)].join(' | ')} |`;

type Asked = readonly [name: string, path: (n: number) => string];

const pick = (words: readonly string[], n: number) => words[n % words.length] ?? '';
const questions = (numbers: readonly string[]): readonly Asked[] => [
  ['firm by number', n => `/${pick(numbers, n)}`],
  ['name of one firm', n => `?limit=20&name=${encodeURIComponent(`fjell ${20 + ((n * 7) % 9) * 400} `)}`],
  ['name of very many', () => '?limit=20&name=renhold'],
  ['place', n => `?limit=20&place=${pick(['Alta', 'Oslo', 'Stryn'], n)}`],
  ['place, register and status', () => '?limit=20&place=alta&register=CLEANING_APPROVAL&status=NOT_APPROVED'],
  ['page of 100', n => `?after=${after(pick(numbers, n))}`],
  ['changes since a year', () => `/changes?since=${new Date(Date.now() - 365 * 86_400_000).toISOString()}`],
];

const after = (number: string) => Buffer.from(JSON.stringify([number, ''])).toString('base64url');

async function timed(server: Server, asked: readonly Asked[]): Promise<void> {
  console.log('| question | clients | a second | p50 ms | p95 ms | server CPU ms |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const [name, path] of asked)
    for (const clients of CLIENTS) {
      const ask = (c: number, n: number) => ({ path: `${PATH}${path(c * 31_337 + n)}` });
      console.log(row(name, clients, await measure({ ...server, clients, seconds: SECONDS, ask })));
    }
}

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: number;
  readonly ms: number;
}

function fetched(port: number, path: string, headers: Record<string, string>): Promise<Got> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: `${PATH}${path}`, headers }, response => {
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      const { statusCode: status = 0, headers: told } = response;
      response.on('end', () => resolve({ status, headers: told, bytes, ms: performance.now() - began }));
    }).on('error', reject);
  });
}

const told = (name: string, { status, bytes, ms }: Got) =>
  console.log(`${name}: ${status}, ${(bytes / 1e6).toFixed(1)} MB in ${ms.toFixed(0)} ms`);

/** The file while it is made, with others asking at the same time, and when it is there. */
async function files(server: Server, [byNumber]: readonly Asked[]): Promise<void> {
  const { port } = server;
  const ask = (c: number, n: number) => ({ path: `${PATH}${byNumber?.[1](c * 31_337 + n)}` });
  const load = measure({ ...server, clients: 4, seconds: SECONDS, ask });
  told('first file, made while 4 clients ask for firms', await fetched(port, '.json', {}));
  console.log(row('firm by number, meanwhile', 4, await load));
  const zipped = { 'accept-encoding': 'gzip' };
  for (const [path, headers] of [
    ['.json', zipped],
    ['.csv', zipped],
    ['.csv', {}],
  ] as const)
    told(`${path}${'accept-encoding' in headers ? ', packed' : ''}`, await fetched(port, path, headers));
  const { headers } = await fetched(port, '.json', zipped);
  const known = { 'if-none-match': headers.etag ?? '' };
  told('.json, known already', await fetched(port, '.json', known));
  const crowd = await Promise.all(Array.from({ length: 50 }, () => fetched(port, '.json', zipped)));
  const slowest = Math.max(...crowd.map(({ ms }) => ms));
  console.log(`.json, packed, 50 at once: the slowest ${slowest.toFixed(0)} ms`);
}

async function main(firms: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hms-kort-desk-bench-'));
  await chmod(folder, 0o755);
  const database = await startEmbedded(folder);
  let desk: Server | null = null;
  try {
    await migrate(database.ownerUrl);
    const asked = questions(await seed(database.ownerUrl, firms));
    const { appUrl, jobUrl, ownerUrl } = database;
    desk = await serve(['node', 'server/dist/server/src/main.js'], {
      ...{ DATABASE_URL: appUrl, DATABASE_JOB_URL: jobUrl, DATABASE_OWNER_URL: ownerUrl },
      ...{ DATA_DIR: folder, MODE: 'test', JOBS: 'false', REQUEST_BUDGET: '0' },
    });
    console.log(`${firms} firms`);
    await files(desk, asked);
    await timed(desk, asked);
  } finally {
    desk?.stop();
    await new Promise(resolve => setTimeout(resolve, 500));
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

await main(Number(process.argv[process.argv.indexOf('--public-register') + 1] ?? 200_000));
