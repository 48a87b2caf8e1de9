import jsQR from 'jsqr';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readQr } from '../../server/src/features/card/qr-content.ts';
import type { OrderMailTemplate } from '../../server/src/features/correspondence/mail.enums.ts';
import { queueOrderMail } from '../../server/src/features/correspondence/order-mail.write.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { type Card, createCard } from '../support/card.factories.ts';
import type { Desk } from '../support/desk.ts';
import { createPerson } from '../support/factories.ts';
import { type MailDesk, startMailDesk } from '../support/mail-desk.ts';
import { systemDb } from '../support/mails.ts';
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

/** The library is CommonJS: its default is the module. */
const readQrPicture = jsQR as unknown as typeof jsQR.default;
const AT = new Date('2026-11-20T08:00:00Z');

async function queue(card: Card, template: OrderMailTemplate, reason: string | null = null) {
  const { itemId, id: cardId } = card;
  const mail = { template, itemId, cardId, dedupe: `${template}:${cardId}`, at: AT, sendAfter: AT, reason };
  return systemDb(desk.app.jobParts).transaction(tx => queueOrderMail(tx, mail, 'hms-kort.example'));
}

async function scanned(png: Buffer | undefined): Promise<string> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return readQrPicture(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
}

const stored = async (word: string) =>
  (await desk.sql.query('select 1 from outbox_mail m where m::text like $1', [`%${word}%`])).rows.length;

describe('The mail that a card is valid (R11)', () => {
  it('arrives once, with a QR code that a reader decodes and the desk’s key vouches for', async () => {
    const card = await createCard(desk);
    expect([await queue(card, 'CARD_VALID'), await queue(card, 'CARD_VALID')]).toEqual([
      expect.any(String),
      null,
    ]);
    expect([await post.send(), await post.send()]).toEqual([1, 0]);
    const [{ mail } = { mail: null }, ...more] = relay.received;
    expect(more).toEqual([]);
    const [picture] = mail?.attachments ?? [];
    expect(picture).toMatchObject({ contentType: 'image/png', cid: 'qr', related: true });
    expect(await scanned(picture?.content)).toBe(card.qr);
    const qr = { keys: loadKeys(undefined, desk.config.dataDir), publicUrl: desk.config.publicUrl };
    expect(await readQr(qr, card.qr, AT)).toMatchObject({
      signature: 'VALID',
      claims: { sub: card.number, c: card.code },
    });
    expect(mail?.text).toContain(card.qr);
    expect(mail?.text).toContain('2. november 2028');
    expect(await stored(card.code)).toBe(0);
  });

  it('does not leave for a card that was blocked meanwhile', async () => {
    const card = await createCard(desk);
    const id = await queue(card, 'CARD_VALID');
    await desk.sql.query(`update card set status = 'BLOCKED', status_reason = 'LOST' where id = $1`, [
      card.id,
    ]);
    expect(await post.send()).toBe(0);
    const { rows } = await desk.sql.query('select status from outbox_mail where id = $1', [id]);
    expect(rows).toEqual([{ status: 'CANCELLED' }]);
  });

  it('shows staff the words, and neither code nor address of the card', async () => {
    const card = await createCard(desk);
    const id = await queue(card, 'CARD_VALID');
    const query = 'query($id: EntityId!) { mail(id: $id) { html text } }';
    const agent = await desk.as('agent');
    const data = await agent.ask<{ mail: { html: string; text: string } }>(query, { id });
    expect(data.mail.text).toContain('/kort#••••');
    expect(data.mail.html).not.toContain('<img');
    expect(JSON.stringify(data)).not.toContain(card.qr.split('#')[1]);
  });
});

describe('A letter about what a register said (R13)', () => {
  it.each([
    ['ORDER_WAITING', 'Meldt på feil enhet: arbeidsforholdet står på hovedenheten.', true],
    ['ORDER_EXPLANATION', 'Meldt på feil enhet: arbeidsforholdet står på hovedenheten.', false],
    ['ORDER_AUTO_CANCELLED', 'Meldt på feil enhet: arbeidsforholdet står på hovedenheten.', true],
    ['ORDER_REJECTED', 'Meldt på feil enhet: arbeidsforholdet står på hovedenheten.', true],
    ['CARD_INVALID', 'Meldt på feil enhet: arbeidsforholdet står på hovedenheten.', true],
  ] as const)(
    '%s says what is the matter, and what helps unless the agent says it',
    async (template, why, helps) => {
      await queue(await createCard(desk), template, 'AA_ONLY_IN_MAIN_UNIT');
      await post.send();
      const { mail } = relay.received[0] ?? {};
      for (const part of [mail?.text, String(mail?.html)]) {
        expect(part).toContain(why);
        expect(part?.includes('Dette kan du gjøre')).toBe(helps);
      }
    },
  );

  it('names nobody who has address protection, and no national ID number', async () => {
    const { id: personId } = await createPerson(desk, { givenName: 'Solveig', restricted: true });
    await queue(await createCard(desk, { personId }), 'CARD_INVALID', 'AA_ENDED');
    await post.send();
    expect(relay.received).toHaveLength(1);
    expect(relay.received[0]?.raw).not.toMatch(/Solveig|\b\d{11}\b/);
  });
});
