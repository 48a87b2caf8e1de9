import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createDecision, createSubmission, type NewCaseIds } from '../support/factories.ts';

const MY_DAY = `query MyDay { myDay { today week mine onHold overdue dueToday withNewPost
  cases { number dueOn reservation { mine } }
  queues { queue open { value exact } inToday outToday overdue oldestDays history }
  sendingSoon { decisionId caseId caseNumber outcome reasons until secondsLeft version }
  news { event { type actor { name } note } caseId caseNumber } } }`;
const MENU = `query Menu { menuCounts { imageReview { value exact } inquiry { value exact } mine onHold outbox overdue } }`;

// A Wednesday.
const NOW = new Date('2026-11-18T09:00:00Z');
const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000);

describe('Min dag', () => {
  let desk: Desk;
  let agent: Client;
  const cases: Record<string, NewCaseIds> = {};
  let decisionId: string;

  beforeAll(async () => {
    desk = await startDesk({ clock: { now: () => NOW } });
    const mine = { reservedBy: desk.staff.agent, reservedUntil: minutes(20), lastWorkerId: desk.staff.agent };
    cases.late = await createCase(desk, { ...mine, openedOn: '2026-11-09', dueOn: '2026-11-16' });
    cases.today = await createCase(desk, { ...mine, kind: 'INQUIRY', dueOn: '2026-11-18' });
    cases.sunday = await createCase(desk, { ...mine, dueOn: '2026-11-22' });
    cases.nextWeek = await createCase(desk, { ...mine, dueOn: '2026-11-23' });
    cases.held = await createCase(desk, {
      status: 'ON_HOLD',
      lastWorkerId: desk.staff.agent,
      dueOn: '2026-11-30',
    });
    cases.post = await createCase(desk, {
      lastWorkerId: desk.staff.agent,
      newPostAt: NOW,
      dueOn: '2026-11-25',
    });
    cases.free = await createCase(desk, { openedOn: '2026-11-10', dueOn: '2026-11-17' });
    cases.waiting = await createCase(desk, {
      status: 'AWAITING_UPLOAD',
      lastWorkerId: desk.staff.agent,
      dueOn: '2026-11-27',
    });
    const submission = await createSubmission(desk, cases.waiting, { status: 'REJECTED' });
    decisionId = await createDecision(desk, {
      caseId: cases.waiting.id,
      submissionId: submission.id,
      decidedBy: desk.staff.agent,
      decidedAt: NOW,
      undoUntil: minutes(1),
      reasons: [{ code: 'PH_LIGHT', part: 'PHOTO' }],
    });
    await arrange();
    agent = await desk.as('agent');
  });
  afterAll(() => desk.stop());

  async function arrange(): Promise<void> {
    const event = `insert into case_event (organisation_id, case_id, type, actor_id, at, note) values (1, $1, $2, $3, $4, $5)`;
    const put = (...values: unknown[]) => desk.sql.query(event, values);
    await put(cases.post?.id, 'IMAGES_SUBMITTED', null, minutes(-60), null);
    await put(cases.held?.id, 'NOTE_ADDED', desk.staff.colleague, minutes(-30), 'Ringte tilbake');
    await put(cases.late?.id, 'NOTE_ADDED', desk.staff.agent, minutes(-20), 'Min egen');
    await put(cases.late?.id, 'NOTE_ADDED', desk.staff.colleague, minutes(-60 * 24 * 4), 'For lenge siden');
    await put(cases.free?.id, 'NOTE_ADDED', desk.staff.colleague, minutes(-10), 'Ikke min sak');
    await desk.sql.query(
      `insert into outbox_mail (organisation_id, case_id, template, language, subject_id, dedupe, message_id, send_after)
       values (1, $1, 'IMAGES_REJECTED', 'nb', $2, 'd1', '<d1@desk.example>', $3)`,
      [cases.waiting?.id, decisionId, minutes(1)],
    );
    // What the trigger counted while the cases were made, as if on these days.
    await desk.sql.query('delete from queue_day');
    await desk.sql.query(
      `insert into queue_day (organisation_id, queue, day, opened, closed) values
       (1, 'IMAGE_REVIEW', '2026-09-01', 10, 4), (1, 'IMAGE_REVIEW', '2026-11-13', 5, 2), (1, 'IMAGE_REVIEW', '2026-11-15', 1, 0),
       (1, 'IMAGE_REVIEW', '2026-11-18', 3, 7), (2, 'IMAGE_REVIEW', '2026-11-18', 100, 0), (1, 'INQUIRY', '2026-11-18', 1, 0)`,
    );
  }

  test('shows what waits for me: late, today and the rest of the week, the most urgent first', async () => {
    const { myDay } = await agent.ask(MY_DAY);
    expect(myDay).toMatchObject({ today: '2026-11-18', week: 47 });
    expect(myDay).toMatchObject({ mine: 6, onHold: 1, overdue: 1, dueToday: 1, withNewPost: 1 });
    expect((myDay.cases as { number: string }[]).map(({ number }) => number)).toEqual([
      cases.late?.number,
      cases.today?.number,
      cases.sunday?.number,
    ]);
  });

  test('shows how the queues stand and stood, a working day at a time', async () => {
    const { queues } = (await agent.ask(MY_DAY)).myDay;
    expect(queues).toEqual([
      {
        queue: 'IMAGE_REVIEW',
        open: { value: 5, exact: true },
        inToday: 3,
        outToday: 7,
        overdue: 2,
        oldestDays: 7,
        // From 30 October; the Sunday's case shows on Monday.
        history: [6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 9, 10, 10, 6],
      },
      {
        queue: 'INQUIRY',
        open: { value: 1, exact: true },
        inToday: 1,
        outToday: 0,
        overdue: 0,
        oldestDays: 2,
        history: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      },
    ]);
  });

  test('shows my decisions that are about to leave, and only mine', async () => {
    const { sendingSoon } = (await agent.ask(MY_DAY)).myDay;
    expect(sendingSoon).toEqual([
      {
        decisionId,
        caseId: cases.waiting?.id,
        caseNumber: cases.waiting?.number,
        outcome: 'REJECTED',
        reasons: 1,
        until: minutes(1).toISOString(),
        secondsLeft: 60,
        version: 1,
      },
    ]);
    expect((await (await desk.as('colleague')).ask(MY_DAY)).myDay.sendingSoon).toEqual([]);
    await desk.sql.query(`update outbox_mail set status = 'SENT'`);
    expect((await agent.ask(MY_DAY)).myDay.sendingSoon).toEqual([]);
    await desk.sql.query(`update outbox_mail set status = 'QUEUED'`);
  });

  test('tells what others and the system have done to my cases since yesterday', async () => {
    const { news } = (await agent.ask(MY_DAY)).myDay;
    expect(news).toEqual([
      {
        event: { type: 'NOTE_ADDED', actor: { name: 'Jonas Berg' }, note: 'Ringte tilbake' },
        caseId: cases.held?.id,
        caseNumber: cases.held?.number,
      },
      {
        event: { type: 'IMAGES_SUBMITTED', actor: null, note: null },
        caseId: cases.post?.id,
        caseNumber: cases.post?.number,
      },
    ]);
  });

  test('the menu counts what the person may see', async () => {
    expect((await agent.ask(MENU)).menuCounts).toEqual({
      imageReview: { value: 5, exact: true },
      inquiry: { value: 1, exact: true },
      mine: 6,
      onHold: 1,
      outbox: 1,
      overdue: 1,
    });
    const nothing = {
      imageReview: null,
      inquiry: null,
      mine: null,
      onHold: null,
      outbox: null,
      overdue: null,
    };
    const [none, one] = [
      { value: 0, exact: true },
      { value: 1, exact: true },
    ];
    const counts = async (name: 'finance' | 'caseworker' | 'auditor' | 'admin') =>
      (await (await desk.as(name)).ask(MENU)).menuCounts;
    expect(await counts('finance')).toEqual({ ...nothing, inquiry: one, mine: 0, onHold: 0, overdue: 0 });
    expect(await counts('caseworker')).toEqual({
      ...nothing,
      ...{ inquiry: none, mine: 0, onHold: 0, outbox: 0, overdue: 0 },
    });
    expect(await counts('auditor')).toEqual({ ...nothing, inquiry: one });
    expect(await counts('admin')).toEqual(nothing);
  });

  test('shows nobody another’s day, nor queues that are not for him or her', async () => {
    const admin = (await (await desk.as('admin')).ask(MY_DAY)).myDay;
    expect(admin).toMatchObject({ mine: 0, cases: [], queues: [], sendingSoon: [], news: [] });
    const finance = (await (await desk.as('finance')).ask(MY_DAY)).myDay;
    expect((finance.queues as { queue: string }[]).map(({ queue }) => queue)).toEqual([
      'INQUIRY',
      'INVOICE_QUERY',
    ]);
    expect(await desk.anonymous().refused(MY_DAY)).toBe('UNAUTHENTICATED');
    expect(await desk.anonymous().refused(MENU)).toBe('UNAUTHENTICATED');
  });
});
