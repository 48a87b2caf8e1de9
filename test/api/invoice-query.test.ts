/** What firms ask about invoices: taken in by phone and by mail, the invoice found by whatever number they have, and answered once. */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import nodemailer from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedInvoiceQueries } from '../../seeds/invoice-queries.ts';
import { readMail } from '../../server/src/features/inbound-mail/mail-reading.ts';
import { queryMailJobs } from '../../server/src/features/invoice-query/query-mail.parts.ts';
import { QueryMailService } from '../../server/src/features/invoice-query/query-mail.service.ts';
import { createLog } from '../../server/src/platform/log.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { previewOf, type TakenQuery, takenQuery } from '../support/invoice-queries.ts';
import { createInvoice, nameSeller, SELLER } from '../support/invoices.ts';
import { startMailServer } from '../support/mail-server.ts';
import { MAILBOX, mailboxFile } from '../support/mailbox-file.ts';
import { systemDb } from '../support/mails.ts';

const QUERY = `query ($caseId: EntityId!) { invoiceQuery(caseId: $caseId) { state reason foundBy foundFrom confirmedBy knownContact wantedReference
  offered likeliest posts { text sender attachments numbers { value meaning label unit start end } wantedStart wantedEnd }
  invoice { number kid customerReference ehfLines referenceLine state lines { unitOrgNumber } } candidates { number fits }
  answers { outcome paragraphs codeLines recipient mailStatus } } }`;
const ANSWER =
  'mutation ($input: AnswerInvoiceQueryInput!) { answerInvoiceQuery(input: $input) { status version } }';
const CHOOSE =
  'mutation ($input: ChooseQueryInvoiceInput!) { chooseQueryInvoice(input: $input) { version } }';

let desk: Desk;
let finance: Client;
type Made = Awaited<ReturnType<typeof createInvoice>>;
let ours: Made & { internal: string; unit: string };
let theirs: Made;

beforeAll(async () => {
  desk = await startDesk();
  await nameSeller(desk);
  finance = await desk.as('finance');
  const made = await createInvoice(desk, { customerReference: 'PO-77412', cards: 4 });
  const { rows } = await desk.sql.query(
    'select i.internal_order_number as n, l.unit_org_number as unit from invoice i join invoice_line l on l.invoice_id = i.id where i.id = $1',
    [made.id],
  );
  ours = { ...made, internal: rows[0].n, unit: rows[0].unit };
  // Somebody else ordered for the other firm.
  theirs = await createInvoice(desk);
  await desk.sql.query(`update order_item set orderer_email = 'per@annen.example' where order_id = $1`, [
    theirs.orderId,
  ]);
});
afterAll(() => desk.stop());

const page = async (caseId: string) => (await finance.ask(QUERY, { caseId })).invoiceQuery;
const asked = async (text: string, email?: string) => {
  const taken = await takenQuery(desk, { text, ...(email ? { email } : {}) });
  return { taken, shown: await page(taken.id) };
};
const send = (taken: TakenQuery, said: { outcome: string; digest: string; comment?: string }) =>
  finance.send(ANSWER, { input: { caseId: taken.id, expectedVersion: taken.version, ...said } });
const codeOf = (answer: { errors?: { extensions: { code: string } }[] }) =>
  answer.errors?.[0]?.extensions.code;
const mails = async (caseId: string) =>
  (
    await desk.sql.query(`select * from outbox_mail where case_id = $1 and template = 'INVOICE_ANSWER'`, [
      caseId,
    ])
  ).rows;

