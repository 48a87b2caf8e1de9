import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { osloDate } from '../../server/src/platform/calendar/calendar.ts';
import { type Application, createApplication } from '../support/application.factories.ts';
import type { Client } from '../support/client.ts';
import { createFirm, syntheticNationalId } from '../support/factories.ts';
import { createInboundMail } from '../support/inbound-mail-calls.ts';
import { MAILBOX, type MailboxDesk, PDF, startMailboxDesk } from '../support/mailbox-desk.ts';

let on: MailboxDesk;
let caseworker: Client;

beforeAll(async () => {
  on = await startMailboxDesk();
  caseworker = await on.desk.as('caseworker');
});
afterAll(() => on.stop());

const MAIL = `row { id state sender subject caseNumber matchedBy personal version deleteAt attachmentCount } text attachments { name mediaType byteCount usable }
  answer discardReason settledBy { name }`;
const ONE = `query One($id: EntityId!) { inboundMail(id: $id) { ${MAIL} } }`;
const LIST = `query Post($state: InboundMailState!) { inboundMails(state: $state) { rows { id subject } count { value } mailbox { address readAt failed } } }`;
const TARGETS =
  'query Find($text: ShortText!) { inboundMailTargets(text: $text) { caseId number code firmName } }';
const FILE = `mutation F($input: FileInboundMailInput!) { fileInboundMail(input: $input) { ${MAIL} } }`;
const REFUSE = `mutation R($input: RefuseInboundMailInput!) { refuseInboundMail(input: $input) { ${MAIL} } }`;
const DISCARD = `mutation D($input: DiscardInboundMailInput!) { discardInboundMail(input: $input) { ${MAIL} } }`;

const REGISTER =
  'mutation A($input: RegisterApplicationInput!) { registerApplication(input: $input) { caseId } }';
const PROPOSE = 'mutation P($input: ProposeDecisionInput!) { proposeDecision(input: $input) { id } }';

const firmCase = (given: object = {}): Promise<Application> =>
  createApplication(on.desk, { code: 'VAT_NOT_LIABLE', ...given });
const idOf = async (subject: string): Promise<string> =>
  (await on.desk.sql.query('select id from inbound_mail where subject = $1', [subject])).rows[0]?.id;
const first = async () => ({ id: await createInboundMail(on.desk), expectedVersion: 1 });
const codeOf = (document: string, input: object): Promise<string> => caseworker.refused(document, { input });

