/** The batches of self-approved firms the authority has sent over two years, made by the desk's own rules: all but the last came back with a receipt. */
import type pg from 'pg';
import { csvFile, type DeclaredFirm, jsonFile } from '../server/src/features/vat-batch/vat-batch.files.ts';
import { addDays, osloDate } from '../server/src/platform/calendar/calendar.ts';

/** Days ago. */
const MADE = [640, 330, 300, 250, 200, 150, 80];
const BY = 'Henrik Aas';

const FIRMS = `select f.firm_id::text as "firmId", f.org_number as "orgNumber", f.firm_name as name, f.first_declared_at as "firstDeclaredAt",
  max(d.declared_at) as "lastDeclaredAt", count(*)::int as declarations, f.declarer_role as "declarerRole", f.declaration_id::text as reference
from vat_firm f join vat_declaration d on d.firm_id = f.firm_id and d.declared_at < $1
where f.batch_id is null group by f.firm_id order by f.first_declared_at, f.firm_id`;
const BATCH = `insert into vat_batch (number, made_at, made_by, from_at, to_at, firms, csv, json, csv_sha256, json_sha256, times_sent, sent_at, sent_by,
  receipt, received_on, receipt_by, receipt_at)
select $1, $2::timestamptz, u.id, $3, $4, $5, $6, $7, $8, $9, 1, $2::timestamptz + interval '2 hours', u.id, $10, $11,
  case when $10::text is not null then u.id end, case when $10::text is not null then $2::timestamptz + interval '3 days' end
from staff_user u where u.name = $12 returning id`;
const INTO = `update vat_firm f set batch_id = $1, line = t.line from unnest($2::bigint[]) with ordinality t (firm_id, line) where f.firm_id = t.firm_id`;
const SERIES = `update number_series set last = (select coalesce(max(number), 0) from vat_batch) where name = 'vat-batch'`;

type Waiting = DeclaredFirm & { readonly firmId: string };

export async function seedVatBatches(client: pg.Client, now: Date): Promise<void> {
  let number = 0;
  for (const days of MADE) {
    const madeAt = new Date(`${addDays(osloDate(now), -days)}T09:15:00Z`);
    const firms = (await client.query<Waiting>(FIRMS, [madeAt])).rows;
    if (firms.length > 0)
      await addBatch(client, { number: ++number, madeAt, firms, last: days === MADE.at(-1) });
  }
  await client.query(SERIES);
}

interface NewBatch {
  readonly number: number;
  readonly madeAt: Date;
  readonly firms: readonly Waiting[];
  /** Nobody has answered yet. */
  readonly last: boolean;
}

async function addBatch(client: pg.Client, { number, madeAt, firms, last }: NewBatch): Promise<void> {
  const [csv, json] = [csvFile({ number, madeAt, firms }), jsonFile({ number, madeAt, firms })];
  const period = [firms[0]?.firstDeclaredAt, firms.at(-1)?.firstDeclaredAt, firms.length];
  const files = [csv.bytes, json.bytes, csv.sha256, json.sha256];
  const day = osloDate(madeAt);
  const receipt = last ? [null, null] : [`SKE-${day.slice(0, 4)}-${1400 + number * 37}`, addDays(day, 2)];
  const { rows } = await client.query(BATCH, [number, madeAt, ...period, ...files, ...receipt, BY]);
  await client.query(INTO, [rows[0].id, firms.map(({ firmId }) => firmId)]);
}
