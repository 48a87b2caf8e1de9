import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsOf } from '../support/case-documents.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import {
  APPROVE,
  createReview,
  EXPIRED,
  mailsOf,
  reject,
  stateOf,
  UNDO,
} from '../support/image-documents.ts';
import { newestLink, uploadByMail } from '../support/upload.factories.ts';

describe('taking a decision on an image pair back', () => {
  let desk: Desk;
  let agent: Client;
  let colleague: Client;
  let senior: Client;
  let shift = 0;
  const now = () => new Date(Date.now() + shift);

  beforeAll(async () => {
    desk = await startDesk({ clock: { now } });
    [agent, colleague, senior] = [
      await desk.as('agent'),
      await desk.as('colleague'),
      await desk.as('senior'),
    ];
  });
  afterAll(() => desk.stop());

  test('undo stops the mail, closes the link and gives the case back to whoever undid', async () => {
    const { id } = await createReview(desk);
    const { decisionId } = await reject(agent, id);
    const api = await newestLink(desk, id);
    const { undoDecision } = await agent.ask(UNDO, { decisionId });
    expect(undoDecision).toMatchObject({ id, status: 'OPEN', reservation: { mine: true } });
    expect(await stateOf(desk, id)).toMatchObject({
      status: 'OPEN',
      item: 'PENDING',
      requirement: 'AWAITING_REVIEW',
      pair: 'AWAITING_REVIEW',
      reserved_by: desk.staff.agent,
    });
    expect(await mailsOf(desk, id)).toMatchObject([{ status: 'CANCELLED' }]);
    expect((await api.page()).body).toEqual({ state: 'REVOKED' });
    const types = (await eventsOf(desk, id)).map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining(['DECISION_UNDONE', 'MAIL_CANCELLED', 'UPLOAD_LINK_REVOKED']),
    );
    expect(await agent.refused(UNDO, { decisionId })).toBe('UNDO_ALREADY');
  });

  test('after an undo the pair can be decided again, with a mail of its own', async () => {
    const { id } = await createReview(desk);
    const first = await reject(agent, id);
    const { undoDecision } = await agent.ask(UNDO, { decisionId: first.decisionId });
    await reject(agent, id, { expectedVersion: undoDecision.version, reasons: [EXPIRED] });
    expect(await mailsOf(desk, id)).toMatchObject([{ status: 'CANCELLED' }, { status: 'QUEUED' }]);
  });

  test('an approval and a stop can be taken back too', async () => {
    for (const decide of [
      async (id: string) =>
        (await agent.ask(APPROVE, { input: { caseId: id, expectedVersion: 1 } })).approveImages,
      (id: string) => reject(agent, id, { reasons: [{ code: 'STOP_FORGED_ID', part: 'ID' }] }),
    ]) {
      const { id } = await createReview(desk);
      const { decisionId } = await decide(id);
      await agent.ask(UNDO, { decisionId });
      expect(await stateOf(desk, id)).toMatchObject({
        status: 'OPEN',
        item: 'PENDING',
        requirement: 'AWAITING_REVIEW',
        closed_at: null,
      });
    }
  });

  test('undo is too late when the time is up, and when the mail is on its way', async () => {
    const one = await createReview(desk);
    const { decisionId } = await reject(agent, one.id);
    shift = 61_000;
    expect(await agent.refused(UNDO, { decisionId })).toBe('UNDO_TOO_LATE');
    shift = 0;
    await desk.sql.query(`update outbox_mail set status = 'SENDING' where case_id = $1`, [one.id]);
    expect(await agent.refused(UNDO, { decisionId })).toBe('UNDO_TOO_LATE');
    expect(await stateOf(desk, one.id)).toMatchObject({ status: 'AWAITING_UPLOAD', pair: 'REJECTED' });
  });

  test('new images that come while undo is open stand, and undo says so', async () => {
    const { id } = await createReview(desk);
    const { decisionId } = await reject(agent, id);
    expect((await uploadByMail(desk, id)).status).toBe(200);
    expect(await agent.refused(UNDO, { decisionId })).toBe('UNDO_NEW_IMAGES');
    expect(await stateOf(desk, id)).toMatchObject({
      status: 'OPEN',
      item: 'PENDING',
      pair: 'AWAITING_REVIEW',
    });
    expect(await mailsOf(desk, id)).toMatchObject([{ status: 'QUEUED' }]);
  });

  test('an agent undoes own decisions only, a senior agent anyone’s', async () => {
    const { id } = await createReview(desk);
    const { decisionId } = await reject(agent, id);
    expect(await colleague.refused(UNDO, { decisionId })).toBe('FORBIDDEN');
    const { undoDecision } = await senior.ask(UNDO, { decisionId });
    expect(undoDecision).toMatchObject({ status: 'OPEN', reservation: { mine: true } });
  });

  test('a colleague who has taken the case in between keeps it', async () => {
    const { id } = await createReview(desk);
    const { decisionId } = await reject(agent, id);
    await desk.sql.query(
      `update desk_case set reserved_by = $2, reserved_until = now() + interval '20 minutes' where id = $1`,
      [id, desk.staff.colleague],
    );
    await agent.ask(UNDO, { decisionId });
    expect(await stateOf(desk, id)).toMatchObject({ status: 'OPEN', reserved_by: desk.staff.colleague });
  });
});
