import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeLetter } from '../../server/src/features/letter/letter-content.rules.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import {
  type Application,
  createApplication,
  createLetter,
  recordOf,
  sendingOf,
  sendLetters,
} from '../support/letters.ts';
import { systemDb } from '../support/mails.ts';
import { readPdf } from '../support/read-pdf.ts';
import { startSandbox, type TestSandbox } from '../support/registers.ts';

let desk: Desk;
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  desk = await startDesk({ registers: sandbox });
});
afterAll(async () => {
  await desk.stop();
  await sandbox.stop();
});

const BATCH =
  'batch { id number letters protected sha256 version postedAt canRecordPosted } letters { id status } manifest';
const MAKE = `mutation Make($input: MakePrintBatchInput!) { makePrintBatch(input: $input) { ${BATCH} } }`;
const POSTED = `mutation Posted($input: RecordPrintBatchPostedInput!) { recordPrintBatchPosted(input: $input) { ${BATCH} } }`;
const LETTER = `letter { id status channel secondsLeft canCancel version sentAt deliveredOn lastError batchNumber recipientName }`;
const CANCEL = `mutation Cancel($input: CancelLetterInput!) { cancelLetter(input: $input) { ${LETTER} } }`;
const ONE = `query One($id: EntityId!) { letter(id: $id) { ${LETTER} content { heading paragraphs { key locked text } } } }`;
const LIST = `query List($filter: LetterFilter, $page: PageInput) { letters(filter: $filter, page: $page) { rows { id status protected } count { value } toPrint { value } toPrintProtected { value } pageInfo { hasNextPage endCursor } } }`;

const inDb = async (id: string) =>
  (
    await desk.sql.query(
      `select status, channel, attempts, last_error, mailbox_receipt, encode(sha256, 'hex') as sha256, send_after, version, batch_id::text from letter where id = $1`,
      [id],
    )
  ).rows[0];
const eventsOf = async (caseId: string) =>
  (await desk.sql.query('select type, note from case_event where case_id = $1 order by id', [caseId])).rows;

/** The reader has a digital mailbox, or none. */
function hasMailbox({ nationalId }: Application, mailbox: boolean): void {
  sandbox.person(nationalId ?? '').is({ mailbox });
}

