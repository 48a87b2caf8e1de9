import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApplication, createDocument, tinyPdf } from '../support/application.factories.ts';
import type { Client, GraphqlError } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { DOCUMENTS, open, PAPER, putPaper, putVersion, STRIKE } from '../support/documents.ts';

let desk: Desk;
let caseworker: Client;
let agent: Client;

beforeAll(async () => {
  desk = await startDesk();
  [caseworker, agent] = [await desk.as('caseworker'), await desk.as('agent')];
});
afterAll(() => desk.stop());

interface Added {
  readonly documentId: string;
  readonly versionId: string;
}
const added = async (response: Promise<Response>) => (await (await response).json()) as Added;
const codeOf = async (response: Response) =>
  ((await response.json()) as { errors?: GraphqlError[] }).errors?.[0]?.extensions.code;
const listOf = async (client: Client, caseId: string) =>
  (await client.ask(DOCUMENTS, { caseId })).caseDocuments;
const scan = (background: string) =>
  sharp({ create: { width: 827, height: 1169, channels: 3, background } })
    .jpeg()
    .toBuffer();
const count = async (sql: string, values: unknown[]) => Number((await desk.sql.query(sql, values)).rows[0].n);
const versionOfApplication = async (id: string) =>
  (await desk.sql.query('select version from exception_application where id = $1', [id])).rows[0].version;

describe('a paper that is added', () => {
  test('is kept byte for byte, and what lies on the disk is noise', async () => {
    const { caseId } = await createApplication(desk);
    const bytes = tinyPdf('VIGSELSATTEST Marit Lunde');
    const answer = await putPaper(caseworker, caseId, { bytes });
    expect(answer.status).toBe(201);
    const { versionId } = (await answer.json()) as Added;
    for (const copy of ['display', 'original'] as const) {
      const opened = await open(caseworker, versionId, copy);
      expect(opened.status).toBe(200);
      expect(Buffer.from(await opened.arrayBuffer()).equals(bytes)).toBe(true);
    }
    const stored = await Promise.all((await filesOnDisk()).map(path => readFile(path)));
    expect(stored.some(file => file.includes('Marit') || file.includes('%PDF'))).toBe(false);
  });

  test('is listed with what it is, how long, when it came and by whom', async () => {
    const { caseId } = await createApplication(desk);
    const bytes = tinyPdf('Søknad');
    await putPaper(caseworker, caseId, {
      bytes,
      kind: 'APPLICATION',
      title: 'Søknad fra Marit',
      channel: 'EDIALOG',
    });
    expect(await listOf(caseworker, caseId)).toMatchObject({
      ...{ handedOver: false, mayAdd: true, mayOpen: true },
      documents: [
        {
          ...{
            kind: 'APPLICATION',
            title: 'Søknad fra Marit',
            receivedOn: PAPER.receivedOn,
            channel: 'EDIALOG',
            struck: null,
          },
          addedBy: { id: desk.staff.caseworker },
          versions: [
            {
              ...{ version: 1, mediaType: 'application/pdf', pages: 1, bytes: bytes.length, seen: [] },
              sha256: createHash('sha256').update(bytes).digest('hex'),
            },
          ],
        },
      ],
    });
  });

  test('makes another application of it, and stands on the timeline', async () => {
    const { id, caseId } = await createApplication(desk);
    const before = await versionOfApplication(id);
    const { documentId } = await added(putPaper(caseworker, caseId, { bytes: tinyPdf('en') }));
    expect(await versionOfApplication(id)).toBe(before + 1);
    await putVersion(caseworker, documentId, tinyPdf('to'));
    expect(await versionOfApplication(id)).toBe(before + 2);
    const events = await desk.sql.query(
      `select actor_id, new_value, old_value from case_event where case_id = $1 and type = 'DOCUMENT_ADDED' order by id`,
      [caseId],
    );
    expect(events.rows).toEqual([
      { actor_id: desk.staff.caseworker, new_value: 'MARRIAGE_CERTIFICATE', old_value: null },
      { actor_id: desk.staff.caseworker, new_value: 'MARRIAGE_CERTIFICATE', old_value: 'v2' },
    ]);
  });

  test('is in the journal as what came in, with who sent it', async () => {
    const { caseId } = await createApplication(desk, { contactName: 'Marit Elvestad' });
    const { documentId } = await added(putPaper(caseworker, caseId, { bytes: tinyPdf('attest') }));
    await putVersion(caseworker, documentId, tinyPdf('bedre skann'));
    const { rows } = await desk.sql.query(
      'select type, on_date::text, correspondent, document_id, access_code from journal_entry where case_id = $1',
      [caseId],
    );
    expect(rows).toEqual([
      {
        ...{ type: 'I', on_date: '2026-11-16', correspondent: 'Marit Elvestad' },
        ...{ document_id: documentId, access_code: 'UO' },
      },
    ]);
  });

  test('wakes an application that waited for it: its clock runs again, and the case shows new post', async () => {
    const { id, caseId } = await createApplication(desk, { status: 'AWAITING_DOCUMENTS' });
    expect((await putPaper(caseworker, caseId, { bytes: tinyPdf('papiret som manglet') })).status).toBe(201);
    const { rows } = await desk.sql.query(
      `select a.status, c.status as case_status, c.hold_until, c.new_post_at is not null as post,
        (select count(*)::int from case_hold h where h.case_id = c.id and h.to_on is null) as holds
       from exception_application a join desk_case c on c.id = a.case_id where a.id = $1`,
      [id],
    );
    expect(rows).toEqual([
      { status: 'UNDER_REVIEW', case_status: 'OPEN', hold_until: null, post: true, holds: 0 },
    ]);
  });

  test('is not doubled when the same bytes come again, not even at the same moment', async () => {
    const { caseId } = await createApplication(desk);
    const bytes = tinyPdf('to ganger');
    const answers = await Promise.all([1, 2, 3].map(() => putPaper(caseworker, caseId, { bytes })));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
    const second = answers.find(({ status }) => status === 409);
    expect(await second?.json()).toMatchObject({
      errors: [{ extensions: { code: 'DOCUMENT_DUPLICATE', params: { kind: 'MARRIAGE_CERTIFICATE' } } }],
    });
    expect(await count('select count(*) as n from document_version where case_id = $1', [caseId])).toBe(1);
    expect(await count('select count(*) as n from stored_file where case_id = $1', [caseId])).toBe(1);
    const { caseId: other } = await createApplication(desk);
    expect((await putPaper(caseworker, other, { bytes })).status, 'in another case it is another paper').toBe(
      201,
    );
  });

  test('gets a better scan as a new version, and the old one stays as it was', async () => {
    const { caseId } = await createApplication(desk);
    const [first, second] = [tinyPdf('skjev'), tinyPdf('rett')];
    const made = await added(putPaper(caseworker, caseId, { bytes: first }));
    const better = await added(putVersion(caseworker, made.documentId, second));
    expect(better).toMatchObject({ documentId: made.documentId, version: 2 });
    const { documents } = await listOf(caseworker, caseId);
    expect(documents).toHaveLength(1);
    expect(documents[0].versions.map(({ version }: { version: number }) => version)).toEqual([1, 2]);
    const old = await open(caseworker, made.versionId, 'original');
    expect(Buffer.from(await old.arrayBuffer()).equals(first)).toBe(true);
    await expect(
      desk.sql.query('update document_version set pages = 2 where id = $1', [made.versionId]),
    ).rejects.toThrow('stands as it was written');
  });
});

