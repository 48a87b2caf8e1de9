import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkDigits } from '../../server/src/features/person/national-id.rules.ts';
import { RETENTION_KINDS } from '../../server/src/features/retention/retention.rules.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { forgetAnswers } from '../../server/src/platform/idempotency/idempotency.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { retentionOf } from '../../server/src/retention.parts.ts';
import { startVault, type Vault } from '../support/audit-vault.ts';
import { createCase, createDecision, createPerson } from '../support/factories.ts';
import { remainsOf } from '../support/remains.ts';
import { leaveTraces } from '../support/traces-of-orders.ts';
import { createWaitingCase, filesOnDisk, uploadPair } from '../support/upload.factories.ts';

const DAY_MS = 24 * 3_600_000;
/** Nobody else in the tests is born on that day: her masked number is hers alone. */
function herNationalId(): string {
  for (let n = 500; ; n += 1) {
    const nine = `078531${n}`;
    const digits = checkDigits(nine);
    if (digits) return nine + digits;
  }
}
/** In every text of hers; no other person and no word of the desk has it. */
const CANARY = 'Kanarix';
const BIRTH = '1931-05-07';

const REVEAL =
  'mutation RevealNationalId($input: RevealNationalIdInput!) { revealNationalId(input: $input) { nationalId } }';
const NOTE = 'mutation AddNote($input: AddNoteInput!) { addNote(input: $input) { id } }';

let vault: Vault;
const told: string[] = [];

beforeAll(async () => {
  vault = await startVault();
});
afterAll(() => vault.stop());

const sql = (text: string, ...values: unknown[]) => vault.desk.sql.query(text, values);
const retentionAt = (at: Date) => {
  const { config } = vault.desk;
  const keys = loadKeys(undefined, config.dataDir);
  const log = createLog('info', { write: line => void told.push(line) });
  return retentionOf({ clock: { now: () => at }, config, keys, log });
};
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const runIn = (days: number) => retentionAt(inDays(days)).run(vault.db);
const livingFiles = async (caseId: string) =>
  (
    await sql(
      `select s.photo_file_id = f.id as photo from stored_file f join image_submission s on f.id in (s.photo_file_id, s.id_file_id)
       where s.case_id = $1 and f.data_key is not null order by f.id`,
      caseId,
    )
  ).rows.map(row => (row.photo ? 'photo' : 'id'));

/** Years before now, so that what the database itself asks of an erasure is met. */
const close = (caseId: string, years = 0) =>
  sql(
    `update desk_case set status = 'CLOSED', closed_at = now() - make_interval(years => $2), reserved_by = null, reserved_until = null, hold_until = null, hold_reason = null where id = $1`,
    caseId,
    years,
  );
/** Without a card of its own, as lines were before the desk kept cards. */
async function ship(caseId: string) {
  await sql('alter table order_item disable trigger guard');
  await sql(
    `update order_item i set status = 'SHIPPED' from desk_case c where c.order_item_id = i.id and c.id = $1`,
    caseId,
  );
  await sql('alter table order_item enable trigger guard');
}
const livingCard = (caseId: string) =>
  sql(
    `insert into card (organisation_id, number, person_id, unit_id, main_unit_id, scheme, order_item_id, status, status_at, valid_from, expires_on)
     select i.organisation_id, lpad(i.id::text, 10, '0'), i.person_id, i.unit_id, i.main_unit_id, i.scheme, i.id, 'VALID', now(), current_date, current_date + 730
     from order_item i join desk_case c on c.order_item_id = i.id where c.id = $1 returning id`,
    caseId,
  ).then(({ rows }) => rows[0]?.id as string);

/** A case with real images and a decision on them, closed. */
async function decided(
  outcome: 'APPROVED' | 'REJECTED',
  given: Parameters<typeof createWaitingCase>[1] = {},
) {
  const { desk } = vault;
  const made = await createWaitingCase(desk, given);
  await uploadPair(desk, made.id);
  const { rows } = await sql('select id from image_submission where case_id = $1', made.id);
  await createDecision(desk, {
    ...{ caseId: made.id, submissionId: rows[0]?.id, decidedBy: desk.staff.agent, outcome },
    comment: given?.item?.personId ? `${CANARY} ser ikke slik ut` : undefined,
  });
  return made;
}

