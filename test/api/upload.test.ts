import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseInDb, eventsOf } from '../support/case-documents.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createDecision, createSubmission } from '../support/factories.ts';
import { darkPicture, picture, pngPicture } from '../support/pictures.ts';
import { filesOnDisk, openLink, sendPair } from '../support/upload.factories.ts';

describe('sending images in', () => {
  let desk: Desk;
  let image: Buffer;
  const at = new Date('2026-11-20T10:00:00Z');

  beforeAll(async () => {
    desk = await startDesk({ clock: { now: () => at } });
    image = await picture();
  });
  afterAll(() => desk.stop());

  const rowsOf = async (sql: string, ...values: unknown[]) => (await desk.sql.query(sql, values)).rows;
  const countOf = async (table: string, where: string, ...values: unknown[]) =>
    Number((await rowsOf(`select count(*) as n from ${table} where ${where}`, ...values))[0]?.n);

  const open = (given: Parameters<typeof openLink>[1] = {}) => openLink(desk, { now: at, ...given });

  test('tells whom it is about, what is allowed and until when, and changes nothing', async () => {
    const { api, id, token } = await open({ item: { headgearExemption: true }, language: 'nn' });
    const { status, body } = await api.page();
    expect(status).toBe(200);
    expect(body).toEqual({
      state: 'OPEN',
      firmName: 'Prøvebygg avd. Nord',
      personFirstName: expect.any(String),
      language: 'nn',
      expiresAt: new Date(at.getTime() + 120 * 3_600_000).toISOString(),
      attempt: 1,
      maxBytesTotal: 10_000_000,
      maxBytesPerFile: null,
      headgear: true,
      previous: null,
      parts: { photo: null, id: null },
    });
    await api.page();
    expect((await caseInDb(desk, id)).version).toBe(1);
    expect(await countOf('upload_link', 'token_hash = $1', Buffer.from(token))).toBe(0);
  });

  test('takes photo and ID, shows remarks, and puts the case back in the queue when both are sent', async () => {
    const { api, id, orderItem } = await open();
    const dark = await api.put('photo', await darkPicture());
    expect(dark).toMatchObject({ status: 200, body: { width: 900, height: 1200 } });
    expect(dark.body.remarks.map((r: { code: string }) => r.code)).toContain('PH_LIGHT');
    expect(dark.body.remarks[0].texts.nn.remedy).toEqual(expect.any(String));
    expect((await api.submit()).body).toEqual({ code: 'PART_MISSING' });
    expect(await api.put('id', await pngPicture(), 'application/octet-stream')).toMatchObject({
      status: 200,
    });
    expect((await api.page()).body.parts).toMatchObject({ photo: { width: 900 }, id: { remarks: [] } });

    expect(await api.submit(true)).toEqual({ status: 200, body: { state: 'RECEIVED' } });
    expect(await caseInDb(desk, id)).toMatchObject({ status: 'OPEN', attempt: 1 });
    const [submission] = await rowsOf('select * from image_submission where case_id = $1', id);
    expect(submission).toMatchObject({
      attempt: 1,
      previous_id: null,
      status: 'AWAITING_REVIEW',
      channel: 'LINK',
    });
    expect(submission.findings).toContainEqual({
      reason: 'PH_EYES',
      level: 'HUMAN',
      value: null,
      box: null,
    });
    const [item] = await rowsOf(
      'select status, image_requirement, headgear_exemption from order_item where id = $1',
      orderItem?.id,
    );
    expect(item).toEqual({
      status: 'PENDING',
      image_requirement: 'AWAITING_REVIEW',
      headgear_exemption: true,
    });
    expect(await eventsOf(desk, id)).toContainEqual(
      expect.objectContaining({ type: 'IMAGES_SUBMITTED', actor: null }),
    );
    expect(await api.page()).toEqual({ status: 410, body: { state: 'USED' } });
  });

  test('a second picture takes the place of the first, whose bytes are gone', async () => {
    const { api } = await open();
    await api.put('photo', image);
    const before = (await filesOnDisk(desk)).length;
    await api.put('photo', await picture(1000, 1400));
    expect((await api.page()).body.parts.photo).toMatchObject({ width: 1000, height: 1400 });
    expect((await filesOnDisk(desk)).length).toBe(before);
  });

  test('a picture can be taken away again, bytes and row', async () => {
    const { api } = await open();
    const [files, rows] = [(await filesOnDisk(desk)).length, await countOf('stored_file', 'true')];
    await api.put('id', image);
    expect((await filesOnDisk(desk)).length).toBe(files + 2);
    expect((await api.remove('id')).status).toBe(204);
    expect((await api.page()).body.parts.id).toBeNull();
    expect([(await filesOnDisk(desk)).length, await countOf('stored_file', 'true')]).toEqual([files, rows]);
  });

  test('twenty presses at once make one submission', async () => {
    const { api, id } = await open();
    await api.put('photo', image);
    await api.put('id', image);
    const answers = await Promise.all(Array.from({ length: 20 }, () => api.submit()));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(19);
    expect(await countOf('image_submission', 'case_id = $1', id)).toBe(1);
    expect(await countOf('case_event', `case_id = $1 and type = 'IMAGES_SUBMITTED'`, id)).toBe(1);
  });

  test('new images lead a rejected item back to pending, never to ready, and wake a case on hold', async () => {
    const { api, id, orderItem } = await open({
      status: 'ON_HOLD',
      item: { status: 'IMAGE_REJECTED', imageRequirement: 'REJECTED' },
    });
    await sendPair(api);
    expect(await caseInDb(desk, id)).toMatchObject({
      status: 'OPEN',
      hold_until: null,
      new_post_at: expect.any(Date),
    });
    const [item] = await rowsOf('select status from order_item where id = $1', orderItem?.id);
    expect(item).toEqual({ status: 'PENDING' });
    expect(await countOf('case_hold', 'case_id = $1 and to_on is null', id)).toBe(0);
  });

  test('the second attempt says what was wrong with the first', async () => {
    const { api, id, orderItem } = await open({
      item: { status: 'IMAGE_REJECTED', imageRequirement: 'REJECTED' },
    });
    const { id: submissionId } = await createSubmission(
      desk,
      { id, number: '', orderItem },
      { status: 'REJECTED' },
    );
    await createDecision(desk, {
      caseId: id,
      submissionId,
      decidedBy: desk.staff.agent,
      comment: 'Stå nærmere',
      reasons: [
        { code: 'PH_GLASSES', part: 'PHOTO' },
        { code: 'ID_EXPIRED', part: 'ID' },
      ],
    });
    const { body } = await api.page();
    expect(body).toMatchObject({ attempt: 2, previous: { comment: 'Stå nærmere' } });
    expect(body.previous.reasons).toMatchObject([
      { code: 'PH_GLASSES', part: 'PHOTO', texts: { nb: { label: 'Briller er ikke tillatt' } } },
      { code: 'ID_EXPIRED', part: 'ID', texts: { en: { remedy: expect.any(String) } } },
    ]);
    await sendPair(api);
    const [second] = await rowsOf(
      'select attempt, previous_id from image_submission where case_id = $1 order by attempt desc limit 1',
      id,
    );
    expect(second).toEqual({ attempt: 2, previous_id: submissionId });
  });
});
