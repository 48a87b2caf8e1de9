import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCasePage } from '../support/case-page.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, type NewCaseIds } from '../support/factories.ts';

const CASE = `query Case($id: EntityId, $number: ShortText) { case(id: $id, number: $number) {
  id number kind status title version dueOn language
  person { name birthDate maskedNationalId dNumber restricted } organisation { orgNumber name }
  orderItem { orderNumber line scheme imageRequirement ordererEmail unit { name } mainUnit { name } }
  deadline { startOn dueOn days daysCounted daysLeft holidaysSkipped { on name } holdDays holds { fromOn toOn } paused overdueDays }
  reservation { by { name } mine until } holdReason holdUntil allowedActions
  events { id at type actor { name initials } note } links { relation number title status } barred { staff { name } reason at }
  drafts { action body version } uploadLink { id expiresAt usedAt }
  submissions { attempt status submittedAt photo { part mediaType displayUrl thumbnailUrl } identification { part }
    findings { reason level value box { part x } }
    decision { id outcome comment decidedBy { name initials } decidedAt undoneAt reasons { code part label remedy final } } }
  mails { caseNumber template status recipient subject secondsLeft sentAt }
  undo { decisionId caseId caseNumber outcome reasons until secondsLeft version }
} }`;
const IF_HELD = `query IfHeld($caseId: EntityId!, $until: LocalDate!) { deadlineIfHeld(caseId: $caseId, until: $until) {
  dueOn holdDays paused holds { fromOn toOn } } }`;

// A Wednesday.
const NOW = new Date('2026-11-18T09:00:00Z');
const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000);

