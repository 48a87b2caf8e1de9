import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBounces } from '../../server/src/features/correspondence/bounces.parts.ts';
import { RESENDING } from '../../server/src/features/correspondence/mail.rules.ts';
import { returnPath } from '../../server/src/features/correspondence/return-path.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { createLog } from '../../server/src/platform/log.ts';
import type { ReportIntake } from '../../server/src/platform/mail/report-intake.ts';
import type { Desk } from '../support/desk.ts';
import { type MailDesk, startMailDesk } from '../support/mail-desk.ts';
import { createMail, mailEvents, mailState, sendingOf, systemDb } from '../support/mails.ts';
import { autoReply, deliveryReport, handIn } from '../support/reports.ts';

const ADDRESS = 'retur@post.example';
const OUTBOX = `query Outbox($filter: MailFilter) { outbox(filter: $filter) { rows { id status lastError version } } }`;
const MINE = 'query Mine { myCases { rows { id hasNewPost } } }';
const RETRY = `mutation Retry($id: EntityId!, $expectedVersion: Int!) { retryMail(id: $id, expectedVersion: $expectedVersion) { status } }`;

let post: MailDesk;
let desk: Desk;
let intake: ReportIntake;
const lines: string[] = [];
const log = createLog('info', { write: line => void lines.push(line) });

beforeAll(async () => {
  post = await startMailDesk({ BOUNCE_ADDRESS: ADDRESS });
  desk = post.desk;
  const config = { ...desk.config, BOUNCE_PORT: 0 };
  const clock = { now: () => new Date() };
  const started = await startBounces({ clock, config, keys: keys(), dbParts: desk.app.jobParts, log });
  if (!started) throw new Error('no intake');
  intake = started;
});
beforeEach(() => post.clear());
afterAll(async () => {
  await intake.stop();
  await post.stop();
});

const keys = () => loadKeys(desk.config.KEYS_FILE, desk.config.dataDir);
const report = (mailId: string, how = {}) =>
  handIn(intake.port, returnPath(keys(), ADDRESS, mailId), deliveryReport(how));

/** A rejection that has left, of a case the agent had last. */
async function sent() {
  const mail = await createMail(desk);
  await desk.sql.query('update desk_case set last_worker_id = $2 where id = $1', [
    mail.caseId,
    desk.staff.agent,
  ]);
  await post.send();
  expect((await mailState(desk, mail.id)).status).toBe('SENT');
  return mail;
}

describe('A mail that comes back', () => {
  it('left with a return path of its own', async () => {
    const { id } = await sent();
    expect(post.relay.received.at(-1)?.from).toBe(returnPath(keys(), ADDRESS, id));
    expect(post.relay.received.at(-1)?.mail.from?.value[0]?.address).toBe(desk.config.MAIL_FROM);
  });

  it('is shown as such, on its case too, which is back in view of whoever had it last', async () => {
    const { id, caseId } = await sent();
    expect(await report(id)).toBe(250);
    expect(await mailState(desk, id)).toMatchObject({ status: 'BOUNCED', last_error: '5.1.1' });
    expect(await mailEvents(desk, caseId)).toEqual(['MAIL_SENT', 'MAIL_BOUNCED']);
    const agent = await desk.as('agent');
    const { outbox } = await agent.ask(OUTBOX, { filter: { status: ['BOUNCED'], caseId } });
    expect(outbox.rows).toMatchObject([{ id, status: 'BOUNCED', lastError: '5.1.1' }]);
    expect((await agent.ask(MINE)).myCases.rows).toContainEqual({ id: caseId, hasNewPost: true });
  });

  it('is told once, however often it is reported', async () => {
    const { id, caseId } = await sent();
    expect(await Promise.all([report(id), report(id), report(id)])).toEqual([250, 250, 250]);
    expect(await mailEvents(desk, caseId)).toEqual(['MAIL_SENT', 'MAIL_BOUNCED']);
  });

  it('can be sent again by a senior agent, with the same Message-ID', async () => {
    const { id, messageId } = await sent();
    await report(id);
    const { version } = await mailState(desk, id);
    await (await desk.as('senior')).ask(RETRY, { id, expectedVersion: version });
    await post.send(1);
    expect(post.relay.received.map(({ mail }) => mail.messageId)).toEqual([messageId, messageId]);
  });

  it('settles an uncertain one: it had left after all', async () => {
    const { id } = await createMail(desk, { status: 'UNCERTAIN' });
    await report(id, { status: '5.2.2' });
    expect(await mailState(desk, id)).toMatchObject({ status: 'BOUNCED', last_error: '5.2.2' });
  });

  it('leaves nothing about the recipient in the log', async () => {
    const { id } = await sent();
    await report(id);
    expect(lines.join('')).toContain(`"id":"${id}","code":"BOUNCED"`);
    expect(lines.join('')).not.toMatch(/firma\.example|kari/i);
  });
});

