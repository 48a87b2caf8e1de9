import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedDemoAt } from '../../seeds/demo.ts';
import { RULES } from '../../seeds/factories/application-rules.ts';
import { DEMO_PASSWORD } from '../../seeds/factories/staff.ts';
import { type Config, readConfig } from '../../server/src/config.ts';
import {
  type ApplicationCode,
  ApplicationStatus,
  ApprovalCode,
} from '../../server/src/features/application/application.enums.ts';
import type { ApplicationClaims } from '../../server/src/features/application/application-state.write.ts';
import {
  deadlineWorking,
  dueOnIfHeldUntil,
  type HoldPeriod,
} from '../../server/src/features/case/deadline.rules.ts';
import { openCampaignJobs } from '../../server/src/features/confirmation/open-campaigns.jobs.ts';
import type { DecisionKind } from '../../server/src/features/decision/decision.enums.ts';
import { appealDeadline, needsApproval } from '../../server/src/features/decision/decision.rules.ts';
import type { ExceptionCode } from '../../server/src/features/exception/exception.enums.ts';
import { EXCEPTIONS } from '../../server/src/features/exception-catalogue/exception.catalogue.ts';
import type { DecisionOutcome } from '../../server/src/features/exception-catalogue/exception-catalogue.enums.ts';
import {
  checklist,
  EXCEPTION_CODES,
  type OwnedDocument,
  validity,
} from '../../server/src/features/exception-catalogue/exception-catalogue.rules.ts';
import { imageStorage } from '../../server/src/features/image-review/image-storage.parts.ts';
import { parseOrgNumber } from '../../server/src/features/organisation/org-number.rules.ts';
import { parseNationalId } from '../../server/src/features/person/national-id.rules.ts';
import { openNationalId } from '../../server/src/features/person/national-id.store.ts';
import { checkPassword } from '../../server/src/features/staff/password.ts';
import { addDays, osloDate } from '../../server/src/platform/calendar/calendar.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import type { Db } from '../../server/src/platform/db/db.ts';
import { cloneDatabase } from '../support/desk.ts';

// A Monday morning, so that something is due today.
const NOW = new Date('2026-11-23T09:00:00Z');

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let config: Config;
let sql: pg.Pool;
const said: string[] = [];

beforeAll(async () => {
  database = await cloneDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'hms-kort-desk-seed-'));
  config = readConfig({ MODE: 'demo', DATA_DIR: dataDir });
  sql = new pg.Pool({ connectionString: database.ownerUrl, max: 4 });
  await seedDemoAt({ config, ownerUrl: database.ownerUrl, now: NOW, say: text => void said.push(text) });
}, 240_000);

afterAll(async () => {
  await sql.end();
  await database.drop();
  await rm(config.dataDir, { recursive: true, force: true });
});

async function one<T = number>(text: string): Promise<T> {
  const { rows } = await sql.query<{ n: T }>(text);
  return rows[0]?.n as T;
}
const count = (from: string): Promise<number> => one(`select count(*)::int as n from ${from}`);

const byText = (a: string, b: string) => (a < b ? -1 : 1);

