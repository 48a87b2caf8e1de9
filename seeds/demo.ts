/** Fills an empty database with the demo, once: everything or nothing, files first and rows after. */

import pg from 'pg';
import type { Config } from '../server/src/config.ts';
import { ConfirmationStatement } from '../server/src/features/confirmation/confirmation.enums.ts';
import { imageStorage } from '../server/src/features/image-review/image-storage.parts.ts';
import { hashPassword } from '../server/src/features/staff/password.ts';
import type { BeforeServing } from '../server/src/main.ts';
import { systemClock } from '../server/src/platform/clock.ts';
import { loadKeys } from '../server/src/platform/crypto/keys.ts';
import { seedAccessLog } from './access-log.ts';
import { seedCatalogue } from './catalogue.ts';
import { seedConfirmations } from './confirmations.ts';
import { seedControlVisits } from './control-visits.ts';
import { keepRegisterWorld, startDemoRegisters } from './demo-registers.ts';
import { bindProposals } from './exception-proposals.ts';
import { addExceptions, bindToEntries } from './exceptions.ts';
import { DEMO_PASSWORD, emailOf, STAFF, type StaffMember } from './factories/staff.ts';
import { seedInvoiceQueries } from './invoice-queries.ts';
import { seedInvoices } from './invoices.ts';
import { type StoredPicture, storePictures } from './pictures.ts';
import { pauseProtection, resumeProtection } from './protection.ts';
import { insertRows, type Rows, TABLE_NAMES, type TableName } from './rows.ts';
import { seedSettings } from './settings.ts';
import { seedTies } from './ties.ts';
import { seedVatBatches } from './vat-batches.ts';
import { inventWorld } from './world.ts';

/** The history is invented as a whole: no row of it is a change somebody made, and its days are counted here. */
const QUIET_TRIGGERS = [
  ['staff_user', 'audit'],
  ['staff_password', 'audit'],
  ['person', 'audit'],
  ['card_order', 'audit'],
  ['card', 'audit'],
  ['card', 'tells_first'],
  ['delegation', 'audit'],
  ['invoice', 'audit'],
  ['closed_period', 'audit'],
  ['vat_batch', 'audit'],
  ['vat_firm', 'audit'],
  ['order_item', 'audit'],
  ['desk_case', 'audit'],
  ['desk_case', 'count_queue_day'],
  ['desk_case', 'tie_bars'],
  ['exception_application', 'tie_bars'],
  ['organisation', 'ties_of_firm'],
  ['staff_tie', 'audit'],
  ['case_link', 'audit'],
  ['case_barred', 'audit'],
  ['image_submission', 'audit'],
  ['image_decision', 'audit'],
  ['upload_link', 'audit'],
  ['outbox_mail', 'audit'],
  ['exception_application', 'audit'],
  ['case_document', 'audit'],
  ['document_version', 'audit'],
  ['document_version', 'arrived'],
  ['decision_proposal', 'audit'],
  ['decision_proposal', 'stands'],
  ['decision', 'audit'],
  ['exception_entry', 'audit'],
  ['letter', 'audit'],
  ['journal_entry', 'audit'],
  ['invoice_query', 'audit'],
  ['invoice_query_post', 'audit'],
  ['invoice_answer', 'audit'],
  ['appeal', 'audit'],
  ['annual_confirmation', 'audit'],
  ['confirmation_campaign', 'audit'],
  ['approval_condition', 'audit'],
  ['approval_condition', 'said'],
  ['firm_approval', 'audit'],
  ['control_visit', 'audit'],
] as const;

const AFTER_PICTURES = new Set<TableName>(TABLE_NAMES.slice(TABLE_NAMES.indexOf('stored_file')));
const MEMBERS: readonly StaffMember[] = Object.values(STAFF);

export interface SeedInput {
  readonly config: Config;
  readonly ownerUrl: string;
  readonly now?: Date;
  readonly say?: (text: string) => void;
}

export const seedDemo: BeforeServing = async ({ config, ownerUrl }) => {
  await seedDemoAt({ config, ownerUrl });
  return startDemoRegisters(config);
};

