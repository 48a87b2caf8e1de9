import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imageStorage } from '../../server/src/features/image-review/image-storage.parts.ts';
import { UploadJobs } from '../../server/src/features/upload/upload.jobs.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { eventsOf } from '../support/case-documents.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { systemDb } from '../support/mails.ts';
import { picture } from '../support/pictures.ts';
import {
  createLink,
  createWaitingCase,
  filesOnDisk,
  openLink,
  sendPair,
  uploadApi,
} from '../support/upload.factories.ts';

describe('the upload link', () => {
  let desk: Desk;
  let image: Buffer;
  let at = new Date('2026-11-20T10:00:00Z');

  beforeAll(async () => {
    desk = await startDesk({ clock: { now: () => at } });
    image = await picture();
  });
  afterAll(() => desk.stop());

  const rowsOf = async (sql: string, ...values: unknown[]) => (await desk.sql.query(sql, values)).rows;
  const countOf = async (table: string, where: string, ...values: unknown[]) =>
    Number((await rowsOf(`select count(*) as n from ${table} where ${where}`, ...values))[0]?.n);
  const open = (given: Parameters<typeof openLink>[1] = {}) => openLink(desk, { now: at, ...given });

  const expire = () => {
    const keys = loadKeys(undefined, desk.config.dataDir);
    const files = imageStorage(desk.config.dataDir, keys);
    return new UploadJobs({
      clock: { now: () => at },
      files,
      log: createLog('silent'),
      mailDomain: 'desk.example',
    }).expireUploads(systemDb(desk.app.jobParts));
  };

  test('lives 120 hours to the second, then what was uploaded is deleted and the case says so once', async () => {
    const start = at;
    const { api, id } = await open();
    await api.put('photo', image);
    at = new Date(start.getTime() + 120 * 3_600_000 - 1000);
    expect((await api.page()).status).toBe(200);
    at = new Date(start.getTime() + 120 * 3_600_000);
    expect(await api.page()).toEqual({ status: 410, body: { state: 'EXPIRED' } });
    expect(await api.put('id', image)).toEqual({ status: 410, body: { state: 'EXPIRED' } });
    expect(await api.submit()).toEqual({ status: 410, body: { state: 'EXPIRED' } });
    const files = (await filesOnDisk(desk)).length;
    await expire();
    await expire();
    expect((await filesOnDisk(desk)).length).toBeLessThanOrEqual(files - 2);
    expect(await countOf('case_event', `case_id = $1 and type = 'UPLOAD_LINK_EXPIRED'`, id)).toBe(1);
    expect(
      await countOf(
        'upload_link',
        'case_id = $1 and (photo_file_id is not null or id_file_id is not null)',
        id,
      ),
    ).toBe(0);
    at = start;
  });

  test('a newer link closes the older one', async () => {
    const { api, id } = await open();
    const newer = uploadApi(desk, await createLink(desk, id, { now: at }));
    expect(await api.page()).toEqual({ status: 410, body: { state: 'REVOKED' } });
    expect((await newer.page()).status).toBe(200);
  });

  test('is closed when the order no longer waits for images', async () => {
    const { api, orderItem } = await open();
    await desk.sql.query(`update order_item set status = 'CANCELLED' where id = $1`, [orderItem?.id]);
    expect(await api.page()).toEqual({ status: 410, body: { state: 'REVOKED' } });
  });

  test.each(['x', 'A'.repeat(43), '%2e%2e%2fetc', 'a'.repeat(500)])(
    'an address that is no link answers UNKNOWN: %s',
    async token => {
      expect(await uploadApi(desk, token).page()).toEqual({ status: 404, body: { state: 'UNKNOWN' } });
    },
  );

  test('a pair from a letter is registered in the name of the one who holds it, for an hour', async () => {
    const { id } = await createWaitingCase(desk);
    const token = await createLink(desk, id, {
      now: at,
      channel: 'LETTER',
      createdBy: desk.staff.agent,
    });
    const api = uploadApi(desk, token);
    expect((await api.page()).body.expiresAt).toBe(new Date(at.getTime() + 3_600_000).toISOString());
    await sendPair(api);
    const [row] = await rowsOf('select channel, registered_by from image_submission where case_id = $1', id);
    expect(row).toEqual({ channel: 'LETTER', registered_by: desk.staff.agent });
    expect(await eventsOf(desk, id)).toContainEqual(
      expect.objectContaining({ type: 'IMAGES_SUBMITTED', actor: 'Ingrid Solheim' }),
    );
  });

  test('a pair from a letter is not registered by someone barred from the case meanwhile', async () => {
    const { id } = await createWaitingCase(desk);
    const token = await createLink(desk, id, { now: at, channel: 'LETTER', createdBy: desk.staff.agent });
    const api = uploadApi(desk, token);
    await api.put('photo', image);
    await api.put('id', image);
    await desk.sql.query(
      `insert into case_barred (case_id, staff_user_id, organisation_id, reason) values ($1, $2, 1, 'FAMILY')`,
      [id, desk.staff.agent],
    );
    expect(await api.submit()).toEqual({ status: 410, body: { state: 'REVOKED' } });
    expect(await rowsOf('select 1 from image_submission where case_id = $1', id)).toEqual([]);
  });

  test('no token is written to the log', async () => {
    const { api, token } = await open();
    await api.page();
    expect(desk.logLines.join('\n')).toContain('"operation":"uploadPage"');
    expect(desk.logLines.join('\n')).not.toContain(token);
  });

  test('a closed case takes no images', async () => {
    const { api } = await open({ status: 'CLOSED' });
    expect(await api.page()).toEqual({ status: 410, body: { state: 'REVOKED' } });
  });
});
