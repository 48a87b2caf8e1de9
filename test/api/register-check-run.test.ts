import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CheckDesk, type Ordered } from '../support/check-desk.ts';
import { registersOf } from '../support/registers.ts';

let desk: CheckDesk;
beforeAll(async () => {
  desk = await CheckDesk.start();
});
afterAll(() => desk.stop());
beforeEach(async () => {
  desk.becomes('2026-11-23T09:00:00Z');
  await desk.desk.sql.query('update order_item set check_at = null');
});

const person = ({ nationalId }: Ordered) => desk.sandbox.person(nationalId);
const firm = ({ firm: { mainOrgNumber } }: Ordered) => desk.sandbox.firm(mainOrgNumber);
const leaves = (line: Ordered) => person(line).notEmployedIn(line.firm.unitOrgNumber);
const returns = (line: Ordered) => person(line).employedIn(line.firm.unitOrgNumber);
const nextNight = async () => {
  desk.minutesLater(24 * 60);
  await desk.run();
};
const one = async <R extends object>(sql: string, values: unknown[]): Promise<R> =>
  (await desk.desk.sql.query<R & Record<string, unknown>>(sql, values)).rows[0] as R;

describe('a register that does not answer', () => {
  test('refuses nobody: it is asked again with growing pauses, and then the order goes on', async () => {
    const line = await desk.order();
    desk.sandbox.fail('aa', 'ERROR_500');
    await desk.run();
    const first = (await desk.checks(line)).AA;
    expect(first).toMatchObject({ outcome: 'UNAVAILABLE', attempts: 1 });
    expect(first?.next_at).toEqual(new Date('2026-11-23T09:05:00Z'));
    expect((await desk.line(line)).check_at).toEqual(first?.next_at);
    desk.minutesLater(4);
    expect(await desk.run()).toBe(0);
    desk.minutesLater(1);
    const before = desk.sandbox.asked('folkeregisteret');
    expect(await desk.run()).toBe(1);
    expect(desk.sandbox.asked('folkeregisteret')).toBe(before);
    expect((await desk.checks(line)).AA).toMatchObject({
      attempts: 2,
      next_at: new Date('2026-11-23T09:15:00Z'),
    });
    expect([(await desk.line(line)).status, await desk.mails(line)]).toEqual(['PENDING', []]);
    desk.sandbox.fail('aa', 'WELL');
    desk.minutesLater(10);
    await new Promise(resolve => setTimeout(resolve, 350));
    await desk.run();
    expect((await desk.checks(line)).AA).toMatchObject({ outcome: 'APPROVED', attempts: 0, next_at: null });
    expect([(await desk.line(line)).status, await desk.mails(line)]).toEqual(['READY', []]);
  });

  test('takes nothing back from a card, nor from an order that is ready', async () => {
    const [held, ready] = [await desk.order({ card: true }), await desk.order()];
    await desk.run();
    desk.sandbox.fail('folkeregisteret', 'CUT');
    await nextNight();
    desk.sandbox.fail('folkeregisteret', 'WELL');
    expect((await desk.checks(held)).FOLKEREGISTERET?.outcome).toBe('UNAVAILABLE');
    expect([(await desk.card(held)).status, (await desk.line(ready)).status]).toEqual(['VALID', 'READY']);
    expect([await desk.mails(held), await desk.mails(ready)]).toEqual([[], []]);
    await new Promise(resolve => setTimeout(resolve, 350));
  });
});

describe('every night', () => {
  test('an employee who left makes the card invalid, one who is back makes it valid again, each told once (R14)', async () => {
    const line = await desk.order({ card: true });
    await desk.run();
    expect((await desk.card(line)).status).toBe('VALID');
    leaves(line);
    await nextNight();
    expect(await desk.card(line)).toMatchObject({ status: 'INVALID', status_reason: 'AA_NOT_REGISTERED' });
    await nextNight();
    expect(await desk.mails(line)).toEqual(['CARD_INVALID AA_NOT_REGISTERED']);
    returns(line);
    await nextNight();
    expect((await desk.card(line)).status).toBe('VALID');
    expect(await desk.mails(line)).toEqual(['CARD_INVALID AA_NOT_REGISTERED', 'CARD_VALID_AGAIN']);
    expect(await desk.events(line)).toEqual(
      expect.arrayContaining([
        'CHECK_CHANGED AA APPROVED REJECTED AA_NOT_REGISTERED',
        'CARD_STATUS VALID INVALID AA_NOT_REGISTERED',
        'CHECK_CHANGED AA REJECTED APPROVED',
        'CARD_STATUS INVALID VALID',
      ]),
    );
  });

  test('a ready order falls back with a new clock when a check no longer holds, and goes on when cured (R22)', async () => {
    const line = await desk.order();
    await desk.run();
    firm(line).is({ inVatRegister: false });
    await nextNight();
    expect(await desk.line(line)).toMatchObject({
      status: 'PENDING',
      clock_from: '2026-11-24',
      cancel_on: '2026-12-22',
    });
    expect(await desk.mails(line)).toEqual(['ORDER_WAITING MVA_NOT_REGISTERED']);
    await nextNight();
    firm(line).is({ inVatRegister: true });
    await nextNight();
    expect((await desk.line(line)).status).toBe('READY');
    expect(await desk.mails(line)).toEqual(['ORDER_WAITING MVA_NOT_REGISTERED']);
  });

  test('a cleaning firm that awaits approval has no clock; with the answer 20 working days begin anew (R3)', async () => {
    const line = await desk.order({ scheme: 'CLEANING' });
    await desk.approve(line.firm, 'CLEANING_APPROVAL', 'APPLICATION_IN_PROGRESS');
    leaves(line);
    await desk.run();
    expect(await desk.line(line)).toMatchObject({ status: 'PENDING', cancel_on: null });
    await desk.approve(line.firm, 'CLEANING_APPROVAL', 'CARD_ORDER_IN_PROGRESS');
    desk.becomes('2027-01-18T09:00:00Z');
    await desk.run();
    expect(await desk.line(line)).toMatchObject({ clock_from: '2027-01-18', cancel_on: '2027-02-15' });
  });

  test('nothing is asked of lines that are over, and the next night is set for the others', async () => {
    const [over, card, waiting] = [await desk.order(), await desk.order({ card: true }), await desk.order()];
    await desk.desk.sql.query(`update order_item set status = 'CANCELLED' where id = $1`, [over.id]);
    leaves(waiting);
    await desk.run();
    expect((await desk.line(over)).check_at).toBeNull();
    expect((await desk.line(card)).check_at).toEqual(new Date('2026-11-24T01:00:00Z'));
    expect((await desk.line(waiting)).check_at).toEqual(new Date('2026-11-24T01:00:01Z'));
  });
});

