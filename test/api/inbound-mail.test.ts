import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { replyAddress } from '../../server/src/features/inbound-mail/reply-address.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { createApplication, tinyPdf } from '../support/application.factories.ts';
import { syntheticNationalId } from '../support/factories.ts';
import { FIRM, MAILBOX, type MailboxDesk, PDF, startMailboxDesk } from '../support/mailbox-desk.ts';

let on: MailboxDesk;

beforeAll(async () => {
  on = await startMailboxDesk();
});
afterAll(() => on.stop());
beforeEach(() => {
  on.server.onMove = null;
});

const keys = () => loadKeys(on.desk.config.KEYS_FILE, on.desk.config.dataDir);
const addressOf = (number: string) => replyAddress(keys(), MAILBOX, number);

async function rows(subject: string) {
  const { rows: found } = await on.desk.sql.query(
    `select m.*, (select json_agg(a order by position) from inbound_attachment a where a.mail_id = m.id) as attachments
     from inbound_mail m where subject = $1 order by id`,
    [subject],
  );
  return found;
}

async function eventsOf(caseId: string): Promise<string[]> {
  const { rows: found } = await on.desk.sql.query(
    'select type from case_event where case_id = $1 order by id',
    [caseId],
  );
  return found.map(({ type }) => type);
}

/** A mail of ours about the case. @returns its Message-ID */
async function written(caseId: string): Promise<string> {
  const { rows: found } = await on.desk.sql.query(
    `with l as (insert into inbound_mail (organisation_id, message_id, body_sha256, received_at, sender, subject, language, byte_count, state)
       values (2, '<' || gen_random_uuid() || '@x>', '', now(), 'a@b.example', 'før', 'nb', 1, 'TO_SORT') returning id)
     insert into outbox_mail (organisation_id, case_id, template, language, subject_id, dedupe, message_id, send_after, inbound_mail_id, status)
     select 2, $1, 'WRONG_CHANNEL', 'nb', 1, gen_random_uuid(), '<' || gen_random_uuid() || '@hms-kort.example>', now(), l.id, 'SENT' from l returning message_id`,
    [caseId],
  );
  return found[0].message_id;
}

describe('Mail that comes in', () => {
  it('is taken once, sealed, and put away in the mailbox', async () => {
    const text = 'Hei, vi søker om unntak. Vedlagt finner dere attesten.';
    await on.post({ subject: 'Uten sak', text, attachments: [PDF] });
    expect(await on.read()).toBe(1);
    expect(await on.read()).toBe(0);
    expect([on.server.folder('INBOX').length, on.server.folder('Lest').length]).toEqual([0, 1]);
    const [mail, ...more] = await rows('Uten sak');
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      state: 'TO_SORT',
      sender: FIRM,
      sender_name: 'Kari Regnskap',
      case_id: null,
    });
    expect(mail).toMatchObject({ problem: null, language: 'nb', personal: false, delete_at: null });
    expect(mail.attachments).toMatchObject([{ name: 'attest.pdf', media_type: 'application/pdf' }]);
    const { rows: files } = await on.desk.sql.query('select * from stored_file where id = $1', [
      mail.file_id,
    ]);
    expect(files).toMatchObject([{ media_type: 'message/rfc822', purpose: 'MAIL', organisation_id: 2 }]);
    expect(await on.onDisk(files[0].storage_key)).not.toContain('attest');
  });

  it('is taken once by two servers that read at the same time', async () => {
    for (let i = 0; i < 6; i += 1) await on.post({ subject: `To tjenere ${i}`, attachments: [PDF] });
    const results = await Promise.allSettled([on.read(), on.read()]);
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
    await on.read();
    for (let i = 0; i < 6; i += 1) expect(await rows(`To tjenere ${i}`)).toHaveLength(1);
    expect(on.server.folder('INBOX')).toEqual([]);
    expect(await on.orphans()).toEqual([]);
  });

  it('is taken once when the server is killed after it is on record and before it is put away', async () => {
    await on.post({ subject: 'Drept', attachments: [PDF] });
    const moving = new Promise<void>(resolve => {
      on.server.onMove = () => resolve();
    });
    const child = readerProcess();
    await moving;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    expect([await rows('Drept'), on.server.folder('INBOX')].map(list => list.length)).toEqual([1, 1]);
    on.server.onMove = null;
    await on.read();
    expect([await rows('Drept'), on.server.folder('INBOX')].map(list => list.length)).toEqual([1, 0]);
  });

  it('is taken later when the line breaks before it is put away', async () => {
    await on.post({ subject: 'Brutt' });
    on.server.onMove = hangUp => hangUp();
    await expect(on.read()).rejects.toThrow();
    on.server.onMove = null;
    await on.read();
    expect(await rows('Brutt')).toHaveLength(1);
  });

  it('is another mail when it only uses the Message-ID of one we have', async () => {
    await on.post({ subject: 'Samme id', messageId: '<fast@firma.example>', text: 'den ene' });
    await on.post({ subject: 'Samme id', messageId: '<fast@firma.example>', text: 'den andre' });
    await on.post({ subject: 'Samme id', messageId: '<fast@firma.example>', text: 'den andre' });
    await on.read();
    expect(await rows('Samme id')).toHaveLength(2);
  });
});