describe('a letter by post', () => {
  it('is put on paper once, and read back says what was decided', async () => {
    const application = await createApplication(desk, { language: 'nn' });
    const record = recordOf(application, { kind: 'DECISION_REFUSE' });
    const id = await createLetter(desk, application, { kind: 'DECISION_REFUSE', language: 'nn' });
    await sendLetters(desk);
    expect(await inDb(id)).toMatchObject({ status: 'TO_PRINT', channel: 'POST' });
    const lead = await desk.as('lead');
    const answer = await lead.fetch(`/files/letters/${id}/pdf`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe((await inDb(id)).sha256);
    const { text, language } = await readPdf(bytes);
    expect(language).toBe('nn-NO');
    for (const { title, text: said } of composeLetter(record, 'nn').paragraphs)
      for (const line of [title ?? '', ...said.split('\n')])
        expect(text.replaceAll(' ', '')).toContain(line.replaceAll(' ', ''));
    for (const name of ['Marit Elvestad', application.caseNumber, 'Tuva Myhre', 'Henrik Aas'])
      expect(text).toContain(name);
    expect(text).not.toContain(application.nationalId);
    const { rows } = await desk.sql.query(
      `select 1 from audit_log where table_name = 'letter' and row_id = $1 and kind = 'READ' and case_id = $2`,
      [id, application.caseId],
    );
    expect(rows).toHaveLength(1);
  });

  it('that cannot be put on paper waits, and is tried again later', async () => {
    const id = await createLetter(desk, await createApplication(desk));
    await desk.sql.query('alter table letter disable trigger stands');
    await desk.sql.query(
      `update letter set content = jsonb_set(content, '{textVersion}', '999') where id = $1`,
      [id],
    );
    await sendLetters(desk);
    expect(await inDb(id)).toMatchObject({ status: 'QUEUED', last_error: 'NOT_PRINTED', attempts: 1 });
    await desk.sql.query(
      `update letter set content = jsonb_set(content, '{textVersion}', '1') where id = $1`,
      [id],
    );
    await desk.sql.query('alter table letter enable trigger stands');
    await sendLetters(desk, new Date(Date.now() + 60_000));
    expect(await inDb(id)).toMatchObject({ status: 'TO_PRINT', last_error: null });
  });
});

describe('a letter to a digital mailbox', () => {
  const digital = { channel: 'DIGITAL_MAILBOX' } as const;

  it('is delivered once, whatever breaks off in between', async () => {
    const application = await createApplication(desk);
    hasMailbox(application, true);
    const id = await createLetter(desk, application, digital);
    await sendLetters(desk);
    expect(await inDb(id)).toMatchObject({
      status: 'DELIVERED',
      mailbox_receipt: `receipt-hms-kort-letter-${id}`,
    });
    const [letter, ...more] = [...sandbox.world.letters.values()].filter(
      ({ to }) => to === application.nationalId,
    );
    expect(more).toEqual([]);
    expect(letter?.title).toBe('Brev fra Arbeidstilsynet');
    expect((await readPdf(Buffer.from(letter?.pdf ?? '', 'base64'))).text).toContain(application.caseNumber);
    expect(await eventsOf(application.caseId)).toContainEqual({
      type: 'LETTER_SENT',
      note: 'DIGITAL_MAILBOX',
    });
  });

  it('of which the server died while sending is sent again, and arrives once', async () => {
    const application = await createApplication(desk);
    hasMailbox(application, true);
    const id = await createLetter(desk, application, digital);
    await desk.sql.query(
      `update letter set status = 'SENDING', attempts = 1, claimed_at = now() - interval '3 minutes' where id = $1`,
      [id],
    );
    await sendingOf(desk).reconcile(systemDb(desk.app.jobParts));
    expect((await inDb(id)).status).toBe('QUEUED');
    await sendLetters(desk);
    expect((await inDb(id)).status).toBe('DELIVERED');
  });

  it('goes by post to whoever has none', async () => {
    const application = await createApplication(desk);
    hasMailbox(application, false);
    const id = await createLetter(desk, application, digital);
    await sendLetters(desk);
    expect(await inDb(id)).toMatchObject({ status: 'TO_PRINT', channel: 'POST', last_error: 'NO_MAILBOX' });
  });

  it('waits while the mailbox does not answer, and goes by post after two days', async () => {
    const application = await createApplication(desk);
    hasMailbox(application, true);
    const id = await createLetter(desk, application, digital);
    sandbox.fail('mailbox', 'ERROR_500');
    await sendLetters(desk);
    expect(await inDb(id)).toMatchObject({
      status: 'QUEUED',
      last_error: expect.stringMatching(/5XX|CIRCUIT/),
    });
    await sendLetters(desk, new Date(Date.now() + 48 * 3_600_000));
    sandbox.fail('mailbox', 'WELL');
    expect(await inDb(id)).toMatchObject({ status: 'TO_PRINT', channel: 'POST' });
  });

  it('of a firm goes to the firm', async () => {
    const application = await createApplication(desk, { ofFirm: true });
    sandbox.firm(application.firmNumber).is({ name: application.firmName });
    const id = await createLetter(desk, application, digital);
    await sendLetters(desk);
    expect((await inDb(id)).status).toBe('DELIVERED');
    expect([...sandbox.world.letters.values()].map(({ to }) => to)).toContain(application.firmNumber);
  });

  it('is sent by one of several servers', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 6; index += 1) {
      const application = await createApplication(desk);
      hasMailbox(application, true);
      ids.push(await createLetter(desk, application, digital));
    }
    const tried = await Promise.all([sendLetters(desk), sendLetters(desk), sendLetters(desk)]);
    expect(tried.reduce((sum, n) => sum + n, 0)).toBe(6);
    for (const id of ids) expect(await inDb(id)).toMatchObject({ status: 'DELIVERED', attempts: 1 });
  });
});

describe('a letter that has not left', () => {
  it('can be stopped, and its mail with it; the case and the journal tell of it', async () => {
    const application = await createApplication(desk);
    const id = await createLetter(desk, application, { sendAfter: new Date(Date.now() + 60_000) });
    const caseworker = await desk.as('caseworker');
    const { letter } = (await caseworker.ask(ONE, { id })).letter;
    expect(letter.secondsLeft).toBeGreaterThan(50);
    expect(letter.canCancel).toBe(true);
    expect(
      await caseworker.refused(CANCEL, { input: { id, expectedVersion: letter.version, reason: ' ' } }),
    ).toBe('VALIDATION_FAILED');
    expect(
      await caseworker.refused(CANCEL, { input: { id, expectedVersion: 99, reason: 'Feil dato' } }),
    ).toBe('STALE');
    const input = { id, expectedVersion: letter.version, reason: 'Feil dato' };
    expect((await caseworker.ask(CANCEL, { input })).cancelLetter.letter.status).toBe('CANCELLED');
    expect(await sendLetters(desk, new Date(Date.now() + 3_600_000))).toBe(0);
    const mails = await desk.sql.query('select status from outbox_mail where letter_id = $1', [id]);
    expect(mails.rows).toEqual([{ status: 'CANCELLED' }]);
    expect(await eventsOf(application.caseId)).toContainEqual({
      type: 'LETTER_CANCELLED',
      note: 'Feil dato',
    });
    const entries = await desk.sql.query(
      'select type, entry_number from journal_entry where letter_id = $1 order by 2',
      [id],
    );
    expect(entries.rows).toEqual([
      { type: 'U', entry_number: 1 },
      { type: 'X', entry_number: 2 },
    ]);
  });

  it('is beyond recall once it has', async () => {
    const application = await createApplication(desk);
    hasMailbox(application, true);
    const id = await createLetter(desk, application, { channel: 'DIGITAL_MAILBOX' });
    await sendLetters(desk);
    const { version } = await inDb(id);
    const lead = await desk.as('lead');
    expect(await lead.refused(CANCEL, { input: { id, expectedVersion: version, reason: 'For sent' } })).toBe(
      'LETTER_HAS_LEFT',
    );
  });
});