describe('what is kept', () => {
  test('people and firms become what the registers say, and the same answer is not kept twice (R18)', async () => {
    const line = await desk.order();
    const name = { first: 'Åse', middle: 'Marie', last: 'Nyborg' };
    person(line).is({ name, gender: 'WOMAN', citizenships: ['SWE'], protection: 'CODE_7' });
    firm(line).is({ name: 'Nytt navn AS', sectorCode: '2100', employees: 12 });
    await desk.run();
    const sql = 'select name, gender, citizenship, restricted, register_status from person where id = $1';
    expect(await one(sql, [line.personId])).toEqual({
      ...{ name: 'Åse Marie Nyborg', gender: 'WOMAN', citizenship: 'SWE', restricted: true },
      register_status: 'ACTIVE',
    });
    const known =
      'select name, employees, sector_code, in_vat_register, status from organisation where id = $1';
    expect(await one(known, [line.firm.main])).toEqual({
      ...{
        name: 'Nytt navn AS',
        employees: 12,
        sector_code: '2100',
        in_vat_register: true,
        status: 'ACTIVE',
      },
    });
    const count = `select count(*)::int as n from register_answer where person_id = $1`;
    const { n } = await one<{ n: number }>(count, [line.personId]);
    await nextNight();
    leaves(line);
    await nextNight();
    expect(await one(count, [line.personId])).toEqual({ n: n + 1 });
    const numbers =
      "select count(*)::int as n from register_answer where asked::text || coalesce(answered::text, '') like $1";
    expect(await one(numbers, [`%${line.nationalId}%`])).toEqual({ n: 0 });
  });

  test('a night with nothing new leaves no row in the log', async () => {
    const line = await desk.order();
    await desk.run();
    const count = `select count(*)::int as n from audit_log where kind = 'CHANGE' and table_name in ('order_item', 'register_check', 'person')`;
    const before = await one(count, []);
    await nextNight();
    expect((await desk.checks(line)).AA?.asked_at).toEqual(desk.now);
    expect(await one(count, [])).toEqual(before);
  });
});

describe('several servers', () => {
  test('share the work: everything is asked and told exactly once', async () => {
    const firmOfAll = await desk.firm();
    const lines = await Promise.all(Array.from({ length: 230 }, () => desk.order({ firm: firmOfAll })));
    for (const line of lines.slice(0, 20)) leaves(line);
    const other = registersOf(desk.sandbox);
    const before = desk.sandbox.asked('aa');
    const firms = desk.sandbox.asked('enhetsregisteret');
    const done = await Promise.all([desk.run(), desk.runner(other).run(desk.system())]);
    await other.close();
    expect(done[0] + done[1]).toBe(230);
    expect(desk.sandbox.asked('aa') - before).toBe(230);
    // Main unit and sub-unit, once per server.
    expect(desk.sandbox.asked('enhetsregisteret') - firms).toBeLessThanOrEqual(4);
    const told = `select count(*)::int as n, count(distinct order_item_id)::int as lines from outbox_mail where order_item_id = any ($1::bigint[])`;
    expect(await one(told, [lines.map(({ id }) => id)])).toEqual({ n: 20, lines: 20 });
    const ready = `select count(*)::int as n from order_item where id = any ($1::bigint[]) and status = 'READY'`;
    expect(await one(ready, [lines.map(({ id }) => id)])).toEqual({ n: 210 });
  }, 180_000);

  test('what a server had claimed when it died is done by another when the claim runs out', async () => {
    const line = await desk.order();
    const never = {
      ...desk.desk.app.registers,
      aa: { employmentsOf: () => new Promise<never>(() => undefined) },
    };
    void desk.runner(never as unknown as typeof desk.desk.app.registers).run(desk.system());
    await new Promise(resolve => setTimeout(resolve, 400));
    expect(await desk.run()).toBe(0);
    desk.minutesLater(6);
    expect(await desk.run()).toBe(1);
    expect((await desk.line(line)).status).toBe('READY');
  });
});
