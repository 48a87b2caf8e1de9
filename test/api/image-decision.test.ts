import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsOf } from '../support/case-documents.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import {
  APPROVE,
  createReview,
  EXPIRED,
  GLASSES,
  liveLinks,
  mailsOf,
  REJECT,
  reject,
  stateOf,
  UNDO,
} from '../support/image-documents.ts';
import { uploadByMail } from '../support/upload.factories.ts';

describe('deciding on an image pair', () => {
  let desk: Desk;
  let agent: Client;
  let colleague: Client;
  let senior: Client;

  beforeAll(async () => {
    desk = await startDesk();
    [agent, colleague, senior] = [
      await desk.as('agent'),
      await desk.as('colleague'),
      await desk.as('senior'),
    ];
  });
  afterAll(() => desk.stop());

  const input = (caseId: string, expectedVersion = 1) => ({ input: { caseId, expectedVersion } });

  test('approval meets the requirement, leaves the item pending, closes the case and writes to nobody', async () => {
    const { id, number } = await createReview(desk);
    const { approveImages: offer } = await agent.ask(APPROVE, input(id));
    expect(offer).toMatchObject({
      caseId: id,
      caseNumber: number,
      outcome: 'APPROVED',
      reasons: 0,
      version: 2,
    });
    expect(offer.secondsLeft).toBe(60);
    expect(await stateOf(desk, id)).toMatchObject({
      status: 'CLOSED',
      item: 'PENDING',
      requirement: 'MET',
      pair: 'APPROVED',
      reserved_by: null,
      last_worker_id: desk.staff.agent,
      closed_at: expect.any(Date),
    });
    expect(await mailsOf(desk, id)).toEqual([]);
    expect(await eventsOf(desk, id)).toMatchObject([{ type: 'IMAGES_APPROVED', actor: 'Ingrid Solheim' }]);
  });

  test('rejection keeps every reason with its part, opens a link and lets the mail wait', async () => {
    const { id } = await createReview(desk);
    const offer = await reject(agent, id, { reasons: [GLASSES, EXPIRED], comment: ' Ta av brillene. ' });
    expect(offer).toMatchObject({ outcome: 'REJECTED', reasons: 2 });
    expect(await stateOf(desk, id)).toMatchObject({
      status: 'AWAITING_UPLOAD',
      item: 'IMAGE_REJECTED',
      requirement: 'REJECTED',
      pair: 'REJECTED',
      reserved_by: null,
    });
    const [mail] = await mailsOf(desk, id);
    expect(mail).toMatchObject({
      template: 'IMAGES_REJECTED',
      status: 'QUEUED',
      subject_id: offer.decisionId,
    });
    expect(mail.send_after.toISOString()).toBe(offer.until);
    const { rows: reasons } = await desk.sql.query(
      'select code, part from image_decision_reason where decision_id = $1 order by position',
      [offer.decisionId],
    );
    expect(reasons).toEqual([GLASSES, EXPIRED]);
    const { rows } = await desk.sql.query(
      'select comment, catalogue_version from image_decision where id = $1',
      [offer.decisionId],
    );
    expect(rows).toEqual([{ comment: 'Ta av brillene.', catalogue_version: 1 }]);
    expect(await liveLinks(desk, id)).toBe(1);
  });

  test('while new images are awaited the order’s twenty days run on (R2)', async () => {
    const { id } = await createReview(desk);
    const due = async () =>
      (await desk.sql.query('select due_on from desk_case where id = $1', [id])).rows[0].due_on;
    const before = await due();
    await reject(agent, id);
    expect(await due()).toBe(before);
    expect((await uploadByMail(desk, id)).status).toBe(200);
    expect(await due()).toBe(before);
    const { rows } = await desk.sql.query('select 1 from case_hold where case_id = $1', [id]);
    expect(rows).toEqual([]);
  });

  test('a final reason stops the order item for good', async () => {
    const { id } = await createReview(desk);
    const offer = await reject(agent, id, { reasons: [{ code: 'STOP_FORGED_ID', part: 'ID' }] });
    expect(offer.outcome).toBe('STOPPED');
    expect(await stateOf(desk, id)).toMatchObject({
      status: 'CLOSED',
      item: 'REJECTED',
      requirement: 'STOPPED',
      pair: 'STOPPED',
    });
    expect(await mailsOf(desk, id)).toMatchObject([{ template: 'IMAGES_STOPPED', status: 'QUEUED' }]);
    expect(await liveLinks(desk, id)).toBe(0);
  });

  test.each([
    ['no reason', [], 'REASON_REQUIRED'],
    ['the same reason twice', [GLASSES, GLASSES], 'REASON_DUPLICATE'],
    ['a reason on the wrong part', [{ code: 'PH_EYES', part: 'ID' }], 'REASON_WRONG_PART'],
    [
      'repairable and final together',
      [GLASSES, { code: 'STOP_FORGED_ID', part: 'ID' }],
      'REASON_MIXED_FINAL',
    ],
  ])('a rejection with %s is refused and changes nothing', async (_name, reasons, fault) => {
    const { id } = await createReview(desk);
    const { errors } = await agent.send(REJECT, { input: { caseId: id, expectedVersion: 1, reasons } });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      fieldErrors: { reasons: fault },
    });
    expect(await stateOf(desk, id)).toMatchObject({ status: 'OPEN', pair: 'AWAITING_REVIEW', version: 1 });
  });

  test('a decision on an older version is refused and changes nothing', async () => {
    const { id } = await createReview(desk);
    expect(await agent.refused(APPROVE, input(id, 7))).toBe('STALE');
    expect(await stateOf(desk, id)).toMatchObject({ status: 'OPEN', pair: 'AWAITING_REVIEW' });
  });

  test('whoever has lost the reservation is told, and so is whoever never had it', async () => {
    const lost = await createReview(desk, { reservedUntil: new Date(Date.now() - 1000) });
    expect(await agent.refused(APPROVE, input(lost.id))).toBe('RESERVATION_LOST');
    const { id } = await createReview(desk);
    expect(await colleague.refused(APPROVE, input(id))).toBe('RESERVED_BY_OTHER');
    expect(
      await senior.refused(REJECT, { input: { caseId: id, expectedVersion: 1, reasons: [GLASSES] } }),
    ).toBe('RESERVED_BY_OTHER');
  });

  test('two presses at once make one decision', async () => {
    const { id } = await createReview(desk);
    const answers = await Promise.all(Array.from({ length: 8 }, () => agent.send(APPROVE, input(id))));
    expect(answers.filter(({ data }) => data?.approveImages)).toHaveLength(1);
    const { rows } = await desk.sql.query('select 1 from image_decision where case_id = $1', [id]);
    expect(rows).toHaveLength(1);
  });

  test('someone barred from the case does not decide on it', async () => {
    const { id } = await createReview(desk);
    await desk.sql.query(
      `insert into case_barred (case_id, staff_user_id, organisation_id, reason) values ($1, $2, 1, 'FAMILY')`,
      [id, desk.staff.agent],
    );
    expect(await agent.refused(APPROVE, input(id))).toBe('BARRED');
  });

  test.each(['finance', 'admin', 'caseworker', 'auditor'] as const)(
    'deciding and undoing are not for %s',
    async role => {
      const { id } = await createReview(desk);
      const { decisionId } = await reject(agent, id);
      const other = await desk.as(role);
      expect(await other.refused(APPROVE, input(id))).toBe('FORBIDDEN');
      expect(
        await other.refused(REJECT, { input: { caseId: id, expectedVersion: 1, reasons: [GLASSES] } }),
      ).toBe('FORBIDDEN');
      expect(await other.refused(UNDO, { decisionId })).toBe('FORBIDDEN');
    },
  );

  test('cases of another organisation and cases that do not exist look the same', async () => {
    const { id } = await createReview(desk, { organisation: 2 });
    expect(await agent.refused(APPROVE, input(id))).toBe('NOT_FOUND');
    expect(await agent.refused(APPROVE, input('999999999'))).toBe('NOT_FOUND');
    expect(await agent.refused(UNDO, { decisionId: '999999999' })).toBe('NOT_FOUND');
    expect(await desk.anonymous().refused(APPROVE, input(id))).toBe('UNAUTHENTICATED');
  });
});
