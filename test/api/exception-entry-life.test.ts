import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryJobs } from '../../server/src/features/exception/entry.jobs.ts';
import type { ExceptionCode } from '../../server/src/features/exception/exception.enums.ts';
import type { LetterContent } from '../../server/src/features/letter/letter-content.rules.ts';
import { addDays } from '../../server/src/platform/calendar/calendar.ts';
import {
  createApplication,
  createDecision,
  createEntry,
  type NewApplication,
} from '../support/application.factories.ts';
import { CheckDesk } from '../support/check-desk.ts';
import type { Desk } from '../support/desk.ts';
import { insert } from '../support/insert.ts';
import { noonOf, rehearse, runJob } from '../support/orders.ts';

let checks: CheckDesk;
let desk: Desk;
beforeAll(async () => {
  checks = await CheckDesk.start();
  ({ desk } = checks);
});
afterAll(async () => {
  await desk.stop();
  await checks.sandbox.stop();
});

const jobsAt = (now: Date) => entryJobs({ clock: { now: () => now }, mailDomain: 'desk.example' });
const run = (name: string, now: Date) => runJob(desk, jobsAt(now), name);

interface Days {
  from?: string;
  to?: string | null;
}

/** Granted, with its entry, on the days the test needs. */
async function entryOf(
  code: ExceptionCode,
  { from, to, ...given }: Days & Omit<NewApplication, 'code'> = {},
) {
  const application = await createApplication(desk, { ...given, code, status: 'GRANTED' });
  const decidedBy = desk.staff.caseworker;
  const dates = { ...(from ? { validFrom: from } : {}), ...(to === undefined ? {} : { validTo: to }) };
  const decision = await createDecision(desk, application, { decidedBy, ...dates });
  return { ...application, entryId: await createEntry(desk, application, { decision }) };
}

async function all<R>(sql: string, values: unknown[] = []): Promise<R[]> {
  return (await desk.sql.query(sql, values)).rows as R[];
}
const entry = async (id: string) =>
  (
    await all<Record<string, unknown>>(
      `select ended_on::text as ended, end_reason as why, warned_30_on::text as early, warned_7_on::text as late, expiry_noted_on::text as noted
       from exception_entry where id = $1`,
      [id],
    )
  )[0];
const eventsOf = async (caseId: string) =>
  (
    await all<{ what: string }>(
      `select concat_ws(' ', type, new_value) as what from case_event where case_id = $1 and (type like 'ENTRY%' or type like 'LETTER%') order by id`,
      [caseId],
    )
  ).map(({ what }) => what);
const lettersOf = (caseId: string) =>
  all<{ kind: string; status: string; content: LetterContent }>(
    'select kind, status, content from letter where case_id = $1 order by id',
    [caseId],
  );
const mailsOf = async (caseId: string) =>
  (
    await all<{ template: string }>('select template from outbox_mail where case_id = $1 order by id', [
      caseId,
    ])
  ).map(({ template }) => template);
const journalOf = (caseId: string) =>
  all('select type, title from journal_entry where case_id = $1 order by entry_number', [caseId]);

