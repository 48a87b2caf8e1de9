import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LetterKind } from '../../server/src/features/letter/letter.enums.ts';
import { letterFacts } from '../../server/src/features/letter/letter.examples.ts';
import { composeLetter, type LetterContent } from '../../server/src/features/letter/letter-content.rules.ts';
import { addDays, osloDate } from '../../server/src/platform/calendar/calendar.ts';
import {
  type Application,
  createApplication,
  createDecision,
  type NewApplication,
} from '../support/application.factories.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { insert } from '../support/insert.ts';

let desk: Desk;
let lead: Client;
beforeAll(async () => {
  desk = await startDesk();
  lead = await desk.as('lead');
});
afterAll(() => desk.stop());

const TODAY = osloDate(new Date());
const RETURN = `mutation Back($input: RecordReturnedLetterInput!) { recordReturnedLetter(input: $input) {
  letter { id status returnedOn returnReason canRecordReturned canResend version } } }`;
const AGAIN = `mutation Again($input: ResendLetterInput!) { resendLetter(input: $input) {
  letter { id status channel } content { date recipient { lines } paragraphs { key text } signers { name } } } }`;
const APPEAL = 'mutation Appeal($input: RegisterAppealInput!) { registerAppeal(input: $input) { status } }';
const DETAIL = `query Detail($caseId: EntityId!) { applicationDetail(caseId: $caseId) {
  decisions { appealDeadlineOn } letters { returnedOn resent } } }`;
const LIST = 'query List { letters { returned { value } } }';

const rows = async (sql: string, values: unknown[]) => (await desk.sql.query(sql, values)).rows;

/** Refused long ago, and posted the day after. */
async function posted(given: NewApplication & { kind?: LetterKind } = {}) {
  const { kind = 'DECISION_REFUSE', ...about } = given;
  const application = await createApplication(desk, {
    status: 'REFUSED',
    receivedOn: '2026-01-05',
    ...about,
  });
  const decision =
    kind === 'DECISION_REFUSE'
      ? await createDecision(desk, application, { outcome: 'REFUSE', decidedBy: desk.staff.caseworker })
      : null;
  const record = letterFacts({ kind, caseNumber: application.number, date: '2026-01-05' });
  const letterId = await insert(desk, 'letter', {
    ...{
      organisation_id: 2,
      case_id: application.caseId,
      application_id: application.id,
      kind,
      language: 'nb',
    },
    ...{ decision_id: decision?.id ?? null, person_id: application.personId, firm_id: application.firm.main },
    ...{ content: JSON.stringify(composeLetter(record, 'nb')), channel: 'POST', status: 'SENT' },
    ...{ send_after: new Date('2026-01-05T10:00:00Z'), sent_at: new Date('2026-01-06T10:00:00Z') },
    batch_id: await insert(desk, 'letter_batch', {
      ...{ organisation_id: 2, made_at: new Date(), made_by: desk.staff.lead, letters: 1, protected: false },
      ...{ manifest: '{}', sha256: Buffer.alloc(32, 7) },
    }),
  });
  return { ...application, letterId };
}

const returnOf = (letterId: string, given: object = {}) => ({
  input: { id: letterId, expectedVersion: 1, returnedOn: TODAY, reason: 'MOVED', ...given },
});
const againOf = (letterId: string, given: object = {}) => ({
  input: { id: letterId, expectedVersion: 2, channel: 'POST', ...given },
});
const returned = (letterId: string, given: object = {}) => lead.send(RETURN, returnOf(letterId, given));
const again = (letterId: string, given: object = {}) => lead.send(AGAIN, againOf(letterId, given));
const codeOf = (answer: { errors?: readonly { extensions: { code: string } }[] }) =>
  answer.errors?.[0]?.extensions.code;

async function appeal(
  { caseId }: Application,
  receivedOn: string,
): Promise<{ late: boolean; deadline: string }> {
  const [{ version }] = await rows('select version from desk_case where id = $1', [caseId]);
  const told = { channel: 'LETTER', appellant: 'Marit Elvestad' };
  await lead.ask(APPEAL, { input: { caseId, expectedVersion: version, receivedOn, ...told } });
  const [row] = await rows('select late, deadline_on::text as deadline from appeal where case_id = $1', [
    caseId,
  ]);
  return row;
}

