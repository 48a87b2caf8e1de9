import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../support/desk.ts';
import { type MailDesk, startMailDesk } from '../support/mail-desk.ts';
import { createMail, mailEvents, mailState } from '../support/mails.ts';
import type { Relay } from '../support/relay.ts';

let post: MailDesk;
let relay: Relay;
let desk: Desk;

beforeAll(async () => {
  post = await startMailDesk();
  ({ relay, desk } = post);
});
beforeEach(() => post.clear());
afterAll(() => post.stop());

describe('Mail that leaves', () => {
  it.each([
    ['nb', 'Vi trenger nye bilder til HMS-kortet – sak', 'Briller er ikke tillatt'],
    ['nn', 'Vi treng nye bilete til HMS-kortet – sak', 'Både portrettbiletet'],
    ['en', 'We need new images for the HSE card – case', 'Glasses not allowed'],
  ] as const)('is delivered once in %s, as HTML and as text', async (language, subject, sentence) => {
    const { id, caseId, caseNumber, messageId } = await createMail(desk, { language });
    expect([await post.send(), await post.send()]).toEqual([1, 0]);
    expect(relay.received).toHaveLength(1);
    const { mail, recipients } = relay.received[0] ?? {};
    expect(recipients).toEqual(['kari.bestiller@firma.example']);
    expect(mail?.subject).toBe(`${subject} ${caseNumber}`);
    expect(mail?.messageId).toBe(messageId);
    expect(mail?.from?.value).toEqual([{ address: 'ikke-svar@hms-kort.example', name: 'Kortservice' }]);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain(sentence);
      expect(part).toMatch(new RegExp(`${desk.config.publicUrl}/opplasting/[\\w-]{43}\\b`));
    }
    expect(await mailState(desk, id)).toMatchObject({ status: 'SENT', attempts: 1, last_error: null });
    expect(await mailEvents(desk, caseId)).toEqual(['MAIL_SENT']);
  });

  it('names reason, remedy, comment and the date the link ends, and no national ID number', async () => {
    await createMail(desk, { comment: 'Sett deg ved et vindu.\nLykke til!' });
    await post.send();
    const text = relay.received[0]?.mail.text ?? '';
    for (const words of [
      'Hei Kari Bestiller',
      'for Kim (bestilling',
      'Ta et nytt bilde uten briller.',
      '> Sett deg ved et vindu.\n> Lykke til!',
      'torsdag 26. november 2026 kl. 14.05',
      'på vegne av Arbeidstilsynet',
    ])
      expect(text).toContain(words);
    expect(relay.received[0]?.raw).not.toMatch(/\b\d{11}\b/);
  });

  it('of the other kinds carries a link only when images can still help', async () => {
    await createMail(desk, { template: 'UPLOAD_LINK', language: 'nn' });
    await createMail(desk, { template: 'IMAGES_STOPPED', language: 'en' });
    expect(await post.send()).toBe(2);
    const [link, stopped] = relay.received.map(({ mail }) => mail.text ?? '');
    expect(link).toMatch(/opplasting\/[\w-]{43}/);
    expect(stopped).toContain('The ID does not appear to be genuine');
    expect(stopped).not.toContain('opplasting');
  });

  it('waits until its time', async () => {
    const { id } = await createMail(desk, { sendAfter: new Date(Date.now() + 50_000) });
    expect(await post.send()).toBe(0);
    expect((await mailState(desk, id)).status).toBe('QUEUED');
    expect(await post.send(1)).toBe(1);
  });

  it('does not leave when its decision was taken back, even if the outbox was not told', async () => {
    const { id, caseId, decisionId } = await createMail(desk);
    await desk.sql.query('update image_decision set undone_at = now() where id = $1', [decisionId]);
    expect(await post.send()).toBe(0);
    expect(relay.received).toEqual([]);
    expect(await mailState(desk, id)).toMatchObject({ status: 'CANCELLED', attempts: 0 });
    expect(await mailEvents(desk, caseId)).toEqual(['MAIL_CANCELLED']);
  });

  it('does not leave when its upload link was revoked', async () => {
    const { id, linkId } = await createMail(desk, { template: 'UPLOAD_LINK' });
    await desk.sql.query('update upload_link set revoked_at = now() where id = $1', [linkId]);
    expect([await post.send(), (await mailState(desk, id)).status]).toEqual([0, 'CANCELLED']);
  });
});

