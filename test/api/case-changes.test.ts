import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf, caseInDb, eventsOf, refusal, write } from '../support/case-documents.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createDecision, createOrderItem, createSubmission } from '../support/factories.ts';

describe('changing, closing and reopening a case', () => {
  let desk: Desk;
  let agent: Client;
  let senior: Client;
  const mine = (more = {}) => createCase(desk, { kind: 'INQUIRY', reservedBy: desk.staff.agent, ...more });

  beforeAll(async () => {
    desk = await startDesk();
    [agent, senior] = [await desk.as('agent'), await desk.as('senior')];
  });
  afterAll(() => desk.stop());

  test('priority goes from -1 to 2, and the timeline has both values', async () => {
    const { id } = await mine();
    const set = (priority: number) => ({ caseId: id, expectedVersion: 1, priority });
    for (const outside of [-2, 3]) {
      const { errors } = await answerOf(agent, 'setPriority', set(outside));
      expect(errors?.[0]?.extensions.fieldErrors).toEqual({ priority: 'OUT_OF_RANGE' });
    }
    expect(await write(agent, 'setPriority', set(-1))).toMatchObject({ priority: -1, version: 2 });
    expect(await eventsOf(desk, id)).toMatchObject([
      { type: 'PRIORITY_CHANGED', old_value: '0', new_value: '-1' },
    ]);
  });

  test('a promise stands beside the due date and never moves it', async () => {
    const { id } = await mine({ dueOn: '2026-11-23' });
    const promise = { caseId: id, expectedVersion: 1, promisedOn: '2099-01-05' };
    const promised = await write(agent, 'setPromise', promise);
    expect(promised).toMatchObject({ promisedOn: '2099-01-05', dueOn: '2026-11-23' });
    const taken = await write(agent, 'setPromise', { caseId: id, expectedVersion: 2, promisedOn: null });
    expect(taken.promisedOn).toBeNull();
    expect(await eventsOf(desk, id)).toMatchObject([
      { type: 'PROMISE_CHANGED', old_value: null, new_value: '2099-01-05' },
      { type: 'PROMISE_CHANGED', old_value: '2099-01-05', new_value: null },
    ]);
    const past = await answerOf(agent, 'setPromise', {
      caseId: id,
      expectedVersion: 3,
      promisedOn: '2020-01-05',
    });
    expect(past.errors?.[0]?.extensions.fieldErrors).toEqual({ promisedOn: 'DATE_IN_PAST' });
  });

  test('an inquiry is closed with a reason, leaves my desk, and can be opened again by a senior', async () => {
    const { id } = await mine();
    const close = { caseId: id, expectedVersion: 1, reason: 'ANSWERED', comment: 'Svart på telefon' };
    expect(await write(agent, 'closeCase', close)).toMatchObject({ status: 'CLOSED', reservation: null });
    const reopen = { caseId: id, expectedVersion: 2, reason: 'NEW_INFORMATION' };
    expect(await refusal(agent, 'reopenCase', reopen)).toBe('FORBIDDEN');
    expect(await write(senior, 'reopenCase', reopen)).toMatchObject({ status: 'OPEN', version: 3 });
    expect(await eventsOf(desk, id)).toMatchObject([
      { type: 'CLOSED', new_value: 'ANSWERED', note: 'Svart på telefon' },
      { type: 'REOPENED', actor: 'Stine Krog', new_value: 'NEW_INFORMATION' },
    ]);
  });

  test('closing a case on hold ends the hold', async () => {
    const { id } = await mine({ status: 'ON_HOLD' });
    const closed = await write(agent, 'closeCase', { caseId: id, expectedVersion: 1, reason: 'DUPLICATE' });
    expect(closed).toMatchObject({ status: 'CLOSED', holdUntil: null });
    const { rows } = await desk.sql.query('select to_on from case_hold where case_id = $1', [id]);
    expect(rows[0].to_on).not.toBeNull();
  });

  test('an image case is closed by its decision, never by hand', async () => {
    const { id } = await createCase(desk, { reservedBy: desk.staff.agent });
    expect(await refusal(agent, 'closeCase', { caseId: id, expectedVersion: 1, reason: 'OTHER' })).toBe(
      'ACTION_NOT_AVAILABLE',
    );
  });

  const decided = async (item: Parameters<typeof createOrderItem>[1], status: 'APPROVED' | 'STOPPED') => {
    const orderItem = await createOrderItem(desk, item);
    const closed = await createCase(desk, { status: 'CLOSED', orderItem });
    const submission = await createSubmission(desk, closed, { status });
    const decidedBy = desk.staff.agent;
    const decision = await createDecision(desk, {
      caseId: closed.id,
      submissionId: submission.id,
      decidedBy,
      outcome: status,
    });
    return { ...closed, submission, decision };
  };

  test('reopening an image case takes its decision, and a letter that waits, back', async () => {
    const closed = await decided({ status: 'REJECTED', imageRequirement: 'STOPPED' }, 'STOPPED');
    await desk.sql.query(
      `insert into outbox_mail (organisation_id, case_id, template, language, subject_id, dedupe, message_id, send_after)
       values (1, $1, 'IMAGES_STOPPED', 'nb', $2, 'd1', '<m1>', now())`,
      [closed.id, closed.decision],
    );
    const input = { caseId: closed.id, expectedVersion: 1, reason: 'WRONG_DECISION' };
    expect((await write(senior, 'reopenCase', input)).status).toBe('OPEN');
    const { rows } = await desk.sql.query(
      `select s.status, i.status as item, i.image_requirement, d.undone_by, d.undone_at is not null as undone, m.status as mail
       from image_submission s join order_item i on i.id = s.order_item_id join image_decision d on d.submission_id = s.id
       join outbox_mail m on m.subject_id = d.id where s.id = $1`,
      [closed.submission.id],
    );
    expect(rows).toEqual([
      {
        status: 'AWAITING_REVIEW',
        item: 'PENDING',
        image_requirement: 'AWAITING_REVIEW',
        undone_by: desk.staff.senior,
        undone: true,
        mail: 'CANCELLED',
      },
    ]);
    expect((await eventsOf(desk, closed.id)).map(event => event.type)).toEqual([
      'DECISION_UNDONE',
      'MAIL_CANCELLED',
      'REOPENED',
    ]);
  });

  test('reopening is refused once the card is in production, and nothing changes', async () => {
    const closed = await decided({ status: 'IN_PRODUCTION', imageRequirement: 'MET' }, 'APPROVED');
    const input = { caseId: closed.id, expectedVersion: 1, reason: 'WRONG_DECISION' };
    expect(await refusal(senior, 'reopenCase', input)).toBe('REOPEN_REFUSED');
    expect(await caseInDb(desk, closed.id)).toMatchObject({ status: 'CLOSED', version: 1 });
    expect(await eventsOf(desk, closed.id)).toEqual([]);
  });

  const WRITES = [
    ['setPriority', 'OPEN', { priority: 1 }],
    ['setPromise', 'OPEN', { promisedOn: '2099-01-05' }],
    ['closeCase', 'OPEN', { reason: 'OTHER' }],
    ['reopenCase', 'CLOSED', { reason: 'OTHER' }],
  ] as const;

  test.each(WRITES)('%s: an old version is stale and nothing is saved', async (name, status, more) => {
    const { id } = await mine({ status, reservedBy: status === 'OPEN' ? desk.staff.senior : undefined });
    const { errors } = await answerOf(senior, name, { caseId: id, expectedVersion: 9, ...more });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'STALE', params: { current: 1 } });
    expect((await caseInDb(desk, id)).version).toBe(1);
  });

  test.each(WRITES)('%s: those who may not are refused', async (name, status, more) => {
    const { id } = await createCase(desk, { status });
    const input = { caseId: id, expectedVersion: 1, ...more };
    const codeFor = async (who: 'finance' | 'caseworker' | 'lead' | 'auditor' | 'admin') =>
      refusal(await desk.as(who), name, input);
    expect(await codeFor('lead')).toBe('NOT_FOUND');
    const notTheirs = name === 'reopenCase' ? 'FORBIDDEN' : 'NOT_FOUND';
    expect([await codeFor('finance'), await codeFor('caseworker')]).toEqual([notTheirs, notTheirs]);
    expect([await codeFor('auditor'), await codeFor('admin')]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });

  test('who changed what is in the audit log', async () => {
    const { id } = await mine();
    await write(agent, 'setPriority', { caseId: id, expectedVersion: 1, priority: 2 });
    const { rows } = await desk.sql.query(
      `select kind, actor_id::text, operation, fields, old_values -> 'priority' as old, new_values -> 'priority' as new
       from audit_log where case_id = $1 and actor_id is not null and kind = 'CHANGE'`,
      [id],
    );
    expect(rows).toEqual([
      {
        kind: 'CHANGE',
        actor_id: desk.staff.agent,
        operation: 'setPriority UPDATE',
        fields: expect.arrayContaining(['priority', 'version']),
        old: 0,
        new: 2,
      },
    ]);
  });

  test.each([
    'update case_event set note = null',
    'delete from case_event',
    'update audit_log set fields = null',
    'delete from audit_log',
    'truncate audit_log',
  ])('neither the server nor the owner can "%s"', async sql => {
    const { id } = await mine();
    await write(agent, 'addNote', { caseId: id, note: 'x' });
    const app = new pg.Client({ connectionString: desk.databaseUrl });
    await app.connect();
    await app.query('set role desk_app');
    await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' });
    await app.end();
    await expect(desk.sql.query(sql)).rejects.toMatchObject({ code: '42501' });
  });
});