describe('a letter the post brought back', () => {
  test('says when and why, on its case and in the journal, and the case asks for somebody to look', async () => {
    const { letterId, caseId } = await posted();
    const { letter } = (await lead.ask(RETURN, returnOf(letterId))).recordReturnedLetter;
    expect(letter).toMatchObject({
      ...{ status: 'RETURNED', returnedOn: TODAY, returnReason: 'MOVED' },
      ...{ canRecordReturned: false, canResend: true },
    });
    const events = await rows(
      `select type, old_value, new_value from case_event where case_id = $1 and type = 'LETTER_RETURNED'`,
      [caseId],
    );
    expect(events).toEqual([{ type: 'LETTER_RETURNED', old_value: TODAY, new_value: 'MOVED' }]);
    const journal = await rows('select type, public_title from journal_entry where case_id = $1', [caseId]);
    expect(journal).toEqual([
      { type: 'X', public_title: expect.stringMatching(/^Brev om unntak fra Aa-registeret kom i retur/) },
    ]);
    const [{ post }] = await rows('select new_post_at is not null as post from desk_case where id = $1', [
      caseId,
    ]);
    expect(post).toBe(true);
    expect((await lead.ask(LIST)).letters.returned.value).toBeGreaterThan(0);
  });

  test('cannot have come back before it was posted, or tomorrow, or twice', async () => {
    const { letterId } = await posted();
    expect(codeOf(await returned(letterId, { returnedOn: '2026-01-05' }))).toBe('VALIDATION_FAILED');
    expect(codeOf(await returned(letterId, { returnedOn: addDays(TODAY, 1) }))).toBe('VALIDATION_FAILED');
    expect(codeOf(await returned(letterId, { expectedVersion: 7 }))).toBe('STALE');
    expect((await returned(letterId)).errors).toBeUndefined();
    expect(codeOf(await returned(letterId, { expectedVersion: 2 }))).toBe('ACTION_NOT_AVAILABLE');
  });

  test('starts no time to appeal: an appeal is in time however late it comes', async () => {
    const silent = await posted();
    expect(await appeal(silent, '2026-06-01')).toMatchObject({ late: true });
    const back = await posted();
    await returned(back.letterId);
    const { applicationDetail } = await lead.ask(DETAIL, { caseId: back.caseId });
    expect(applicationDetail).toMatchObject({
      decisions: [{ appealDeadlineOn: null }],
      letters: [{ returnedOn: TODAY, resent: false }],
    });
    expect(await appeal(back, '2026-06-01')).toEqual({ late: false, deadline: '2026-06-01' });
  });
});

describe('a letter sent again', () => {
  test('has the same words, the address of today, and a new last day to appeal, which then counts', async () => {
    const sent = await posted();
    await returned(sent.letterId);
    await desk.sql.query(
      `update person set street = 'Nyveien 1', postcode = '0150', city = 'Oslo' where id = $1`,
      [sent.personId],
    );
    const { letter, content } = (await lead.ask(AGAIN, againOf(sent.letterId))).resendLetter;
    expect(letter).toMatchObject({ status: 'QUEUED', channel: 'POST' });
    expect(content).toMatchObject({ date: TODAY, recipient: { lines: ['Nyveien 1', '0150 Oslo'] } });
    const [{ before, after, deadline }] = await rows(
      `select o.content as before, n.content as after, n.deadline_on::text as deadline from letter o join letter n on n.resend_of = o.id where o.id = $1`,
      [sent.letterId],
    );
    const others = ({ paragraphs, signers, heading }: LetterContent) => ({
      ...{ signers, heading },
      paragraphs: paragraphs.filter(({ key }) => key !== 'APPEAL_DEADLINE'),
    });
    expect(others(after)).toEqual(others(before));
    const limit = (after as LetterContent).paragraphs.find(({ key }) => key === 'APPEAL_DEADLINE');
    expect(limit?.text).toContain('tre uker');
    expect(deadline > addDays(TODAY, 20)).toBe(true);
    const { applicationDetail } = await lead.ask(DETAIL, { caseId: sent.caseId });
    expect(applicationDetail).toMatchObject({
      decisions: [{ appealDeadlineOn: deadline }],
      letters: [{ returnedOn: null }, { returnedOn: TODAY, resent: true }],
    });
    expect(await appeal(sent, TODAY)).toEqual({ late: false, deadline });
  });

  test('leaves once, however often it is asked for; stopped, it can be asked for anew', async () => {
    const { letterId } = await posted();
    expect(codeOf(await again(letterId, { expectedVersion: 1 }))).toBe('ACTION_NOT_AVAILABLE');
    await returned(letterId);
    const tried = await Promise.all([again(letterId), again(letterId)]);
    expect(new Set(tried.map(codeOf))).toEqual(new Set(['ACTION_NOT_AVAILABLE', undefined]));
    await desk.sql.query(`update letter set status = 'CANCELLED' where resend_of = $1`, [letterId]);
    expect((await again(letterId)).errors).toBeUndefined();
  });

  test('that asked for papers gives new days to send them, and the case waits as long', async () => {
    const asked = await posted({ kind: 'DEFICIENCY', status: 'AWAITING_DOCUMENTS' });
    await desk.sql.query(`update desk_case set hold_until = '2026-01-26' where id = $1`, [asked.caseId]);
    await returned(asked.letterId);
    const { content } = (await lead.ask(AGAIN, againOf(asked.letterId))).resendLetter;
    const [{ until }] = await rows('select hold_until::text as until from desk_case where id = $1', [
      asked.caseId,
    ]);
    expect(until > TODAY).toBe(true);
    expect(content.paragraphs.find(({ key }: { key: string }) => key === 'ANSWER_BY').text).toContain(
      String(Number(until.slice(8))),
    );
  });

  test('is nobody’s who looks after no post', async () => {
    const { letterId } = await posted();
    for (const name of ['agent', 'auditor'] as const) {
      const who = await desk.as(name);
      const input = { id: letterId, expectedVersion: 1 };
      expect(
        codeOf(await who.send(RETURN, { input: { ...input, returnedOn: TODAY, reason: 'OTHER' } })),
      ).toBe('FORBIDDEN');
      expect(codeOf(await who.send(AGAIN, { input: { ...input, channel: 'POST' } }))).toBe('FORBIDDEN');
    }
  });
});
