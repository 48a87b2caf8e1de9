import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { bomb, lyingWithPlace, picture, pngPicture } from '../support/pictures.ts';
import { breakOff, dripping, rawPut } from '../support/raw-http.ts';
import { filesOnDisk, openLink } from '../support/upload.factories.ts';

describe('files that are not what the upload page asks for', () => {
  let desk: Desk;
  let agent: Client;
  let image: Buffer;

  beforeAll(async () => {
    desk = await startDesk();
    agent = await desk.as('agent');
    image = await picture();
  });
  afterAll(() => desk.stop());

  const onDisk = () => filesOnDisk(desk);
  const rows = async () => Number((await desk.sql.query('select count(*) as n from stored_file')).rows[0]?.n);

  const fresh = () => openLink(desk);

  /** Uploads, and checks that a refusal leaves nothing anywhere. */
  const refusalOf = async (bytes: Buffer, type = 'image/jpeg', part = 'photo') => {
    const { api } = await fresh();
    const before = [(await onDisk()).length, await rows()];
    const answer = await api.put(part, bytes, type);
    expect([(await onDisk()).length, await rows()]).toEqual(before);
    expect((await api.page()).body.parts).toEqual({ photo: null, id: null });
    return { status: answer.status, code: answer.body.code, texts: answer.body.texts };
  };

  /** What a reviewer would be shown. */
  const shown = async (bytes: Buffer) => {
    const { id, api } = await fresh();
    expect((await api.put('photo', bytes)).status).toBe(200);
    expect((await api.put('id', image)).status).toBe(200);
    expect((await api.submit()).status).toBe(200);
    const { rows: files } = await desk.sql.query(
      'select photo_file_id as id from image_submission where case_id = $1',
      [id],
    );
    const response = await agent.fetch(`/files/${files[0]?.id}/display`);
    return Buffer.from(await response.arrayBuffer());
  };

  test.each([
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>'),
      'image/jpeg',
    ],
    ['a GIF', Buffer.from('GIF89a\x90\x03\x90\x03\x80\0\0', 'latin1'), 'image/png'],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'image/jpeg'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'application/pdf'],
    ['a zipped picture', gzipSync(Buffer.from([0xff, 0xd8, 0xff])), 'image/jpeg'],
    ['a WebP', Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1'), 'image/jpeg'],
    ['two bytes of JPEG', Buffer.from([0xff, 0xd8]), 'image/jpeg'],
  ])('%s is refused by its first bytes, whatever it calls itself', async (_name, bytes, type) => {
    const { status, code, texts } = await refusalOf(bytes, type);
    expect({ status, code }).toEqual({ status: 415, code: 'FILE_FORMAT' });
    for (const language of ['nb', 'nn', 'en'])
      expect(texts[language]).toEqual({ label: expect.any(String), remedy: expect.any(String) });
  });

  test.each([
    ['nothing at all', Buffer.alloc(0)],
    ['a JPEG cut off after the header', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['a PNG without a header', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
  ])('%s cannot be opened', async (_name, bytes) => {
    expect(await refusalOf(bytes)).toMatchObject({ status: 422, code: 'FILE_CORRUPT' });
  });

  test('a JPEG cut off in the middle, or a little before its end, is refused', async () => {
    for (const share of [0.3, 0.7, 0.95]) {
      const cut = image.subarray(0, Math.floor(image.length * share));
      expect(await refusalOf(cut)).toMatchObject({ status: 422, code: 'FILE_CORRUPT' });
    }
  });

  test('a PNG with a broken middle is refused', async () => {
    const broken = Buffer.from(await pngPicture());
    broken.fill(0x55, broken.length / 2, broken.length / 2 + 400);
    expect(await refusalOf(broken)).toMatchObject({ status: 422, code: 'FILE_CORRUPT' });
  });

  test('a picture of 16,000 × 16,000 pixels costs milliseconds', async () => {
    const bytes = bomb(16_000);
    expect(bytes.length).toBeLessThan(100_000);
    const { api } = await fresh();
    const start = performance.now();
    const answer = await api.put('photo', bytes, 'image/png');
    const took = performance.now() - start;
    expect(answer).toMatchObject({ status: 422, body: { code: 'FILE_TOO_MANY_PIXELS' } });
    expect(took).toBeLessThan(200);
    expect(await refusalOf(bytes)).toMatchObject({ code: 'FILE_TOO_MANY_PIXELS' });
  });

  test('a picture that lies about its size is refused all the same', async () => {
    const bytes = bomb(8_000);
    expect(await refusalOf(bytes)).toMatchObject({ code: 'FILE_TOO_MANY_PIXELS' });
    const lying = Buffer.from(bytes);
    lying.writeUInt32BE(900, 16);
    lying.writeUInt32BE(900, 20);
    expect(await refusalOf(lying)).toMatchObject({ code: 'FILE_CORRUPT' });
  });

  test('a picture with too few pixels is refused with what is needed', async () => {
    const { status, code, texts } = await refusalOf(await picture(599, 1200));
    expect({ status, code }).toEqual({ status: 422, code: 'FILE_TOO_SMALL' });
    expect(texts.nb.remedy).toContain('600');
  });

  test('11 MB are refused, and so are 6 MB after 5 MB', async () => {
    expect(await refusalOf(Buffer.concat([image, Buffer.alloc(11_000_000)]))).toMatchObject({
      status: 413,
      code: 'FILE_SIZE',
    });
    const { api } = await fresh();
    const padded = (size: number) => Buffer.concat([image, Buffer.alloc(size - image.length)]);
    expect((await api.put('photo', padded(5_000_000))).status).toBe(200);
    const before = [(await onDisk()).length, await rows()];
    const answer = await api.put('id', padded(6_000_000));
    expect(answer).toMatchObject({ status: 413, body: { code: 'FILE_SIZE' } });
    expect(answer.body.texts.nn.remedy).toContain('10 MB');
    expect([(await onDisk()).length, await rows()]).toEqual(before);
    expect((await api.put('photo', padded(6_000_000))).status).toBe(200);
  });

  test('two halves sent at once cannot together be larger than allowed', async () => {
    const { api } = await fresh();
    const padded = Buffer.concat([image, Buffer.alloc(6_000_000)]);
    const answers = await Promise.all([api.put('photo', padded), api.put('id', padded)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 413]);
  });

  test('a web page hidden behind a picture does not come out again', async () => {
    const polyglot = Buffer.concat([image, Buffer.from('<script>alert(document.cookie)</script>')]);
    const bytes = await shown(polyglot);
    expect(bytes.includes('script')).toBe(false);
    expect((await sharp(bytes).metadata()).format).toBe('jpeg');
  });

  test('a picture that calls itself a web page is only ever served as a picture', async () => {
    const { api } = await fresh();
    expect((await api.put('photo', image, 'text/html; charset=utf-8')).status).toBe(200);
  });

  test('place and other hidden facts are gone, and the picture stands upright', async () => {
    const original = await lyingWithPlace();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const bytes = await shown(original);
    const meta = await sharp(bytes).metadata();
    expect(meta).toMatchObject({ width: 700, height: 1000 });
    expect([meta.exif, meta.icc, meta.xmp, meta.iptc, meta.orientation]).toEqual(Array(5).fill(undefined));
    expect(bytes.includes('Hemmelig')).toBe(false);
    // The left edge of the stored rows is the top of the upright picture.
    const [r = 0, g = 0] = await sharp(bytes)
      .extract({ left: 300, top: 20, width: 1, height: 1 })
      .raw()
      .toBuffer();
    expect(r).toBeGreaterThan(200);
    expect(g).toBeLessThan(60);
  });

  test('a large picture is made smaller for the desk', async () => {
    const meta = await sharp(await shown(await picture(3000, 4000))).metadata();
    expect(meta).toMatchObject({ width: 1800, height: 2400, format: 'jpeg' });
  });

  test.each(['../../etc/passwd', '..%2f..%2fetc%2fpasswd', 'photo.jpg', 'signature', 'PHOTO', '%00'])(
    'there is no part called %s',
    async part => {
      const { token } = await fresh();
      const before = [(await onDisk()).length, await rows()];
      const status = await rawPut(`${desk.url}/uploads/${token}/${part}`, image);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect([(await onDisk()).length, await rows()]).toEqual(before);
    },
  );

  test('an upload that breaks off leaves nothing behind', async () => {
    const { token, api } = await fresh();
    const before = [(await onDisk()).length, await rows()];
    await breakOff(`${desk.url}/uploads/${token}/photo`, image);
    await new Promise(resolve => setTimeout(resolve, 200));
    expect([(await onDisk()).length, await rows()]).toEqual(before);
    expect((await api.page()).status).toBe(200);
  });

  test('one link with slow uploads behind it does not shut the others out', async () => {
    const { token } = await fresh();
    const slow = Array.from({ length: 30 }, () => dripping(`${desk.url}/uploads/${token}/photo`));
    await new Promise(resolve => setTimeout(resolve, 300));
    expect((await (await fresh()).api.put('photo', image)).status).toBe(200);
    for (const stop of slow) stop();
  });

  test('what lies on the disk is unreadable and named by chance', async () => {
    const { api } = await fresh();
    await api.put('photo', image);
    for (const name of await onDisk()) {
      expect(name).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{32}\.(display|thumbnail)$/);
      const bytes = await readFile(join(desk.config.dataDir, 'files', name));
      expect(bytes.subarray(0, 3)).not.toEqual(Buffer.from([0xff, 0xd8, 0xff]));
      expect(bytes.includes('JFIF')).toBe(false);
    }
  });

  test('a few dozen refused files close the link', async () => {
    const { id, api } = await fresh();
    let last = await api.put('photo', Buffer.from('no picture'));
    for (let tries = 2; tries <= 40 && last.status === 415; tries += 1)
      last = await api.put('photo', Buffer.from('no picture'));
    expect(last).toEqual({ status: 410, body: { state: 'REVOKED' } });
    const { rows: events } = await desk.sql.query(
      `select 1 from case_event where case_id = $1 and type = 'UPLOAD_LINK_REVOKED'`,
      [id],
    );
    expect(events).toHaveLength(1);
  });
});
