import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaller, createCardholder, verify } from '../support/call.ts';
import { createCard, createEarlierCard } from '../support/card.factories.ts';
import type { Client } from '../support/client.ts';
import { inDays } from '../support/days.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createFirm } from '../support/factories.ts';
import { insert } from '../support/insert.ts';
import { startSandbox, type TestSandbox } from '../support/registers.ts';

const DETAIL = `id number status statusReason earlierIssuer expiresOn renewableFrom shreddedOn seizedOn seizedBy mustBeShredded version allowedActions
  person { name maskedNationalId } mainUnit { orgNumber } order { number line } underWay { number } events { type newValue note actor { name } }`;
const CARD = `query Card($cardNumber: ShortText!) { card(cardNumber: $cardNumber) { ${DETAIL} } }`;
const CARDS = `query Cards($filter: CardFilter, $page: PageInput) { cards(filter: $filter, page: $page, withCount: true) {
  rows { number status expiresOn } pageInfo { hasNextPage endCursor } count { value exact } } }`;
const BLOCK = `mutation BlockCard($input: BlockCardInput!) { blockCard(input: $input) { ${DETAIL} } }`;
const RECORD = `mutation RecordCard($input: RecordCardInput!) { recordCard(input: $input) { ${DETAIL} } }`;
const REISSUE = `mutation ReissueCard($input: ReissueCardInput!) { reissueCard(input: $input) { orderNumber card { ${DETAIL} } } }`;

let desk: Desk;
let sandbox: TestSandbox;
let agent: Client;
let senior: Client;
beforeAll(async () => {
  sandbox = await startSandbox();
  desk = await startDesk({ registers: sandbox });
  [agent, senior] = [await desk.as('agent'), await desk.as('senior')];
});
afterAll(async () => {
  await desk.stop();
  await sandbox.stop();
});

const codeOf = async (client: Client, document: string, input: object) =>
  (await client.send(document, { input })).errors?.[0]?.extensions.code ?? 'DATA';
const block = (cardId: string, more: object = {}) => ({
  ...{ cardId, expectedVersion: 1, reason: 'LOST', request: 'WRITTEN' },
  ...more,
});

describe('the card page', () => {
  test('says until when a card is valid, from when a new one may be ordered, and whose it is, masked', async () => {
    const { number, firm } = await createCard(desk, { expiresOn: '2028-12-03' });
    const { card } = await agent.ask(CARD, { cardNumber: number });
    expect(card).toMatchObject({ status: 'VALID', expiresOn: '2028-12-03', renewableFrom: '2028-11-19' });
    expect(card.mainUnit.orgNumber).toBe(firm.mainOrgNumber);
    expect(card.person.maskedNationalId).toMatch(/^\d{6}\*{5}$/);
    expect(card.allowedActions).toEqual(['BLOCK', 'RECORD_SHREDDED', 'RECORD_SEIZED', 'CHECK_AGAIN']);
  });

  test('of a card of an earlier issuer has number, firm and status, and nothing else', async () => {
    await createEarlierCard(desk, '1234567890');
    const { card } = await agent.ask(CARD, { cardNumber: '1234567890' });
    expect(card).toMatchObject({
      earlierIssuer: true,
      status: 'VALID',
      person: null,
      expiresOn: null,
      order: null,
    });
  });

  test('is not there for those who have nothing to do with cards, nor for a number nobody has', async () => {
    const { number } = await createCard(desk);
    expect(await (await desk.as('finance')).refused(CARD, { cardNumber: number })).toBe('FORBIDDEN');
    expect(await (await desk.as('caseworker')).refused(CARD, { cardNumber: number })).toBe('FORBIDDEN');
    expect(await agent.refused(CARD, { cardNumber: '9999999999' })).toBe('NOT_FOUND');
  });
});

describe('the list of cards', () => {
  test('is one of a firm, of a state, or of those that end soon with the soonest first', async () => {
    const firm = await createFirm(desk);
    const late = await createCard(desk, { firm, validFrom: inDays(-9), expiresOn: inDays(20) });
    const soon = await createCard(desk, { firm, validFrom: inDays(-9), expiresOn: inDays(5) });
    await createCard(desk, { firm, status: 'BLOCKED', validFrom: inDays(-9), expiresOn: inDays(6) });
    const list = async (filter: object, first = 25) =>
      (await agent.ask(CARDS, { filter: { firm: firm.mainOrgNumber, ...filter }, page: { first } })).cards;
    expect((await list({})).count).toEqual({ value: 3, exact: true });
    expect((await list({ status: ['BLOCKED'] })).rows).toHaveLength(1);
    const ending = await list({ expiringWithin: 30 });
    expect(ending.rows.map((row: { number: string }) => row.number)).toEqual([soon.number, late.number]);
    expect((await list({ expiringWithin: 10 })).rows).toHaveLength(1);
    const page = await list({ expiringWithin: 30 }, 1);
    const { cards } = await agent.ask(CARDS, {
      filter: { firm: firm.mainOrgNumber, expiringWithin: 30 },
      page: { first: 1, after: page.pageInfo.endCursor },
    });
    expect(cards.rows[0].number).toBe(late.number);
  });
});