describe('Mail the relay does not take', () => {
  it.each(['rcpt 451', 'data 451'] as const)(
    'for now (%s) is tried again later with the same Message-ID',
    async manner => {
      const { id, caseId, messageId } = await createMail(desk);
      relay.manner = manner;
      await post.send();
      const state = await mailState(desk, id);
      expect(state).toMatchObject({ status: 'QUEUED', attempts: 1, last_error: '451' });
      expect(state.send_after.getTime()).toBeGreaterThan(Date.now() + 20_000);
      relay.manner = 'accept';
      expect([await post.send(), await post.send(1)]).toEqual([0, 1]);
      expect(relay.received.map(({ mail }) => mail.messageId)).toEqual([messageId]);
      expect(await mailEvents(desk, caseId)).toEqual(['MAIL_SENT']);
    },
  );

  it.each(['rcpt 550', 'data 554'] as const)(
    'for good (%s) has failed and is shown, without what the relay said',
    async manner => {
      const { id, caseId } = await createMail(desk);
      relay.manner = manner;
      await post.send();
      expect(await mailState(desk, id)).toMatchObject({ status: 'FAILED', last_error: manner.slice(5) });
      expect(await mailEvents(desk, caseId)).toEqual(['MAIL_FAILED']);
      const agent = await desk.as('agent');
      const { outbox } = await agent.ask(
        '{ outbox(filter: { status: [FAILED] }) { rows { id lastError recipient } } }',
      );
      expect(outbox.rows[0]).toEqual({
        id,
        lastError: manner.slice(5),
        recipient: 'kari.bestiller@firma.example',
      });
    },
  );

  it('because the connection broke before it was handed over waits, and nothing else is tried', async () => {
    const first = await createMail(desk);
    const second = await createMail(desk);
    relay.manner = 'hang up before data';
    expect(await post.send()).toBe(1);
    expect(await mailState(desk, first.id)).toMatchObject({ status: 'QUEUED', attempts: 1 });
    expect(await mailState(desk, second.id)).toMatchObject({ status: 'QUEUED', attempts: 0 });
  });

  it.each([
    'Kari <kari@firma.example>',
    'kari@firma.example, ond@ond.example',
    'kari@firma.example\r\nBcc: ond@ond.example',
    '"ond@ond.example"@firma.example',
  ])('because the address is %j never reaches the relay', async recipient => {
    const { id } = await createMail(desk, { recipient });
    await post.send();
    expect(relay.received).toEqual([]);
    expect(await mailState(desk, id)).toMatchObject({ status: 'FAILED', last_error: 'RECIPIENT' });
  });
});

describe('Injection', () => {
  const evil = 'Kari\r\nBcc: ond@ond.example\r\nSubject: Lurt\r\n\r\nHallo';

  it('line breaks in names and comments make no headers and no recipients', async () => {
    const { caseNumber } = await createMail(desk, { ordererName: evil, givenName: evil, comment: evil });
    await post.send();
    const { mail, recipients } = relay.received[0] ?? {};
    expect(recipients).toEqual(['kari.bestiller@firma.example']);
    expect(mail?.bcc).toBeUndefined();
    expect(mail?.subject).toBe(`Vi trenger nye bilder til HMS-kortet – sak ${caseNumber}`);
    expect(mail?.text).toContain('Hei Kari Bcc: ond@ond.example Subject: Lurt Hallo!');
    expect(mail?.text).toContain('> Bcc: ond@ond.example\n> Subject: Lurt\n>');
  });

  it('markup in names and comments is shown as text', async () => {
    const script = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const { id } = await createMail(desk, { ordererName: script, givenName: script, comment: script });
    const agent = await desk.as('agent');
    const { mail } = await agent.ask('query Mail($id: EntityId!) { mail(id: $id) { html } }', { id });
    await post.send();
    for (const html of [relay.received[0]?.mail.html, mail.html]) {
      expect(html).not.toMatch(/<script|<img/);
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&lt;img');
    }
  });
});
