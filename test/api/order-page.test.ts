import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createFirm, createPerson } from '../support/factories.ts';
import { addLine, createStalledOrder, type StalledOrder } from '../support/order.factories.ts';

const ORDER = `query Order($id: EntityId, $number: ShortText, $line: Int) { order(id: $id, number: $number, line: $line) {
  id number scheme orderedOn lineCount unit { orgNumber } mainUnit { orgNumber } orderer { name role email language }
  lines { line status personName } otherOrders { number lines waiting } cases { number ofLine personName }
  events { source type note newValue register actor { name } }
  line { id line status version person { name maskedNationalId birthDate } imageRequirement imageCaseNumber clockStands
    clock { startOn dueOn days daysCounted daysLeft holidaysSkipped { on name } }
    checks { register outcome reason reasonText remedies attempts nextAt hasAnswer } allowedActions drafts { action body version } }
} }`;
const NOTE = 'mutation AddOrderNote($input: AddOrderNoteInput!) { addOrderNote(input: $input) }';
const SAVE =
  'mutation SaveOrderDraft($input: SaveOrderDraftInput!) { saveOrderDraft(input: $input) { action body version } }';
const DISCARD =
  'mutation DiscardOrderDraft($orderItemId: EntityId!, $action: ShortText!) { discardOrderDraft(orderItemId: $orderItemId, action: $action) }';

// A Wednesday; the order is of Monday 2 November, and its twentieth working day is the 30th.
const NOW = new Date('2026-11-18T09:00:00Z');

