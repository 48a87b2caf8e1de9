import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClamdStandIn, EICAR, startClamd } from '../support/clamd.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createSubmission } from '../support/factories.ts';
import { picture } from '../support/pictures.ts';
import { createWaitingCase, filesOnDisk, openLink, uploadPair } from '../support/upload.factories.ts';

describe('with a virus scanner', () => {
  let clamd: ClamdStandIn;
  let desk: Desk;
  let image: Buffer;

  beforeAll(async () => {
    clamd = await startClamd();
    desk = await startDesk({ env: { VIRUS_SCAN_URL: clamd.url } });
    image = await picture();
  });
  afterAll(async () => {
    await desk.stop();
    await clamd.stop();
  });

  const kept = async () => {
    const { rows } = await desk.sql.query('select count(*)::int as n from stored_file');
    return [(await filesOnDisk(desk)).length, rows[0]?.n as number];
  };
  const refusals = async (id: string) =>
    (await desk.sql.query('select refusals from upload_link where case_id = $1', [id])).rows[0]?.refusals;

  test('every file is checked as it was sent, before it is taken', async () => {
    const before = clamd.scanned.length;
    const { api } = await openLink(desk);
    expect((await api.put('photo', image)).status).toBe(200);
    expect((await api.put('id', image)).status).toBe(200);
    expect(clamd.scanned.slice(before)).toEqual([image.length, image.length]);
    expect((await api.submit()).body).toEqual({ state: 'RECEIVED' });
  });

  test('a picture with EICAR behind it is refused, leaves nothing, is logged and counts against the link', async () => {
    const before = await kept();
    const { api, id } = await openLink(desk);
    const answer = await api.put('photo', Buffer.concat([image, Buffer.from(EICAR)]));
    expect(answer).toMatchObject({ status: 422, body: { code: 'FILE_INFECTED' } });
    for (const language of ['nb', 'nn', 'en']) expect(answer.body.texts[language].remedy).toBeTruthy();
    expect(await kept()).toEqual(before);
    expect(await refusals(id)).toBe(1);
    const line = desk.logLines.find(l => l.includes('FILE_INFECTED'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      msg: 'upload refused',
      code: 'FILE_INFECTED',
      id: expect.stringMatching(/^\d+$/),
      requestId: expect.any(String),
    });
  });

  test('while the scanner is away no file is taken, the sender is told so, and nobody’s link suffers', async () => {
    const before = await kept();
    const { api, id } = await openLink(desk);
    clamd.mood = 'hangs up';
    const answer = await api.put('photo', image);
    clamd.mood = 'well';
    expect(answer).toMatchObject({ status: 503, body: { code: 'SCAN_UNAVAILABLE' } });
    expect(answer.body.texts.nb.remedy).toContain('Prøv igjen');
    expect(await kept()).toEqual(before);
    expect(await refusals(id)).toBe(0);
    expect((await api.put('photo', image)).status).toBe(200);
  });

  test('a part from before the scanner was there does not pass unseen', async () => {
    const { api } = await openLink(desk);
    await api.put('photo', image);
    await api.put('id', image);
    await desk.sql.query(
      'update stored_file set scanned = false where id = (select max(id_file_id) from upload_link)',
    );
    expect(await api.submit()).toEqual({ status: 409, body: { code: 'PART_MISSING' } });
    await api.put('id', image);
    expect((await api.submit()).status).toBe(200);
  });
});

describe('a file in quarantine', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.stop());

  const stateOf = async (id: string) =>
    (await desk.sql.query('select state from stored_file where id = $1', [id])).rows[0]?.state;

  test('leaves it only as part of a pair that has been sent in, and then for good', async () => {
    const { api, id: caseId } = await openLink(desk);
    await api.put('photo', await picture());
    const { rows } = await desk.sql.query('select photo_file_id from upload_link where case_id = $1', [
      caseId,
    ]);
    const fileId = rows[0]?.photo_file_id;
    expect(await stateOf(fileId)).toBe('QUARANTINED');
    await api.put('id', await picture());
    await api.submit();
    expect(await stateOf(fileId)).toBe('ACCEPTED');
    const back = desk.sql.query(`update stored_file set state = 'QUARANTINED' where id = $1`, [fileId]);
    await expect(back).rejects.toThrow('an accepted file stays accepted');
  });

  test('is shown to nobody, whatever else points to it', async () => {
    const agent = await desk.as('agent');
    const made = await createWaitingCase(desk);
    await uploadPair(desk, made.id);
    const other = await createWaitingCase(desk);
    await desk.sql.query('alter table image_submission disable trigger accept_files');
    const { photoFileId } = await createSubmission(desk, other);
    await desk.sql.query('alter table image_submission enable trigger accept_files');
    const sql = `update stored_file q set storage_key = f.storage_key, data_key = f.data_key
      from image_submission s join stored_file f on f.id = s.photo_file_id where s.case_id = $1 and q.id = $2`;
    await desk.sql.query(sql, [made.id, photoFileId]);
    expect(await stateOf(photoFileId)).toBe('QUARANTINED');
    expect((await agent.fetch(`/files/${photoFileId}/display`)).status).toBe(404);
    await desk.sql.query(`update stored_file set state = 'ACCEPTED' where id = $1`, [photoFileId]);
    expect((await agent.fetch(`/files/${photoFileId}/display`)).status).toBe(200);
  });
});
