import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createOrderItem, createPerson } from '../support/factories.ts';
import { createInvoice, nameSeller } from '../support/invoices.ts';
import { createLookup } from '../support/lookups.ts';
import { leaveTraces } from '../support/traces-of-orders.ts';

const MAKE = `mutation MakeAccessAnswer($input: MakeAccessAnswerInput!) { makeAccessAnswer(input: $input) {
  personId personName language title summary scope heldTitle held { title lines } lines { at who what why caseNumber times } cut fileName csv } }`;

let desk: Desk;
let passed = 0;
let person: string;
let caseNumber: string;
beforeAll(async () => {
  const clock = { now: () => new Date(Date.now() + passed) };
  desk = await startDesk({ clock, env: { STEP_UP_MINUTES: '15' } });
  ({ person, caseNumber } = await looked('Spørsmål', 1));
});
afterAll(() => desk.stop());

/** A person whom support has looked at three times and the authority once. */
async function looked(familyName: string, organisation: 1 | 2) {
  const { id } = await createPerson(desk, { familyName });
  const orderItem = await createOrderItem(desk, { personId: id, organisation });
  const row = await createCase(desk, { orderItem, organisation });
  const { rows } = await desk.sql.query('select number from desk_case where id = $1', [row.id]);
  const personIds = [id];
  await createLookup(desk, 'agent', { at: '2026-11-10T10:00+01:00', caseId: row.id, personIds });
  await createLookup(desk, 'agent', { at: '2026-11-10T11:00+01:00', caseId: row.id, personIds });
  const reveal = { operation: 'revealNationalId', purpose: 'CORRECT_ORDER' };
  await createLookup(desk, 'senior', { at: '2026-11-11T10:00+01:00', caseId: row.id, personIds, ...reveal });
  await createLookup(desk, 'lead', { at: '2026-11-12T10:00+01:00', personIds: [...personIds, '1'] });
  return { person: id, caseNumber: rows[0].number as string };
}

const make = async (who: Parameters<Desk['as']>[0], input: object) =>
  (await (await desk.as(who)).ask(MAKE, { input: { reference: '2026/INN-17', ...input } })).makeAccessAnswer;