describe('a scanned picture', () => {
  test('is kept as it came, and shown as a copy made anew', async () => {
    const { caseId } = await createApplication(desk);
    const bytes = await sharp(await scan('#eeddcc'))
      .withExif({ IFD0: { Copyright: 'Zqhemmelig' } })
      .jpeg()
      .toBuffer();
    const { versionId } = await added(putPaper(caseworker, caseId, { bytes }));
    const original = await open(caseworker, versionId, 'original');
    expect(original.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true);
    const shown = Buffer.from(await (await open(caseworker, versionId, 'display')).arrayBuffer());
    expect(shown.includes('Zqhemmelig')).toBe(false);
    expect(await sharp(shown).metadata()).toMatchObject({ format: 'jpeg', width: 827, height: 1169 });
  });

  test('may be a PNG, and is shown as JPEG', async () => {
    const { caseId } = await createApplication(desk);
    const bytes = await sharp(await scan('#112233'))
      .png()
      .toBuffer();
    const { versionId } = await added(putPaper(caseworker, caseId, { bytes }));
    expect((await open(caseworker, versionId, 'original')).headers.get('content-disposition')).toContain(
      '.png"',
    );
    expect((await open(caseworker, versionId, 'display')).headers.get('content-type')).toBe('image/jpeg');
  });
});