function readerProcess() {
  const script = fileURLToPath(new URL('../support/mail-reader.ts', import.meta.url));
  const tsconfig = fileURLToPath(new URL('../../server/tsconfig.json', import.meta.url));
  const tsx = createRequire(import.meta.url).resolve('tsx');
  const env = { MODE: 'demo', DATA_DIR: on.desk.config.dataDir, MAILBOX_FILE: on.mailboxFile };
  return spawn(process.execPath, ['--import', tsx, script, on.desk.jobUrl], {
    env: { ...process.env, ...env, TSX_TSCONFIG_PATH: tsconfig },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

describe('What a mail is about', () => {
  it('is the application whose letter it answers, which wakes and shows that it has post', async () => {
    const application = await createApplication(on.desk, {
      code: 'VAT_NOT_LIABLE',
      status: 'AWAITING_DOCUMENTS',
    });
    await on.post({ subject: 'Svar', inReplyTo: await written(application.caseId), attachments: [PDF] });
    await on.read();
    expect(await rows('Svar')).toMatchObject([
      { state: 'FILED', case_id: application.caseId, matched_by: 'HEADER' },
    ]);
    const { rows: cases } = await on.desk.sql.query(
      'select c.status, c.new_post_at, a.status as application from desk_case c join exception_application a on a.case_id = c.id where c.id = $1',
      [application.caseId],
    );
    expect(cases).toMatchObject([
      { status: 'OPEN', new_post_at: expect.any(Date), application: 'UNDER_REVIEW' },
    ]);
    expect(await eventsOf(application.caseId)).toContain('MAIL_RECEIVED');
  });

  it('is told by References too', async () => {
    const { caseId } = await createApplication(on.desk, { code: 'VAT_SVALBARD' });
    await on.post({ subject: 'Tråd', references: ['<annet@firma.example>', await written(caseId)] });
    await on.read();
    expect(await rows('Tråd')).toMatchObject([{ state: 'FILED', case_id: caseId, matched_by: 'HEADER' }]);
  });

  it('is the application whose address it was sent to; what is attached becomes its documents', async () => {
    const { caseId, number } = await createApplication(on.desk, { code: 'STAFFING_FOREIGN' });
    const attachments = [
      { filename: 'kontrakt.pdf', content: tinyPdf('Kontrakt') },
      { filename: 'samme.pdf', content: tinyPdf('Kontrakt') },
      { filename: 'ødelagt.pdf', content: Buffer.from('%PDF-1.7\nikke mer') },
      { filename: 'ark.xlsx', content: Buffer.from('PK') },
    ];
    await on.post({ subject: 'Med adresse', to: addressOf(number).toUpperCase(), attachments });
    await on.read();
    const [mail] = await rows('Med adresse');
    expect(mail).toMatchObject({ state: 'FILED', case_id: caseId, matched_by: 'REFERENCE' });
    const { rows: papers } = await on.desk.sql.query(
      `select d.id, d.kind, d.title, d.channel, j.type, j.correspondent from case_document d join journal_entry j on j.document_id = d.id where d.case_id = $1`,
      [caseId],
    );
    expect(papers).toMatchObject([
      { kind: 'OTHER', title: 'kontrakt.pdf', channel: 'EMAIL', type: 'I', correspondent: FIRM },
    ]);
    expect(mail.attachments).toMatchObject([
      { document_id: Number(papers[0].id), refusal: null },
      { document_id: null, refusal: 'DOCUMENT_DUPLICATE' },
      { document_id: null, refusal: expect.stringMatching(/^DOCUMENT_/) },
      { document_id: null, refusal: 'DOCUMENT_FORMAT' },
    ]);
    expect(await eventsOf(caseId)).toEqual(expect.arrayContaining(['DOCUMENT_ADDED', 'MAIL_RECEIVED']));
    expect(await on.orphans()).toEqual([]);
  });

  it.each([
    ['a forged proof', (address: string) => address.replace(/\.[0-9a-f]{4}/, '.0000')],
    ['the proof of another case', (address: string) => address.replace(/\d{6}\./, '999999.')],
    ['no proof', (address: string) => address.replace(/\.[0-9a-f]{24}/, '')],
  ])('is for a person to say when the address has %s', async (what, forge) => {
    const { number } = await createApplication(on.desk, { code: 'VAT_SVALBARD' });
    await on.post({ subject: `Sak ${number} ${what}`, to: forge(addressOf(number)) });
    await on.read();
    expect(await rows(`Sak ${number} ${what}`)).toMatchObject([{ state: 'TO_SORT', case_id: null }]);
  });

  it('is for a person to say when it names two applications', async () => {
    const [one, other] = [
      await createApplication(on.desk, { code: 'VAT_SVALBARD' }),
      await createApplication(on.desk, { code: 'VAT_SVALBARD' }),
    ];
    await on.post({ subject: 'To saker', to: addressOf(one.number), inReplyTo: await written(other.caseId) });
    await on.read();
    expect(await rows('To saker')).toMatchObject([{ state: 'TO_SORT', case_id: null }]);
  });

  it('is never told by who sent it or by its subject', async () => {
    const { number } = await createApplication(on.desk, { code: 'VAT_SVALBARD', contactEmail: FIRM });
    await on.post({ subject: `Re: sak ${number}` });
    await on.read();
    expect(await rows(`Re: sak ${number}`)).toMatchObject([{ state: 'TO_SORT', case_id: null }]);
  });

  it('is for a person to say when the application is decided', async () => {
    const { caseId, number } = await createApplication(on.desk, { code: 'VAT_SVALBARD', status: 'REFUSED' });
    await on.post({ subject: 'Etter vedtak', to: addressOf(number) });
    await on.read();
    expect(await rows('Etter vedtak')).toMatchObject([
      { state: 'TO_SORT', case_id: caseId, matched_by: 'REFERENCE' },
    ]);
  });
});

describe('Personal papers by plain e-mail', () => {
  const quarantined = { state: 'QUARANTINED', personal: true };

  it('are quarantined with one answer a day that tells the secure ways and quotes nothing', async () => {
    const id = syntheticNationalId();
    const from = 'ola.nordmann@privat.example';
    await on.post({
      from,
      subject: 'Vigselsattest',
      text: `Jeg heter Ola og har fødselsnummer ${id}. Vedlagt er attesten, dere.`,
    });
    await on.post({ from, subject: 'Vigselsattest', text: `Her er den en gang til: ${id}` });
    await on.read();
    expect(await rows('Vigselsattest')).toMatchObject([quarantined, quarantined]);
    await on.send();
    const answers = on.relay.received.filter(({ recipients }) => recipients.includes(from));
    expect(answers).toHaveLength(1);
    const { mail, raw } = answers[0] ?? expect.unreachable();
    expect(mail.subject).toBe('Vi kan ikke behandle e-posten du sendte');
    for (const way of ['BankID', 'eDialog', 'Postboks 4720 Torgarden, 7468 Trondheim', '«HMS-kort»'])
      expect(mail.text).toContain(way);
    expect(raw).not.toMatch(new RegExp(`${id}|Vigselsattest|Reply-To:.*sak`));
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('for an application about a person are quarantined whatever is in them', async () => {
    const { caseId, number } = await createApplication(on.desk, {
      code: 'AA_ENK_SPOUSE',
      status: 'AWAITING_DOCUMENTS',
    });
    await on.post({
      from: 'kone@privat.example',
      subject: 'Attest',
      to: addressOf(number),
      attachments: [PDF],
    });
    await on.read();
    expect(await rows('Attest')).toMatchObject([{ ...quarantined, case_id: caseId }]);
    const { rows: still } = await on.desk.sql.query(
      'select status from exception_application where case_id = $1',
      [caseId],
    );
    expect(still).toEqual([{ status: 'AWAITING_DOCUMENTS' }]);
  });

  it('are found in names of attachments and in HTML as well, and answered in the language they came in', async () => {
    const from = 'anna@privat.example';
    const attachments = [{ ...PDF, filename: `${syntheticNationalId()}.pdf` }];
    await on.post({
      from,
      subject: 'Vedlegg',
      text: 'Eg sender dykk papira, og lurer på korleis de gjer det. Eg er ikkje tilsett.',
      attachments,
    });
    await on.post({
      from: 'jane@private.example',
      subject: 'HTML',
      text: undefined,
      html: `<p>Please find attached <b>${syntheticNationalId()}</b>, and have the best of regards</p>`,
    });
    await on.read();
    expect(await rows('Vedlegg')).toMatchObject([{ ...quarantined, language: 'nn' }]);
    expect(await rows('HTML')).toMatchObject([{ ...quarantined, language: 'en' }]);
    await on.send();
    const subjects = on.relay.received.map(({ mail }) => mail.subject);
    expect(subjects).toContain('Vi kan ikkje behandle e-posten du sende');
    expect(subjects).toContain('We cannot process the e-mail you sent');
  });

  it('are gone after fourteen days, with everything that belongs to them, but for the row in the log', async () => {
    const from = 'borte@privat.example';
    await on.post({ from, subject: 'Skal bort', text: syntheticNationalId(), attachments: [PDF] });
    await on.read();
    await on.send();
    const [mail] = await rows('Skal bort');
    const { rows: files } = await on.desk.sql.query('select storage_key from stored_file where id = $1', [
      mail.file_id,
    ]);
    await on.deleteOld(13);
    expect(await rows('Skal bort')).toHaveLength(1);
    expect(await on.deleteOld(14.01)).toBeGreaterThan(0);
    expect(await rows('Skal bort')).toEqual([]);
    const left = async (table: string, column: string, value: string) =>
      (await on.desk.sql.query(`select 1 from ${table} where ${column} = $1`, [value])).rows.length;
    expect(await left('inbound_attachment', 'mail_id', mail.id)).toBe(0);
    expect(await left('outbox_mail', 'inbound_mail_id', mail.id)).toBe(0);
    expect(await left('stored_file', 'id', mail.file_id)).toBe(0);
    expect(await on.onDisk(files[0].storage_key)).toBeNull();
    const { rows: logged } = await on.desk.sql.query(
      `select operation, old_values::text as old from audit_log where table_name = 'inbound_mail' and row_id = $1 order by id`,
      [mail.id],
    );
    expect(logged.at(-1)?.operation).toMatch(/DELETE$/);
    expect(JSON.stringify(logged)).not.toMatch(/borte@privat|Skal bort/);
  });

  it('are gone from the mailbox itself then too', async () => {
    const before = on.server.folder('Lest').length;
    on.server.deliver(
      `From: gammel@privat.example\r\nSubject: Gammel\r\nMessage-ID: <gammel@x>\r\n\r\n${syntheticNationalId()}`,
      new Date(Date.now() - 20 * 86_400_000),
    );
    await on.read();
    expect(await rows('Gammel')).toHaveLength(1);
    expect(on.server.folder('Lest').some(raw => raw.includes('Subject: Gammel'))).toBe(false);
    expect(on.server.folder('Lest').length).toBe(before);
  });
});

describe('Mail nobody wrote', () => {
  const machines = {
    'an absence note': { headers: { 'Auto-Submitted': 'auto-replied' } },
    'a newsletter': { headers: { 'List-Unsubscribe': '<mailto:x@y.example>' } },
    'bulk mail': { headers: { Precedence: 'bulk' } },
    'what a mail server says': { from: 'MAILER-DAEMON@post.example' },
    'our own answer, sent back': { from: 'ikke-svar@hms-kort.example' },
    'mail from the mailbox itself': { from: MAILBOX },
  };
  const answers = async () =>
    (await on.desk.sql.query(`select 1 from outbox_mail where template = 'WRONG_CHANNEL'`)).rows.length;

  it('is never answered, whatever is in it and whatever it is about', async () => {
    const { number } = await createApplication(on.desk, { code: 'AA_ENK_SPOUSE' });
    const before = await answers();
    for (const [subject, mail] of Object.entries(machines))
      await on.post({ ...mail, subject, to: addressOf(number), text: syntheticNationalId() });
    await on.read();
    for (const subject of Object.keys(machines))
      expect(await rows(subject)).toMatchObject([{ state: 'AUTOMATIC', personal: true }]);
    expect(await answers()).toBe(before);
  });
});

describe('Mail that is too much', () => {
  it('is told by content what is attached, whatever name and type it has', async () => {
    await on.post({
      subject: 'Falske navn',
      attachments: [
        { filename: 'attest.pdf', contentType: 'application/pdf', content: Buffer.from('MZ not a pdf') },
        {
          filename: 'bilde.txt',
          contentType: 'text/plain',
          content: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]),
        },
      ],
    });
    await on.read();
    const [{ attachments }] = await rows('Falske navn');
    expect(attachments.map((one: { media_type: string }) => one.media_type)).toEqual([
      'application/octet-stream',
      'image/jpeg',
    ]);
  });

  it('is on record when it is too large, without its bytes', async () => {
    on.server.deliver(
      `From: ${FIRM}\r\nSubject: Stor\r\nMessage-ID: <stor@x>\r\n\r\n${'x'.repeat(25_100_000)}`,
    );
    await on.read();
    expect(await rows('Stor')).toMatchObject([
      { state: 'TO_SORT', problem: 'TOO_LARGE', file_id: null, sender: FIRM },
    ]);
  });

  it.each([
    [
      'endless parts',
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(5_000)}--b--`,
    ],
    ['parts in parts', nested(300)],
    ['an endless header', `X-Long: ${'a'.repeat(200_000)}\r\n\r\nhei`],
  ])('stands in nobody’s way with %s', async (what, rest) => {
    on.server.deliver(
      `From: ${FIRM}\r\nSubject: ${what}\r\nMessage-ID: <${what.replaceAll(' ', '')}@x>\r\n${rest}`,
    );
    await on.post({ subject: `Etter ${what}` });
    await on.read();
    expect(await rows(`Etter ${what}`)).toHaveLength(1);
    expect(on.server.folder('INBOX')).toEqual([]);
  });

  it('leaves no letter of what strangers wrote in the log', () => {
    expect(on.desk.logLines.join('\n')).not.toMatch(/firma\.example|privat\.example/);
  });
});

function nested(depth: number): string {
  const open = (level: number) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`;
  return Array.from({ length: depth }, (_, level) => open(level)).join('');
}