describe('the invoice a firm asks about', () => {
  test('is found from the internal number called "Ordrenr", confirmed by the sub-unit on the line', async () => {
    const text = `Ordrenr ${ours.internal}. Referansen er gal, den skulle vært Prosjekt 4410 Havnegata. Orgnr ${ours.unit}. Mvh Turid`;
    const { shown } = await asked(text);
    expect(shown).toMatchObject({
      state: 'FOUND',
      foundBy: 'INTERNAL_ORDER_NUMBER',
      confirmedBy: 'SUB_UNIT',
    });
    expect(shown.invoice.number).toBe(ours.number);
    expect(shown.wantedReference).toBe('Prosjekt 4410 Havnegata');
    expect(shown.likeliest).toBe('WRONG_REFERENCE');
    const [order, org] = shown.posts[0].numbers;
    expect(order).toMatchObject({ meaning: 'INTERNAL_ORDER_NUMBER', label: 'ORDER' });
    expect(org).toMatchObject({ meaning: 'ORG_NUMBER', unit: 'SUB_UNIT' });
    expect(shown.invoice.ehfLines[shown.invoice.referenceLine]).toContain('<cbc:BuyerReference>PO-77412<');
  });

  test.each([
    [
      'the KID given as invoice number',
      () => `fakturanr ${ours.kid}, orgnr ${ours.firm.mainOrgNumber}`,
      'KID',
      'MAIN_UNIT',
    ],
    [
      'our reference with spaces',
      () => `Vår ref ${ours.orderNumber.replace(/(\d)(\d{3})/, '$1 $2 ')} org ${ours.firm.mainOrgNumber}`,
      'ORDER_NUMBER',
      'MAIN_UNIT',
    ],
    [
      'two of its numbers',
      () => `faktura ${ours.number}, bestilling ${ours.orderNumber}`,
      'INVOICE_NUMBER',
      'TWO_NUMBERS',
    ],
    [
      "the issuer's own number copied from it",
      () => `faktura ${ours.number}, bestilling ${ours.orderNumber}, orgnr ${SELLER.issuerOrgNumber}`,
      'INVOICE_NUMBER',
      'TWO_NUMBERS',
    ],
  ])('is found by %s', async (...given) => {
    const [, text, foundBy, confirmedBy] = given;
    const { shown } = await asked(text());
    expect(shown).toMatchObject({ state: 'FOUND', foundBy, confirmedBy });
  });

  test('is found for an address that has ordered for the firm', async () => {
    const { shown } = await asked(`faktura ${ours.number}`, 'Kari@firma.example');
    expect(shown).toMatchObject({ state: 'FOUND', confirmedBy: 'CONTACT', knownContact: true });
  });

  test('is never shown or told to another firm, whatever numbers it has', async () => {
    const numbers = `faktura ${ours.number}, bestilling ${ours.orderNumber}`;
    const named = await asked(`${numbers}, orgnr ${theirs.firm.mainOrgNumber}`);
    const written = await asked(numbers, 'per@annen.example');
    for (const { taken, shown } of [named, written]) {
      expect(shown).toMatchObject({
        state: 'AMBIGUOUS',
        reason: 'OTHER_FIRM',
        invoice: null,
        likeliest: 'ASKED_BACK',
      });
      expect(shown.offered).toEqual(['ASKED_BACK', 'EARLIER_ISSUER']);
      const told = await finance.send(
        'query ($caseId: EntityId!) { invoiceAnswerPreview(caseId: $caseId, outcome: REFERENCE_HIDDEN_BY_SUPPLIER) { digest } }',
        { caseId: taken.id },
      );
      expect(codeOf(told)).toBe('VALIDATION_FAILED');
      const back = JSON.stringify(await previewOf(taken, 'ASKED_BACK'));
      for (const secret of [ours.number, ours.kid, ours.orderNumber, 'PO-77412'])
        expect(back).not.toContain(secret);
    }
  });

  test('is chosen by a clerk who says how it is known, and one who does not is refused', async () => {
    const { taken } = await asked(`faktura ${ours.number}`);
    const input = { caseId: taken.id, expectedVersion: taken.version, invoiceNumber: ours.number };
    expect(codeOf(await finance.send(CHOOSE, { input: { ...input, reason: ' ' } }))).toBe(
      'VALIDATION_FAILED',
    );
    expect(
      codeOf(await finance.send(CHOOSE, { input: { ...input, reason: 'x', invoiceNumber: '2020999999' } })),
    ).toBe('VALIDATION_FAILED');
    await finance.ask(CHOOSE, { input: { ...input, reason: 'Ringte firmaet tilbake' } });
    expect(await page(taken.id)).toMatchObject({
      state: 'FOUND',
      confirmedBy: 'STAFF',
      invoice: { number: ours.number },
    });
  });
});