describe('who looked at my data, when and why', () => {
  test('the auditor answers with every lookup, in the language of the person’s case', async () => {
    const answer = await make('auditor', { caseNumber });
    expect(answer).toMatchObject({ personId: person, title: 'Hvem har sett opplysningene dine', cut: false });
    expect(answer.summary).toBe('4 ansatte har sett opplysninger om deg, 5 ganger i alt.');
    expect(answer.lines).toMatchObject([
      { who: 'Revisor, Arbeidstilsynet', why: 'For å svare deg på krav om innsyn' },
      {
        who: 'Leder for saksbehandlere, Arbeidstilsynet',
        what: 'Så navnet ditt i en liste over saker',
        times: 1,
      },
      { what: 'Viste hele fødselsnummeret ditt i ett minutt', why: 'For å rette bestillingen', caseNumber },
      { who: 'Kundebehandler, Kortservice', why: 'For å behandle saken', caseNumber, times: 2 },
    ]);
    expect(answer.csv.split('\r\n').length).toBe(6);
    expect(answer.csv).not.toContain('Ingrid');
    expect(answer.fileName).toBe(`hvem-har-sett-${person}.csv`);
  });

  test('a leader answers for her own organisation, and says so', async () => {
    const answer = await make('senior', { personId: person, language: 'en', withNames: true });
    expect(answer.scope).toBe('The answer covers lookups made by staff of Kortservice.');
    expect(answer.lines.map((line: { who: string }) => line.who)).toEqual([
      'Stine Krog, leader of support agents, Kortservice',
      'Stine Krog, leader of support agents, Kortservice',
      'Ingrid Solheim, support agent, Kortservice',
    ]);
  });

  test.each([
    {
      ...{ language: 'nb', title: 'Dette har vi registrert om deg', blocked: 'sperret' },
      first: ['Bestillinger av kort til deg', 'Kort', 'Kontroller mot registre'],
    },
    {
      ...{ language: 'nn', title: 'Dette har vi registrert om deg', blocked: 'sperra' },
      first: ['Bestillingar av kort til deg', 'Kort', 'Kontrollar mot register'],
    },
    {
      ...{ language: 'en', title: 'What we have on record about you', blocked: 'blocked' },
      first: ['Orders of cards for you', 'Cards', 'Checks against registers'],
    },
  ] as const)(
    'tells in $language what is on record too: orders, cards, checks, employments, calls',
    async ({ language, title, first, blocked }) => {
      const { id: personId } = await createPerson(desk);
      const item = await createOrderItem(desk, { personId });
      await leaveTraces(desk, { word: `Ord${language}`, personId, itemId: item.id, years: 1 });
      const answer = await make('senior', { personId, language });
      expect(answer.heldTitle).toBe(title);
      const titles = answer.held.map((part: { title: string }) => part.title);
      expect(titles.slice(0, 3)).toEqual(first);
      expect(titles).toHaveLength(8);
      const lines = answer.held.map((part: { lines: string[] }) => part.lines.join());
      expect(lines[0]).toContain(`${item.orderNumber}-1`);
      expect(lines[1]).toContain(blocked);
      expect(lines[2]).toContain(`{"name":"Ord${language}"}`);
      // Rows of another organisation are not for the maker to tell.
      await desk.sql.query('update card set organisation_id = 2 where person_id = $1', [personId]);
      const { held } = await make('senior', { personId, language });
      expect(held.map((part: { title: string }) => part.title)).not.toContain(first[1]);
    },
  );

  test('names the invoices of whoever was billed herself', async () => {
    await nameSeller(desk);
    const { id: personId } = await createPerson(desk);
    const { number } = await createInvoice(desk, { payment: 'PERSONAL_INVOICE', ordererId: personId });
    const { held } = await make('senior', { personId });
    const told = held.find(({ title }: { title: string }) => title === 'Fakturaer til deg');
    expect(told.lines.join()).toContain(number);
  });

  test('is for those alone who answer: nobody else gets the database to tell', async () => {
    const pool = desk.app.dbParts.pool;
    expect((await pool.query('select * from held_about(1, null)')).rows).toEqual([]);
  });

  test('covers the period that was asked about', async () => {
    const { lines } = await make('auditor', { personId: person, from: '2026-11-12' });
    expect(lines.some((line: { what: string }) => line.what.includes('liste'))).toBe(true);
    expect(lines.some((line: { what: string }) => line.what.includes('fødselsnummeret'))).toBe(false);
  });

  test('says nothing about anyone else: lookups of other persons and their cases are not in it', async () => {
    const other = await looked('Annen', 1);
    const { csv, lines } = await make('auditor', { personId: person });
    expect(csv).not.toContain(other.caseNumber);
    expect(new Set(lines.map((line: { caseNumber: string }) => line.caseNumber))).toEqual(
      new Set([null, caseNumber]),
    );
  });

  test('is on record with where the request is filed, and shows up in the next answer', async () => {
    const { rows } = await desk.sql.query(
      `select purpose, reason, person_ids::text[] as persons from audit_log where operation = 'makeAccessAnswer' and actor_id = $1 limit 1`,
      [desk.staff.auditor],
    );
    expect(rows).toEqual([{ purpose: 'ACCESS_REQUEST', reason: '2026/INN-17', persons: [person] }]);
    const { lines } = await make('auditor', { personId: person });
    const own = lines.filter((line: { why: string }) => line.why === 'For å svare deg på krav om innsyn');
    expect(own.length).toBe(2);
  });

  test('needs where the request is filed, and a person that exists for the maker', async () => {
    const auditor = await desk.as('auditor');
    const { errors } = await auditor.send(MAKE, { input: { personId: person, reference: ' x ' } });
    expect(errors?.[0]?.extensions).toMatchObject({ fieldErrors: { reference: 'REASON_TOO_SHORT' } });
    expect(await auditor.refused(MAKE, { input: { reference: 'abc' } })).toBe('VALIDATION_FAILED');
    expect(await auditor.refused(MAKE, { input: { reference: 'abc', personId: '99999999' } })).toBe(
      'NOT_FOUND',
    );
    const foreign = await looked('Fremmed', 2);
    const senior = await desk.as('senior');
    expect(await senior.refused(MAKE, { input: { reference: 'abc', personId: foreign.person } })).toBe(
      'NOT_FOUND',
    );
  });

  test('waits for a fresh sign-in when the last one is a while ago, and leaves no row then', async () => {
    const senior = await desk.as('senior');
    passed = 16 * 60_000;
    const input = { reference: '2026/INN-99', caseNumber };
    expect(await senior.refused(MAKE, { input })).toBe('STEP_UP_REQUIRED');
    passed = 0;
    const { rows } = await desk.sql.query(`select 1 from audit_log where reason = '2026/INN-99'`);
    expect(rows).toEqual([]);
  });

  test('gives nothing when it cannot be put on record', async () => {
    const auditor = await desk.as('auditor');
    await desk.sql.query('revoke insert on audit_log from desk_app');
    const { data, errors } = await auditor.send(MAKE, { input: { reference: 'abc', personId: person } });
    await desk.sql.query('grant insert on audit_log to desk_app');
    expect({ data, code: errors?.[0]?.extensions.code }).toEqual({ data: null, code: 'INTERNAL' });
  });

  test.each(['agent', 'caseworker', 'finance', 'admin'] as const)('is not for %s to make', async who => {
    const client = await desk.as(who);
    expect(await client.refused(MAKE, { input: { reference: 'abc', personId: person } })).toBe('FORBIDDEN');
  });

  test('is found by index, however long the log is', async () => {
    await desk.sql.query(`insert into audit_log (kind, operation, person_ids) select 'READ', 'Cases', array[100000 + n] from generate_series(1, 30000) n;
      analyze audit_log;`);
    const { rows } = await desk.sql.query(
      `explain select id from audit_log a where a.person_ids @> array[$1::bigint] and a.kind = 'READ' order by id desc limit 5001`.replace(
        '$1',
        person,
      ),
    );
    expect(rows.map(row => row['QUERY PLAN']).join('\n')).toContain('audit_log_person');
  });
});