describe('What is no bounce', () => {
  it.each([
    ['a delay', (to: string) => deliveryReport({ to, action: 'delayed', status: '4.4.1' })],
    ['a receipt', (to: string) => deliveryReport({ to, action: 'delivered', status: '2.0.0' })],
    ['an automatic reply', autoReply],
    [
      'a report without its machine-readable part',
      (to: string) => autoReply(to).replace('text/plain', 'multipart/report'),
    ],
    ['rubbish', () => '\u0000\u0001--=_b\r\nContent-Type: multipart/mixed; boundary=\r\n\r\n'],
  ])('%s is taken and changes nothing', async (_what, message) => {
    const { id, caseId } = await sent();
    const to = returnPath(keys(), ADDRESS, id);
    expect(await handIn(intake.port, to, message(to))).toBe(250);
    expect((await mailState(desk, id)).status).toBe('SENT');
    expect(await mailEvents(desk, caseId)).toEqual(['MAIL_SENT']);
  });

  it('mail to an address we never made is refused at the door', async () => {
    const { id } = await sent();
    const forged = returnPath(keys(), ADDRESS, id).replace(/[0-9a-f]{4}@/, 'beef@');
    expect(await handIn(intake.port, forged, deliveryReport())).toBe(550);
    expect(await handIn(intake.port, ADDRESS, deliveryReport())).toBe(550);
    expect((await mailState(desk, id)).status).toBe('SENT');
  });

  it('a message of more than a quarter of a megabyte is refused', async () => {
    const { id } = await sent();
    const to = returnPath(keys(), ADDRESS, id);
    const padding = `X: ${'a'.repeat(900)}\r\n`.repeat(400);
    expect(await handIn(intake.port, to, padding + deliveryReport({ to }))).toBe(552);
    expect((await mailState(desk, id)).status).toBe('SENT');
  });
});

describe('A letter that may come twice', () => {
  const receipts = () =>
    sendingOf(desk, undefined, {
      ...RESENDING,
      UPLOAD_LINK: 'repeatable',
    });
  const link = () => createMail(desk, { template: 'UPLOAD_LINK' });

  it('is sent again with the same Message-ID when the relay’s answer was lost', async () => {
    const { id, messageId } = await link();
    post.relay.manner = 'hang up after data';
    await receipts().sendDue(systemDb(desk.app.jobParts));
    expect(await mailState(desk, id)).toMatchObject({ status: 'QUEUED', attempts: 1 });
    post.relay.manner = 'accept';
    await post.send(5);
    expect(post.relay.received.map(({ mail }) => mail.messageId)).toEqual([messageId, messageId]);
    expect((await mailState(desk, id)).status).toBe('SENT');
  });

  it('is sent again when its server died, while a decision is listed as uncertain', async () => {
    const [{ id }, decision] = [await link(), await createMail(desk)];
    const stuck = `update outbox_mail set status = 'SENDING', claimed_at = now() - interval '3 minutes' where id = any($1)`;
    await desk.sql.query(stuck, [[id, decision.id]]);
    await receipts().reconcile(systemDb(desk.app.jobParts));
    expect((await mailState(desk, id)).status).toBe('QUEUED');
    expect((await mailState(desk, decision.id)).status).toBe('UNCERTAIN');
  });
});
