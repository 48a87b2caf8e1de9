import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CheckDesk } from '../support/check-desk.ts';

let desk: CheckDesk;
beforeAll(async () => {
  desk = await CheckDesk.start();
});
afterAll(() => desk.stop());

const history = async (firm: string) =>
  (
    await desk.desk.sql.query<{ status: string; ended: boolean; joined: boolean }>(
      `select a.status, a.to_at is not null as ended, lead(a.from_at) over (order by a.from_at) is not distinct from a.to_at as joined
       from firm_approval a where a.firm_id = $1 and a.register = 'CLEANING_APPROVAL' order by a.from_at`,
      [firm],
    )
  ).rows;

describe('the register of approved cleaning firms', () => {
  test('keeps every status a firm has had, without a gap, and the same one twice is one', async () => {
    const firm = await desk.firm();
    for (const status of ['NOT_APPROVED', 'NOT_APPROVED', 'APPLICATION_IN_PROGRESS'] as const)
      await desk.approve(firm, 'CLEANING_APPROVAL', status);
    await desk.approve(firm, 'CLEANING_APPROVAL', null);
    expect(await history(firm.main)).toEqual([
      { status: 'APPROVED_WITH_EMPLOYEES', ended: true, joined: true },
      { status: 'NOT_APPROVED', ended: true, joined: true },
      { status: 'APPLICATION_IN_PROGRESS', ended: true, joined: false },
    ]);
  });

  test('is changed by nobody past the one way: not by the owner, not by requests, not by jobs', async () => {
    const firm = await desk.firm();
    const change = `update firm_approval set status = 'NOT_APPROVED' where firm_id = $1`;
    await expect(desk.desk.sql.query(change, [firm.main])).rejects.toThrow('stands as it was written');
    const remove = 'delete from firm_approval where firm_id = $1';
    await expect(desk.desk.sql.query(remove, [firm.main])).rejects.toThrow('stands as it was written');
    await expect(desk.system().transaction(tx => tx.query(change, [firm.main]))).rejects.toThrow(
      'permission denied',
    );
    expect(await history(firm.main)).toHaveLength(1);
  });

  test('a firm that loses its approval has its cards invalid at the next turn, and valid again when it is back (R14)', async () => {
    const line = await desk.order({ scheme: 'CLEANING', card: true });
    await desk.run();
    await desk.approve(line.firm, 'CLEANING_APPROVAL', 'NOT_APPROVED');
    await desk.run();
    expect(await desk.card(line)).toMatchObject({ status: 'INVALID' });
    await desk.approve(line.firm, 'CLEANING_APPROVAL', 'APPROVED_WITH_EMPLOYEES');
    await desk.run();
    expect(await desk.card(line)).toMatchObject({ status: 'VALID' });
  });

  test('while another register is silent its change is asked about all the same', async () => {
    const line = await desk.order({ scheme: 'CLEANING' });
    await desk.approve(line.firm, 'CLEANING_APPROVAL', 'APPLICATION_IN_PROGRESS');
    desk.sandbox.fail('aa', 'CUT');
    await desk.run();
    expect((await desk.checks(line)).AA).toMatchObject({ outcome: 'UNAVAILABLE' });
    await desk.approve(line.firm, 'CLEANING_APPROVAL', 'CARD_ORDER_IN_PROGRESS');
    await desk.run();
    desk.sandbox.fail('aa', 'WELL');
    expect((await desk.checks(line)).CLEANING_APPROVAL).toMatchObject({ outcome: 'APPROVED' });
  });
});