describe('The post of the authority', () => {
  it('is read as plain text, never as HTML, with what is attached; that it was read is on record', async () => {
    const html = '<p>Hei <b>dere</b></p><img src="https://spor.example/x.png"><script>alert(1)</script>';
    const attachments = [PDF, { filename: 'makro.docm', content: Buffer.from('PK\x03\x04') }];
    await on.post({ subject: 'Som tekst', text: undefined, html, attachments });
    await on.read();
    const id = await idOf('Som tekst');
    const { inboundMail } = await caseworker.ask(ONE, { id });
    expect(inboundMail).toMatchObject({
      text: expect.stringMatching(/^Hei dere\s/),
      row: { state: 'TO_SORT', attachmentCount: 2 },
    });
    expect(inboundMail.text).not.toMatch(/<|alert/);
    expect(inboundMail.attachments).toMatchObject([
      { name: 'attest.pdf', mediaType: 'application/pdf', usable: true },
      { name: 'makro.docm', usable: false },
    ]);
    const { rows } = await on.desk.sql.query(
      `select fields from audit_log where kind = 'READ' and table_name = 'inbound_mail' and row_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ fields: ['sender', 'subject', 'text'] }]);
  });

  it('says which mailbox is read, and whether that works', async () => {
    await on.desk.sql.query(
      `insert into job_run (job, server, started_at, begun_at, ended_at, error) values ('read-mailbox', 's', now(), now(), now(), 'Error')`,
    );
    const { inboundMails } = await caseworker.ask(LIST, { state: 'TO_SORT' });
    expect(inboundMails.mailbox).toMatchObject({
      address: MAILBOX,
      readAt: expect.any(String),
      failed: true,
    });
  });

  it('shows nobody the words of what is in quarantine', async () => {
    const subject = 'Med nummer';
    await on.post({ subject, text: `fødselsnummer ${syntheticNationalId()}`, attachments: [PDF] });
    await on.read();
    const lead = await on.desk.as('lead');
    const { inboundMail } = await lead.ask(ONE, { id: await idOf(subject) });
    expect(inboundMail).toMatchObject({
      text: null,
      row: { state: 'QUARANTINED', personal: true, deleteAt: expect.any(String) },
    });
    expect(inboundMail.attachments).toMatchObject([{ name: 'attest.pdf' }]);
  });

  it.each(['agent', 'senior', 'finance', 'auditor', 'admin'] as const)('is nothing for %s', async who => {
    const client = await on.desk.as(who);
    expect(await client.refused(LIST, { state: 'TO_SORT' })).toBe('FORBIDDEN');
  });
});

describe('Whoever sorts it', () => {
  it('finds applications of firms by their number, and no others', async () => {
    const [firm, person] = [await firmCase(), await createApplication(on.desk)];
    const decided = await firmCase({ status: 'GRANTED' });
    const found = async (text: string) => (await caseworker.ask(TARGETS, { text })).inboundMailTargets;
    expect(await found(firm.number.slice(3))).toMatchObject([
      { caseId: firm.caseId, code: 'VAT_NOT_LIABLE' },
    ]);
    expect([await found(person.number), await found(decided.number), await found('%')]).toEqual([[], [], []]);
  });

  it('puts a mail on an application, which wakes', async () => {
    const { caseId, number } = await firmCase({ status: 'AWAITING_DOCUMENTS' });
    const { fileInboundMail } = await caseworker.ask(FILE, { input: { ...(await first()), caseId } });
    expect(fileInboundMail).toMatchObject({
      row: { state: 'FILED', caseNumber: number, matchedBy: 'PERSON', version: 2 },
    });
    expect(fileInboundMail.settledBy.name).not.toBe('');
    const { rows } = await on.desk.sql.query('select status from exception_application where case_id = $1', [
      caseId,
    ]);
    expect(rows).toEqual([{ status: 'UNDER_REVIEW' }]);
  });

  it('can put none on an application about a person, and none with a national ID number in it on any', async () => {
    const { caseId } = await createApplication(on.desk);
    expect(await codeOf(FILE, { ...(await first()), caseId })).toBe('CASE_TAKES_NO_MAIL');
    const id = await createInboundMail(on.desk, { state: 'AUTOMATIC', personal: true });
    const firm = await firmCase();
    expect(await codeOf(FILE, { id, expectedVersion: 1, caseId: firm.caseId })).toBe('ACTION_NOT_AVAILABLE');
  });

  it('can put none on a decided application, or on one she is barred from', async () => {
    const [decided, barred] = [await firmCase({ status: 'GRANTED' }), await firmCase()];
    expect(await codeOf(FILE, { ...(await first()), caseId: decided.caseId })).toBe('ACTION_NOT_AVAILABLE');
    await on.desk.sql.query(
      `insert into case_barred (organisation_id, case_id, staff_user_id, reason, created_by) values (2, $1, $2, 'FAMILY', $2)`,
      [barred.caseId, on.desk.staff.caseworker],
    );
    expect(await codeOf(FILE, { ...(await first()), caseId: barred.caseId })).toBe('FORBIDDEN');
  });

  it('says that it came the wrong way: quarantine, and one answer in the language she chose', async () => {
    const id = await createInboundMail(on.desk, { sender: 'lege@privat.example' });
    const input = { id, expectedVersion: 1, language: 'nn' };
    const { refuseInboundMail } = await caseworker.ask(REFUSE, { input });
    expect(refuseInboundMail).toMatchObject({
      row: { state: 'QUARANTINED', deleteAt: expect.any(String) },
      text: null,
      answer: 'QUEUED',
    });
    await on.send();
    const answers = on.relay.received.filter(({ recipients }) => recipients.includes('lege@privat.example'));
    expect(answers.map(({ mail }) => mail.subject)).toEqual(['Vi kan ikkje behandle e-posten du sende']);
    const again = await createInboundMail(on.desk, { sender: 'lege@privat.example' });
    expect(
      (await caseworker.ask(REFUSE, { input: { ...input, id: again } })).refuseInboundMail.answer,
    ).toBeNull();
  });

  it('registers personal papers from a mail as the wrong channel, on which nothing can be decided', async () => {
    const { mainOrgNumber: orgNumber } = await createFirm(on.desk);
    const applicant = { nationalId: syntheticNationalId(), givenName: 'Siri', familyName: 'Ny' };
    const about = {
      code: 'AA_ENK_SPOUSE',
      channel: 'EMAIL',
      receivedOn: osloDate(new Date()),
      language: 'nb',
    };
    const input = { ...about, orgNumber, applicant };
    const { caseId } = (await caseworker.ask(REGISTER, { input })).registerApplication;
    const { rows } = await on.desk.sql.query(
      'select a.status, c.status as "case" from exception_application a join desk_case c on c.id = a.case_id where c.id = $1',
      [caseId],
    );
    expect(rows).toEqual([{ status: 'WRONG_CHANNEL', case: 'CLOSED' }]);
    const decision = {
      outcome: 'GRANT',
      kind: 'FIRST',
      facts: [],
      freeText: '',
      groundIds: [],
      statuteIds: [],
    };
    const asked = { caseId, expectedVersion: 1, applicationVersion: 1, ...decision };
    expect(await codeOf(PROPOSE, asked)).not.toMatch(/NOT REFUSED|INTERNAL/);
    expect(await codeOf(FILE, { ...(await first()), caseId })).toBe('CASE_TAKES_NO_MAIL');
    await expect(
      on.desk.sql.query(`update exception_application set status = 'UNDER_REVIEW' where case_id = $1`, [
        caseId,
      ]),
    ).rejects.toThrow(/cannot go from WRONG_CHANNEL/);
  });

  it('never has a machine answered', async () => {
    const id = await createInboundMail(on.desk, { state: 'AUTOMATIC', sender: 'maskin@privat.example' });
    const { refuseInboundMail } = await caseworker.ask(REFUSE, {
      input: { id, expectedVersion: 1, language: 'nb' },
    });
    expect(refuseInboundMail).toMatchObject({ row: { state: 'QUARANTINED' }, answer: null });
  });

  it('discards what is of no use, with the reason', async () => {
    const { discardInboundMail } = await caseworker.ask(DISCARD, {
      input: { ...(await first()), reason: 'NOT_FOR_US' },
    });
    expect(discardInboundMail).toMatchObject({
      row: { state: 'DISCARDED' },
      discardReason: 'NOT_FOR_US',
      text: null,
    });
  });

  it('sorts each mail once, as it was seen', async () => {
    const input = { ...(await first()), reason: 'ADVERTISING' };
    expect(await codeOf(DISCARD, { ...input, expectedVersion: 7 })).toBe('STALE');
    expect(await codeOf(DISCARD, input)).toBe('NOT REFUSED');
    expect(await codeOf(DISCARD, { ...input, expectedVersion: 2 })).toBe('ACTION_NOT_AVAILABLE');
    expect(await codeOf(REFUSE, { id: input.id, expectedVersion: 2, language: 'nb' })).toBe(
      'ACTION_NOT_AVAILABLE',
    );
  });

  it('sees none of another organisation', async () => {
    const id = await createInboundMail(on.desk, { organisation: 1 });
    expect(await codeOf(DISCARD, { id, expectedVersion: 1, reason: 'ADVERTISING' })).toBe('NOT_FOUND');
    expect(await caseworker.refused(ONE, { id })).toBe('NOT_FOUND');
  });
});
