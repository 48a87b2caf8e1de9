import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StaffLists } from '../../server/src/features/register-check/staff-list.service.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { CheckDesk, type Ordered } from '../support/check-desk.ts';
import { syntheticNationalId } from '../support/factories.ts';

let desk: CheckDesk;
beforeAll(async () => {
  desk = await CheckDesk.start();
});
afterAll(() => desk.stop());

const lists = () =>
  new StaffLists({
    clock: { now: () => desk.now },
    keys: loadKeys(undefined, desk.desk.config.dataDir),
    log: createLog('silent'),
    registers: desk.desk.app.registers,
  });
const read = () => lists().run(desk.system());
const aDayLater = () => desk.minutesLater(24 * 60);
const person = ({ nationalId }: Ordered) => desk.sandbox.person(nationalId);
const employed = async (line: Ordered) => {
  const sql = 'select person_id::text, end_on from employment where unit_id = $1 order by id';
  return (await desk.desk.sql.query(sql, [line.firm.unit])).rows;
};

describe('the staff list of a unit', () => {
  test('holds those whom an order has made known, and nobody else (R18)', async () => {
    const line = await desk.order();
    desk.sandbox.person(syntheticNationalId()).employedIn(line.firm.unitOrgNumber);
    expect(await read()).toBe(2);
    expect(await employed(line)).toEqual([{ person_id: line.personId, end_on: null }]);
    expect(await read()).toBe(0);
  });

  test('an employee who has left makes the card invalid at once, and valid again when back (R14)', async () => {
    const line = await desk.order({ card: true });
    await desk.run();
    await read();
    person(line).notEmployedIn(line.firm.unitOrgNumber);
    aDayLater();
    await read();
    expect(await employed(line)).toEqual([{ person_id: line.personId, end_on: '2026-11-23' }]);
    await desk.run();
    expect((await desk.card(line)).status).toBe('INVALID');
    person(line).employedIn(line.firm.unitOrgNumber, { start: '2026-11-25' });
    aDayLater();
    await read();
    await desk.run();
    expect((await desk.card(line)).status).toBe('VALID');
    expect(await desk.mails(line)).toEqual(['CARD_INVALID AA_NOT_REGISTERED', 'CARD_VALID_AGAIN']);
  });

  test('a silent register ends no employment; it is asked again within the hour', async () => {
    const line = await desk.order();
    aDayLater();
    await read();
    desk.sandbox.fail('aa', 'CUT');
    aDayLater();
    await read();
    desk.sandbox.fail('aa', 'WELL');
    expect(await employed(line)).toEqual([{ person_id: line.personId, end_on: null }]);
    const sql = 'select staff_list_at from organisation where id = $1';
    const { rows } = await desk.desk.sql.query(sql, [line.firm.unit]);
    expect(rows[0].staff_list_at.getTime() - desk.now.getTime()).toBe(30 * 60_000);
    await new Promise(resolve => setTimeout(resolve, 350));
  });

  test('roles are those of today, with the person where the register tells who it is', async () => {
    const line = await desk.order();
    const firm = desk.sandbox.firm(line.firm.mainOrgNumber).role('DAGL', line.nationalId);
    aDayLater();
    await read();
    const sql = 'select code, person_id::text from firm_role where firm_id = $1';
    const roles = async () => (await desk.desk.sql.query(sql, [line.firm.main])).rows;
    expect(await roles()).toEqual([{ code: 'DAGL', person_id: line.personId }]);
    firm.is({ roles: [] });
    aDayLater();
    await read();
    expect(await roles()).toEqual([]);
  });

  test('two servers read each list once', async () => {
    await Promise.all([desk.order(), desk.order(), desk.order()]);
    aDayLater();
    const [a, b] = await Promise.all([read(), read()]);
    const { rows } = await desk.desk.sql.query(
      'select count(*)::int as n from organisation where staff_list_at is not null',
    );
    expect(a + b).toBe(rows[0].n);
  });
});