describe('the last day of an exception', () => {
  test.each([
    ['the clocks go forward that night', '2027-03-28', '2027-03-28T21:59:59Z', '2027-03-28T22:00:00Z'],
    ['the clocks went forward the day before', '2027-03-27', '2027-03-27T22:59:59Z', '2027-03-27T23:00:00Z'],
    ['the clocks go back that night', '2026-10-25', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'],
    ['it is the day before they go back', '2026-10-24', '2026-10-24T21:59:59Z', '2026-10-24T22:00:00Z'],
    ['it is a leap day', '2028-02-29', '2028-02-29T22:59:59Z', '2028-02-29T23:00:00Z'],
    ['the year ends', '2026-12-31', '2026-12-31T22:59:59Z', '2026-12-31T23:00:00Z'],
  ])('counts to its end in Oslo when %s', async (...[, to, lastSecond, midnight]) => {
    const { entryId } = await entryOf('VAT_SVALBARD', { from: '2026-01-05', to });
    await run('expire-exceptions', new Date(lastSecond));
    expect(await entry(entryId)).toMatchObject({ noted: null });
    await run('expire-exceptions', new Date(midnight));
    expect(await entry(entryId)).toMatchObject({ noted: addDays(to, 1) });
  });

  test('is noted once on the case, whoever runs the clock', async () => {
    const { entryId, caseId } = await entryOf('AA_AS_OWNER_UNPAID', { from: '2025-01-01', to: '2025-12-31' });
    const at = noonOf('2026-01-02');
    const ran = await Promise.all([run('expire-exceptions', at), run('expire-exceptions', at)]);
    expect(ran[0] + ran[1]).toBe(1);
    expect(await run('expire-exceptions', noonOf('2026-01-03'))).toBe(0);
    expect(await eventsOf(caseId)).toEqual(['ENTRY_EXPIRED 2025-12-31']);
    const journal = 'select type, on_date::text, public_title from journal_entry where case_id = $1';
    expect(await all(journal, [caseId])).toEqual([
      { type: 'X', on_date: '2026-01-02', public_title: 'Unntak fra Aa-registeret er gått ut – ***' },
    ]);
    expect(await entry(entryId)).toMatchObject({ noted: '2026-01-02', ended: null });
  });

  test('waits for a run while somebody decides on its case, and comes with the next', async () => {
    const { entryId, caseId } = await entryOf('VAT_KF_1510', { from: '2025-01-01', to: '2025-06-30' });
    const client = await desk.sql.connect();
    await client.query('begin');
    await client.query('select id from desk_case where id = $1 for update', [caseId]);
    await run('expire-exceptions', noonOf('2025-07-01'));
    expect(await entry(entryId)).toMatchObject({ noted: null });
    await client.query('rollback');
    client.release();
    await run('expire-exceptions', noonOf('2025-07-01'));
    expect(await entry(entryId)).toMatchObject({ noted: '2025-07-01' });
  });

  test('R14: the day after, the card that rested on it becomes invalid by itself', async () => {
    const line = await checks.order({ card: true });
    checks.sandbox.person(line.nationalId).notEmployedIn(line.firm.unitOrgNumber);
    const { personId, firm } = line;
    await entryOf('AA_AS_OWNER_UNPAID', { personId, firm, from: '2026-11-01', to: '2026-11-24' });
    await checks.run();
    expect((await checks.checks(line)).AA).toMatchObject({
      ...{ outcome: 'APPROVED_BY_EXCEPTION', exception_code: 'AA_AS_OWNER_UNPAID' },
    });
    expect((await checks.card(line)).status).toBe('VALID');
    checks.becomes('2026-11-24T23:00:30Z');
    await run('expire-exceptions', checks.now);
    expect((await checks.line(line)).check_at).toEqual(checks.now);
    await checks.run();
    expect((await checks.checks(line)).AA).toMatchObject({ outcome: 'REJECTED', exception_code: null });
    expect((await checks.card(line)).status).toBe('INVALID');
  });
});

describe('whoever applied', () => {
  test('is warned 30 and 7 days ahead, each once, by a letter the mail says nothing of', async () => {
    const { entryId, caseId } = await entryOf('AA_ENK_SPOUSE', { from: '2027-01-01', to: '2027-12-31' });
    expect(await run('warn-exceptions', noonOf('2027-11-30'))).toBe(0);
    expect(await run('warn-exceptions', noonOf('2027-12-01'))).toBe(1);
    expect(await run('warn-exceptions', noonOf('2027-12-23'))).toBe(0);
    expect(await run('warn-exceptions', noonOf('2027-12-24'))).toBe(1);
    expect(await run('warn-exceptions', noonOf('2027-12-31'))).toBe(0);
    expect(await entry(entryId)).toMatchObject({ early: '2027-12-01', late: '2027-12-24' });
    expect(await eventsOf(caseId)).toEqual([
      ...['ENTRY_WARNED 30', 'LETTER_QUEUED ENTRY_EXPIRING'],
      ...['ENTRY_WARNED 7', 'LETTER_QUEUED ENTRY_EXPIRING'],
    ]);
    expect(await lettersOf(caseId)).toHaveLength(2);
    expect(await mailsOf(caseId)).toEqual(['LETTER_WAITING', 'LETTER_WAITING']);
    expect(await journalOf(caseId)).toMatchObject([{ type: 'U' }, { type: 'U' }]);
  });

  test('gets one warning when there are fewer than seven days from the start', async () => {
    const { entryId, caseId } = await entryOf('UDI_CONFIRMED', { from: '2029-03-01', to: '2029-03-05' });
    expect(await run('warn-exceptions', noonOf('2029-03-01'))).toBe(1);
    expect(await run('warn-exceptions', noonOf('2029-03-05'))).toBe(0);
    expect(await entry(entryId)).toMatchObject({ early: '2029-03-01', late: '2029-03-01' });
    expect(await lettersOf(caseId)).toHaveLength(1);
  });

  test('is not warned when a later exception has taken its place, nor of one that was withdrawn', async () => {
    const first = await entryOf('AA_ENK_SPOUSE', { from: '2030-01-01', to: '2030-06-30' });
    const { firm } = first;
    const personId = first.personId ?? '';
    await entryOf('AA_ENK_SPOUSE', { personId, firm, from: '2030-06-01', to: '2032-05-31' });
    const gone = await entryOf('VAT_SVALBARD', { from: '2030-01-01', to: '2030-06-30' });
    await desk.sql.query(
      `update exception_entry set ended_on = '2030-05-01', end_reason = 'WITHDRAWN' where id = $1`,
      [gone.entryId],
    );
    expect(await run('warn-exceptions', noonOf('2030-06-10'))).toBe(0);
  });

  test('is warned once when two servers have the same minute', async () => {
    const { caseId } = await entryOf('VAT_SVALBARD', { from: '2030-07-01', to: '2030-12-31' });
    const at = noonOf('2030-12-10');
    const ran = await Promise.all([run('warn-exceptions', at), run('warn-exceptions', at)]);
    expect(ran[0] + ran[1]).toBe(1);
    expect(await lettersOf(caseId)).toHaveLength(1);
  });

  test('with a secret address gets a letter without it; who gave no mail address gets the letter alone', async () => {
    const hidden = await entryOf('AA_NAV_VTA', { from: '2031-01-01', to: '2031-06-30' });
    await desk.sql.query('update person set restricted = true where id = $1', [hidden.personId]);
    const silent = await entryOf('VAT_KF_1510', { contactEmail: null, from: '2031-01-01', to: '2031-06-30' });
    expect(await run('warn-exceptions', noonOf('2031-06-10'))).toBe(2);
    const [toHidden] = await lettersOf(hidden.caseId);
    expect(toHidden?.content.recipient).toMatchObject({ lines: [], addressFromRegister: true });
    expect(await lettersOf(silent.caseId)).toHaveLength(1);
    expect(await mailsOf(silent.caseId)).toEqual([]);
  });

  test('reads until when, what follows and what to do, in the language of the application, signed by nobody', async () => {
    const firm = { firm: await checks.firm() };
    const made = await entryOf('VAT_NOT_LIABLE', {
      ...firm,
      language: 'nn',
      from: '2032-01-01',
      to: '2032-02-29',
    });
    await run('warn-exceptions', noonOf('2032-02-20'));
    const [letter] = await lettersOf(made.caseId);
    expect(letter?.content).toMatchObject({
      heading: 'Unntaket frå Meirverdiavgiftsregisteret går snart ut',
      signers: [],
    });
    const said = letter?.content.paragraphs.map(({ text }) => text).join(' ');
    expect(said).toContain('varer til og med 29. februar 2032.');
    expect(said).toContain('blir då ugyldige dersom kravet ikkje er oppfylt');
    expect(said).toContain('kan de søkje på nytt');
  });

  test('whose letter cannot be lawful gets none, and a person sees why; everybody else gets theirs', async () => {
    const broken = await entryOf('VAT_SVALBARD', { from: '2033-01-01', to: '2033-06-30' });
    await desk.sql.query(`update organisation set name = 'Foretak {ukjent}' where id = $1`, [
      broken.firm.main,
    ]);
    const sound = await entryOf('VAT_SVALBARD', { from: '2033-01-01', to: '2033-06-30' });
    expect(await run('warn-exceptions', noonOf('2033-06-10'))).toBe(2);
    expect(await eventsOf(broken.caseId)).toEqual(['ENTRY_WARNED 30', 'LETTER_FAILED ENTRY_EXPIRING']);
    expect(
      await all('select new_post_at is not null as seen from desk_case where id = $1', [broken.caseId]),
    ).toEqual([{ seen: true }]);
    expect(await lettersOf(sound.caseId)).toHaveLength(1);
  });
});

describe('an exception that lasts as long as a role', () => {
  const role = (firmId: string, personId: string | null, code: string) =>
    insert(desk, 'firm_role', {
      ...{ firm_id: firmId, person_id: personId, code, holder_name: 'Rolle Innehaver' },
      refreshed_at: new Date(),
    });

  test('ends when the register says that the role is gone, and whoever applied is told why', async () => {
    const made = await entryOf('AA_DA_ANS_PARTNER', { from: '2034-01-01' });
    await role(made.firm.main, made.personId, 'DTPR');
    await role(made.firm.main, (await entryOf('AA_NAV_VTA', { to: '2040-01-01' })).personId, 'DAGL');
    expect(await run('end-role-exceptions', noonOf('2034-02-01'))).toBe(0);
    await desk.sql.query('delete from firm_role where firm_id = $1 and person_id = $2', [
      made.firm.main,
      made.personId,
    ]);
    expect(await run('end-role-exceptions', noonOf('2034-02-02'))).toBe(1);
    expect(await run('end-role-exceptions', noonOf('2034-02-03'))).toBe(0);
    expect(await entry(made.entryId)).toMatchObject({ ended: '2034-02-02', why: 'ROLE_ENDED' });
    expect(await eventsOf(made.caseId)).toEqual(['ENTRY_ENDED ROLE_ENDED', 'LETTER_QUEUED ENTRY_ENDED']);
    const [letter] = await lettersOf(made.caseId);
    expect(letter?.content.paragraphs[0]?.text).toContain('Siste dag unntaket gjaldt, var 1. februar 2034.');
    expect(await journalOf(made.caseId)).toMatchObject([{ type: 'X' }, { type: 'U' }]);
  });

  test('goes on with another role that counts, and ends with one that does not', async () => {
    const chair = await entryOf('AA_BOARD_CHAIR', { from: '2034-01-01' });
    await role(chair.firm.main, chair.personId, 'MEDL');
    const manager = await entryOf('AA_CEO_NO_EMPLOYEES', { from: '2034-01-01' });
    await role(manager.firm.main, manager.personId, 'MEDL');
    expect(await run('end-role-exceptions', noonOf('2034-03-01'))).toBe(1);
    expect(await entry(chair.entryId)).toMatchObject({ ended: null });
    expect(await entry(manager.entryId)).toMatchObject({ why: 'ROLE_ENDED' });
  });

  test('stands while the register does not tell who holds the roles', async () => {
    const made = await entryOf('AA_BOARD_CHAIR', { from: '2034-01-01' });
    expect(await run('end-role-exceptions', noonOf('2034-04-01'))).toBe(0);
    await role(made.firm.main, null, 'LEDE');
    expect(await run('end-role-exceptions', noonOf('2034-04-01'))).toBe(0);
    expect(await entry(made.entryId)).toMatchObject({ ended: null });
  });
});

describe('the three months of a new firm', () => {
  test('are deleted when they are over: the row is gone, the log and the case remember it', async () => {
    const line = await checks.order();
    const { firm } = line;
    const made = await entryOf('VAT_UNDER_50K_NEW', { firm, from: '2035-01-01', to: '2035-03-31' });
    await checks.run();
    await desk.sql.query(
      `update register_check set exception_entry_id = $2, exception_code = 'VAT_UNDER_50K_NEW', exception_to = '2035-03-31'
       where order_item_id = $1 and register = 'MVA'`,
      [line.id, made.entryId],
    );
    expect(await run('delete-exceptions', noonOf('2035-03-31'))).toBe(0);
    // What rested on it is asked about again first.
    expect(await run('delete-exceptions', noonOf('2035-04-01'))).toBe(0);
    await run('expire-exceptions', noonOf('2035-04-01'));
    expect(await run('delete-exceptions', noonOf('2035-04-01'))).toBe(1);
    expect(await entry(made.entryId)).toBeUndefined();
    const [check] = await all(
      `select exception_entry_id, exception_code, exception_to::text from register_check where order_item_id = $1 and register = 'MVA'`,
      [line.id],
    );
    expect(check).toEqual({
      ...{ exception_entry_id: null, exception_code: 'VAT_UNDER_50K_NEW', exception_to: '2035-03-31' },
    });
    const logged = await all(
      `select operation from audit_log where table_name = 'exception_entry' and row_id = $1 order by id desc limit 1`,
      [made.entryId],
    );
    expect(logged).toHaveLength(1);
    expect(await eventsOf(made.caseId)).toContain('ENTRY_DELETED 2035-03-31');
  });

  test('are all that is ever deleted: the database refuses the rest', async () => {
    const kept = await entryOf('VAT_SVALBARD', { from: '2020-01-01', to: '2020-12-31' });
    const early = await entryOf('VAT_UNDER_50K_NEW', { from: '2036-01-01', to: '2036-03-31' });
    for (const { entryId } of [kept, early])
      await expect(desk.sql.query('delete from exception_entry where id = $1', [entryId])).rejects.toThrow(
        'an entry stands',
      );
  });
});

test('the rehearsal names exactly the exceptions that the run then deals with', async () => {
  await entryOf('VAT_SVALBARD', { from: '2040-01-01', to: '2040-03-01' });
  await entryOf('VAT_KF_1510', { from: '2040-01-01', to: '2040-02-28' });
  await entryOf('VAT_UNDER_50K_NEW', { from: '2040-01-01', to: '2040-03-31' });
  for (const name of ['warn-exceptions', 'expire-exceptions', 'end-role-exceptions', 'delete-exceptions']) {
    for (const day of ['2040-02-29', '2040-03-01', '2040-04-02']) {
      const at = noonOf(day);
      const said = await rehearse(desk, jobsAt(noonOf('2040-01-01')), { name, at });
      expect(await run(name, at)).toBe(said.length);
    }
  }
});