describe('what is old enough is erased by its own period', () => {
  test('the copy of an ID goes 30 days after the outcome, a portrait stays for the card’s life and three months', async () => {
    const approved = await decided('APPROVED');
    await close(approved.id);
    const cardId = await livingCard(approved.id);
    await runIn(29);
    expect(await livingFiles(approved.id)).toEqual(['photo', 'id']);
    expect(await runIn(31)).toBeGreaterThan(0);
    expect(await livingFiles(approved.id)).toEqual(['photo']);
    // However old the decision: the card is still good.
    await runIn(4 * 365);
    expect(await livingFiles(approved.id)).toEqual(['photo']);
    await sql(
      `update card set status = 'BLOCKED', status_reason = 'LOST', status_at = now() where id = $1`,
      cardId,
    );
    await runIn(85);
    expect(await livingFiles(approved.id)).toEqual(['photo']);
    await runIn(95);
    expect(await livingFiles(approved.id)).toEqual([]);
    const { rows } = await sql('select number from desk_case where id = $1', approved.id);
    expect(rows).toHaveLength(1);
  });

  test('the portrait of a card from before the desk kept cards goes 27 months after the decision', async () => {
    const old = await decided('APPROVED');
    await close(old.id);
    await ship(old.id);
    await runIn(2 * 365 + 80);
    expect(await livingFiles(old.id)).toEqual(['photo']);
    await runIn(2 * 365 + 95);
    expect(await livingFiles(old.id)).toEqual([]);
  });

  test('rejected images go 30 days after the outcome, even while the case waits for others', async () => {
    const rejected = await decided('REJECTED');
    await runIn(31);
    expect(await livingFiles(rejected.id)).toEqual([]);
    const { rows } = await sql(
      `select octet_length(original_sha256) as hash, data_key from stored_file where case_id = $1`,
      rejected.id,
    );
    expect(rows).toEqual([
      { hash: 0, data_key: null },
      { hash: 0, data_key: null },
    ]);
  });

  test('images of a case still under review, or reopened, stay however old they are', async () => {
    const { desk } = vault;
    const open = await createWaitingCase(desk);
    await uploadPair(desk, open.id);
    const reopened = await decided('APPROVED');
    await runIn(4_000);
    expect(await livingFiles(open.id)).toEqual(['photo', 'id']);
    expect(await livingFiles(reopened.id)).toEqual(['photo', 'id']);
  });

  test('bytes that two rows share go with the last of them', async () => {
    const [one, other] = [await decided('REJECTED'), await decided('APPROVED')];
    const keys = `select f.storage_key from stored_file f join image_submission s on s.photo_file_id = f.id where s.case_id = $1`;
    const shared = (await sql(keys, one.id)).rows[0]?.storage_key as string;
    await sql(
      `update stored_file f set storage_key = $2 from image_submission s where s.photo_file_id = f.id and s.case_id = $1`,
      other.id,
      shared,
    );
    const onDisk = async () => (await filesOnDisk(vault.desk)).filter(name => name.includes(shared)).length;
    await runIn(31);
    expect(await onDisk()).toBe(2);
    await close(other.id);
    await ship(other.id);
    await runIn(900);
    expect(await onDisk()).toBe(0);
  });

  test('sessions, drafts, passed-over cases and failed sign-ins go after their days', async () => {
    const { desk } = vault;
    await desk.as('finance');
    const { id } = await createCase(desk, { kind: 'INQUIRY' });
    await sql(
      `insert into draft (staff_user_id, case_id, action, organisation_id, body) values ($1, $2, 'NOTE', 1, '{"text": "half"}')`,
      desk.staff.agent,
      id,
    );
    const left = async () =>
      (
        await sql(
          'select (select count(*)::int from staff_session) as sessions, (select count(*)::int from draft) as drafts',
        )
      ).rows[0];
    const before = await left();
    expect(before.sessions).toBeGreaterThan(0);
    await runIn(29);
    expect(await left()).toEqual(before);
    await runIn(91);
    expect(await left()).toEqual({ sessions: 0, drafts: 0 });
  });

  test('a rehearsal tells what a run would erase, and changes nothing', async () => {
    const made = await decided('REJECTED');
    const counts = await retentionAt(inDays(31)).rehearse(vault.db);
    expect(Object.keys(counts)).toEqual(RETENTION_KINDS);
    expect(counts).toMatchObject({ ID_COPY: 1, REJECTED_PORTRAIT: 1, PORTRAIT: 0, CASE_FILE: 0 });
    expect(await livingFiles(made.id)).toEqual(['photo', 'id']);
    const before = told.length;
    expect(await retentionAt(inDays(31)).run(vault.db)).toBeGreaterThanOrEqual(2);
    expect(told.slice(before).join()).toContain('"code":"ID_COPY","count":1');
  });

  test('a run that is stopped leaves the rest to the next', async () => {
    const made = await decided('REJECTED');
    expect(await retentionAt(inDays(31)).run(vault.db, () => true)).toBe(0);
    expect(await livingFiles(made.id)).toEqual(['photo', 'id']);
    await runIn(31);
    expect(await livingFiles(made.id)).toEqual([]);
  });
});