describe('the post queue', () => {
  it('prints each letter in one batch, however many are made at once, and posts it', async () => {
    const ids = await Promise.all(
      Array.from({ length: 4 }, async () => createLetter(desk, await createApplication(desk))),
    );
    await sendLetters(desk);
    const [caseworker, lead] = [await desk.as('caseworker'), await desk.as('lead')];
    const made = await Promise.all(
      [caseworker, lead].map(client => client.send(MAKE, { input: { protected: false } })),
    );
    const batches = made.flatMap(({ data }) => (data ? [data.makePrintBatch] : []));
    const printed = batches.flatMap(({ letters }) => letters.map((one: { id: string }) => one.id));
    expect(new Set(printed).size).toBe(printed.length);
    for (const id of ids) expect(printed).toContain(id);
    const [{ batch, manifest }] = batches;
    expect(createHash('sha256').update(manifest).digest('hex')).toBe(batch.sha256);
    const lines = JSON.parse(manifest).letters;
    expect(lines).toHaveLength(batch.letters);
    for (const { letter, sha256 } of lines) expect((await inDb(letter)).sha256).toBe(sha256);
    expect(manifest).not.toContain('Elvestad');
    const input = { id: batch.id, expectedVersion: batch.version };
    const posted = (await caseworker.ask(POSTED, { input })).recordPrintBatchPosted;
    expect(posted.batch.postedAt).not.toBeNull();
    expect(new Set(posted.letters.map((one: { status: string }) => one.status))).toEqual(new Set(['SENT']));
    expect(await caseworker.refused(POSTED, { input: { ...input, expectedVersion: 2 } })).toBe(
      'ACTION_NOT_AVAILABLE',
    );
    expect(await lead.refused(MAKE, { input: { protected: false } })).toBe('NOTHING_WAITS');
  });

  it('gives a batch as one file, each letter on a sheet of its own', async () => {
    const applications = [await createApplication(desk), await createApplication(desk)];
    for (const application of applications) await createLetter(desk, application);
    await sendLetters(desk);
    const caseworker = await desk.as('caseworker');
    const { batch } = (await caseworker.ask(MAKE, { input: { protected: false } })).makePrintBatch;
    const answer = await caseworker.fetch(`/files/letter-batches/${batch.id}/pdf`);
    expect(answer.headers.get('content-disposition')).toContain(`brev-${batch.number}.pdf`);
    const { text, pages } = await readPdf(Buffer.from(await answer.arrayBuffer()));
    expect(pages).toBe(3);
    for (const { caseNumber } of applications) expect(text).toContain(caseNumber);
    expect((await (await desk.as('agent')).fetch(`/files/letter-batches/${batch.id}/pdf`)).status).toBe(404);
  });

  it('keeps letters to protected persons for a leader’s own batch', async () => {
    const hidden = await createApplication(desk, { restricted: true });
    const record = { recipient: { name: 'Marit Elvestad', lines: [], addressFromRegister: true } };
    const id = await createLetter(desk, hidden, { record });
    await sendLetters(desk);
    const [caseworker, lead] = [await desk.as('caseworker'), await desk.as('lead')];
    expect(await caseworker.refused(MAKE, { input: { protected: true } })).toBe('FORBIDDEN');
    expect(await caseworker.refused(ONE, { id })).toBe('NOT_FOUND');
    expect((await caseworker.fetch(`/files/letters/${id}/pdf`)).status).toBe(404);
    expect((await caseworker.ask(LIST, {})).letters.toPrintProtected.value).toBe(0);
    expect((await lead.ask(LIST, {})).letters.toPrintProtected.value).toBe(1);
    const { batch, letters } = (await lead.ask(MAKE, { input: { protected: true } })).makePrintBatch;
    expect(letters).toEqual([{ id, status: 'PRINTED' }]);
    const ask = `query Batch($id: EntityId!) { printBatch(id: $id) { batch { id } } }`;
    expect(await caseworker.refused(ask, { id: batch.id })).toBe('NOT_FOUND');
    expect((await lead.ask(ask, { id: batch.id })).printBatch.batch.id).toBe(batch.id);
  });

  it('is read page by page and by state, by the authority alone', async () => {
    const caseworker = await desk.as('caseworker');
    const filter = { status: ['DELIVERED'] };
    const { letters: first } = await caseworker.ask(LIST, { filter, page: { first: 5 } });
    expect(first.rows).toHaveLength(5);
    const page = { first: 5, after: first.pageInfo.endCursor };
    const { letters: second } = await caseworker.ask(LIST, { filter, page });
    const ids = [...first.rows, ...second.rows].map(({ id }: { id: string }) => BigInt(id));
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? 1 : -1)));
    expect(await (await desk.as('agent')).refused(LIST, {})).toBe('FORBIDDEN');
    const one = await createApplication(desk);
    const id = await createLetter(desk, one);
    const ofCase = await caseworker.ask(LIST, { filter: { caseId: one.caseId } });
    expect(ofCase.letters.rows).toEqual([{ id, status: 'QUEUED', protected: false }]);
  });
});
