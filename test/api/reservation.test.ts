import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf, caseInDb, EXTEND, eventsOf, refusal, write } from '../support/case-documents.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase } from '../support/factories.ts';

describe('reserving a case', () => {
  let desk: Desk;
  let agent: Client;
  let colleague: Client;
  const inquiry = (more = {}) => createCase(desk, { kind: 'INQUIRY', ...more });
  const mine = (more = {}) => inquiry({ reservedBy: desk.staff.agent, ...more });
  const lapsed = () => new Date(Date.now() - 60_000);

  beforeAll(async () => {
    desk = await startDesk();
    [agent, colleague] = [await desk.as('agent'), await desk.as('colleague')];
  });
  afterAll(() => desk.stop());

  test('a free case is mine for half an hour once I take it', async () => {
    const { id } = await inquiry();
    const taken = await write(agent, 'takeCase', { caseId: id, expectedVersion: 1 });
    expect(taken).toMatchObject({ version: 2, reservation: { mine: true, by: { name: 'Ingrid Solheim' } } });
    const minutes = (new Date(taken.reservation.until).getTime() - Date.now()) / 60_000;
    expect(Math.round(minutes)).toBe(30);
    expect((await eventsOf(desk, id)).map(event => event.type)).toEqual(['RESERVED']);
  });

  test('taking it twice changes nothing', async () => {
    const { id } = await mine();
    expect(await write(agent, 'takeCase', { caseId: id, expectedVersion: 1 })).toMatchObject({ version: 1 });
    expect(await eventsOf(desk, id)).toEqual([]);
  });

  test('a case a colleague has cannot be taken until the reservation runs out', async () => {
    const { id } = await mine();
    expect(await refusal(colleague, 'takeCase', { caseId: id, expectedVersion: 1 })).toBe(
      'RESERVED_BY_OTHER',
    );
    await desk.sql.query('update desk_case set reserved_until = $2 where id = $1', [id, lapsed()]);
    const taken = await write(colleague, 'takeCase', { caseId: id, expectedVersion: 1 });
    expect(taken.reservation).toMatchObject({ mine: true });
    expect((await eventsOf(desk, id)).map(e => [e.type, e.actor])).toEqual([
      ['RESERVATION_EXPIRED', null],
      ['RESERVED', 'Jonas Berg'],
    ]);
  });

  test('writing after my reservation has run out is refused, and says why', async () => {
    const { id } = await mine({ reservedUntil: lapsed() });
    const input = { caseId: id, expectedVersion: 1, priority: 1 };
    expect(await refusal(agent, 'setPriority', input)).toBe('RESERVATION_LOST');
    await write(colleague, 'takeCase', { caseId: id, expectedVersion: 1 });
    expect(await refusal(agent, 'setPriority', input)).toBe('RESERVED_BY_OTHER');
  });

  test('extending moves the end, not the version', async () => {
    const { id } = await mine({ reservedUntil: new Date(Date.now() + 60_000) });
    const { extendReservation } = await agent.ask(EXTEND, { caseId: id });
    expect(extendReservation).toMatchObject({ mine: true, by: { initials: 'IS' } });
    const row = await caseInDb(desk, id);
    expect(row.version).toBe(1);
    expect(row.reserved_until.toISOString()).toBe(extendReservation.until);
    expect(await colleague.refused(EXTEND, { caseId: id })).toBe('RESERVED_BY_OTHER');
    expect(await (await desk.as('admin')).refused(EXTEND, { caseId: id })).toBe('FORBIDDEN');
  });

  test('whatever I write extends my reservation', async () => {
    const { id } = await mine({ reservedUntil: new Date(Date.now() + 60_000) });
    await write(agent, 'setPriority', { caseId: id, expectedVersion: 1, priority: 1 });
    expect((await caseInDb(desk, id)).reserved_until.getTime()).toBeGreaterThan(Date.now() + 25 * 60_000);
  });

  test('a released case goes back to the queue with the reason apart from the comment', async () => {
    const { id } = await mine();
    const input = { caseId: id, expectedVersion: 1, reason: 'END_OF_DAY', comment: 'Fortsetter i morgen' };
    expect((await write(agent, 'releaseCase', input)).reservation).toBeNull();
    expect(await eventsOf(desk, id)).toEqual([
      {
        type: 'RELEASED',
        actor: 'Ingrid Solheim',
        old_value: null,
        new_value: 'END_OF_DAY',
        note: 'Fortsetter i morgen',
      },
    ]);
  });

  test('a case handed over is the colleague’s at once, and both names stand in the timeline', async () => {
    const { id } = await mine();
    const toStaffId = desk.staff.colleague;
    const input = { caseId: id, expectedVersion: 1, toStaffId, reason: 'LANGUAGE', comment: 'Skriver polsk' };
    const answer = await write(agent, 'handOverCase', input);
    expect(answer.reservation).toMatchObject({ mine: false, by: { name: 'Jonas Berg' } });
    expect(await eventsOf(desk, id)).toMatchObject([
      { type: 'HANDED_OVER', old_value: 'Ingrid Solheim', new_value: 'Jonas Berg', note: 'Skriver polsk' },
    ]);
    const { rows } = await desk.sql.query(
      'select reason from audit_log where case_id = $1 and reason is not null',
      [id],
    );
    expect(rows).toEqual([{ reason: 'LANGUAGE' }]);
    const priority = { caseId: id, expectedVersion: 2, priority: 1 };
    expect(await refusal(agent, 'setPriority', priority)).toBe('RESERVED_BY_OTHER');
    expect((await write(colleague, 'setPriority', priority)).priority).toBe(1);
  });

  test.each([
    ['myself', 'agent', 'COLLEAGUE_UNKNOWN'],
    ['someone in the other organisation', 'caseworker', 'COLLEAGUE_UNKNOWN'],
    ['someone who may not work on cases', 'admin', 'COLLEAGUE_NO_RIGHT'],
  ] as const)('a case cannot be handed to %s', async (_, to, code) => {
    const { id } = await mine();
    const input = { caseId: id, expectedVersion: 1, toStaffId: desk.staff[to], reason: 'OTHER' };
    const { errors } = await answerOf(agent, 'handOverCase', input);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      fieldErrors: { toStaffId: code },
    });
  });

  test('an image case cannot be handed to finance, nor any case to a barred or disabled colleague', async () => {
    const images = await createCase(desk, { reservedBy: desk.staff.agent });
    const other = await mine();
    const handOver = (caseId: string, toStaffId: string) =>
      answerOf(agent, 'handOverCase', { caseId, expectedVersion: 1, toStaffId, reason: 'OTHER' });
    const faultOf = async (caseId: string, to: string) =>
      (await handOver(caseId, to)).errors?.[0]?.extensions.fieldErrors?.toStaffId;
    expect(await faultOf(images.id, desk.staff.finance)).toBe('COLLEAGUE_NO_RIGHT');
    await desk.sql.query(
      `insert into case_barred (case_id, staff_user_id, organisation_id, reason) values ($1, $2, 1, 'FAMILY')`,
      [other.id, desk.staff.senior],
    );
    expect(await faultOf(other.id, desk.staff.senior)).toBe('COLLEAGUE_BARRED');
    await desk.sql.query('update staff_user set active = false where id = $1', [desk.staff.senior]);
    expect(await faultOf(images.id, desk.staff.senior)).toBe('COLLEAGUE_UNKNOWN');
    await desk.sql.query('update staff_user set active = true where id = $1', [desk.staff.senior]);
  });

  test('an image case goes to a colleague who may decide on images', async () => {
    const { id } = await createCase(desk, { reservedBy: desk.staff.agent });
    const input = { caseId: id, expectedVersion: 1, toStaffId: desk.staff.senior, reason: 'EXPERTISE' };
    expect((await write(agent, 'handOverCase', input)).reservation.by.name).toBe('Stine Krog');
  });

  test('whoever hands over keeps the draft', async () => {
    const { id } = await mine();
    await agent.ask('mutation S($input: SaveDraftInput!) { saveDraft(input: $input) { version } }', {
      input: { caseId: id, action: 'NOTE', body: { text: 'halvferdig' }, expectedVersion: 0 },
    });
    const input = { caseId: id, expectedVersion: 1, toStaffId: desk.staff.colleague, reason: 'ABSENCE' };
    expect((await write(agent, 'handOverCase', input)).drafts).toMatchObject([
      { body: { text: 'halvferdig' } },
    ]);
  });

  test.each([
    ['takeCase', {}],
    ['releaseCase', { reason: 'OTHER' }],
    ['handOverCase', { reason: 'OTHER', toStaffId: '1' }],
  ] as const)('%s: agents may, others are refused, an old version is stale', async (name, more) => {
    const images = await createCase(desk, { reservedBy: desk.staff.agent });
    const input = { caseId: images.id, expectedVersion: 7, ...more };
    const stale = await answerOf(agent, name, input);
    expect(stale.errors?.[0]?.extensions).toMatchObject({ code: 'STALE', params: { current: 1 } });
    const codes = await Promise.all(
      (['finance', 'caseworker', 'auditor', 'admin'] as const).map(async who =>
        refusal(await desk.as(who), name, input),
      ),
    );
    expect(codes).toEqual(['NOT_FOUND', 'NOT_FOUND', 'FORBIDDEN', 'FORBIDDEN']);
    expect(await refusal(agent, name, { ...input, caseId: '999999999' })).toBe('NOT_FOUND');
  });
});