describe('a person whose time is up', () => {
  let words: string[];
  let her: { id: string; nationalId: string };
  let caseId: string;
  let inquiryId: string;

  /** Everything the desk can know about somebody, through its own doors and past them. */
  beforeAll(async () => {
    const { desk } = vault;
    const person = {
      givenName: `${CANARY}a`,
      familyName: `${CANARY}sen`,
      birthDate: BIRTH,
      nationalId: herNationalId(),
    };
    her = await createPerson(desk, person);
    const made = await decided('APPROVED', { item: { personId: her.id } });
    caseId = made.id;
    inquiryId = (await createCase(desk, { kind: 'INQUIRY', title: `${CANARY} spør`, description: CANARY }))
      .id;
    await sql(`update desk_case set person_id = $2 where id = $1`, inquiryId, her.id);
    await sql(
      `update order_item set orderer_name = $2, orderer_email = $3 where id = $1`,
      made.orderItem?.id,
      `${CANARY} Bestiller`,
      `${CANARY.toLowerCase()}@firma.example`,
    );
    const senior = await desk.as('senior');
    const reason = `${CANARY} ringte og ba om det`;
    await senior.ask(REVEAL, { input: { caseId, personId: her.id, purpose: 'CORRECT_ORDER', reason } });
    await senior.ask(NOTE, { input: { caseId, note: `Snakket med ${CANARY}` } });
    await senior.ask('query Find($text: ShortText!) { search(text: $text) { hits { id } } }', {
      text: CANARY,
    });
    await sql(
      `insert into case_barred (case_id, staff_user_id, organisation_id, reason, comment) values ($1, $2, 1, 'FAMILY', $3)`,
      caseId,
      desk.staff.agent,
      `${CANARY} er min søster`,
    );
    await sql(
      `insert into draft (staff_user_id, case_id, action, organisation_id, body) values ($1, $2, 'NOTE', 1, $3)`,
      desk.staff.senior,
      caseId,
      JSON.stringify({ text: CANARY }),
    );
    await sql(
      `insert into outbox_mail (organisation_id, case_id, template, language, subject_id, dedupe, message_id, send_after, status, settled_note)
       values (1, $1, 'IMAGES_STOPPED', 'nb', 1, 'canary', '<canary@desk.example>', now(), 'FAILED', $2)`,
      caseId,
      `${CANARY} ville ikke ha den`,
    );
    await sql(`update desk_case set hold_note = $2 where id = $1`, caseId, `venter på ${CANARY}`);
    await sql(
      `insert into case_link (organisation_id, case_id, other_case_id, relation) values (1, $1, $2, 'SAME_PERSON')`,
      caseId,
      inquiryId,
    );
    const { rows } = await sql(
      `select encode(national_id_idx, 'hex') as idx, encode(national_id_enc, 'hex') as enc, national_id_masked as masked from person where id = $1`,
      her.id,
    );
    words = [CANARY, her.nationalId, BIRTH, rows[0]?.idx, rows[0]?.enc, rows[0]?.masked];
    await leaveTraces(vault.desk, {
      word: CANARY,
      personId: her.id,
      itemId: made.orderItem?.id ?? '',
      years: 6,
    });
    await close(caseId, 6);
    await close(inquiryId, 6);
    await vault.seal();
  });

  test('stands in many places first, so that the search can be believed', async () => {
    const found = await remainsOf(words, vault);
    expect(found).toEqual(
      expect.arrayContaining([
        ...['audit_log', 'case_barred', 'case_event', 'desk_case', 'draft', 'image_decision'],
        ...['national_id_index', 'order_item', 'outbox_mail', 'person'],
        ...[
          'card_order',
          'order_draft',
          'order_event',
          'power_of_attorney',
          'register_answer',
          'vat_declaration',
        ],
      ]),
    );
  });

  test('is kept until ten years after the last case, as the archive needs it', async () => {
    const staying = await createCase(vault.desk, { kind: 'INQUIRY', title: 'Stays' });
    await sql(`update desk_case set person_id = $2 where id = $1`, staying.id, her.id);
    await runIn(3 * 365);
    expect(await remainsOf([CANARY], vault)).toEqual(expect.arrayContaining(['person', 'order_event']));
    // With one case left that is not over, the person stays, though her old cases and orders go.
    await runIn(5 * 365);
    const cases = await sql('select id from desk_case where person_id = $1', her.id);
    expect(cases.rows).toEqual([{ id: staying.id }]);
    expect((await sql('select 1 from person where id = $1', her.id)).rows).toHaveLength(1);
    expect(await remainsOf([CANARY], vault)).toEqual(['person', 'register_answer']);
    await close(staying.id, 6);
  });

  test('is gone without a trace after that: no table, file or log line has a word of hers', async () => {
    await runIn(5 * 365);
    await forgetAnswers(vault.db, inDays(5 * 365));
    expect(await remainsOf(words, vault)).toEqual([]);
    const named = `select table_name from audit_log where $1 in (new_values ->> 'person_id', old_values ->> 'person_id')`;
    expect((await sql(named, her.id)).rows).toEqual([]);
    expect((await sql('select 1 from desk_case where id = any ($1)', [caseId, inquiryId])).rows).toEqual([]);
  });

  test('and the log still verifies, and says what kind was erased and how many, not whom', async () => {
    await vault.seal();
    expect((await vault.verify()).findings).toEqual([]);
    const { rows } = await sql(
      `select new_values, person_ids, case_id, row_id from audit_log where operation = 'retention' and new_values ->> 'kind' = 'CASE_FILE'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      expect(row).toEqual({
        new_values: { kind: 'CASE_FILE', count: expect.any(Number) },
        ...{ person_ids: null, case_id: null, row_id: null },
      });
  });

  test('what the law and others need stays: firms, staff, number series, days’ counts, seals', async () => {
    for (const table of ['organisation', 'staff_user', 'audit_seal', 'queue_day'])
      expect((await sql(`select 1 from ${table} limit 1`)).rows).toHaveLength(1);
  });

  test('an open case cannot be erased, whoever asks', async () => {
    const open = await createCase(vault.desk, { kind: 'INQUIRY' });
    await vault.db.transaction(tx => tx.query('select erase_cases($1::bigint[])', [[open.id]]));
    expect((await sql('select 1 from desk_case where id = $1', open.id)).rows).toHaveLength(1);
    const app = vault.desk.app.dbParts.pool;
    await expect(app.query(`select erase_cases(array[${open.id}])`)).rejects.toThrow('permission denied');
  });

  test('nor one closed less than five years ago, whatever the clock of the job says', async () => {
    const young = await createCase(vault.desk, { kind: 'INQUIRY' });
    await close(young.id, 4);
    await runIn(11 * 365);
    await vault.db.transaction(tx => tx.query('select erase_cases($1::bigint[])', [[young.id]]));
    expect((await sql('select 1 from desk_case where id = $1', young.id)).rows).toHaveLength(1);
  });

  test('a case that closed long ago stays while the card it led to is good, or was until lately', async () => {
    const made = await decided('APPROVED');
    await ship(made.id);
    await sql(
      `update order_item set status_at = now() - interval '6 years' where id = $1`,
      made.orderItem?.id,
    );
    const cardId = await livingCard(made.id);
    await close(made.id, 6);
    const left = async () => (await sql('select 1 from desk_case where id = $1', made.id)).rows.length;
    await runIn(11 * 365);
    expect(await left()).toBe(1);
    await sql(
      `update card set status = 'BLOCKED', status_at = now() - interval '4 years' where id = $1`,
      cardId,
    );
    await runIn(11 * 365);
    expect(await left()).toBe(1);
    await sql(`update card set status_at = now() - interval '6 years' where id = $1`, cardId);
    await runIn(5 * 365);
    expect(await left()).toBe(0);
    expect((await sql('select 1 from card where id = $1', cardId)).rows).toEqual([]);
  });

  test('the timeline of an order is removed by its erasure, and by nothing else', async () => {
    const { rows } = await sql('select id from order_event limit 1');
    for (const change of [
      'delete from order_event where id = $1',
      `update order_event set note = 'x' where id = $1`,
    ])
      await expect(sql(change, rows[0]?.id)).rejects.toThrow('append-only');
  });
});