describe('the demo a newcomer gets', () => {
  test('holds the promised firms, persons and open image cases', async () => {
    expect(await count('organisation where parent_id is not null')).toBe(1_100);
    expect(await count('organisation where parent_id is null')).toBeGreaterThan(900);
    expect(await count('organisation where parent_id is not null')).toBe(1_100);
    expect(await count('person')).toBe(12_000);
    const open = await count(`desk_case where kind = 'IMAGE_REVIEW' and status = 'OPEN'`);
    expect(open).toBeGreaterThan(370);
    expect(open).toBeLessThan(430);
    const later = await count(`desk_case where kind = 'IMAGE_REVIEW' and status = 'OPEN' and attempt > 1`);
    expect(later / open).toBeGreaterThan(0.15);
    expect(later / open).toBeLessThan(0.35);
  });

  test('spreads the open image cases over several weeks, some late and some due today', async () => {
    const open = `desk_case where kind = 'IMAGE_REVIEW' and status = 'OPEN'`;
    expect(await one(`select count(distinct opened_on)::int as n from ${open}`)).toBeGreaterThan(18);
    expect(await count(`${open} and due_on < '2026-11-23'`)).toBeGreaterThan(3);
    expect(await count(`${open} and due_on = '2026-11-23'`)).toBeGreaterThan(3);
  });

  test('uses synthetic organisation numbers only, all valid', async () => {
    const { rows } = await sql.query<{ org_number: string }>('select org_number from organisation');
    const wrong = rows.filter(({ org_number }) => !parseOrgNumber(org_number, 'test').ok);
    expect(wrong).toEqual([]);
  });

  test('uses synthetic national ID numbers only, all valid and true to birth date and mask', async () => {
    const keys = loadKeys(undefined, config.dataDir);
    const { rows } = await sql.query<{
      id: string;
      national_id_enc: Buffer;
      national_id_key: string;
      national_id_idx: Buffer;
      national_id_masked: string;
      d_number: boolean;
      born: string;
    }>('select *, birth_date::text as born from person');
    const wrong = rows.filter(row => {
      const { id, national_id_enc: enc, national_id_key: keyId, national_id_idx: idx } = row;
      const number = openNationalId(keys, { id, enc, keyId, idx });
      const read = parseNationalId(number, 'test');
      if (!read.ok || !read.synthetic || read.dNumber !== row.d_number) return true;
      return !read.birthDates.includes(row.born) || row.national_id_masked !== `${number.slice(0, 6)}*****`;
    });
    expect(wrong).toEqual([]);
    const share = rows.filter(row => row.d_number).length / rows.length;
    expect(share).toBeGreaterThan(0.12);
    expect(share).toBeLessThan(0.18);
  });

  test('gives every open image case a pair that awaits review, with the person it was ordered for', async () => {
    const without =
      await count(`desk_case c where c.kind = 'IMAGE_REVIEW' and c.status = 'OPEN' and not exists (
      select 1 from image_submission s where s.case_id = c.id and s.attempt = c.attempt and s.status = 'AWAITING_REVIEW'
        and s.order_item_id = c.order_item_id)`);
    expect(without).toBe(0);
    expect(
      await count(`desk_case c join order_item i on i.id = c.order_item_id where i.person_id <> c.person_id`),
    ).toBe(0);
    const decided = await count(`image_submission s where (s.status = 'AWAITING_REVIEW') = exists (
      select 1 from image_decision d where d.submission_id = s.id and d.outcome = s.status)`);
    expect(decided).toBe(0);
  });

  test('gives each earlier attempt a rejection with reasons and the link to the attempt before', async () => {
    const rejected = `image_decision d where d.outcome = 'REJECTED'`;
    expect(await count(rejected)).toBeGreaterThan(100);
    expect(
      await count(
        `${rejected} and not exists (select 1 from image_decision_reason r where r.decision_id = d.id)`,
      ),
    ).toBe(0);
    expect(
      await count(`image_submission s left join image_submission p on p.id = s.previous_id
        where s.attempt > 1 and (p.case_id <> s.case_id or p.attempt <> s.attempt - 1 or p.status <> 'REJECTED' or p.id is null)`),
    ).toBe(0);
  });

  test('stores pictures that decrypt to JPEG, display copy and thumbnail', async () => {
    const files = imageStorage(config.dataDir, loadKeys(undefined, config.dataDir));
    const { rows } = await sql.query<{
      storage_key: string;
      master_key: string;
      data_key: Buffer;
      width: number;
    }>(
      `select distinct on (storage_key) storage_key, master_key, data_key, width from stored_file where purpose = 'IMAGE'`,
    );
    expect(rows.length).toBeGreaterThan(90);
    for (const row of rows) {
      const seal = { storageKey: row.storage_key, masterKey: row.master_key, dataKey: row.data_key };
      const display = await files.get(seal, 'display');
      const thumbnail = await files.get(seal, 'thumbnail');
      if (!display || !thumbnail) throw new Error('A stored file is missing');
      const shown = await sharp(display).metadata();
      expect([shown.format, shown.width]).toEqual(['jpeg', row.width]);
      expect((await sharp(thumbnail).metadata()).format).toBe('jpeg');
    }
  });

  test('counts in the queue history what lies in the queues', async () => {
    const { rows } = await sql.query(
      `select q.organisation_id, q.queue, sum(q.opened - q.closed)::int as counted,
        (select count(*)::int from desk_case c where c.organisation_id = q.organisation_id and c.queue = q.queue and c.status = 'OPEN') as open
        from queue_day q group by 1, 2`,
    );
    expect(rows).toHaveLength(7);
    for (const { counted, open } of rows) expect(counted).toBe(open);
    expect(
      await one(`select count(distinct day)::int as n from queue_day where queue = 'IMAGE_REVIEW'`),
    ).toBeGreaterThan(14);
  });

  test('tells each timeline in order, beginning with the opening, and nothing from the future', async () => {
    expect(await count(`case_event where at > '2026-11-23T09:00:00Z'`)).toBe(0);
    const outOfOrder = await count(`(select at < lag(at) over (partition by case_id order by id) as wrong,
      row_number() over (partition by case_id order by id) = 1 and type <> 'CASE_OPENED' as headless from case_event) e
      where wrong or headless`);
    expect(outOfOrder).toBe(0);
    expect(
      await count('desk_case c where not exists (select 1 from case_event e where e.case_id = c.id)'),
    ).toBe(0);
  });

  test('has 5,000 orders over a year, in every state that orders and cards can be in', async () => {
    expect(await count('card_order')).toBeGreaterThan(4_900);
    const states = async (table: string) =>
      (await sql.query<{ status: string }>(`select distinct status from ${table} order by 1`)).rows.map(
        row => row.status,
      );
    expect(await states('order_item')).toEqual([
      ...[
        'AUTO_CANCELLED',
        'CANCELLED',
        'IMAGE_REJECTED',
        'IN_PRODUCTION',
        'PENDING',
        'READY',
        'REJECTED',
        'SHIPPED',
      ],
    ]);
    expect(await states('card')).toEqual(['BLOCKED', 'EXPIRED', 'INVALID', 'VALID']);
    const reasons = await one(
      `select count(distinct reason)::int as n from register_check where outcome in ('PENDING', 'REJECTED')`,
    );
    expect(reasons).toBeGreaterThan(15);
  });

  test('leaves nothing for the clock to put right: no line past its day, no card against its checks', async () => {
    expect(
      await count(`order_item where status in ('PENDING', 'IMAGE_REJECTED') and cancel_on < '2026-11-23'`),
    ).toBe(0);
    expect(await count(`card where status in ('VALID', 'INVALID') and expires_on < '2026-11-23'`)).toBe(0);
    const unmet = `exists (select 1 from register_check c where c.order_item_id = i.id and c.outcome in ('PENDING', 'REJECTED', 'UNAVAILABLE'))`;
    expect(
      await count(`order_item i where i.status = 'PENDING' and i.image_requirement = 'MET' and not ${unmet}`),
    ).toBe(0);
    expect(await count(`order_item i where i.status in ('READY', 'IN_PRODUCTION') and ${unmet}`)).toBe(0);
    const no = `exists (select 1 from register_check c where c.order_item_id = k.order_item_id and c.settled_outcome = 'REJECTED')`;
    expect(await count(`card k where k.status = 'VALID' and ${no}`)).toBe(0);
    expect(await count(`card k where k.status = 'INVALID' and not ${no}`)).toBe(0);
  });

  test('tells of every line how it came to be what it is', async () => {
    const last = `(select e.new_value from order_event e where e.order_item_id = i.id and e.type = 'ITEM_STATUS' order by e.at desc, e.id desc limit 1)`;
    expect(
      await count(`order_item i where i.status <> 'PENDING' and i.status is distinct from ${last}`),
    ).toBe(0);
    expect(await count(`order_event where at > '2026-11-23T09:00:00Z'`)).toBe(0);
  });

  test('goes on with the next free case number', async () => {
    const last = await one<string>(`select last::text as n from number_series where name = 'case 2026'`);
    expect(await one(`select max(number) as n from desk_case`)).toBe(`2026/${last.padStart(6, '0')}`);
  });

  test('has a mail for each fate in the outbox', async () => {
    const { rows } = await sql.query<{ status: string }>(
      'select distinct status from outbox_mail order by 1',
    );
    expect(rows.map(({ status }) => status)).toEqual(['FAILED', 'QUEUED', 'SENT', 'UNCERTAIN']);
  });

  test('gives every role something to do on the first day', async () => {
    for (const email of ['ingrid.solheim', 'stine.krog', 'tuva.myhre', 'henrik.aas', 'mona.haugland']) {
      const mine = `desk_case c join staff_user u on u.id = c.reserved_by where u.email = '${email}@demo.example' and c.reserved_until > '${NOW.toISOString()}'`;
      expect(await count(mine), email).toBeGreaterThan(1);
    }
  });

  test('opens one demo account per role and a second administrator, leader, caseworker and accountant, with the announced password', async () => {
    const { rows } = await sql.query<{ hash: string; role: string }>(
      'select p.hash, u.roles[1] as role from staff_user u join staff_password p on p.staff_user_id = u.id where u.demo',
    );
    expect(rows.map(({ role }) => role).sort()).toEqual(
      [
        'ADMIN',
        'ADMIN',
        'AGENT',
        'AUDITOR',
        'CASEWORKER',
        'CASEWORKER',
        'CASEWORKER_LEAD',
        'CASEWORKER_LEAD',
        'FINANCE',
        'FINANCE',
        'SENIOR_AGENT',
      ].sort(),
    );
    expect(await checkPassword(DEMO_PASSWORD, rows[0]?.hash ?? null)).toBe(true);
  });

  test('shows a newcomer a case that is not hers, because of family or an employer', async () => {
    const { rows } = await sql.query(
      `select u.name, c.kind, c.status, b.reason from case_barred b join desk_case c on c.id = b.case_id join staff_user u on u.id = b.staff_user_id
       where b.tie_id is not null and c.status = 'OPEN' order by u.name, c.kind`,
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        { name: 'Ingrid Solheim', kind: 'IMAGE_REVIEW', status: 'OPEN', reason: 'OWN_EMPLOYER' },
        { name: 'Tuva Myhre', kind: 'EXCEPTION', status: 'OPEN', reason: 'FAMILY' },
      ]),
    );
  });

  test('leaves audit and counting switched on', async () => {
    expect(await count(`pg_trigger where not tgisinternal and tgenabled <> 'O'`)).toBe(0);
  });

  test('says how far it has come', () => {
    expect(said.at(-1)).toBe('Seeding the demo … 100 %\n');
  });
});

