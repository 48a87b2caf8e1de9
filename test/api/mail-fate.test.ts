import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../support/desk.ts';
import { type MailDesk, startMailDesk } from '../support/mail-desk.ts';
import { createMail, mailEvents, mailState } from '../support/mails.ts';
import type { Relay } from '../support/relay.ts';

const SETTLE = `mutation Settle($input: SettleMailInput!) { settleMail(input: $input) { id status attempts } }`;
const RETRY = `mutation Retry($id: EntityId!, $expectedVersion: Int!) {
  retryMail(id: $id, expectedVersion: $expectedVersion) { id status secondsLeft }
}`;

let post: MailDesk;
let relay: Relay;
let desk: Desk;

beforeAll(async () => {
  post = await startMailDesk();
  ({ relay, desk } = post);
});
beforeEach(() => post.clear());
afterAll(() => post.stop());

describe('Mail whose fate is unknown', () => {
  async function uncertain() {
    const mail = await createMail(desk);
    relay.manner = 'hang up after data';
    await post.send();
    relay.manner = 'accept';
    return { ...mail, expectedVersion: (await mailState(desk, mail.id)).version };
  }

  it('because the relay took it and hung up is uncertain, and not sent again by itself', async () => {
    const { id } = await uncertain();
    expect(relay.received).toHaveLength(1);
    expect((await mailState(desk, id)).status).toBe('UNCERTAIN');
    await post.reconcile(10);
    await post.send(60 * 48);
    expect(relay.received).toHaveLength(1);
    expect((await mailState(desk, id)).status).toBe('UNCERTAIN');
  });

  it('because the server died while sending is uncertain after two minutes', async () => {
    const { id } = await createMail(desk, { status: 'SENDING' });
    await desk.sql.query('update outbox_mail set claimed_at = now() where id = $1', [id]);
    await post.reconcile(1);
    expect((await mailState(desk, id)).status).toBe('SENDING');
    await post.reconcile(3);
    expect(await mailState(desk, id)).toMatchObject({ status: 'UNCERTAIN', last_error: 'NO_RESULT' });
    expect(await post.send(60)).toBe(0);
  });

  it('is sent when a person says that it arrived', async () => {
    const { id, expectedVersion, caseId } = await uncertain();
    const senior = await desk.as('senior');
    const { settleMail } = await senior.ask(SETTLE, {
      input: { id, expectedVersion, arrived: true, note: 'Kari har fått den' },
    });
    expect(settleMail).toEqual({ id, status: 'SENT', attempts: 1 });
    expect(await mailEvents(desk, caseId)).toEqual(['MAIL_SENT']);
    expect((await mailState(desk, id)).sent_at).toBeInstanceOf(Date);
    const again = { id, expectedVersion: expectedVersion + 1, arrived: false, note: 'igjen' };
    expect(await senior.refused(SETTLE, { input: again })).toBe('ACTION_NOT_AVAILABLE');
  });

  it('leaves once more with the same Message-ID when a person says that it did not arrive', async () => {
    const { id, expectedVersion, caseId, messageId } = await uncertain();
    const senior = await desk.as('senior');
    await senior.ask(SETTLE, {
      input: { id, expectedVersion, arrived: false, note: 'Kari har ikke fått den' },
    });
    expect(await mailEvents(desk, caseId)).toEqual(['MAIL_QUEUED']);
    await post.send(1);
    expect(relay.received.map(({ mail }) => mail.messageId)).toEqual([messageId, messageId]);
    const { rows } = await desk.sql.query('select settled_by, settled_note from outbox_mail where id = $1', [
      id,
    ]);
    expect(rows[0]).toEqual({ settled_by: desk.staff.senior, settled_note: 'Kari har ikke fått den' });
  });

  it('is for senior agents of the same organisation to settle', async () => {
    const { id, expectedVersion } = await uncertain();
    const input = { id, expectedVersion, arrived: true, note: 'x' };
    const senior = await desk.as('senior');
    const older = { ...input, expectedVersion: expectedVersion - 1 };
    expect(await senior.refused(SETTLE, { input: older })).toBe('STALE');
    expect(await (await desk.as('agent')).refused(SETTLE, { input })).toBe('FORBIDDEN');
    expect(await (await desk.as('lead')).refused(SETTLE, { input })).toBe('NOT_FOUND');
    expect((await mailState(desk, id)).status).toBe('UNCERTAIN');
  });
});

describe('Trying again', () => {
  it('a senior agent has a failed mail sent once more', async () => {
    const { id, messageId } = await createMail(desk, { status: 'FAILED' });
    const senior = await desk.as('senior');
    expect(await senior.refused(RETRY, { id, expectedVersion: 2 })).toBe('STALE');
    const { retryMail } = await senior.ask(RETRY, { id, expectedVersion: 1 });
    expect(retryMail).toEqual({ id, status: 'QUEUED', secondsLeft: 0 });
    await post.send(1);
    expect(relay.received.map(({ mail }) => mail.messageId)).toEqual([messageId]);
    expect(await senior.refused(RETRY, { id, expectedVersion: 4 })).toBe('ACTION_NOT_AVAILABLE');
  });

  it('is refused to agents, and hidden from the other organisation', async () => {
    const { id } = await createMail(desk, { status: 'FAILED' });
    expect(await (await desk.as('agent')).refused(RETRY, { id, expectedVersion: 1 })).toBe('FORBIDDEN');
    expect(await (await desk.as('lead')).refused(RETRY, { id, expectedVersion: 1 })).toBe('NOT_FOUND');
    expect(await desk.anonymous().refused(RETRY, { id, expectedVersion: 1 })).toBe('UNAUTHENTICATED');
  });
});
