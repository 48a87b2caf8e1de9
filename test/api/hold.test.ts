import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, addMonthsClamped, osloDate } from '../../server/src/platform/calendar/calendar.ts';
import { answerOf, eventsOf, refusal, write } from '../support/case-documents.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase } from '../support/factories.ts';

// A Wednesday without holidays near: due dates can be counted by hand.
const NOW = new Date('2026-09-09T10:00:00Z');
const OPENED = { openedOn: '2026-09-07', dueOn: '2026-09-14' };

describe('putting a case on hold', () => {
  let desk: Desk;
  let agent: Client;
  let now = NOW;
  const inHalfAnHour = () => new Date(now.getTime() + 30 * 60_000);
  const mine = (more = {}) =>
    createCase(desk, {
      kind: 'INQUIRY',
      reservedBy: desk.staff.agent,
      reservedUntil: inHalfAnHour(),
      ...OPENED,
      ...more,
    });
  const hold = (caseId: string, until: string, version = 1) => ({
    caseId,
    expectedVersion: version,
    reason: 'AWAITING_FIRM',
    until,
    comment: 'Ringer fredag',
  });

  beforeAll(async () => {
    desk = await startDesk({
      clock: { now: () => now },
      env: { SESSION_IDLE_MINUTES: '480', SESSION_ABSOLUTE_HOURS: '24' },
    });
    agent = await desk.as('agent');
  });
  afterAll(() => desk.stop());

  test('a list of held cases says until when', async () => {
    const { id } = await mine();
    await write(agent, 'holdCase', hold(id, '2026-09-11'));
    const { cases } = await agent.ask(
      'query Held { cases(filter: { status: [ON_HOLD] }) { rows { id holdUntil } } }',
    );
    expect(cases.rows).toContainEqual({ id, holdUntil: '2026-09-11' });
  });

  test('the clock pauses: the due date moves by the working days held, and the case leaves my desk', async () => {
    const { id } = await mine();
    const held = await write(agent, 'holdCase', hold(id, '2026-09-11'));
    expect(held).toMatchObject({
      status: 'ON_HOLD',
      dueOn: '2026-09-16',
      holdReason: 'AWAITING_FIRM',
      holdUntil: '2026-09-11',
      reservation: null,
      version: 2,
    });
    expect(await eventsOf(desk, id)).toEqual([
      {
        type: 'HELD',
        actor: 'Ingrid Solheim',
        old_value: '2026-09-11',
        new_value: 'AWAITING_FIRM',
        note: 'Ringer fredag',
      },
    ]);
  });

  test('taking it up again on the same day costs nothing', async () => {
    const { id } = await mine();
    await write(agent, 'holdCase', hold(id, '2026-09-30'));
    await write(agent, 'takeCase', { caseId: id, expectedVersion: 2 });
    const resumed = await write(agent, 'resumeCase', { caseId: id, expectedVersion: 3 });
    expect(resumed).toMatchObject({
      status: 'OPEN',
      dueOn: '2026-09-14',
      holdUntil: null,
      reservation: { mine: true },
    });
    const { rows } = await desk.sql.query('select from_on, to_on from case_hold where case_id = $1', [id]);
    expect(rows).toEqual([{ from_on: '2026-09-09', to_on: '2026-09-09' }]);
  });

  test('taken up again two working days later, the due date is two working days later', async () => {
    const { id } = await mine();
    await write(agent, 'holdCase', hold(id, '2026-09-30'));
    now = new Date('2026-09-11T08:00:00Z');
    const later = await desk.as('senior');
    await write(later, 'takeCase', { caseId: id, expectedVersion: 2 });
    const resumed = await write(later, 'resumeCase', { caseId: id, expectedVersion: 3 });
    now = NOW;
    expect(resumed.dueOn).toBe('2026-09-16');
  });

  test.each([
    ['today', () => osloDate(NOW), 'DATE_NOT_LATER'],
    ['yesterday', () => addDays(osloDate(NOW), -1), 'DATE_NOT_LATER'],
    ['a year and a day ahead', () => addDays(addMonthsClamped(osloDate(NOW), 12), 1), 'DATE_TOO_FAR'],
  ])('a hold until %s is refused', async (_, day, code) => {
    const { id } = await mine();
    const { errors } = await answerOf(agent, 'holdCase', hold(id, day()));
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      fieldErrors: { until: code },
    });
    expect(await eventsOf(desk, id)).toEqual([]);
  });

  test('what the state does not offer is refused: holding twice, taking up what is not on hold', async () => {
    const { id } = await mine();
    expect(await refusal(agent, 'resumeCase', { caseId: id, expectedVersion: 1 })).toBe(
      'ACTION_NOT_AVAILABLE',
    );
    await write(agent, 'holdCase', hold(id, '2026-09-30'));
    await write(agent, 'takeCase', { caseId: id, expectedVersion: 2 });
    expect(await refusal(agent, 'holdCase', hold(id, '2026-09-30', 3))).toBe('ACTION_NOT_AVAILABLE');
  });

  test.each([
    ['holdCase', 'OPEN', { reason: 'OTHER', until: '2026-09-30' }],
    ['resumeCase', 'ON_HOLD', {}],
  ] as const)('%s: an old version is stale, others are refused', async (name, status, more) => {
    const reserved = { reservedBy: desk.staff.agent, reservedUntil: inHalfAnHour() };
    const { id } = await createCase(desk, { status, ...reserved });
    const input = { caseId: id, expectedVersion: 3, ...more };
    const stale = await answerOf(agent, name, input);
    expect(stale.errors?.[0]?.extensions).toMatchObject({ code: 'STALE', params: { current: 1 } });
    const codes = await Promise.all(
      (['colleague', 'finance', 'caseworker', 'auditor', 'admin'] as const).map(async who =>
        refusal(await desk.as(who), name, input),
      ),
    );
    expect(codes).toEqual(['RESERVED_BY_OTHER', 'NOT_FOUND', 'NOT_FOUND', 'FORBIDDEN', 'FORBIDDEN']);
  });
});