describe('the exceptions a newcomer gets', () => {
  const ALL = `(select * from exception_application where register in ('AA', 'UDI', 'MVA') or code = 'STAFFING_FOREIGN') a`;
  const FULL = `${ALL} where exists (select 1 from letter l where l.application_id = a.id)`;

  test('come to 1,500 applications with their papers and letters and 4,000 entries over three years', async () => {
    const withLetters = await count(FULL);
    const undecided = await count(
      `${ALL} where status in ('REGISTERED', 'UNDER_REVIEW', 'WRONG_CHANNEL', 'FOR_APPROVAL')`,
    );
    expect(withLetters + undecided).toBeGreaterThan(1_430);
    expect(withLetters + undecided).toBeLessThan(1_620);
    expect(await count('exception_entry')).toBeGreaterThan(3_800);
    expect(await count('exception_entry')).toBeLessThan(4_200);
    const years = await one(
      `select count(distinct extract(year from received_on))::int as n from exception_application`,
    );
    expect(years).toBeGreaterThanOrEqual(3);
  });

  test('are of every code in every state', async () => {
    const { rows } = await sql.query<{ status: ApplicationStatus; code: ExceptionCode }>(
      `select distinct status, code from ${ALL}`,
    );
    const has = new Set(rows.map(({ status, code }) => `${status} ${code}`));
    const missing = Object.values(ApplicationStatus).flatMap(status =>
      EXCEPTION_CODES.filter(code => canBe(status, code) && !has.has(`${status} ${code}`)).map(
        code => `${status} ${code}`,
      ),
    );
    expect(missing).toEqual([]);
    expect(
      (await sql.query('select distinct code from exception_entry')).rows
        .map(({ code }) => code as string)
        .sort(byText),
    ).toEqual([...EXCEPTION_CODES].sort(byText));
  });

  test('have an entry for every grant, with the days the rule gives; only what is deleted after its time is gone', async () => {
    const { rows } = await sql.query<{
      code: ExceptionCode;
      decidedOn: string;
      evidence: string | null;
      fromOn: string | null;
      toOn: string | null;
      whileRole: boolean | null;
    }>(`select a.code, d.decided_on::text as "decidedOn", a.evidence_ends_on::text as evidence, e.from_on::text as "fromOn", e.to_on::text as "toOn",
        e.while_role as "whileRole" from decision d join exception_application a on a.id = d.application_id
        left join exception_entry e on e.decision_id = d.id where d.outcome = 'GRANT' and a.id in (select id from ${ALL})`);
    expect(rows.length).toBeGreaterThan(3_900);
    const wrong = rows.filter(row => {
      const facts = { from: row.decidedOn, cardExpiresOn: null, documentDate: row.evidence };
      const { to, whileRole } = validity(EXCEPTIONS[row.code], facts);
      if (row.fromOn === null) return row.code !== 'VAT_UNDER_50K_NEW' || (to ?? '') >= '2026-11-23';
      return row.fromOn !== row.decidedOn || row.toOn !== to || row.whileRole !== whileRole;
    });
    expect(wrong).toEqual([]);
    expect(
      await count(
        `exception_entry e join decision d on d.id = e.decision_id where d.outcome <> 'GRANT' or e.application_id <> d.application_id`,
      ),
    ).toBe(0);
  });

  test('are signed by two where the rule asks for it, about protected persons by leaders alone', async () => {
    const { rows } = await sql.query<{
      code: ApplicationCode;
      kind: DecisionKind;
      outcome: DecisionOutcome;
      signed: boolean;
    }>(
      'select a.code, d.kind, d.outcome, d.approved_by is not null as signed from decision d join exception_application a on a.id = d.application_id',
    );
    expect(
      rows.filter(
        ({ code, kind, outcome, signed }) => needsApproval(RULES[code], { kind, outcome }) !== signed,
      ),
    ).toEqual([]);
    const notLeader = (column: string) =>
      `decision d join staff_user u on u.id = d.${column} where not 'CASEWORKER_LEAD' = any (u.roles)`;
    expect(await count(notLeader('approved_by'))).toBe(0);
    expect(await count(`${notLeader('decided_by')} and d.withheld_from is not null`)).toBe(0);
    expect(await count('decision where withheld_from is not null')).toBeGreaterThan(2);
  });

  test('have each deadline where the rules put it', async () => {
    const { rows: decided } = await sql.query<{ on: string; deadline: string }>(
      'select distinct decided_on::text as on, appeal_deadline_on::text as deadline from decision',
    );
    const due = (on: string) => appealDeadline(addDays(on, 7), { days: 21 });
    expect(decided.filter(({ on, deadline }) => due(on) !== deadline)).toEqual([]);
    expect(await count('appeal where late <> (received_on > deadline_on)')).toBe(0);
    expect(await count('appeal where late')).toBeGreaterThan(3);
    const { rows: cases } = await sql.query<{
      startOn: string;
      dueOn: string;
      until: string | null;
      holds: HoldPeriod[];
    }>(`select c.opened_on::text as "startOn", c.due_on::text as "dueOn", c.hold_until::text as until,
        (select coalesce(json_agg(json_build_object('fromOn', h.from_on, 'toOn', h.to_on) order by h.id), '[]') from case_hold h where h.case_id = c.id) as holds
      from desk_case c where c.kind = 'EXCEPTION' and (c.status <> 'CLOSED' or exists (select 1 from case_hold h where h.case_id = c.id))
        and not exists (select 1 from appeal p where p.case_id = c.id)`);
    expect(cases.length).toBeGreaterThan(250);
    const wrong = cases.filter(({ startOn, dueOn, until, holds }) => {
      const clock = { startOn, days: 20, holds, today: '2026-11-23', language: 'nb' } as const;
      return (until ? dueOnIfHeldUntil(clock, until) : deadlineWorking(clock).dueOn) !== dueOn;
    });
    expect(wrong).toEqual([]);
  });

  test('lack a paper where one was asked for, and lack none where they were granted', async () => {
    const { rows } = await sql.query<{
      code: ExceptionCode;
      status: ApplicationStatus;
      claims: ApplicationClaims;
      personal: boolean;
      papers: OwnedDocument[];
    }>(`select a.code, a.status, a.claims, a.person_id is not null as personal,
        (select coalesce(json_agg(json_build_object('id', d.id::text, 'kind', d.kind)), '[]') from case_document d where d.case_id = a.case_id) as papers
      from ${ALL} where a.status = 'AWAITING_DOCUMENTS' or (a.status = 'GRANTED' and exists (select 1 from letter l where l.application_id = a.id))`);
    const wrong = rows.filter(({ code, status, claims, personal, papers }) => {
      const { vatProvision = null, foreignStaff = null } = claims;
      const list = checklist(EXCEPTIONS[code], papers, {
        person: personal,
        firm: true,
        vatProvision,
        foreignStaff,
      });
      return list.every(({ met }) => met) !== (status === 'GRANTED');
    });
    expect(wrong).toEqual([]);
    expect(await count(`exception_application where status = 'AWAITING_DOCUMENTS'`)).toBeGreaterThan(40);
  });

  test('tell each decision in a letter that says its case, and keep a journal without holes', async () => {
    expect(await count(`letter where content ->> 'heading' is null or content -> 'paragraphs' = '[]'`)).toBe(
      0,
    );
    const wrong = `letter l join exception_application a on a.id = l.application_id where l.content ->> 'caseNumber' <> a.number`;
    expect(await count(wrong)).toBe(0);
    const holes = `(select case_id from journal_entry group by case_id having max(entry_number) <> count(*)) h`;
    expect(await count(holes)).toBe(0);
    expect(await count(`journal_entry where type = 'U' and letter_id is null`)).toBe(0);
    expect(await count(`decision d where d.grounds = '[]' or d.legal_refs = '[]'`)).toBe(0);
  });

  test('let some orders go on, and keep others waiting', async () => {
    const met = `register_check c join exception_entry e on e.id = c.exception_entry_id join order_item i on i.id = c.order_item_id
      where c.outcome = 'APPROVED_BY_EXCEPTION' and e.code = c.exception_code and e.firm_id = i.main_unit_id and coalesce(e.person_id, i.person_id) = i.person_id
        and e.from_on <= '2026-11-23' and coalesce(e.to_on, '2099-01-01') >= '2026-11-23' and e.ended_on is null`;
    expect(await count(`${met} and i.status = 'READY'`)).toBeGreaterThan(5);
    expect(await count(`register_check where outcome = 'APPROVED_BY_EXCEPTION'`)).toBe(await count(met));
    const waiting = `exception_application a join order_item i on i.order_number = a.order_number and i.person_id = a.person_id
      join register_check c on c.order_item_id = i.id and c.register = a.register
      where i.status = 'PENDING' and c.outcome in ('REJECTED', 'PENDING', 'UNAVAILABLE') and a.decided_on is null`;
    expect(await count(waiting)).toBeGreaterThan(10);
  });

  test('leave nothing for the clock: nobody to warn, no end to note, no role that is gone', async () => {
    const soon = `e.to_on between '2026-11-23' and '2026-12-23'`;
    expect(await count(`exception_entry e where e.ended_on is null and ${soon}`)).toBeGreaterThan(5);
    expect(
      await count(`exception_entry e where e.ended_on is null and ${soon} and e.warned_30_on is null`),
    ).toBe(0);
    expect(
      await count(
        `exception_entry e where e.ended_on is null and e.to_on < '2026-11-23' and e.expiry_noted_on is null`,
      ),
    ).toBe(0);
    const inRole =
      'exists (select 1 from firm_role r where r.firm_id = e.firm_id and r.person_id = e.person_id)';
    expect(await count(`exception_entry e where e.while_role and e.ended_on is null and not ${inRole}`)).toBe(
      0,
    );
    expect(await count(`exception_entry e where e.while_role and e.ended_on is null`)).toBeGreaterThan(20);
    expect(
      await count(`exception_entry e where e.end_reason in ('WITHDRAWN', 'ROLE_ENDED')`),
    ).toBeGreaterThan(30);
  });

  test('keep papers that are what they were when they came', async () => {
    const files = imageStorage(config.dataDir, loadKeys(undefined, config.dataDir));
    const { rows } = await sql.query<{
      storage_key: string;
      master_key: string;
      data_key: Buffer;
      sha256: Buffer;
    }>(
      `select distinct on (f.storage_key) f.storage_key, f.master_key, f.data_key, v.sha256 from stored_file f join document_version v on v.file_id = f.id`,
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const seal = { storageKey: row.storage_key, masterKey: row.master_key, dataKey: row.data_key };
      const bytes = await files.get(seal, 'original');
      expect(
        createHash('sha256')
          .update(bytes ?? '')
          .digest(),
      ).toEqual(row.sha256);
      expect(bytes?.subarray(0, 5).toString()).toBe('%PDF-');
    }
  });
});

