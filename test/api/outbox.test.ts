import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createOrderItem, createSubmission } from '../support/factories.ts';
import { createMail, mailState, sendingOf, systemDb } from '../support/mails.ts';

const OUTBOX = `query Outbox($filter: MailFilter, $page: PageInput) { outbox(filter: $filter, page: $page) {
  rows { id caseId caseNumber template language status recipient subject sentAt attempts lastError secondsLeft }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } count { value exact } } }`;
const MAIL = `query Mail($id: EntityId!) { mail(id: $id) { row { id subject } html text } }`;
const PREVIEW = `query Preview($caseId: EntityId!, $reasons: [ReasonInput!]!, $comment: LongText) {
  mailPreview(caseId: $caseId, reasons: $reasons, comment: $comment) { subject html text recipient } }`;

let desk: Desk;
let agent: Client;

beforeAll(async () => {
  desk = await startDesk();
  agent = await desk.as('agent');
});
afterAll(() => desk.stop());

describe('The outbox without a mail relay', () => {
  it('keeps mail queued and readable, with its link: nothing is claimed', async () => {
    const { id } = await createMail(desk);
    expect(await sendingOf(desk).sendDue(systemDb(desk.app.jobParts))).toBe(0);
    expect(await mailState(desk, id)).toMatchObject({ status: 'QUEUED', attempts: 0 });
    const { mail } = await agent.ask(MAIL, { id });
    expect(mail.row.id).toBe(id);
    expect(mail.text).toMatch(/\/opplasting\/[\w-]{43}\n/);
    expect(mail.html).toMatch(/href="[^"]+\/opplasting\/[\w-]{43}"/);
  });

  it('counts the seconds until a mail may leave', async () => {
    const { id, caseId, caseNumber } = await createMail(desk, {
      sendAfter: new Date(Date.now() + 60_000),
      language: 'en',
    });
    const { outbox } = await agent.ask(OUTBOX, { filter: { caseId } });
    expect(outbox.rows).toEqual([
      {
        id,
        caseId,
        caseNumber,
        template: 'IMAGES_REJECTED',
        language: 'en',
        status: 'QUEUED',
        recipient: 'kari.bestiller@firma.example',
        subject: `We need new images for the HSE card – case ${caseNumber}`,
        sentAt: null,
        attempts: 0,
        lastError: null,
        secondsLeft: expect.toSatisfy((s: number) => s > 50 && s <= 60),
      },
    ]);
  });

  it('is read page by page, newest first, forwards and back', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.unshift((await createMail(desk, { status: 'UNCERTAIN' })).id);
    const filter = { status: ['UNCERTAIN'] };
    const page = async (ask: object) => (await agent.ask(OUTBOX, { filter, page: ask })).outbox;
    const first = await page({ first: 2 });
    expect(first.count).toEqual({ value: 5, exact: true });
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const second = await page({ first: 2, after: first.pageInfo.endCursor });
    const last = await page({ first: 2, after: second.pageInfo.endCursor });
    expect([first, second, last].flatMap(p => p.rows.map((row: { id: string }) => row.id))).toEqual(ids);
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const back = await page({ first: 2, before: last.pageInfo.startCursor });
    expect(back.rows).toEqual(second.rows);
  });

  it('shows each organisation its own', async () => {
    const own = await createMail(desk, { organisation: 2, status: 'FAILED' });
    const other = await createMail(desk, { organisation: 1, status: 'FAILED' });
    const caseworker = await desk.as('caseworker');
    const { outbox } = await caseworker.ask(OUTBOX, { filter: { status: ['FAILED'] } });
    expect(outbox.rows.map((row: { id: string }) => row.id)).toEqual([own.id]);
    expect(await caseworker.refused(MAIL, { id: other.id })).toBe('NOT_FOUND');
    expect(await agent.refused(MAIL, { id: own.id })).toBe('NOT_FOUND');
    expect(await agent.refused(MAIL, { id: '999999' })).toBe('NOT_FOUND');
  });

  it.each(['finance', 'admin', 'auditor'] as const)('is closed to %s', async role => {
    const client = await desk.as(role);
    expect([await client.refused(OUTBOX), await client.refused(MAIL, { id: '1' })]).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
  });

  it('is closed to those not signed in', async () => {
    expect(await desk.anonymous().refused(OUTBOX)).toBe('UNAUTHENTICATED');
  });
});

