import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createOrderItem, createPerson } from '../support/factories.ts';
import { createLookup } from '../support/lookups.ts';

const REVIEW = `query AccessReview($weekOn: LocalDate, $organisationId: EntityId) { accessReview(weekOn: $weekOn, organisationId: $organisationId) {
  weekOn organisation { id } organisations { id } reads searches refused colleagues aboutReader maySign signature { by { name } oddities } rows { id caseNumber operation }
  oddities { key kind score count usual actor { id name } personId personName day queue rowIds mark { verdict comment by { name } } } } }`;
const MARK = `mutation MarkOddity($input: MarkOddityInput!) { markOddity(input: $input) { oddities { key mark { verdict comment } } } }`;
const SIGN = `mutation SignAccessReview($input: SignAccessReviewInput!) { signAccessReview(input: $input) { maySign signature { by { name } oddities } } }`;

/** Thursday of week 47; the week under review began on Monday 9 November 2026. */
const NOW = new Date('2026-11-19T11:00:00Z');
const WEEK = '2026-11-09';
const QUIET_WEEK = '2026-11-02';
const at = (day: number, time = '10:00') => `2026-11-${String(day).padStart(2, '0')}T${time}:00+01:00`;

interface Found {
  key: string;
  kind: string;
  score: number;
  count: number;
  usual: number | null;
  actor: { id: string; name: string };
  personId: string | null;
  personName: string | null;
  day: string | null;
  queue: string | null;
  rowIds: string[];
  mark: { verdict: string; comment: string; by: { name: string } } | null;
}

let desk: Desk;
let senior: Client;
beforeAll(async () => {
  desk = await startDesk({ clock: { now: () => NOW } });
  await ordinaryWork();
  senior = await desk.as('senior');
});
afterAll(() => desk.stop());

async function caseOf({
  familyName = 'Ukjentnes',
  restricted = false,
  organisation = 1 as 1 | 2,
  queue = 'IMAGE_REVIEW',
} = {}) {
  const person = await createPerson(desk, { familyName, restricted });
  const orderItem = await createOrderItem(desk, { personId: person.id, organisation });
  const row = await createCase(desk, { orderItem, organisation });
  await desk.sql.query('alter table desk_case disable trigger user');
  await desk.sql.query(`update desk_case set created_at = '2026-09-01', queue = $2 where id = $1`, [
    row.id,
    queue,
  ]);
  await desk.sql.query('alter table desk_case enable trigger user');
  return { ...row, personId: person.id };
}

async function close(caseId: string, day: string) {
  await desk.sql.query('alter table desk_case disable trigger user');
  await desk.sql.query(`update desk_case set status = 'CLOSED', closed_at = $2 where id = $1`, [caseId, day]);
  await desk.sql.query('alter table desk_case enable trigger user');
}

const did = (caseId: string, who: keyof Desk['staff'], when: string) =>
  desk.sql.query(
    `insert into case_event (organisation_id, case_id, at, type, actor_id) values (1, $1, $2, 'RESERVED', $3)`,
    [caseId, when, desk.staff[who]],
  );

/** Two agents who open what they work on, by day, in both weeks; lists and a few searches. */
async function ordinaryWork(): Promise<void> {
  for (const who of ['agent', 'colleague'] as const) {
    for (const day of [2, 3, 4, 5, 6, 9, 10, 11, 12, 13]) {
      const itsCase = await caseOf({ familyName: `Vanlig${day}` });
      await did(itsCase.id, who, at(day, '10:05'));
      await createLookup(desk, who, { at: at(day), caseId: itsCase.id, personIds: [itsCase.personId] });
      await createLookup(desk, who, { at: at(day, '09:00'), personIds: [itsCase.personId, '1', '2'] });
      await createLookup(desk, who, { at: at(day, '11:00'), operation: 'searchName' });
    }
  }
}

async function review(client: Client, variables: object = { weekOn: WEEK }) {
  return (await client.ask(REVIEW, variables as Record<string, unknown>)).accessReview as {
    oddities: Found[];
    rows: { id: string; caseNumber: string | null; operation: string }[];
    [name: string]: unknown;
  };
}
const named = ({ kind, actor }: Found) => `${kind} ${actor.name}`;