/** Personal papers alone come the wrong way; where nothing can be missing nothing is asked for. */
function canBe(status: ApplicationStatus, code: ExceptionCode): boolean {
  if (status === 'CARD_ORDERING') return false;
  if (status === 'WRONG_CHANNEL') return EXCEPTIONS[code].subject === 'PERSON_AND_FIRM';
  if (status === 'AWAITING_DOCUMENTS')
    return EXCEPTIONS[code].requirements.some(requirement => 'alternatives' in requirement);
  return true;
}

describe('the approved firms a newcomer gets', () => {
  const now = 'firm_approval where to_at is null';

  test('are 3,000 in every status of every register, with four years behind them', async () => {
    expect(await count(`(select distinct firm_id from firm_approval) x`)).toBe(3_000);
    const { rows } = await sql.query<{ key: string; n: number }>(
      `select register || ' ' || status as key, count(*)::int as n from ${now} group by 1`,
    );
    const found = new Map(rows.map(({ key, n }) => [key, n]));
    const FIVE = ['APPLICATION_IN_PROGRESS', 'CARD_ORDER_IN_PROGRESS', 'APPROVED_WITH_EMPLOYEES'];
    for (const register of ['CLEANING_APPROVAL', 'CAR_CARE_APPROVAL'])
      for (const status of [...FIVE, 'APPROVED_WITHOUT_EMPLOYEES', 'NOT_APPROVED'])
        expect(found.get(`${register} ${status}`), `${register} ${status}`).toBeGreaterThan(5);
    for (const status of ['APPLICATION_IN_PROGRESS', 'APPROVED', 'NOT_APPROVED'])
      expect(found.get(`STAFFING ${status}`), status).toBeGreaterThan(3);
    expect(await count(`${now} and register = 'STAFFING' and valid_to < '2026-11-23'`)).toBeGreaterThan(10);
    expect(
      await one(`select extract(year from min(from_at))::int as n from firm_approval`),
    ).toBeLessThanOrEqual(2022);
    const gone = `(select firm_id from firm_approval group by firm_id having count(*) filter (where to_at is null) = 0) x`;
    expect(await count(gone)).toBeGreaterThan(20);
  });

  test('went from one status to the next without a hole, and nothing of it is yet to come', async () => {
    const next = 'lead(from_at) over (partition by firm_id, register order by from_at, id)';
    const holes = `(select to_at, ${next} as after from firm_approval) x where after is not null and to_at is distinct from after`;
    expect(await count(holes)).toBe(0);
    expect(await count(`firm_approval where greatest(from_at, to_at) > '${NOW.toISOString()}'`)).toBe(0);
    const jumps = `(select status, lag(status) over (partition by firm_id, register order by from_at) as before from firm_approval
      where register <> 'STAFFING') x where before is null and status <> 'APPLICATION_IN_PROGRESS'`;
    expect(await count(jumps)).toBe(0);
  });

  test('some applied here: every kind in every state, with conditions, papers, decisions and letters', async () => {
    const codes = Object.values(ApprovalCode);
    const { rows } = await sql.query<{ code: ApprovalCode; status: ApplicationStatus; n: number }>(
      'select code, status, count(*)::int as n from exception_application where code = any ($1) group by 1, 2',
      [codes],
    );
    expect(rows.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThan(115);
    const has = new Set(rows.map(({ code, status }) => `${code} ${status}`));
    const of = (some: readonly string[], states: readonly string[]) =>
      some.flatMap(code => states.map(status => `${code} ${status}`));
    const decided = ['GRANTED', 'REFUSED', 'DISMISSED', 'WITHDRAWN', 'APPEALED', 'FORWARDED'];
    const wanted = [
      ...of(codes, ['UNDER_REVIEW', 'FOR_APPROVAL', ...decided]),
      ...of(['CLEANING_FIRM', 'CAR_CARE_FIRM'], ['AWAITING_DOCUMENTS', 'CARD_ORDERING']),
    ];
    expect(wanted.filter(one => !has.has(one))).toEqual([]);
    expect(await count(`approval_condition where state = 'NOT_MET'`)).toBeGreaterThan(10);
    expect(await count(`approval_condition where state = 'MET' and document_id is not null`)).toBeGreaterThan(
      100,
    );
    const kinds = `select array_agg(distinct l.kind order by l.kind) as n from letter l join desk_case c on c.id = l.case_id where c.kind = 'APPROVAL'`;
    const sent = [
      'CARD_ORDERING_OPENED',
      'DECISION_GRANT',
      'DECISION_REFUSE',
      'DECISION_WITHDRAW',
      'DEFICIENCY',
    ];
    expect(await one<string[]>(kinds)).toEqual(expect.arrayContaining(sent));
    const words = `letter l join desk_case c on c.id = l.case_id where c.kind = 'APPROVAL' and l.content::text ~* 'unnta|exception'`;
    expect(await count(words)).toBe(0);
    expect(
      await count(
        `journal_entry j join desk_case c on c.id = j.case_id where c.kind = 'APPROVAL' and j.title ~* 'unnta'`,
      ),
    ).toBe(0);
  });

  test('stand in their register as their application does', async () => {
    const right: Readonly<Record<string, string>> = {
      ...{ UNDER_REVIEW: 'APPLICATION_IN_PROGRESS', AWAITING_DOCUMENTS: 'APPLICATION_IN_PROGRESS' },
      ...{ FOR_APPROVAL: 'APPLICATION_IN_PROGRESS', CARD_ORDERING: 'CARD_ORDER_IN_PROGRESS' },
      ...{
        GRANTED: 'APPROVED',
        REFUSED: 'NOT_APPROVED',
        APPEALED: 'NOT_APPROVED',
        FORWARDED: 'NOT_APPROVED',
      },
      DISMISSED: 'none',
    };
    const { rows } = await sql.query<{ status: string; standing: string }>(
      `select a.status, coalesce(regexp_replace(h.status, '_WITH.*', ''), 'none') as standing from exception_application a
       left join firm_approval h on h.firm_id = a.firm_id and h.register = a.register and h.to_at is null where a.code = any ($1)`,
      [Object.values(ApprovalCode)],
    );
    expect(
      rows.filter(({ status, standing }) => status !== 'WITHDRAWN' && right[status] !== standing),
    ).toEqual([]);
    const granted = `decision d join exception_application a on a.id = d.application_id where a.code = any (array['CLEANING_FIRM', 'CAR_CARE_FIRM', 'STAFFING_AGENCY'])
      and d.outcome in ('GRANT', 'REFUSE') and not exists (select from firm_approval h where h.decision_id = d.id)`;
    expect(await count(`${granted} and d.kind = 'FIRST'`)).toBe(0);
  });

  test('have confirmed in two yearly campaigns that are over; who did not was told, and lost the approval', async () => {
    const years = await one<number[]>(
      'select array_agg(distinct year order by year) as n from confirmation_campaign',
    );
    expect(years).toEqual([2025, 2026, 2027]);
    expect(await count('confirmation_campaign')).toBe(6);
    const over =
      'annual_confirmation k join confirmation_campaign g on g.id = k.campaign_id and g.year < 2027';
    expect(await count(`${over} where k.confirmed_at is not null`)).toBeGreaterThan(1_500);
    const silent = `${over} where k.confirmed_at is null`;
    expect(await count(silent)).toBeGreaterThan(20);
    expect(await count(`${silent} and k.noticed_at is null`)).toBe(0);
    const kept = `${silent} and not exists (select from firm_approval h where h.firm_id = k.firm_id and h.status = 'NOT_APPROVED' and h.from_at > k.noticed_at)`;
    // Given notice this autumn: some have commented, some can be withdrawn.
    expect(await count(kept)).toBe(8);
    expect(await count(`${kept} and k.case_id is not null`)).toBe(8);
    expect(await count(`${kept} and k.comment_by < '${osloDate(NOW)}'`)).toBe(6);
    const commented =
      'exists (select from desk_case c where c.id = k.case_id and c.new_post_at > k.noticed_at)';
    expect(await count(`${kept} and ${commented}`)).toBe(3);
  });

  test('are in the middle of the yearly confirmation that runs, which the clock does not open a second time', async () => {
    const running =
      'annual_confirmation k join confirmation_campaign g on g.id = k.campaign_id and g.year = 2027 and g.due_on > g.opened_at';
    for (const state of [
      'confirmed_at is not null',
      'reminded_at is not null',
      'coalesce(confirmed_at, reminded_at) is null',
    ])
      expect(await count(`${running} where ${state}`), state).toBeGreaterThan(100);
    expect(
      await count(`${running} where k.confirmed_at not between g.opened_at and '${NOW.toISOString()}'`),
    ).toBe(0);
    const [open] = openCampaignJobs({ now: () => NOW });
    const read = async (text: string, values: unknown[]) => (await sql.query(text, values)).rows;
    const found = await open?.rehearse?.({ read } as unknown as Db, NOW, null);
    expect(found?.rows).toEqual([]);
  });

  test('are firms as Enhetsregisteret has them, with somebody who acts for each', async () => {
    const without = `${now} and not exists (select from firm_role r where r.firm_id = firm_approval.firm_id)`;
    expect(await count(without)).toBe(0);
    expect(
      await count(`organisation where parent_id is null and (registered_on is null or city is null)`),
    ).toBe(0);
  });
});

describe('seeding', () => {
  test('does nothing a second time', async () => {
    expect(await seedDemoAt({ config, ownerUrl: database.ownerUrl, now: NOW })).toBe(false);
    expect(await count('person')).toBe(12_000);
  });

  test('does nothing outside demo mode', async () => {
    const other = { ...config, MODE: 'test' } as const;
    expect(await seedDemoAt({ config: other, ownerUrl: 'postgresql://nobody@127.0.0.1:1/none' })).toBe(false);
  });
});
