import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApplication, tinyPdf } from '../support/application.factories.ts';
import { type ClamdStandIn, EICAR, startClamd } from '../support/clamd.ts';
import type { Client, GraphqlError } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { PAPER, putPaper } from '../support/documents.ts';

let desk: Desk;
let clamd: ClamdStandIn;
let caseworker: Client;
let caseId: string;

beforeAll(async () => {
  clamd = await startClamd();
  desk = await startDesk({ env: { VIRUS_SCAN_URL: clamd.url } });
  caseworker = await desk.as('caseworker');
  ({ caseId } = await createApplication(desk));
});
afterAll(async () => {
  await desk.stop();
  await clamd.stop();
});

const refusalOf = async (response: Response) => {
  const { errors } = (await response.json()) as { errors?: GraphqlError[] };
  return [response.status, errors?.[0]?.extensions.code];
};
const rows = async () => {
  const sql =
    'select (select count(*) from stored_file)::int + (select count(*) from case_document)::int as n';
  return (await desk.sql.query(sql)).rows[0].n;
};

/** A sound document with one object more. */
const withObject = (object: string | Buffer) => {
  const sound = tinyPdf('uskyldig');
  const end = sound.lastIndexOf('xref\n0');
  return Buffer.concat([sound.subarray(0, end), Buffer.from(object), Buffer.from('\n'), sound.subarray(end)]);
};
const packed = (objects: string) => {
  const bytes = deflateSync(Buffer.from(objects));
  const head = `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\nendstream\nendobj')]);
};
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
const bombed = async () => {
  const bytes = await picture(10, 10);
  bytes.writeUInt32BE(60_000, 16);
  return bytes;
};

const HOSTILE: readonly (readonly [string, () => Buffer | Promise<Buffer>, number, string])[] = [
  ['nothing at all', () => Buffer.alloc(0), 422, 'DOCUMENT_CORRUPT'],
  [
    'a word document by the name of a PDF',
    () => Buffer.from('PK\u0003\u0004 word/document.xml'),
    415,
    'DOCUMENT_FORMAT',
  ],
  ['a web page with a script', () => Buffer.from('<html><script>alert(1)</script>'), 415, 'DOCUMENT_FORMAT'],
  [
    'a drawing that is a program',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
    415,
    'DOCUMENT_FORMAT',
  ],
  ['a GIF', () => Buffer.from('GIF89a\u0001\u0000'), 415, 'DOCUMENT_FORMAT'],
  ['half a PDF', () => tinyPdf('x').subarray(0, 200), 422, 'DOCUMENT_CORRUPT'],
  [
    'a PDF without pages',
    () => Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
    422,
    'DOCUMENT_CORRUPT',
  ],
  [
    'a PDF with a script that starts when it is opened',
    () => withObject('7 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj'),
    422,
    'DOCUMENT_ACTIVE',
  ],
  [
    'a script spelt so that a search does not find it',
    () => withObject('7 0 obj\n<< /S /J#61v#61Script >>\nendobj'),
    422,
    'DOCUMENT_ACTIVE',
  ],
  [
    'a script packed away',
    () => withObject(packed('7 0 << /S /JavaScript /JS (x) >>')),
    422,
    'DOCUMENT_ACTIVE',
  ],
  [
    'a PDF that starts a program',
    () => withObject('7 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj'),
    422,
    'DOCUMENT_ACTIVE',
  ],
  [
    'a PDF that sends what is filled in',
    () => withObject('7 0 obj\n<< /S /SubmitForm /F (https://x.example) >>\nendobj'),
    422,
    'DOCUMENT_ACTIVE',
  ],
  [
    'a PDF with a file inside',
    () => withObject('7 0 obj\n<< /Type /Filespec /EF << /F 8 0 R >> >>\nendobj'),
    422,
    'DOCUMENT_EMBEDDED',
  ],
  ['a PDF with a password', () => withObject('trailer\n<< /Encrypt 7 0 R >>'), 422, 'DOCUMENT_ENCRYPTED'],
  ['half a picture', async () => (await picture(400, 400)).subarray(0, 200), 422, 'DOCUMENT_CORRUPT'],
  ['a picture that claims to be a wall', bombed, 422, 'DOCUMENT_TOO_MANY_PIXELS'],
  ['a virus', () => withObject(`8 0 obj\n(${EICAR})\nendobj`), 422, 'FILE_INFECTED'],
  ['twenty megabytes and one byte', () => Buffer.alloc(20_000_001, 32), 413, 'DOCUMENT_SIZE'],
];

describe('what is no paper is refused in words, and nothing of it is left', () => {
  test.each(HOSTILE)('%s', async (...[, make, status, code]) => {
    const before = await rows();
    expect(await refusalOf(await putPaper(caseworker, caseId, { bytes: await make() }))).toEqual([
      status,
      code,
    ]);
    expect(await rows()).toBe(before);
  });

  test('a sound document is taken in after all of them, and marked as scanned', async () => {
    expect((await putPaper(caseworker, caseId, { bytes: tinyPdf('sunn') })).status).toBe(201);
    const { rows: found } = await desk.sql.query('select scanned from stored_file where case_id = $1', [
      caseId,
    ]);
    expect(found).toEqual([{ scanned: true }]);
  });

  test('nothing is taken in while the virus scanner is away', async () => {
    clamd.mood = 'hangs up';
    expect(await refusalOf(await putPaper(caseworker, caseId, { bytes: tinyPdf('uskannet') }))).toEqual([
      503,
      'SCAN_UNAVAILABLE',
    ]);
    clamd.mood = 'well';
  });
});

describe('what is said of a paper', () => {
  test.each([
    ['a kind nobody knows', { kind: 'SELFIE' }, 'kind'],
    ['a day that is none', { receivedOn: '2026-02-30' }, 'receivedOn'],
    ['a day to come', { receivedOn: '2999-01-01' }, 'receivedOn'],
    ['a way nothing comes', { channel: 'PIGEON' }, 'channel'],
    ['a name as long as a letter', { title: 'x'.repeat(121) }, 'title'],
    ['a name with control characters', { title: 'a\u0000b' }, 'title'],
  ])('is refused with %s', async (_, about, field) => {
    const answer = await putPaper(caseworker, caseId, { bytes: tinyPdf('x'), ...about });
    const { errors } = (await answer.json()) as { errors: GraphqlError[] };
    expect([answer.status, errors[0]?.extensions.code]).toEqual([400, 'VALIDATION_FAILED']);
    expect(Object.keys(errors[0]?.extensions.fieldErrors ?? {})).toEqual([field]);
  });

  test('must be said at all', async () => {
    const init = { method: 'PUT', body: new Uint8Array(tinyPdf('x')) };
    expect((await caseworker.fetch(`/files/cases/${caseId}/documents`, init)).status).toBe(400);
  });
});

test('another site puts nothing here, even with the reader’s session', async () => {
  const headers = {
    'document-about': encodeURIComponent(JSON.stringify(PAPER)),
    origin: 'https://elsewhere.example',
  };
  const init = { method: 'PUT', headers, body: new Uint8Array(tinyPdf('x')) };
  const answer = await caseworker.fetch(`/files/cases/${caseId}/documents`, init);
  expect(await refusalOf(answer)).toEqual([403, 'FOREIGN_ORIGIN']);
});
