import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createReview } from '../support/image-documents.ts';
import { createWaitingCase, uploadPair } from '../support/upload.factories.ts';

describe('stored images', () => {
  let desk: Desk;
  let agent: Client;
  let caseId: string;
  let personId: string;
  let fileId: string;

  beforeAll(async () => {
    desk = await startDesk();
    agent = await desk.as('agent');
    const made = await createWaitingCase(desk);
    [caseId, personId] = [made.id, made.orderItem?.personId ?? ''];
    await uploadPair(desk, caseId);
    const { rows } = await desk.sql.query('select photo_file_id from image_submission where case_id = $1', [
      caseId,
    ]);
    fileId = rows[0]?.photo_file_id;
  });
  afterAll(() => desk.stop());

  const reads = async (id: string) =>
    (
      await desk.sql.query(
        `select actor_id, case_id, person_ids, fields, operation, address from audit_log where kind = 'READ' and row_id = $1 order by id`,
        [id],
      )
    ).rows;

  test('are served as pictures that nothing keeps, runs or guesses about', async () => {
    const response = await agent.fetch(`/files/${fileId}/display`);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'content-disposition': `attachment; filename="document-${fileId}.jpg"`,
    });
    expect(response.headers.get('etag')).toBeNull();
    const meta = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect(meta).toMatchObject({ format: 'jpeg', width: 900, height: 1200 });
  });

  test('have a thumbnail of 240 pixels', async () => {
    const response = await agent.fetch(`/files/${fileId}/thumbnail`);
    const meta = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect(meta).toMatchObject({ width: 180, height: 240 });
  });

  test('leave a row in the access log for every look, thumbnails too', async () => {
    const before = (await reads(fileId)).length;
    await agent.fetch(`/files/${fileId}/display`);
    await agent.fetch(`/files/${fileId}/thumbnail`);
    const rows = (await reads(fileId)).slice(before);
    const common = { actor_id: desk.staff.agent, case_id: caseId, person_ids: [personId] };
    expect(rows).toEqual([
      { ...common, fields: ['display'], operation: 'readFile', address: expect.any(String) },
      { ...common, fields: ['thumbnail'], operation: 'readFile', address: expect.any(String) },
    ]);
  });

  test.each(['finance', 'admin', 'caseworker', 'lead', 'auditor'] as const)(
    'are not there for %s, and no look is logged',
    async role => {
      const before = (await reads(fileId)).length;
      const response = await (await desk.as(role)).fetch(`/files/${fileId}/display`);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
      expect((await reads(fileId)).length).toBe(before);
    },
  );

  test('are not for those who have not signed in', async () => {
    const response = await desk.anonymous().fetch(`/files/${fileId}/display`);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  test.each(['999999999/display', '1/original', 'x/display', '-1/display', '99999999999999999999/display'])(
    'are not found at /files/%s',
    async path => {
      expect((await agent.fetch(`/files/${path}`)).status).toBe(404);
    },
  );

  test('of another organisation are not there', async () => {
    const other = await createReview(desk, { organisation: 2 });
    expect((await agent.fetch(`/files/${other.pair.photoFileId}/display`)).status).toBe(404);
  });

  test('that are staged on a link and not sent in yet are nobody’s to see', async () => {
    const { rows } = await desk.sql.query(
      `insert into stored_file (organisation_id, storage_key, media_type, width, height, bytes, original_sha256, master_key, data_key)
       values (1, 'staged', 'image/jpeg', 1, 1, 1, '\\x00', 'k1', '\\x00') returning id`,
    );
    expect((await agent.fetch(`/files/${rows[0]?.id}/display`)).status).toBe(404);
  });

  test('whose key has been deleted are gone', async () => {
    const made = await createWaitingCase(desk);
    await uploadPair(desk, made.id);
    const { rows } = await desk.sql.query('select id_file_id from image_submission where case_id = $1', [
      made.id,
    ]);
    await desk.sql.query(`update stored_file set data_key = '', deleted_at = now() where id = $1`, [
      rows[0]?.id_file_id,
    ]);
    expect((await agent.fetch(`/files/${rows[0]?.id_file_id}/display`)).status).toBe(404);
  });
});