describe('what is opened', () => {
  test('is on record as read and as seen before it leaves', async () => {
    const { caseId, personId } = await createApplication(desk);
    const { versionId } = await createDocument(desk, { caseId, receivedOn: '2026-11-16' });
    await open(caseworker, versionId, 'display');
    const { rows } = await desk.sql.query(
      `select kind, actor_id, case_id, person_ids, fields, operation from audit_log where table_name = 'document_version' and row_id = $1 and kind = 'READ'`,
      [versionId],
    );
    expect(rows).toEqual([
      {
        ...{ kind: 'READ', actor_id: desk.staff.caseworker, case_id: caseId },
        ...{ person_ids: [personId], fields: ['display'], operation: 'openDocument' },
      },
    ]);
    const { documents } = await listOf(caseworker, caseId);
    expect(documents[0].versions[0].seen).toMatchObject([{ by: { id: desk.staff.caseworker } }]);
  });

  test('shows each colleague with the first and the last look; a new version has been seen by nobody', async () => {
    const { caseId } = await createApplication(desk);
    const { id, versionId } = await createDocument(desk, { caseId, receivedOn: '2026-11-16' });
    const lead = await desk.as('lead');
    for (const client of [caseworker, lead, caseworker]) await open(client, versionId, 'display');
    const seen = (await listOf(lead, caseId)).documents[0].versions[0].seen;
    expect(seen.map((one: { by: { id: string } }) => one.by.id)).toEqual([
      desk.staff.caseworker,
      desk.staff.lead,
    ]);
    expect(seen[0].lastAt > seen[0].firstAt).toBe(true);
    await putVersion(caseworker, id, tinyPdf('ny'));
    expect((await listOf(lead, caseId)).documents[0].versions[1].seen).toEqual([]);
  });

  test('is served as a file that nothing keeps, runs or guesses about', async () => {
    const { caseId } = await createApplication(desk);
    const { versionId } = await createDocument(desk, { caseId, receivedOn: '2026-11-16' });
    const { headers } = await open(caseworker, versionId, 'original');
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'content-disposition': `attachment; filename="document-${versionId}.pdf"`,
    });
    expect(headers.get('etag')).toBeNull();
  });

  test('is refused when one byte on the disk has changed, and nobody counts as a reader', async () => {
    const { caseId } = await createApplication(desk);
    const { versionId } = await added(putPaper(caseworker, caseId, { bytes: tinyPdf('hel ved') }));
    await flipByte(versionId);
    const answer = await open(caseworker, versionId, 'display');
    expect([answer.status, await codeOf(answer)]).toEqual([500, 'DOCUMENT_DAMAGED']);
    expect((await listOf(caseworker, caseId)).documents[0].versions[0].seen).toEqual([]);
    expect(
      await count(
        `select count(*) as n from audit_log where kind = 'READ' and table_name = 'document_version' and row_id = $1`,
        [versionId],
      ),
    ).toBe(0);
  });

  test('is refused when its bytes are gone', async () => {
    const { caseId } = await createApplication(desk);
    const { versionId } = await createDocument(desk, { caseId, receivedOn: '2026-11-16' });
    await desk.sql.query(
      `update stored_file set storage_key = repeat('0', 32) where id = (select file_id from document_version where id = $1)`,
      [versionId],
    );
    expect(await codeOf(await open(caseworker, versionId, 'display'))).toBe('DOCUMENT_DAMAGED');
  });
});

describe('a paper registered by mistake', () => {
  test('stays with the reason, counts no more, and may be registered again as what it is', async () => {
    const { id, caseId } = await createApplication(desk);
    const bytes = tinyPdf('feil sak');
    const { documentId } = await added(putPaper(caseworker, caseId, { bytes }));
    const before = await versionOfApplication(id);
    await caseworker.ask(STRIKE, { input: { documentId, reason: 'Gjelder en annen søknad' } });
    const { documents } = await listOf(caseworker, caseId);
    expect(documents[0].struck).toMatchObject({
      by: { id: desk.staff.caseworker },
      reason: 'Gjelder en annen søknad',
    });
    expect(await versionOfApplication(id)).toBe(before + 1);
    expect(await caseworker.refused(STRIKE, { input: { documentId, reason: 'en gang til' } })).toBe(
      'ACTION_NOT_AVAILABLE',
    );
    expect(await codeOf(await putVersion(caseworker, documentId, tinyPdf('mer')))).toBe(
      'ACTION_NOT_AVAILABLE',
    );
    expect((await putPaper(caseworker, caseId, { bytes, kind: 'OTHER' })).status).toBe(201);
  });

  test('needs a reason', async () => {
    const { caseId } = await createApplication(desk);
    const { id } = await createDocument(desk, { caseId, receivedOn: '2026-11-16' });
    expect(await caseworker.refused(STRIKE, { input: { documentId: id, reason: '  ' } })).toBe(
      'VALIDATION_FAILED',
    );
  });
});