describe('a national ID number in an enquiry', () => {
  test('reaches neither finance nor the database', async () => {
    const { taken, shown } = await asked('Gjelder Ola, fnr 178585 12387, faktura 2026000101');
    expect(shown.posts[0].text).toContain('fnr ****** *****');
    const { rows } = await desk.sql
      .query(
        `select count(*)::int as n from audit_log where new_row::text like '%12387%' or new_row::text like '%178585%'`,
      )
      .catch(() => ({ rows: [{ n: 0 }] }));
    expect(rows[0].n).toBe(0);
    const { rows: kept } = await desk.sql.query('select body from invoice_query_post where case_id = $1', [
      taken.id,
    ]);
    expect(kept[0].body).not.toMatch(/178585|12387/);
  });
});

describe('an answer', () => {
  const hidden = () =>
    asked(
      `faktura ${ours.number}, orgnr ${ours.firm.mainOrgNumber}. Hvor er PO-77412?`,
      'turid@nordfjell.example',
    );

  test('is what was shown, leaves once, and ends the case in the same moment', async () => {
    const { taken } = await hidden();
    const preview = await previewOf(taken, 'REFERENCE_HIDDEN_BY_SUPPLIER', 'Ring oss gjerne.');
    expect(preview.codeLines).toEqual(['<cbc:BuyerReference>PO-77412</cbc:BuyerReference>']);
    expect(
      codeOf(await send(taken, { outcome: 'REFERENCE_HIDDEN_BY_SUPPLIER', digest: preview.digest })),
    ).toBe('ANSWER_CHANGED');
    expect(await mails(taken.id)).toEqual([]);
    const answers = await Promise.all(
      [1, 2].map(() =>
        send(taken, {
          outcome: 'REFERENCE_HIDDEN_BY_SUPPLIER',
          digest: preview.digest,
          comment: 'Ring oss gjerne.',
        }),
      ),
    );
    expect(answers.filter(answer => !answer.errors)).toHaveLength(1);
    expect(await mails(taken.id)).toHaveLength(1);
    const { rows } = await desk.sql.query('select status, reserved_by from desk_case where id = $1', [
      taken.id,
    ]);
    expect(rows).toEqual([{ status: 'CLOSED', reserved_by: null }]);
    const { answers: said } = await page(taken.id);
    expect(said).toEqual([
      {
        ...{
          outcome: 'REFERENCE_HIDDEN_BY_SUPPLIER',
          recipient: 'turid@nordfjell.example',
          mailStatus: 'QUEUED',
        },
        ...{ paragraphs: preview.paragraphs, codeLines: preview.codeLines },
      },
    ]);
  });

  test('is in the language of the asker, and an agent who sees the outbox reads it as it was sent', async () => {
    const english = await takenQuery(desk, {
      ...{
        text: `Invoice ${ours.number}, organisation number ${ours.firm.mainOrgNumber}, paid without KID`,
        language: 'en',
        name: 'Ann',
      },
    });
    const preview = await previewOf(english, 'PAID_WITHOUT_KID');
    expect(preview).toMatchObject({ language: 'en', paragraphs: expect.arrayContaining(['Hello Ann,']) });
    expect(
      codeOf(await send(english, { outcome: 'PAID_WITHOUT_KID', digest: preview.digest })),
    ).toBeUndefined();
    const agent = await desk.as('agent');
    const { outbox } = await agent.ask(
      'query ($id: EntityId!) { outbox(filter: { caseId: $id }) { rows { id recipient subject } } }',
      { id: english.id },
    );
    expect(outbox.rows[0]).toMatchObject({
      recipient: 'ukjent@firma.example',
      subject: expect.stringContaining('About your invoice'),
    });
    const { mail } = await agent.ask('query ($id: EntityId!) { mail(id: $id) { html text } }', {
      id: outbox.rows[0].id,
    });
    expect(mail.text).toContain(ours.kid);
    expect(codeOf(await agent.send(QUERY, { caseId: english.id }))).toBe('FORBIDDEN');
  });

  test('that asks back lets the case wait, and an answer to it wakes the case and finds the invoice', async () => {
    const { taken } = await asked('Hvor er fakturaen vår?', 'turid@nordfjell.example');
    const { digest, paragraphs } = await previewOf(taken, 'ASKED_BACK');
    expect(paragraphs.join(' ')).toContain('hovedenhetens organisasjonsnummer');
    await send(taken, { outcome: 'ASKED_BACK', digest });
    const [sent] = await mails(taken.id);
    const status = async () =>
      (await desk.sql.query('select status from desk_case where id = $1', [taken.id])).rows[0].status;
    expect(await status()).toBe('ON_HOLD');
    await receive(
      `In-Reply-To: ${sent.message_id}\r\nSubject: SV: Svar om faktura`,
      `Fakturanr ${ours.number}\nOrgnr ${ours.firm.mainOrgNumber}`,
    );
    expect(await status()).toBe('OPEN');
    expect(await page(taken.id)).toMatchObject({ state: 'FOUND', confirmedBy: 'MAIN_UNIT' });
    expect((await page(taken.id)).posts).toHaveLength(2);
  });
});

