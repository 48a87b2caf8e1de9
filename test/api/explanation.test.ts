import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createStalledOrder, type StalledOrder } from '../support/order.factories.ts';

const PREVIEW = `query ExplanationPreview($orderItemId: EntityId!, $register: Register) {
  explanationPreview(orderItemId: $orderItemId, register: $register) { recipient ordererName language subject opening closing suggestions } }`;
const SEND = `mutation SendExplanation($input: SendExplanationInput!) {
  sendExplanation(input: $input) { id status template recipient orderNumber secondsLeft } }`;
const UNDO =
  'mutation UndoExplanation($mailId: EntityId!) { undoExplanation(mailId: $mailId) { id status } }';
const CANCEL = 'mutation CancelOrderItem($input: CancelOrderItemInput!) { cancelOrderItem(input: $input) }';
const LETTER = 'query Mail($id: EntityId!) { mail(id: $id) { text } }';
const PAGE = `query Order($id: EntityId!) { order(id: $id) { mails { id status template } events { type newValue register note }
  line { status version drafts { action body } allowedActions } } }`;

const TEXT = 'Vi ser at han er meldt på hovedenheten. Rett a-meldingen, så går bestillingen videre.';

describe('explaining why an order stands still', () => {
  let desk: Desk;
  let agent: Client;
  let order: StalledOrder;
  let now = new Date('2026-11-18T09:00:00Z');
  const input = (more: object = {}) => ({
    input: { orderItemId: order.itemId, expectedVersion: 1, register: 'AA', text: TEXT, ...more },
  });
  const page = async () => (await agent.ask(PAGE, { id: order.id })).order;
  const send = async (more: object = {}) => (await agent.ask(SEND, input(more))).sendExplanation;

  beforeAll(async () => {
    desk = await startDesk({ clock: { now: () => now } });
    agent = await desk.as('agent');
  });
  beforeEach(async () => {
    order = await createStalledOrder(desk);
  });
  afterAll(() => desk.stop());

  test('the letter is seen before it is written: what is locked, to whom, in the orderer’s language, and what would help', async () => {
    const { explanationPreview } = await agent.ask(PREVIEW, { orderItemId: order.itemId, register: 'AA' });
    expect(explanationPreview).toMatchObject({
      ...{ recipient: 'kari.bestiller@firma.example', ordererName: 'Kari Bestiller', language: 'nb' },
      subject: `Om bestillingen din av HMS-kort – bestilling ${order.number}`,
    });
    const { opening, closing, suggestions } = explanationPreview;
    expect(opening.join(' ')).toContain(`bestilling ${order.number} av HMS-kort til Dawit`);
    expect(opening.join(' ')).toMatch(
      /hovedenheten.* Bestillingen avbestilles automatisk etter .*30\. november 2026/,
    );
    expect(closing.at(-1)).toMatch(/^Vennlig hilsen .*, på vegne av Arbeidstilsynet$/);
    expect(suggestions.length).toBeGreaterThan(0);
  });

  test('in nynorsk and English too', async () => {
    const inLanguage = async (language: string) => {
      await desk.sql.query('update order_item set orderer_language = $2 where id = $1', [
        order.itemId,
        language,
      ]);
      return (await agent.ask(PREVIEW, { orderItemId: order.itemId, register: 'AA' })).explanationPreview;
    };
    expect((await inLanguage('nn')).closing.at(-1)).toMatch(/^Venleg helsing/);
    expect((await inLanguage('en')).opening.join(' ')).toContain('30 November 2026');
  });

  test('is sent to the orderer between the locked paragraphs, and stands on the timeline', async () => {
    const mail = await send();
    expect(mail).toMatchObject({
      ...{ status: 'QUEUED', template: 'ORDER_EXPLANATION', orderNumber: order.number },
      recipient: 'kari.bestiller@firma.example',
    });
    expect(mail.secondsLeft).toBeGreaterThan(0);
    const { text } = (await agent.ask(LETTER, { id: mail.id })).mail;
    expect(text.replaceAll('\n', ' ')).toMatch(
      /står|gjelder bestilling .*hovedenheten.*Rett a-meldingen.*bestillingsportalen/,
    );
    const shown = await page();
    expect(shown.mails).toEqual([{ id: mail.id, status: 'QUEUED', template: 'ORDER_EXPLANATION' }]);
    expect(shown.events).toContainEqual({
      ...{ type: 'MAIL_QUEUED', newValue: 'ORDER_EXPLANATION', register: 'AA', note: TEXT },
    });
  });

  test('the draft has done its work when it is sent, and is there again when it is taken back', async () => {
    const sql = `insert into order_draft (staff_user_id, order_item_id, action, organisation_id, body) values ($1, $2, 'EXPLAIN', 1, $3)`;
    await desk.sql.query(sql, [desk.staff.agent, order.itemId, JSON.stringify({ text: 'halvferdig' })]);
    const { id } = await send();
    expect((await page()).line.drafts).toEqual([]);
    expect((await agent.ask(UNDO, { mailId: id })).undoExplanation.status).toBe('CANCELLED');
    const shown = await page();
    expect(shown.line.drafts).toEqual([{ action: 'EXPLAIN', body: { register: 'AA', text: TEXT } }]);
    expect(shown.events[0]).toMatchObject({ type: 'MAIL_CANCELLED', newValue: 'ORDER_EXPLANATION' });
    expect(await agent.refused(UNDO, { mailId: id })).toBe('UNDO_ALREADY');
  });

  test('what has left cannot be taken back, and nobody takes back a colleague’s', async () => {
    const { id, secondsLeft } = await send();
    expect(await (await desk.as('colleague')).refused(UNDO, { mailId: id })).toBe('FORBIDDEN');
    const then = now;
    now = new Date(now.getTime() + secondsLeft * 1000);
    expect(await agent.refused(UNDO, { mailId: id })).toBe('UNDO_TOO_LATE');
    now = then;
  });

  test('an explanation says something, and is about the line as the agent saw it', async () => {
    expect(await agent.refused(SEND, input({ text: ' \n ' }))).toBe('VALIDATION_FAILED');
    expect(await agent.refused(SEND, input({ expectedVersion: 7 }))).toBe('STALE');
    await desk.sql.query("update order_item set status = 'CANCELLED' where id = $1", [order.itemId]);
    expect((await send()).status).toBe('QUEUED');
  });

  test('only those who work with orders explain, and only their own organisation’s', async () => {
    for (const who of ['finance', 'auditor', 'caseworker'] as const) {
      const client = await desk.as(who);
      expect(await client.refused(SEND, input())).toBe('FORBIDDEN');
      expect(await client.refused(PREVIEW, { orderItemId: order.itemId })).toBe('FORBIDDEN');
    }
    order = await createStalledOrder(desk, { organisation: 2 });
    expect(await agent.refused(SEND, input())).toBe('NOT_FOUND');
    expect(await agent.refused(PREVIEW, { orderItemId: order.itemId })).toBe('NOT_FOUND');
  });

  test('a senior agent cancels a line with a reason, once; an agent does not', async () => {
    const cancel = {
      input: { orderItemId: order.itemId, expectedVersion: 1, reason: 'DUPLICATE', comment: 'Se 1045182' },
    };
    expect(await agent.refused(CANCEL, cancel)).toBe('FORBIDDEN');
    expect((await page()).line.allowedActions).not.toContain('CANCEL');
    const senior = await desk.as('senior');
    await senior.ask(CANCEL, cancel);
    const { line, events, mails } = await page();
    expect(line.status).toBe('CANCELLED');
    expect(events.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(['ITEM_STATUS', 'NOTE', 'MAIL_QUEUED']),
    );
    expect(mails[0]).toMatchObject({ template: 'ORDER_CANCELLED' });
    expect(await senior.refused(CANCEL, cancel)).toBe('ACTION_NOT_AVAILABLE');
  });
});
