import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createFirm } from '../support/factories.ts';
import { createStalledOrder, type StalledOrder } from '../support/order.factories.ts';

const ORDERS = `query Orders($filter: OrderFilter, $sort: OrderSort, $page: PageInput, $withCount: Boolean) {
  orders(filter: $filter, sort: $sort, page: $page, withCount: $withCount) {
    rows { id number line status personName unit { orgNumber } cancelOn daysLeft clockStands imageRequirement unmet { register outcome } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } count { value exact } } }`;

// A Wednesday.
const NOW = new Date('2026-11-18T09:00:00Z');
const CLEAN = [
  { register: 'CLEANING_APPROVAL', outcome: 'PENDING', reason: 'CLEANING_IN_PROGRESS' },
] as const;
const MET = [{ register: 'ENHETSREGISTERET', outcome: 'APPROVED' }] as const;

describe('the list of order lines', () => {
  let desk: Desk;
  let agent: Client;
  const made: Record<string, StalledOrder> = {};

  const names = async (filter: object, more: object = {}, client = agent): Promise<string[]> => {
    const { orders } = await client.ask(ORDERS, { filter, ...more });
    const nameOf = new Map(Object.entries(made).map(([name, { number }]) => [number, name]));
    return orders.rows.map(({ number }: { number: string }) => nameOf.get(number));
  };

  beforeAll(async () => {
    desk = await startDesk({ clock: { now: () => NOW } });
    const firm = await createFirm(desk, { name: 'Terne Renhold' });
    made.later = await createStalledOrder(desk, { cancelOn: '2026-12-03' });
    made.sooner = await createStalledOrder(desk, { cancelOn: '2026-11-19' });
    made.stands = await createStalledOrder(desk, { firm, scheme: 'CLEANING', cancelOn: null, checks: CLEAN });
    made.images = await createStalledOrder(desk, {
      ...{ cancelOn: '2026-11-25', checks: MET, scheme: 'CONSTRUCTION' },
      ...{ imageRequirement: 'REJECTED', status: 'IMAGE_REJECTED' },
    });
    made.ready = await createStalledOrder(desk, { cancelOn: null, checks: MET, status: 'READY' });
    made.foreign = await createStalledOrder(desk, { organisation: 2, cancelOn: '2026-11-18' });
    agent = await desk.as('agent');
  });
  afterAll(() => desk.stop());

  test('what stands still comes with the soonest cancelled first, and clocks that stand last', async () => {
    expect(await names({ stalled: true })).toEqual(['sooner', 'images', 'later', 'stands']);
    expect(await names({}, { sort: 'NEWEST' })).toEqual(['ready', 'images', 'stands', 'sooner', 'later']);
  });

  test('a row says what is missing, and how many working days are left', async () => {
    const { orders } = await agent.ask(ORDERS, { filter: { stalled: true }, withCount: true });
    expect(orders.count).toEqual({ value: 4, exact: true });
    expect(orders.rows[0]).toMatchObject({
      ...{ personName: 'Dawit Tesfay', cancelOn: '2026-11-19', daysLeft: 1, clockStands: false },
      unmet: [
        { register: 'AA', outcome: 'REJECTED' },
        { register: 'UDI', outcome: 'UNAVAILABLE' },
      ],
    });
    expect(orders.rows[3]).toMatchObject({ cancelOn: null, daysLeft: null, clockStands: true });
  });

  test('is filtered by what is waited for, register, scheme, status, firm and day', async () => {
    const stalled = { stalled: true };
    expect(await names({ ...stalled, waitingFor: 'REGISTERS' })).toEqual(['sooner', 'later', 'stands']);
    expect(await names({ ...stalled, waitingFor: 'IMAGES' })).toEqual(['images']);
    expect(await names({ ...stalled, waitingFor: 'APPROVAL' })).toEqual(['stands']);
    expect(await names({ waitingFor: 'PRODUCTION' })).toEqual(['ready']);
    expect(await names({ ...stalled, register: 'UDI' })).toEqual(['sooner', 'later']);
    expect(await names({ ...stalled, scheme: ['CLEANING', 'CONSTRUCTION'] })).toEqual(['images', 'stands']);
    expect(await names({ status: ['READY'] })).toEqual(['ready']);
    expect(await names({ ...stalled, dueBefore: '2026-11-25' })).toEqual(['sooner', 'images']);
    const orgNumber = made.stands?.mainOrgNumber ?? '';
    expect(await names({ firm: orgNumber })).toEqual(['stands']);
    expect(await names({ firm: `${orgNumber.slice(0, 3)} ${orgNumber.slice(3)}` })).toEqual(['stands']);
  });

  test('turns pages in both directions without missing a row', async () => {
    const ask = async (page: object) =>
      (await agent.ask(ORDERS, { filter: { stalled: true }, page: { first: 2, ...page } })).orders;
    const first = await ask({});
    const second = await ask({ after: first.pageInfo.endCursor });
    expect([...first.rows, ...second.rows].map(({ number }) => number)).toEqual(
      [made.sooner, made.images, made.later, made.stands].map(order => order?.number),
    );
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect((await ask({ before: second.pageInfo.startCursor })).rows).toEqual(first.rows);
    const refused = await agent.refused(ORDERS, { page: { first: 2, after: 'bm9uc2Vuc2U' } });
    expect(refused).toBe('VALIDATION_FAILED');
  });

  test('shows the orders of one’s own organisation; finance gets no names, auditors see all', async () => {
    const finance = await desk.as('finance');
    const { orders } = await finance.ask(ORDERS, { filter: { stalled: true } });
    expect(orders.rows.map(({ personName }: { personName: unknown }) => personName)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(await names({ stalled: true }, {}, await desk.as('auditor'))).toContain('foreign');
    expect(await (await desk.as('caseworker')).refused(ORDERS, {})).toBe('FORBIDDEN');
  });
});