describe('With a mail relay', () => {
  it('the secret in the link is hidden from the desk', async () => {
    const sending = await startDesk({ env: { SMTP_URL: 'smtp://127.0.0.1:9' } });
    const { id } = await createMail(sending);
    const { mail } = await (await sending.as('agent')).ask(MAIL, { id });
    await sending.stop();
    expect(mail.text).toContain('/opplasting/••••\n');
    expect(`${mail.text}${mail.html}`).not.toMatch(/opplasting\/[\w-]{43}/);
  });
});

describe('The letter before the decision', () => {
  const reasons = [
    { code: 'PH_GLASSES', part: 'PHOTO' },
    { code: 'ID_EXPIRED', part: 'ID' },
  ];
  async function openCase(reservedBy: string) {
    const orderItem = await createOrderItem(desk, { ordererLanguage: 'nn' });
    const itsCase = await createCase(desk, { reservedBy, orderItem });
    await createSubmission(desk, itsCase);
    return itsCase;
  }

  it('reads as it will be sent, with a word for the link', async () => {
    const { id, number } = await openCase(desk.staff.agent);
    const { mailPreview } = await agent.ask(PREVIEW, { caseId: id, reasons, comment: '<b>Hei</b>' });
    expect(mailPreview.subject).toBe(`Vi treng nye bilete til HMS-kortet – sak ${number}`);
    expect(mailPreview.recipient).toBe('kari.bestiller@firma.example');
    const { rows: read } = await desk.sql.query(
      `select fields, cardinality(person_ids) as persons from audit_log where kind = 'READ' and case_id = $1 and 'letter' = any (fields)`,
      [id],
    );
    expect(read).toEqual([{ fields: ['letter'], persons: 1 }]);
    expect(mailPreview.text).toContain('[lenkje]');
    expect(mailPreview.text).toContain('> <b>Hei</b>');
    expect(mailPreview.html).toContain('&lt;b&gt;Hei&lt;/b&gt;');
  });

  it('is another letter when the reasons are final', async () => {
    const { id } = await openCase(desk.staff.agent);
    const final = [{ code: 'STOP_FORGED_ID', part: 'ID' }];
    const { mailPreview } = await agent.ask(PREVIEW, { caseId: id, reasons: final });
    expect(mailPreview.subject).toContain('Bestillinga av HMS-kort er stansa');
    expect(mailPreview.text).not.toContain('[lenkje]');
  });

  it('needs reasons that belong together', async () => {
    const { id } = await openCase(desk.staff.agent);
    const mixed = [...reasons, { code: 'STOP_FORGED_ID', part: 'ID' }];
    expect(await agent.refused(PREVIEW, { caseId: id, reasons: [] })).toBe('VALIDATION_FAILED');
    expect(await agent.refused(PREVIEW, { caseId: id, reasons: mixed })).toBe('VALIDATION_FAILED');
  });

  it('is for the one who has the case', async () => {
    const { id: caseId } = await openCase(desk.staff.agent);
    const as = async (name: 'colleague' | 'caseworker' | 'finance') =>
      (await desk.as(name)).refused(PREVIEW, { caseId, reasons });
    expect(await as('colleague')).toBe('FORBIDDEN');
    expect(await as('caseworker')).toBe('FORBIDDEN');
    expect(await as('finance')).toBe('FORBIDDEN');
    expect(await agent.refused(PREVIEW, { caseId: '999999', reasons })).toBe('NOT_FOUND');
  });
});