describe('a card is blocked by phone', () => {
  test('only after a verified call about it, by whoever took the call', async () => {
    const { caller, card } = await createCardholder(desk, sandbox);
    const phone = { request: 'PHONE' };
    expect(await codeOf(agent, BLOCK, block(card.id, phone))).toBe('CALL_NOT_VERIFIED');
    const { id: callId } = await verify(agent, caller, { cardId: card.id });
    expect(await codeOf(senior, BLOCK, block(card.id, { ...phone, callId }))).toBe('CALL_NOT_VERIFIED');
    const { blockCard } = await agent.ask(BLOCK, { input: block(card.id, { ...phone, callId }) });
    expect(blockCard).toMatchObject({ status: 'BLOCKED', statusReason: 'LOST', mustBeShredded: true });
    expect(blockCard.events.map((event: { type: string }) => event.type)).toContain('CALLER_VERIFIED');
    expect(blockCard.allowedActions).not.toContain('BLOCK');
  });

  test('not in a call about another card, one that did not match, or one of half an hour ago', async () => {
    const [{ caller, card }, other] = [
      await createCardholder(desk, sandbox),
      await createCardholder(desk, sandbox),
    ];
    const input = (callId: string) => block(card.id, { request: 'PHONE', callId });
    const elsewhere = await verify(agent, other.caller, { cardId: other.card.id });
    expect(await codeOf(agent, BLOCK, input(elsewhere.id))).toBe('CALL_NOT_VERIFIED');
    const wrong = await verify(agent, caller, { cardId: card.id, street: 'Feil vei 1' });
    expect(await codeOf(agent, BLOCK, input(wrong.id))).toBe('CALL_NOT_VERIFIED');
    const old = await insert(desk, 'caller_verification', {
      ...{ organisation_id: 1, actor_id: desk.staff.agent, at: new Date(Date.now() - 31 * 60_000) },
      ...{ capacity: 'SELF', person_id: caller.id, outcome: 'VERIFIED' },
      ...{ number_matches: true, name_matches: true, address_matches: true },
    });
    expect(await codeOf(agent, BLOCK, input(old))).toBe('CALL_NOT_VERIFIED');
  });

  test('for the firm, when somebody who may order for it has called', async () => {
    const { card } = await createCardholder(desk, sandbox);
    const manager = await createCaller(desk, sandbox);
    const role = { firm_id: card.firm.main, code: 'DAGL', person_id: manager.id, holder_name: 'X' };
    await insert(desk, 'firm_role', { ...role, refreshed_at: new Date() });
    const { id: callId } = await verify(agent, manager, { capacity: 'FIRM', firmId: card.firm.main });
    expect(await codeOf(agent, BLOCK, block(card.id, { request: 'PHONE', callId }))).toBe('DATA');
  });
});

describe('a card', () => {
  test('that was taken by a control authority, and one that was shredded, say so; shredded is blocked for good', async () => {
    const { id } = await createCard(desk);
    const input = { cardId: id, expectedVersion: 1, what: 'SEIZED', on: inDays(-1), by: 'Statens vegvesen' };
    const { recordCard } = await agent.ask(RECORD, { input });
    expect(recordCard).toMatchObject({ seizedBy: 'Statens vegvesen', status: 'VALID' });
    const shredded = { cardId: id, expectedVersion: recordCard.version, what: 'SHREDDED', on: inDays(0) };
    expect((await agent.ask(RECORD, { input: shredded })).recordCard).toMatchObject({
      ...{ status: 'BLOCKED', shreddedOn: inDays(0), mustBeShredded: false },
    });
  });

  test('is ordered anew by a senior agent, with the old one blocked first', async () => {
    const { id, number } = await createCard(desk);
    const input = { cardId: id, expectedVersion: 1, reason: 'DAMAGED' };
    expect(await codeOf(agent, REISSUE, input)).toBe('FORBIDDEN');
    const { reissueCard } = await senior.ask(REISSUE, { input });
    expect(reissueCard.card).toMatchObject({ number, status: 'BLOCKED' });
    expect(reissueCard.card.underWay.number).toBe(reissueCard.orderNumber);
  });

  test('that somebody else has changed meanwhile is not blocked on what was seen before', async () => {
    const { id } = await createCard(desk);
    expect(await codeOf(agent, BLOCK, block(id, { expectedVersion: 7 }))).toBe('STALE');
  });
});