/** @returns whether there was anything to do */
export async function seedDemoAt(input: SeedInput): Promise<boolean> {
  if (input.config.MODE !== 'demo') return false;
  const client = new pg.Client({ connectionString: input.ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('lock table staff_user in share row exclusive mode');
    const { rowCount } = await client.query('select 1 from staff_user limit 1');
    if (rowCount === 0) await seed(client, input);
    await client.query('commit');
    if (rowCount === 0) await client.query('analyze');
    return rowCount === 0;
  } finally {
    // Ends the transaction of a failure too.
    await client.end();
  }
}

async function seed(client: pg.Client, input: SeedInput): Promise<void> {
  const { config, now = systemClock.now() } = input;
  const keys = loadKeys(config.KEYS_FILE, config.dataDir);
  const mailDomain = config.MAIL_FROM.split('@')[1] ?? 'localhost';
  const world = inventWorld({ now, keys, mailDomain });
  const { rows, pictures, registers } = world;
  await keepRegisterWorld(config.dataDir, registers);
  const files = imageStorage(config.dataDir, keys);
  const told = progress(pictures.length + TABLE_NAMES.length, input.say ?? printOver);
  const drawing = storePictures(files, pictures, told);
  // The inserts below may fail first; then this failure is already told.
  drawing.catch(() => undefined);
  const papers: string[] = [];
  try {
    for (const [table, trigger] of QUIET_TRIGGERS)
      await client.query(`alter table ${table} disable trigger ${trigger}`);
    await pauseProtection(client);
    await insertStaff(client, config);
    await insertTables(client, rows, { tables: TABLE_NAMES.filter(name => !AFTER_PICTURES.has(name)), told });
    addPictures(rows, await drawing);
    await seedCatalogue(client, now, [STAFF.henrik.name, STAFF.gunhild.name]);
    await addExceptions(client, files, { world, stored: papers });
    await insertTables(client, rows, { tables: [...AFTER_PICTURES], told });
    await seedAccessLog(client, now);
    await seedSettings(client, now);
    await seedInvoices(client, now);
    await seedVatBatches(client, now);
    await seedConfirmations(client, now, Object.values(ConfirmationStatement));
    await seedControlVisits(client, now);
    await seedInvoiceQueries(client, now);
    await client.query(READ_BEFORE_DECIDING);
    await bindToEntries(client, world.metChecks);
    await client.query(ORDER_SERIES);
    // What waits for the end of the transaction would be in the way of the tables' triggers.
    await client.query('set constraints all immediate');
    await resumeProtection(client);
    await bindProposals(client);
    await seedTies(client, keys, now);
    for (const [table, trigger] of QUIET_TRIGGERS)
      await client.query(`alter table ${table} enable trigger ${trigger}`);
  } catch (error) {
    const stored = await drawing.catch(() => new Map<number, StoredPicture>());
    for (const { row } of stored.values()) await files.delete(String(row.storage_key));
    for (const key of papers) await files.delete(key);
    throw error;
  }
}

async function insertTables(
  client: pg.Client,
  rows: Rows,
  { tables, told }: { tables: readonly TableName[]; told: () => void },
): Promise<void> {
  for (const table of tables) {
    await insertRows(client, table, rows.of(table));
    told();
  }
}

async function insertStaff(client: pg.Client, { ISSUER_NAME }: Config): Promise<void> {
  await client.query(
    `insert into staff_organisation (id, kind, name) values (1, 'ISSUER', $1), (2, 'AUTHORITY', 'Arbeidstilsynet')`,
    [ISSUER_NAME],
  );
  const hashes = await Promise.all(MEMBERS.map(({ demo }) => (demo ? hashPassword(DEMO_PASSWORD) : null)));
  for (const [n, member] of MEMBERS.entries()) {
    const { id, organisation_id, name, role, demo } = member;
    await client.query(
      `insert into staff_user (id, organisation_id, name, email, roles, demo) overriding system value values ($1, $2, $3, $4, $5, $6)`,
      [id, organisation_id, name, emailOf(member), [role], demo],
    );
    if (hashes[n])
      await client.query('insert into staff_password (staff_user_id, hash) values ($1, $2)', [id, hashes[n]]);
  }
  await client.query(`select setval(pg_get_serial_sequence('staff_user', 'id'), $1)`, [MEMBERS.length]);
}

/** Each submission gets file rows of its own, so that the access log names the right person; the bytes are drawn once. */
function addPictures(rows: Rows, stored: ReadonlyMap<number, StoredPicture>): void {
  for (const submission of rows.of('image_submission')) {
    const findings: unknown[] = [];
    for (const column of ['photo_file_id', 'id_file_id'] as const) {
      const picture = stored.get(Number(submission[column]));
      if (!picture) throw new Error('A submission shows a picture that was not drawn');
      findings.push(...picture.findings);
      submission[column] = rows.add('stored_file', { ...picture.row, created_at: submission.submitted_at });
    }
    submission.findings = JSON.stringify(findings);
  }
}

/** The next order follows the last one. */
const ORDER_SERIES = `update number_series set last = (select max(number::bigint) from card_order) where name = 'order'`;

/** Whoever decided had both images before them. */
const READ_BEFORE_DECIDING = `insert into audit_log (at, kind, actor_id, operation, table_name, row_id, case_id, person_ids, fields)
select d.decided_at - interval '20 seconds', 'READ', d.decided_by, 'readFile', 'stored_file', f.id::text, d.case_id, array[c.person_id], '{display}'
from image_decision d join image_submission s on s.id = d.submission_id join desk_case c on c.id = d.case_id
cross join lateral (values (s.photo_file_id), (s.id_file_id)) f (id) order by d.decided_at, f.id`;

/** Tells every tenth part of the way. */
function progress(steps: number, say: (text: string) => void): () => void {
  let done = 0;
  let told = -1;
  return () => {
    done += 1;
    const tenth = Math.floor((done / steps) * 10);
    if (tenth === told) return;
    told = tenth;
    say(`Seeding the demo … ${tenth * 10} %${done === steps ? '\n' : ''}`);
  };
}

/** One line that changes on a terminal, one line each in a log. */
function printOver(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${text}`);
  else process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Says where the desk is and who can sign in. */
export function announceDemo(url: string, { MODE }: Pick<Config, 'MODE'>): void {
  const lines = [`HMS-kort Desk: ${url}`];
  if (MODE === 'demo') {
    lines.push('', `Demo accounts (password ${DEMO_PASSWORD}):`);
    for (const member of MEMBERS.filter(({ demo }) => demo)) {
      lines.push(`  ${member.name.padEnd(17)}${member.role.padEnd(17)}${emailOf(member)}`);
    }
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}