describe('the page of an order', () => {
  let desk: Desk;
  let agent: Client;
  let order: StalledOrder;
  const page = async (client: Client, variables: object = { id: order.id }) =>
    (await client.ask(ORDER, { ...variables })).order;

  beforeAll(async () => {
    desk = await startDesk({ clock: { now: () => NOW } });
    order = await createStalledOrder(desk);
    agent = await desk.as('agent');
  });
  afterAll(() => desk.stop());

  test('says what the line waits for, who it is for, and what every register has said', async () => {
    const { line, ...rest } = await page(agent);
    expect(rest).toMatchObject({
      number: order.number,
      scheme: 'GOODS_TRANSPORT',
      unit: { orgNumber: order.unitOrgNumber },
      mainUnit: { orgNumber: order.mainOrgNumber },
      orderer: { name: 'Kari Bestiller', role: 'Daglig leder', language: 'nb' },
      cases: [{ number: order.caseNumber, ofLine: true, personName: 'Dawit Tesfay' }],
    });
    expect(line.person).toMatchObject({
      name: 'Dawit Tesfay',
      maskedNationalId: expect.stringMatching(/\*{5}$/),
    });
    expect(line).toMatchObject({
      imageRequirement: 'MET',
      imageCaseNumber: order.caseNumber,
      status: 'PENDING',
    });
    expect(
      line.checks.map(({ register, outcome }: Record<string, string>) => `${register} ${outcome}`),
    ).toEqual([
      'ENHETSREGISTERET APPROVED',
      'FORETAKSREGISTERET APPROVED',
      'MVA APPROVED_BY_SELF_DECLARATION',
      'FOLKEREGISTERET APPROVED',
      'AA REJECTED',
      'UDI UNAVAILABLE',
      'STAFFING NOT_APPLICABLE',
    ]);
    expect(line.checks[4]).toMatchObject({
      ...{ reason: 'AA_ONLY_IN_MAIN_UNIT', hasAnswer: true },
      ...{ reasonText: expect.stringContaining('hovedenhet'), remedies: expect.any(Array) },
    });
    expect(line.checks[5]).toMatchObject({
      attempts: 3,
      nextAt: '2026-11-17T02:10:00.000Z',
      reason: 'NO_ANSWER',
    });
  });

  test('shows how the days until it is cancelled were counted (R2)', async () => {
    const { clock, clockStands } = (await page(agent)).line;
    expect(clock).toEqual({
      ...{ startOn: '2026-11-02', dueOn: '2026-11-30', days: 20, daysCounted: 12, daysLeft: 8 },
      holidaysSkipped: [],
    });
    expect(clockStands).toBe(false);
  });

  test('says that the clock stands still while a cleaning firm awaits approval (R3)', async () => {
    const waiting = await createStalledOrder(desk, {
      scheme: 'CLEANING',
      cancelOn: null,
      checks: [{ register: 'CLEANING_APPROVAL', outcome: 'PENDING', reason: 'CLEANING_IN_PROGRESS' }],
    });
    const { line } = await page(agent, { id: waiting.id });
    expect(line).toMatchObject({ clock: null, clockStands: true });
  });

  test('opens the line that is asked for, and otherwise the first that waits', async () => {
    const many = await createStalledOrder(desk);
    await desk.sql.query("update order_item set status = 'CANCELLED', cancel_on = null where id = $1", [
      many.itemId,
    ]);
    await addLine(desk, many, { line: 2, status: 'PENDING' });
    await addLine(desk, many, { line: 3, status: 'READY' });
    const opened = await page(agent, { number: many.number });
    expect(opened.line.line).toBe(2);
    expect(opened.lineCount).toBe(3);
    expect(
      opened.lines.map(({ line, status }: { line: number; status: string }) => `${line} ${status}`),
    ).toEqual(['1 CANCELLED', '2 PENDING', '3 READY']);
    expect((await page(agent, { number: many.number, line: 3 })).line.line).toBe(3);
  });

  test('knows the firm’s other orders, and its open cases', async () => {
    const firm = await createFirm(desk, { name: 'Terne Transport' });
    const [first, second] = [
      await createStalledOrder(desk, { firm }),
      await createStalledOrder(desk, { firm }),
    ];
    const person = await createPerson(desk, { givenName: 'Ahmed', familyName: 'Farah' });
    const item = await createStalledOrder(desk, { firm, personId: person.id });
    await desk.sql.query("update desk_case set status = 'OPEN', closed_at = null where id = $1", [
      item.caseId,
    ]);
    const shown = await page(agent, { id: first.id });
    expect(shown.otherOrders.map((other: { number: string }) => other.number)).toEqual([
      item.number,
      second.number,
    ]);
    expect(shown.otherOrders[0]).toMatchObject({ lines: 1, waiting: 1 });
    expect(shown.cases).toContainEqual({ number: item.caseNumber, ofLine: false, personName: 'Ahmed Farah' });
  });

  test('a note says who wrote it, and whether somebody rang', async () => {
    const input = {
      orderItemId: order.itemId,
      note: 'Anne-Grete spør hvorfor kortet ikke kommer.',
      phoned: true,
    };
    await agent.ask(NOTE, { input });
    const { events } = await page(agent);
    expect(events[0]).toEqual({
      ...{ source: 'ORDER', type: 'NOTE', newValue: 'PHONE', register: null },
      note: input.note,
      actor: { name: expect.any(String) },
    });
    expect(await agent.refused(NOTE, { input: { ...input, note: ' ' } })).toBe('VALIDATION_FAILED');
  });

  test('what is begun is kept for whoever began it, never over what is newer', async () => {
    const draft = (text: string, expectedVersion: number) => ({
      input: { orderItemId: order.itemId, action: 'EXPLAIN', body: { text }, expectedVersion },
    });
    await agent.ask(SAVE, draft('en', 0));
    await agent.ask(SAVE, draft('to', 1));
    expect(await agent.refused(SAVE, draft('gammel', 1))).toBe('STALE');
    expect((await page(agent)).line.drafts).toEqual([
      { action: 'EXPLAIN', body: { text: 'to' }, version: 2 },
    ]);
    expect((await page(await desk.as('colleague'))).line.drafts).toEqual([]);
    expect(
      (await agent.ask(DISCARD, { orderItemId: order.itemId, action: 'EXPLAIN' })).discardOrderDraft,
    ).toBe(true);
    expect((await page(agent)).line.drafts).toEqual([]);
  });

  test('somebody else’s order is like one that is not there, by id and by number', async () => {
    const theirs = await createStalledOrder(desk, { organisation: 2 });
    const missing = [{ id: '987654321098' }, { number: '9999999' }];
    for (const variables of [{ id: theirs.id }, { number: theirs.number }, ...missing]) {
      expect(await agent.refused(ORDER, variables)).toBe('NOT_FOUND');
    }
    const input = { orderItemId: theirs.itemId, note: 'x', phoned: false };
    expect(await agent.refused(NOTE, { input })).toBe('NOT_FOUND');
    expect((await page(await desk.as('auditor'), { id: theirs.id })).number).toBe(theirs.number);
  });

  test('finance reads the order, but not what registers say about the person, nor who she is', async () => {
    const finance = await desk.as('finance');
    const { line, events } = await page(finance);
    expect(line.checks.map(({ register }: { register: string }) => register)).toEqual([
      'ENHETSREGISTERET',
      'FORETAKSREGISTERET',
      'MVA',
      'STAFFING',
    ]);
    expect(line).toMatchObject({ person: null, imageCaseNumber: null, allowedActions: [] });
    expect(events.filter(({ source }: { source: string }) => source === 'CASE')).toEqual([]);
    expect(
      await finance.refused(NOTE, { input: { orderItemId: order.itemId, note: 'x', phoned: false } }),
    ).toBe('FORBIDDEN');
  });

  test('looking is on record, with everyone it showed', async () => {
    const seen = await createStalledOrder(desk);
    await page(agent, { id: seen.id });
    const { rows } = await desk.sql.query(
      `select person_ids from audit_log where table_name = 'card_order' and row_id = $1 and kind = 'READ'`,
      [seen.id],
    );
    expect(rows).toEqual([{ person_ids: [seen.personId] }]);
  });
});