/** Each pattern by its own hand, so that it is found for its own sake. */
const PLANTED: Readonly<Record<string, () => Promise<void>>> = {
  async 'RESTRICTED Ingrid Solheim'() {
    const itsCase = await caseOf({ restricted: true });
    await createLookup(desk, 'agent', { at: at(9), caseId: itsCase.id, personIds: [itsCase.personId] });
  },
  async 'OWN_NAME Jonas Berg'() {
    const itsCase = await caseOf({ familyName: 'Berg' });
    await createLookup(desk, 'colleague', { at: at(10), caseId: itsCase.id, personIds: [itsCase.personId] });
  },
  async 'NO_CASE Ingrid Solheim'() {
    const itsCase = await caseOf();
    await close(itsCase.id, '2026-10-01');
    await createLookup(desk, 'agent', { at: at(10), caseId: itsCase.id, personIds: [itsCase.personId] });
  },
  async 'BURST Jonas Berg'() {
    for (let n = 0; n < 45; n += 1) {
      const itsCase = await caseOf();
      await did(itsCase.id, 'colleague', at(11, '10:00'));
      await createLookup(desk, 'colleague', {
        at: at(11),
        caseId: itsCase.id,
        personIds: [itsCase.personId],
      });
    }
  },
  async 'OTHER_QUEUE Ingrid Solheim'() {
    for (let n = 0; n < 3; n += 1) {
      const itsCase = await caseOf({ queue: 'INQUIRY' });
      await createLookup(desk, 'agent', { at: at(12), caseId: itsCase.id, personIds: [itsCase.personId] });
    }
  },
  async 'NIGHT Ingrid Solheim'() {
    const itsCase = await caseOf();
    await createLookup(desk, 'agent', {
      at: at(12, '23:40'),
      caseId: itsCase.id,
      personIds: [itsCase.personId],
    });
  },
  async 'NO_HITS Mona Haugland'() {
    for (let n = 0; n < 3; n += 1)
      await createLookup(desk, 'finance', { at: at(13), operation: 'searchNationalId' });
  },
  async 'REFUSED Mona Haugland'() {
    for (let n = 0; n < 3; n += 1)
      await createLookup(desk, 'finance', {
        at: at(13),
        kind: 'REFUSED',
        outcome: 'NOT_FOUND',
        personIds: ['1'],
      });
  },
  async 'LIMIT Jonas Berg'() {
    await createLookup(desk, 'colleague', {
      at: at(13),
      kind: 'REFUSED',
      outcome: 'DAILY_LIMIT',
      personIds: ['1'],
    });
  },
  async 'NOT_WORKING Mona Haugland'() {
    for (let n = 0; n < 10; n += 1) {
      const itsCase = await caseOf();
      await createLookup(desk, 'finance', { at: at(12), caseId: itsCase.id, personIds: [itsCase.personId] });
    }
  },
};

test('an ordinary week has no oddities, however much was looked up', async () => {
  const { oddities, rows, ...week } = await review(senior);
  expect({ oddities, rows }).toEqual({ oddities: [], rows: [] });
  expect(week).toMatchObject({
    weekOn: WEEK,
    reads: 30,
    searches: 10,
    refused: 0,
    colleagues: 2,
    aboutReader: 0,
  });
});