const takeMail = () =>
  new QueryMailService({
    clock: { now: () => new Date() },
    workers: { process: async ({ bytes }) => readMail(Buffer.from(bytes)).catch(() => null) },
    scanner: null,
    ownAddresses: ['faktura@kortservice.example'],
  });
let sent = 0;
async function receive(head: string, text: string, from = 'Turid Eide <turid@nordfjell.example>') {
  sent += 1;
  const id = createHash('sha1').update(`${sent}`).digest('hex');
  const bytes = Buffer.from(
    `From: ${from}\r\nMessage-ID: <${id}@x.example>\r\nContent-Type: text/plain; charset=utf-8\r\n${head}\r\n\r\n${text}\r\n`,
  );
  const message = { bytes, cut: false, byteCount: bytes.length, arrivedAt: new Date() };
  const db = systemDb(desk.app.jobParts);
  return [await takeMail().take(db, message), await takeMail().take(db, message)];
}

describe('mail to finance', () => {
  const newest = async () =>
    (
      await desk.sql.query(
        `select c.*, q.state from desk_case c join invoice_query q on q.case_id = c.id order by c.id desc limit 1`,
      )
    ).rows[0];

  test('becomes a case once, in the language it was written in, with its numbers read', async () => {
    const before = (await newest()).id;
    expect(
      await receive(
        'Subject: Faktura utan referanse',
        `Eg finn ikkje referansen. Ordrenr ${ours.internal}, orgnr ${ours.unit}`,
      ),
    ).toEqual(['TAKEN', 'TAKEN']);
    const made = await newest();
    expect(made).toMatchObject({
      channel: 'EMAIL',
      language: 'nn',
      title: 'Faktura utan referanse',
      state: 'FOUND',
    });
    expect(Number(made.id)).toBe(Number(before) + 1);
  });

  test('is fetched from a real mailbox and put away there; its attachments are counted, not kept', async () => {
    const server = await startMailServer();
    const { path, folder } = await mailboxFile(server, { address: 'faktura@post.example' });
    const from = 'Turid Eide <turid@nordfjell.example>';
    await nodemailer.createTransport(server.smtpUrl).sendMail({
      ...{ from, to: MAILBOX, subject: 'Ordrenr', text: `Ordrenr ${ours.internal}, orgnr ${ours.unit}` },
      attachments: [{ filename: 'faktura.pdf', content: Buffer.from('%PDF-1.7') }],
    });
    const config = { ...desk.config, INVOICE_MAILBOX_FILE: path };
    const [job] = queryMailJobs({ clock: { now: () => new Date() }, config, log: createLog('silent') });
    expect(await job?.run(systemDb(desk.app.jobParts), () => false)).toBe(1);
    expect(server.folder('INBOX')).toEqual([]);
    const { id, title } = await newest();
    expect(title).toBe('Ordrenr');
    expect((await page(String(id))).posts).toMatchObject([
      { sender: 'turid@nordfjell.example', attachments: 1 },
    ]);
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('from a machine, or from ourselves, becomes nothing', async () => {
    const before = (await newest()).id;
    await receive('Subject: Out of office\r\nAuto-Submitted: auto-replied', 'Jeg er på ferie');
    await receive('Subject: x', 'y', 'faktura@kortservice.example');
    expect((await newest()).id).toBe(before);
  });

  test('that names a case counts for it only from the address that asked', async () => {
    const { taken } = await asked('Hvor er fakturaen?', 'turid@nordfjell.example');
    await receive(`Subject: Sak ${taken.number}`, 'Purrer', 'Per <per@annen.example>');
    expect((await page(taken.id)).posts).toHaveLength(1);
    await receive(`Subject: Sak ${taken.number}`, 'Purrer');
    expect((await page(taken.id)).posts).toHaveLength(2);
  });
});

describe('those who have nothing to do with it', () => {
  test('an agent takes an enquiry in and hands it to finance; a caseworker knows nothing of it', async () => {
    const agent = await desk.as('agent');
    const { registerInvoiceQuery: made } = await agent.ask(
      'mutation ($input: RegisterInvoiceQueryInput!) { registerInvoiceQuery(input: $input) { id kind queue } }',
      {
        input: {
          channel: 'PHONE',
          language: 'nb',
          contactEmail: 'a@b.example',
          text: `faktura ${ours.number}`,
        },
      },
    );
    expect(made).toMatchObject({ kind: 'INVOICE_QUERY', queue: 'INVOICE_QUERY' });
    expect(codeOf(await agent.send('mutation { takeNext(queue: INVOICE_QUERY) { case { id } } }'))).toBe(
      'FORBIDDEN',
    );
    const caseworker = await desk.as('caseworker');
    expect(codeOf(await caseworker.send(QUERY, { caseId: made.id }))).toBe('FORBIDDEN');
    const { takeNext } = await finance.ask('mutation { takeNext(queue: INVOICE_QUERY) { case { id } } }');
    expect(takeNext.case).not.toBeNull();
  });
});

describe('the demo', () => {
  test('has queries that the same rules have read, most of them answered', async () => {
    const client = await desk.sql.connect();
    try {
      await client.query('begin');
      for (const table of ['invoice_query', 'invoice_query_post', 'invoice_answer', 'desk_case'])
        await client.query(`alter table ${table} disable trigger user`);
      await client.query('delete from queue_day');
      const { rows: before } = await client.query('select count(*)::int as n from invoice_query');
      await seedInvoiceQueries(client, new Date(Date.now() + 60 * 86_400_000));
      const { rows } = await client.query(
        `select count(*)::int as n, count(*) filter (where q.state = 'FOUND')::int as found, count(*) filter (where c.status = 'OPEN')::int as open
        from invoice_query q join desk_case c on c.id = q.case_id where c.title is not null`,
      );
      expect(rows[0].n - before[0].n).toBe(2);
      expect(rows[0].found).toBeGreaterThan(0);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