describe('who', () => {
  test('the issuer adds, sees and opens its own papers until the application is handed over, and none after', async () => {
    const { id, caseId } = await createApplication(desk, {
      status: 'REGISTERED',
      registeredBy: desk.staff.agent,
    });
    const { versionId, documentId } = await added(
      putPaper(agent, caseId, { bytes: tinyPdf('skannet i posten') }),
    );
    expect((await listOf(agent, caseId)).documents).toHaveLength(1);
    expect((await open(agent, versionId, 'display')).status).toBe(200);
    await desk.sql.query(`update case_document set intake_organisation_id = null where case_id = $1`, [
      caseId,
    ]);
    await desk.sql.query(
      `update exception_application set status = 'UNDER_REVIEW', handed_over_at = now() where id = $1`,
      [id],
    );
    expect(await listOf(agent, caseId)).toMatchObject({
      handedOver: true,
      mayAdd: false,
      mayOpen: false,
      documents: [],
    });
    expect((await open(agent, versionId, 'display')).status).toBe(404);
    expect((await putVersion(agent, documentId, tinyPdf('for sent'))).status).toBe(404);
    expect((await putPaper(agent, caseId, { bytes: tinyPdf('for sent') })).status).toBe(404);
    expect((await open(caseworker, versionId, 'display')).status).toBe(200);
  });

  test('the issuer reaches no paper of an application others registered', async () => {
    const { caseId } = await createApplication(desk);
    const { versionId, id } = await createDocument(desk, { caseId, receivedOn: '2026-11-16' });
    expect(await agent.refused(DOCUMENTS, { caseId })).toBe('NOT_FOUND');
    expect((await open(agent, versionId, 'original')).status).toBe(404);
    expect((await putPaper(agent, caseId, { bytes: tinyPdf('x') })).status).toBe(404);
    expect((await putVersion(agent, id, tinyPdf('x'))).status).toBe(404);
    expect(await agent.refused(STRIKE, { input: { documentId: id, reason: 'x' } })).toBe('NOT_FOUND');
    expect(
      await count(
        `select count(*) as n from audit_log where row_id = $1 and table_name = 'document_version' and kind = 'READ'`,
        [versionId],
      ),
    ).toBe(0);
  });

  test('the auditor sees which papers there are, and opens none', async () => {
    const auditor = await desk.as('auditor');
    const { caseId } = await createApplication(desk);
    const { versionId } = await createDocument(desk, { caseId, receivedOn: '2026-11-16' });
    expect(await listOf(auditor, caseId)).toMatchObject({
      mayAdd: false,
      mayOpen: false,
      documents: [{ kind: 'MARRIAGE_CERTIFICATE' }],
    });
    expect((await open(auditor, versionId, 'display')).status).toBe(404);
  });

  test.each(['finance', 'admin'] as const)('%s sees nothing of it', async role => {
    const client = await desk.as(role);
    const { caseId } = await createApplication(desk);
    const { versionId } = await createDocument(desk, { caseId, receivedOn: '2026-11-16' });
    expect(await client.refused(DOCUMENTS, { caseId })).toBe('FORBIDDEN');
    expect((await open(client, versionId, 'display')).status).toBe(404);
    expect([403, 404]).toContain((await putPaper(client, caseId, { bytes: tinyPdf('x') })).status);
  });

  test('who is barred from the case adds nothing to it', async () => {
    const { caseId } = await createApplication(desk);
    await desk.sql.query(
      `insert into case_barred (organisation_id, case_id, staff_user_id, reason, created_by) values (2, $1, $2, 'FAMILY', $2)`,
      [caseId, desk.staff.caseworker],
    );
    expect((await listOf(caseworker, caseId)).mayAdd).toBe(false);
    expect(await codeOf(await putPaper(caseworker, caseId, { bytes: tinyPdf('x') }))).toBe('BARRED');
  });

  test('papers of a protected person are for the leader of the authority alone', async () => {
    const lead = await desk.as('lead');
    const { caseId, personId } = await createApplication(desk);
    const { versionId } = await createDocument(desk, { caseId, receivedOn: '2026-11-16' });
    await desk.sql.query('update person set restricted = true where id = $1', [personId]);
    expect(await caseworker.refused(DOCUMENTS, { caseId })).toBe('NOT_FOUND');
    expect((await open(caseworker, versionId, 'display')).status).toBe(404);
    expect((await open(lead, versionId, 'display')).status).toBe(200);
    expect((await putPaper(lead, caseId, { bytes: tinyPdf('mer') })).status).toBe(201);
  });

  test('papers that came a way nothing personal may come are added to by nobody', async () => {
    const { caseId } = await createApplication(desk, { status: 'WRONG_CHANNEL' });
    expect(await codeOf(await putPaper(caseworker, caseId, { bytes: tinyPdf('x') }))).toBe(
      'ACTION_NOT_AVAILABLE',
    );
  });
});

async function filesOnDisk(): Promise<string[]> {
  const entries = await readdir(join(desk.config.dataDir, 'files'), { recursive: true, withFileTypes: true });
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
}

async function flipByte(versionId: string): Promise<void> {
  const { rows } = await desk.sql.query(
    'select f.storage_key from document_version v join stored_file f on f.id = v.file_id where v.id = $1',
    [versionId],
  );
  const path = (await filesOnDisk()).find(one => one.endsWith(`${rows[0].storage_key}.original`)) ?? '';
  const bytes = await readFile(path);
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  await writeFile(path, bytes);
}
