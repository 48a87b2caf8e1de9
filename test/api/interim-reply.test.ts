import { afterAll, beforeAll, expect, test } from 'vitest';
import { interimReplyJobs } from '../../server/src/features/application/interim-reply.jobs.ts';
import type { LetterContent } from '../../server/src/features/letter/letter-content.rules.ts';
import {
  type Application,
  createApplication,
  createDocument,
  createProposal,
  type NewApplication,
} from '../support/application.factories.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { insert } from '../support/insert.ts';
import { noonOf, rehearse, runJob } from '../support/orders.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

const NAME = 'interim-replies';
const jobsAt = (now: Date) => interimReplyJobs({ clock: { now: () => now }, mailDomain: 'desk.example' });
const runOn = (day: string) => runJob(desk, jobsAt(noonOf(day)), NAME);
const rows = async <R>(sql: string, values: unknown[]): Promise<R[]> =>
  (await desk.sql.query(sql, values)).rows as R[];
const lettersOf = (caseId: string) =>
  rows<{ kind: string; content: LetterContent }>(
    `select kind, content from letter where case_id = $1 and kind = 'INTERIM_REPLY'`,
    [caseId],
  );
const promiseOf = async (caseId: string) =>
  (
    await rows<{ day: string | null }>('select promised_on::text as day from desk_case where id = $1', [
      caseId,
    ])
  )[0]?.day;
const waiting = (receivedOn: string, given: NewApplication = {}) =>
  createApplication(desk, { receivedOn, dueOn: '2021-01-01', ...given });

/** The letter that asks for what is missing. */
const asked = ({ id, caseId, firm }: Application, status = 'DELIVERED') =>
  insert(desk, 'letter', {
    ...{
      organisation_id: 2,
      case_id: caseId,
      application_id: id,
      firm_id: firm.main,
      kind: 'DEFICIENCY',
      status,
    },
    ...{ language: 'nb', content: '{}', channel: 'DIGITAL_MAILBOX', send_after: new Date() },
  });

test('an application that is not decided a month after it came is answered, once, with a day the case then promises', async () => {
  const { caseId, number } = await waiting('2021-01-31', { dueOn: '2021-03-05' });
  expect(await runOn('2021-02-27')).toBe(0);
  expect(
    await rehearse(desk, jobsAt(noonOf('2021-02-27')), { name: NAME, at: noonOf('2021-02-28') }),
  ).toHaveLength(1);
  expect(await runOn('2021-02-28')).toBe(1);
  expect(await runOn('2021-04-30')).toBe(0);
  const [letter, ...more] = await lettersOf(caseId);
  expect(more).toEqual([]);
  const said = letter?.content.paragraphs.map(({ text }) => text).join('\n');
  expect(letter?.content).toMatchObject({ caseNumber: number, signers: [] });
  expect(said).toContain('Det tar lengre tid enn en måned, fordi vi har mange søknader');
  expect(said).toContain('Vi regner med å avgjøre saken innen 5. mars 2021.');
  expect(said).toContain('forvaltningsloven § 11 a');
  expect(await promiseOf(caseId)).toBe('2021-03-05');
  const told = await rows('select template from outbox_mail where case_id = $1', [caseId]);
  expect(told).toEqual([{ template: 'LETTER_WAITING' }]);
  const journal = await rows('select type, public_title as title from journal_entry where case_id = $1', [
    caseId,
  ]);
  expect(journal).toMatchObject([{ type: 'U', title: expect.stringContaining('Foreløpig svar') }]);
});

test('two servers in the same minute write one letter', async () => {
  const { caseId } = await waiting('2021-05-03');
  const ran = await Promise.all([runOn('2021-06-03'), runOn('2021-06-03')]);
  expect(ran[0] + ran[1]).toBe(1);
  expect(await lettersOf(caseId)).toHaveLength(1);
});

test('the answer says what somebody has promised already; where our own day is over too, as long again', async () => {
  const promised = await waiting('2021-07-01');
  await desk.sql.query(`update desk_case set promised_on = '2021-08-20' where id = $1`, [promised.caseId]);
  const late = await waiting('2021-07-01');
  expect(await runOn('2021-08-02')).toBe(2);
  expect(await promiseOf(promised.caseId)).toBe('2021-08-20');
  expect(await promiseOf(late.caseId)).toBe('2021-08-30');
});

test('while papers we asked for are missing nothing is sent: that letter was the reply; the month begins with the paper', async () => {
  const application = await waiting('2022-01-03', { status: 'AWAITING_DOCUMENTS' });
  const { caseId } = application;
  await asked(application);
  expect(await runOn('2022-03-01')).toBe(0);
  await createDocument(desk, application, { receivedOn: '2022-03-10' });
  await desk.sql.query(`update exception_application set status = 'UNDER_REVIEW' where case_id = $1`, [
    caseId,
  ]);
  expect(await runOn('2022-04-09')).toBe(0);
  expect(await runOn('2022-04-10')).toBe(1);
});

test('a letter that was stopped asked for nothing: the month counts from the application', async () => {
  const application = await waiting('2022-05-02');
  await asked(application, 'CANCELLED');
  await createDocument(desk, application, { receivedOn: '2022-05-30' });
  expect(await runOn('2022-06-02')).toBe(1);
});

test('who has been answered, is not ours yet, or appeals gets none; a case on hold for another reason does', async () => {
  await waiting('2023-01-02', { status: 'GRANTED' });
  await waiting('2023-01-02', { status: 'REGISTERED' });
  await waiting('2023-01-02', { status: 'APPEALED' });
  const held = await waiting('2023-01-02');
  await desk.sql.query(
    `update desk_case set status = 'ON_HOLD', hold_reason = 'AWAITING_COLLEAGUE', hold_until = '2023-06-01' where id = $1`,
    [held.caseId],
  );
  expect(await runOn('2023-02-02')).toBe(1);
  expect(await lettersOf(held.caseId)).toHaveLength(1);
});

test('a proposal that waits for its signature stands: the reply is no part of what is approved', async () => {
  const application = await waiting('2024-01-02', { status: 'FOR_APPROVAL' });
  await createProposal(desk, application, { proposedBy: desk.staff.caseworker });
  const version = () => rows('select version from exception_application where id = $1', [application.id]);
  const before = await version();
  expect(await runOn('2024-02-02')).toBe(1);
  expect(await version()).toEqual(before);
});