describe('the case page', () => {
  let desk: Desk;
  let agent: Client;
  let rejected: NewCaseIds;
  let inquiry: NewCaseIds;
  let held: NewCaseIds;
  let decisionId: string;

  const read = async (client: Client, id: string) => (await client.ask(CASE, { id })).case;

  beforeAll(async () => {
    desk = await startDesk({ clock: { now: () => NOW } });
    ({ rejected, inquiry, held, decisionId } = await createCasePage(desk, NOW));
    agent = await desk.as('agent');
  });
  afterAll(() => desk.stop());

  test('shows the facts, the deadline with its working, and everything that hangs on the case', async () => {
    const found = await read(agent, rejected.id);
    expect(found).toMatchObject({
      number: rejected.number,
      person: { name: 'Zoë Łukasik', birthDate: expect.stringMatching(/^1985-05-/), restricted: false },
      orderItem: { orderNumber: rejected.orderItem?.orderNumber, unit: { name: 'Prøvebygg avd. Nord' } },
      deadline: { startOn: '2026-11-09', dueOn: '2026-12-07', days: 20, daysCounted: 7, daysLeft: 13 },
      reservation: { by: { name: 'Ingrid Solheim' }, mine: true, until: minutes(10).toISOString() },
      events: [
        { type: 'NOTE_ADDED', actor: { name: 'Jonas Berg', initials: 'JB' }, note: 'Ringte' },
        { type: 'CASE_OPENED', actor: null },
      ],
      links: [{ relation: 'SAME_PERSON', number: inquiry.number, title: 'Hvor er kortet?', status: 'OPEN' }],
      barred: [{ staff: { name: 'Jonas Berg' }, reason: 'FAMILY' }],
      uploadLink: { expiresAt: minutes(7200).toISOString(), usedAt: null },
    });
    expect(found.person.maskedNationalId).toMatch(/^[0-9]{6}[*]{5}$/);
    expect(found.events[0].at).toMatch(/^2\d{3}-.*Z$/);
  });

  test('shows each image pair with its findings, its decision and the reasons in plain words', async () => {
    const { submissions } = await read(agent, rejected.id);
    expect(submissions).toMatchObject([
      {
        attempt: 1,
        status: 'REJECTED',
        photo: { part: 'PHOTO', displayUrl: expect.stringMatching(/^\/files\/\d+\/display$/) },
        identification: { part: 'ID' },
        findings: [{ reason: 'PH_LIGHT', level: 'REMARK', value: '31', box: { part: 'PHOTO', x: 0.1 } }],
        decision: {
          outcome: 'REJECTED',
          comment: 'Se på lyset',
          decidedBy: { name: 'Ingrid Solheim', initials: 'IS' },
          decidedAt: NOW.toISOString(),
          undoneAt: null,
          reasons: [
            { code: 'PH_LIGHT', part: 'PHOTO', label: 'Ujevnt lys (hvite flekker på kortet)', final: false },
            { code: 'ID_EXPIRED', part: 'ID', label: 'Legitimasjonen er utløpt', final: false },
          ],
        },
      },
    ]);
  });

  test('shows the mail that waits, to whom and how long', async () => {
    const { mails } = await read(agent, rejected.id);
    expect(mails).toMatchObject([
      {
        caseNumber: rejected.number,
        template: 'IMAGES_REJECTED',
        status: 'QUEUED',
        recipient: 'kari.bestiller@firma.example',
        secondsLeft: 60,
        sentAt: null,
      },
    ]);
    expect(mails[0].subject.length).toBeGreaterThan(5);
  });

  test('shows my own drafts, never a colleague’s', async () => {
    expect((await read(agent, rejected.id)).drafts).toEqual([
      { action: 'NOTE', body: { note: 'mitt' }, version: 1 },
    ]);
  });

  test('offers the undo to the one who decided and to a senior agent, not to a colleague', async () => {
    const offer = {
      decisionId,
      caseId: rejected.id,
      caseNumber: rejected.number,
      outcome: 'REJECTED',
      reasons: 2,
      until: minutes(1).toISOString(),
      secondsLeft: 60,
      version: 1,
    };
    for (const name of ['agent', 'senior'] as const) {
      const found = await read(await desk.as(name), rejected.id);
      expect(found.undo).toEqual(offer);
      expect(found.allowedActions).toContain('UNDO_DECISION');
    }
    const { undo, allowedActions } = await read(await desk.as('colleague'), rejected.id);
    expect({ undo, offered: allowedActions.includes('UNDO_DECISION') }).toEqual({
      undo: null,
      offered: false,
    });
  });

  test('no undo is offered once the mail has begun to leave', async () => {
    await desk.sql.query(`update outbox_mail set status = 'SENDING' where case_id = $1`, [rejected.id]);
    const { undo, allowedActions } = await read(agent, rejected.id);
    await desk.sql.query(`update outbox_mail set status = 'QUEUED' where case_id = $1`, [rejected.id]);
    expect(undo).toBeNull();
    expect(allowedActions).not.toContain('UNDO_DECISION');
  });

  test('offers what the state and the rights allow, and nothing else', async () => {
    expect((await read(agent, rejected.id)).allowedActions.toSorted()).toEqual(
      [
        ...['EXTEND', 'RELEASE', 'HAND_OVER', 'REGISTER_UPLOAD', 'SEND_UPLOAD_LINK', 'UNDO_DECISION'],
        ...['SET_PRIORITY', 'SET_PROMISE', 'NOTE', 'LINK', 'BAR'],
      ].toSorted(),
    );
    // Jonas is barred: he may look and note.
    expect((await read(await desk.as('colleague'), rejected.id)).allowedActions.toSorted()).toEqual([
      'BAR',
      'LINK',
      'NOTE',
    ]);
    expect((await read(await desk.as('auditor'), rejected.id)).allowedActions).toEqual([]);
    const senior = await desk.as('senior');
    expect((await read(senior, rejected.id)).allowedActions).toContain('REVEAL_NATIONAL_ID');
    expect((await read(senior, held.id)).allowedActions).toContain('REVEAL_NATIONAL_ID');
    expect((await read(senior, inquiry.id)).allowedActions).not.toContain('REVEAL_NATIONAL_ID');
  });

  test('a case on hold shows a paused clock and the due date of the list', async () => {
    const { deadline, dueOn, holdReason, holdUntil } = await read(agent, held.id);
    expect({ holdReason, holdUntil }).toEqual({ holdReason: 'AWAITING_FIRM', holdUntil: '2026-11-24' });
    expect(deadline).toMatchObject({ paused: true, holds: [{ fromOn: '2026-11-16', toOn: null }] });
    expect(deadline.dueOn).toBe(dueOn);
  });

  test('a closed case stands still', async () => {
    const closed = await createCase(desk, {
      status: 'CLOSED',
      openedOn: '2026-11-02',
      dueOn: '2026-11-09',
      closedAt: new Date('2026-11-04T12:00:00Z'),
    });
    expect((await read(agent, closed.id)).deadline).toMatchObject({ daysCounted: 2, overdueDays: 0 });
  });

  test('what a hold would do to the deadline can be seen before it is done', async () => {
    const open = await createCase(desk, { openedOn: '2026-11-16', dueDays: 5, dueOn: '2026-11-23' });
    const ask = (until: string) => agent.send(IF_HELD, { caseId: open.id, until });
    expect((await ask('2026-11-25')).data?.deadlineIfHeld).toMatchObject({
      dueOn: '2026-11-30',
      paused: true,
      holdDays: 5,
    });
    expect((await ask('2026-11-18')).errors?.[0]?.extensions.fieldErrors).toEqual({
      until: 'DATE_NOT_LATER',
    });
    expect((await ask('9999-12-31')).errors?.[0]?.extensions.fieldErrors).toEqual({ until: 'DATE_TOO_FAR' });
    const caseworker = await desk.as('caseworker');
    expect(await caseworker.refused(IF_HELD, { caseId: open.id, until: '2026-11-25' })).toBe('NOT_FOUND');
  });

  test('is found by its number too', async () => {
    expect((await agent.ask(CASE, { number: inquiry.number })).case.id).toBe(inquiry.id);
    expect(await agent.refused(CASE, { number: '2020/999999' })).toBe('NOT_FOUND');
    expect(await agent.refused(CASE, {})).toBe('VALIDATION_FAILED');
  });

  test('what somebody may not see is not found', async () => {
    for (const name of ['finance', 'caseworker'] as const) {
      expect(await (await desk.as(name)).refused(CASE, { id: rejected.id })).toBe('NOT_FOUND');
      expect(await (await desk.as(name)).refused(CASE, { number: rejected.number })).toBe('NOT_FOUND');
    }
    expect(await (await desk.as('admin')).refused(CASE, { id: rejected.id })).toBe('FORBIDDEN');
    expect(await desk.anonymous().refused(CASE, { id: rejected.id })).toBe('UNAUTHENTICATED');
  });

  test('finance sees an inquiry without ID number, and no link to an image case', async () => {
    await desk.sql.query('update desk_case set person_id = $2 where id = $1', [
      inquiry.id,
      rejected.orderItem?.personId,
    ]);
    const found = await read(await desk.as('finance'), inquiry.id);
    await desk.sql.query('update desk_case set person_id = null where id = $1', [inquiry.id]);
    expect(found.person).toMatchObject({ name: 'Zoë Łukasik', maskedNationalId: null });
    expect(found.links).toEqual([]);
  });

  test('the auditor sees every case, but no images, mails or ID numbers', async () => {
    const found = await read(await desk.as('auditor'), rejected.id);
    expect(found).toMatchObject({ submissions: [], mails: [], uploadLink: null, undo: null });
    expect(found.person.maskedNationalId).toBeNull();
    expect(found.events.length).toBe(2);
  });

  test('holidays are named in the reader’s language', async () => {
    const spring = await createCase(desk, { openedOn: '2026-04-30', dueDays: 5, dueOn: '2026-05-08' });
    const names = async () => {
      const { deadline } = await read(agent, spring.id);
      return (deadline.holidaysSkipped as { name: string }[]).map(({ name }) => name);
    };
    expect(await names()).toEqual(['1. mai']);
    const save = 'mutation P($p: StoredJson!) { savePreferences(preferences: $p) }';
    await agent.ask(save, { p: { language: 'en' } });
    expect(await names()).toEqual(['Labour Day']);
    await agent.ask(save, { p: {} });
  });
});