describe('each planted pattern', () => {
  test.each(Object.entries(PLANTED))('is found: %s', async (name, plant) => {
    const before = (await review(senior)).oddities.map(named);
    expect(before).not.toContain(name);
    await plant();
    const found = (await review(senior)).oddities.find(oddity => named(oddity) === name);
    expect(found?.score).toBeGreaterThanOrEqual(30);
    expect(found?.rowIds.length).toBeGreaterThan(0);
  });

  test('stands in the order of its gravity', async () => {
    const { oddities } = await review(senior);
    expect(oddities.map(({ score }) => score)).toEqual(
      oddities.map(({ score }) => score).sort((a, b) => b - a),
    );
    expect(new Set(oddities.map(named))).toEqual(new Set(Object.keys(PLANTED)));
  });

  test('explains itself: who, whom, when, how much against what', async () => {
    const { oddities, rows } = await review(senior);
    const of = (kind: string) => oddities.find(oddity => oddity.kind === kind);
    // Whoever reads the review may not see her: that it happened, and not who she is.
    expect(of('RESTRICTED')).toMatchObject({ personName: null, personId: expect.any(String) });
    expect(of('OWN_NAME')).toMatchObject({ personName: expect.stringContaining('Berg'), count: 1 });
    expect(rows.find(({ id }) => id === of('OWN_NAME')?.rowIds[0])).toMatchObject({
      operation: 'Case',
      caseNumber: expect.stringMatching(/^\d{4}\//),
    });
    expect(of('BURST')).toMatchObject({ day: '2026-11-11', count: 46, usual: 1 });
    expect(of('OTHER_QUEUE')).toMatchObject({ queue: 'INQUIRY', count: 3 });
    expect(of('NIGHT')).toMatchObject({ day: '2026-11-12' });
  });

  test('leaves the quiet week before it quiet', async () => {
    expect((await review(senior, { weekOn: QUIET_WEEK })).oddities).toEqual([]);
  });
});

test('reading the review leaves a row with those it names', async () => {
  await review(await desk.as('senior'));
  const { rows } = await desk.sql.query(
    `select fields, cardinality(person_ids) as persons, organisation_id from audit_log where operation = 'AccessReview' order by id desc limit 1`,
  );
  expect(rows[0]).toMatchObject({ fields: ['access_log'], organisation_id: 1 });
  expect(rows[0].persons).toBe(3);
});

describe('settling', () => {
  test('a word is kept, a later word stands above it, and none is ever changed', async () => {
    const { oddities } = await review(senior);
    const { key } = oddities[0] as Found;
    const say = (verdict: string, comment: string) =>
      senior.ask(MARK, { input: { weekOn: WEEK, key, verdict, comment } });
    await say('FOLLOW_UP', 'Will be asked on Monday');
    await say('EXPLAINED', 'Covered for a colleague');
    const mark = (await review(senior)).oddities[0]?.mark;
    expect(mark).toMatchObject({
      verdict: 'EXPLAINED',
      comment: 'Covered for a colleague',
      by: { name: 'Stine Krog' },
    });
    const { rows } = await desk.sql.query('select verdict from access_review_mark order by id');
    expect(rows.map(({ verdict }) => verdict)).toEqual(['FOLLOW_UP', 'EXPLAINED']);
    for (const change of [`update access_review_mark set comment = 'x'`, 'delete from access_review_mark'])
      await expect(desk.sql.query(change)).rejects.toThrow('append-only');
    const logged = await desk.sql.query(
      `select count(*)::int as n from audit_log where table_name = 'access_review_mark' and actor_id = $1`,
      [desk.staff.senior],
    );
    expect(logged.rows[0].n).toBe(2);
  });

  test('needs a comment of at least 10 characters, and an oddity that is there', async () => {
    const { oddities } = await review(senior);
    const input = { weekOn: WEEK, key: oddities[0]?.key, verdict: 'EXPLAINED', comment: '  ok  ' };
    const { errors } = await senior.send(MARK, { input });
    expect(errors?.[0]?.extensions).toMatchObject({ fieldErrors: { comment: 'REASON_TOO_SHORT' } });
    const unknown = { ...input, key: 'NO_CASE:1:999', comment: 'Not there at all' };
    expect(await senior.refused(MARK, { input: unknown })).toBe('NOT_FOUND');
  });

  test('a leader neither sees nor settles what is about herself; the auditor does', async () => {
    const itsCase = await caseOf({ familyName: 'Krog' });
    await createLookup(desk, 'senior', { at: at(9), caseId: itsCase.id, personIds: [itsCase.personId] });
    const mine = await review(senior);
    expect(mine.aboutReader).toBe(1);
    expect(mine.oddities.map(named)).not.toContain('OWN_NAME Stine Krog');
    const auditor = await desk.as('auditor');
    const asAuditor = await review(auditor, { weekOn: WEEK, organisationId: '1' });
    const about = asAuditor.oddities.find(oddity => named(oddity) === 'OWN_NAME Stine Krog');
    const input = {
      weekOn: WEEK,
      key: about?.key,
      verdict: 'EXPLAINED',
      comment: 'Asked her: her brother-in-law',
    };
    expect(await senior.refused(MARK, { input })).toBe('FORBIDDEN');
    await auditor.ask(MARK, { input: { ...input, organisationId: '1' } });
    const again = await review(auditor, { weekOn: WEEK, organisationId: '1' });
    expect(again.oddities.find(({ key }) => key === about?.key)?.mark?.by.name).toBe('Sindre Vik');
  });

  test('the week is signed once, when every oddity has a word', async () => {
    expect(await senior.refused(SIGN, { input: { weekOn: WEEK } })).toBe('REVIEW_NOT_SETTLED');
    for (const { key } of (await review(senior)).oddities)
      await senior.ask(MARK, {
        input: { weekOn: WEEK, key, verdict: 'EXPLAINED', comment: 'Talked with the person' },
      });
    expect((await review(senior)).maySign).toBe(true);
    const { signAccessReview } = await senior.ask(SIGN, { input: { weekOn: WEEK } });
    expect(signAccessReview).toMatchObject({ maySign: false, signature: { by: { name: 'Stine Krog' } } });
    expect(await senior.refused(SIGN, { input: { weekOn: WEEK } })).toBe('REVIEW_SIGNED');
    expect(await senior.refused(SIGN, { input: { weekOn: '2026-11-18' } })).toBe('REVIEW_WEEK_RUNNING');
  });
});

describe('whose review', () => {
  test('a leader has her own organisation’s, the auditor all, by default last week’s', async () => {
    const lead = await desk.as('lead');
    expect(await review(lead, {})).toMatchObject({
      weekOn: WEEK,
      organisation: { id: '2' },
      organisations: [{ id: '2' }],
    });
    const foreign = { weekOn: WEEK, organisationId: '1' };
    expect(await lead.refused(REVIEW, foreign)).toBe('NOT_FOUND');
    expect((await review(await desk.as('auditor'), foreign)).organisations).toEqual([
      { id: '1' },
      { id: '2' },
    ]);
    expect(await senior.refused(REVIEW, { weekOn: '2026-12-01' })).toBe('VALIDATION_FAILED');
  });

  test.each(['agent', 'caseworker', 'finance', 'admin'] as const)('is not for %s', async who => {
    const client = await desk.as(who);
    const input = { weekOn: WEEK, key: 'x', verdict: 'EXPLAINED', comment: 'Not mine to say' };
    expect(await client.refused(REVIEW, {})).toBe('FORBIDDEN');
    expect(await client.refused(MARK, { input })).toBe('FORBIDDEN');
    expect(await client.refused(SIGN, { input: { weekOn: WEEK } })).toBe('FORBIDDEN');
  });

  test('the auditor signs for nobody', async () => {
    expect(await (await desk.as('auditor')).refused(SIGN, { input: { weekOn: WEEK } })).toBe('FORBIDDEN');
  });
});
