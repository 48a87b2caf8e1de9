import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventsOf } from '../support/case-documents.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createDecision, createOrderItem, createSubmission } from '../support/factories.ts';
import {
  APPROVE,
  CATALOGUE,
  createReview,
  IMAGE_BENCH,
  liveLinks,
  mailsOf,
  PEEK,
  REVOKE_LINK,
  SEND_LINK,
  stateOf,
  TICKET,
} from '../support/image-documents.ts';
import { picture } from '../support/pictures.ts';
import { createWaitingCase, uploadApi } from '../support/upload.factories.ts';

describe('the image bench', () => {
  let desk: Desk;
  let agent: Client;

  beforeAll(async () => {
    desk = await startDesk();
    agent = await desk.as('agent');
  });
  afterAll(() => desk.stop());
  beforeEach(() =>
    desk.sql.query(
      `update desk_case set status = 'CLOSED', closed_at = now(), hold_until = null, reserved_by = null, reserved_until = null where status <> 'CLOSED'`,
    ),
  );

  const vars = (caseId: string, expectedVersion = 1) => ({ input: { caseId, expectedVersion } });

  test('shows the newest pair beside the one before, with its reasons', async () => {
    const orderItem = await createOrderItem(desk);
    const made = await createCase(desk, { orderItem, reservedBy: desk.staff.agent });
    const first = await createSubmission(desk, made, { status: 'REJECTED' });
    await createDecision(desk, {
      caseId: made.id,
      submissionId: first.id,
      decidedBy: desk.staff.colleague,
      comment: 'Nærmere',
      reasons: [{ code: 'PH_GLASSES', part: 'PHOTO' }],
    });
    const findings = [{ reason: 'PH_LIGHT', level: 'REMARK', value: '31', box: null }];
    const second = await createSubmission(desk, made, { attempt: 2, previousId: first.id, findings });
    const { imageBench } = await agent.ask(IMAGE_BENCH, { caseId: made.id });
    expect(imageBench).toMatchObject({
      case: { id: made.id, allowedActions: expect.arrayContaining(['APPROVE_IMAGES', 'REJECT_IMAGES']) },
      submission: {
        id: second.id,
        attempt: 2,
        status: 'AWAITING_REVIEW',
        decision: null,
        findings: [{ reason: 'PH_LIGHT', level: 'REMARK', value: '31' }],
        photo: {
          displayUrl: `/files/${second.photoFileId}/display`,
          thumbnailUrl: `/files/${second.photoFileId}/thumbnail`,
        },
      },
      previous: {
        id: first.id,
        decision: { comment: 'Nærmere', reasons: [{ code: 'PH_GLASSES', part: 'PHOTO' }] },
      },
      remaining: { value: 1, exact: true },
    });
  });

  test('counts what I have decided today', async () => {
    const { id } = await createReview(desk);
    const before = (await agent.ask(IMAGE_BENCH, { caseId: id })).imageBench.decidedToday;
    await agent.ask(APPROVE, vars(id));
    const { imageBench } = await agent.ask(IMAGE_BENCH, { caseId: id });
    expect(imageBench.decidedToday).toBe(before + 1);
  });

  test('peeks at the case that would come next, one’s own first, and reserves nothing', async () => {
    const mine = await createReview(desk, { dueOn: '2026-11-24' });
    await createReview(desk, { dueOn: '2026-11-24', reservedBy: desk.staff.colleague });
    const next = await createReview(desk, { dueOn: '2026-11-25', reservedUntil: new Date(0) });
    const after = await createReview(desk, { dueOn: '2026-11-26', reservedUntil: new Date(0) });
    const peek = async (except: string | null) =>
      (await agent.ask(PEEK, { queue: 'IMAGE_REVIEW', except })).peekNext;
    expect((await peek(mine.id)).case).toMatchObject({ id: next.id, reservation: null });
    expect((await peek(null)).case.id).toBe(mine.id);
    expect((await stateOf(desk, next.id)).version).toBe(1);
    await desk.sql.query(
      `insert into case_barred (case_id, staff_user_id, organisation_id, reason) values ($1, $2, 1, 'FAMILY')`,
      [next.id, desk.staff.agent],
    );
    expect((await peek(mine.id)).case.id).toBe(after.id);
  });

  test('nothing comes next in an empty queue', async () => {
    expect((await agent.ask(PEEK, { queue: 'IMAGE_REVIEW' })).peekNext).toBeNull();
    expect((await agent.ask(PEEK, { queue: 'INQUIRY' })).peekNext).toBeNull();
  });

  test('the catalogue has every reason in the language asked for, final ones apart', async () => {
    const { reasonCatalogue } = await agent.ask(CATALOGUE, { language: 'nn' });
    expect(reasonCatalogue).toHaveLength(27);
    expect(reasonCatalogue).toContainEqual(
      expect.objectContaining({ code: 'PH_GLASSES', part: 'PHOTO', final: false, catalogueVersion: 1 }),
    );
    const finals = reasonCatalogue.filter((r: { final: boolean }) => r.final);
    expect(finals.map((r: { code: string }) => r.code)).toEqual([
      'STOP_FORGED_ID',
      'STOP_FALSE_IDENTITY',
      'STOP_PERSON_DECEASED',
    ]);
  });

  test('an inquiry has no bench, and other people’s cases are not there', async () => {
    const inquiry = await createCase(desk, { kind: 'INQUIRY' });
    expect(await agent.refused(IMAGE_BENCH, { caseId: inquiry.id })).toBe('NOT_FOUND');
    const { id } = await createReview(desk, { organisation: 2 });
    expect(await agent.refused(IMAGE_BENCH, { caseId: id })).toBe('NOT_FOUND');
  });

  test.each(['finance', 'admin', 'caseworker', 'auditor'] as const)('nothing of it is for %s', async role => {
    const { id } = await createReview(desk);
    const other = await desk.as(role);
    expect(await other.refused(IMAGE_BENCH, { caseId: id })).toBe('FORBIDDEN');
    expect(await other.refused(PEEK, { queue: 'IMAGE_REVIEW' })).toBe('FORBIDDEN');
    expect(await other.refused(CATALOGUE, { language: 'nb' })).toBe('FORBIDDEN');
    for (const mutation of [TICKET, SEND_LINK, REVOKE_LINK])
      expect(await other.refused(mutation, vars(id))).toBe('FORBIDDEN');
  });

  test('a pair that came by post is uploaded with a ticket and comes up for review', async () => {
    const { id } = await createWaitingCase(desk, { reservedBy: desk.staff.agent });
    const { createUploadTicket: ticket } = await agent.ask(TICKET, vars(id));
    expect(ticket.url).toMatch(/^\/uploads\/[\w-]{43}$/);
    expect(new Date(ticket.expiresAt).getTime() - Date.now()).toBeLessThan(3_600_001);
    const api = uploadApi(desk, ticket.url.split('/')[2]);
    const image = await picture();
    await api.put('photo', image);
    await api.put('id', image);
    expect((await api.submit()).status).toBe(200);
    const { rows } = await desk.sql.query(
      'select channel, registered_by from image_submission where case_id = $1',
      [id],
    );
    expect(rows).toEqual([{ channel: 'LETTER', registered_by: desk.staff.agent }]);
    expect(await stateOf(desk, id)).toMatchObject({ status: 'OPEN', reserved_by: desk.staff.agent });
  });

  test('a fresh link goes to the orderer at once and closes the old one', async () => {
    const { id } = await createWaitingCase(desk, { reservedBy: desk.staff.agent });
    const { sendUploadLink: once } = await agent.ask(SEND_LINK, vars(id));
    const { sendUploadLink: twice } = await agent.ask(SEND_LINK, vars(id, once.version));
    expect(twice.uploadLink.id).not.toBe(once.uploadLink.id);
    expect(await liveLinks(desk, id)).toBe(1);
    expect(await mailsOf(desk, id)).toMatchObject([
      { template: 'UPLOAD_LINK', status: 'QUEUED', subject_id: once.uploadLink.id },
      { template: 'UPLOAD_LINK', status: 'QUEUED', subject_id: twice.uploadLink.id },
    ]);
  });

  test('a link can be taken back, once', async () => {
    const { id } = await createWaitingCase(desk, { reservedBy: desk.staff.agent });
    const { sendUploadLink } = await agent.ask(SEND_LINK, vars(id));
    const { revokeUploadLink } = await agent.ask(REVOKE_LINK, vars(id, sendUploadLink.version));
    expect(revokeUploadLink.uploadLink.revokedAt).toEqual(expect.any(String));
    expect(await liveLinks(desk, id)).toBe(0);
    expect(await agent.refused(REVOKE_LINK, vars(id, revokeUploadLink.version))).toBe('ACTION_NOT_AVAILABLE');
    expect((await eventsOf(desk, id)).map(({ type }) => type)).toContain('UPLOAD_LINK_REVOKED');
  });

  test('links are only for the one who has the case, and only while images are awaited', async () => {
    const waiting = await createWaitingCase(desk, { reservedBy: desk.staff.colleague });
    const review = await createReview(desk);
    for (const mutation of [TICKET, SEND_LINK, REVOKE_LINK]) {
      expect(await agent.refused(mutation, vars(waiting.id))).toBe('RESERVED_BY_OTHER');
      expect(await agent.refused(mutation, vars(review.id))).toBe('ACTION_NOT_AVAILABLE');
    }
  });
});
