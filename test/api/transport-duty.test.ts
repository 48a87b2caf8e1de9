import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inDays } from '../support/days.ts';
import { type Desk, startDesk } from '../support/desk.ts';

const ASK = `query Ask($input: TransportDutyInput!, $language: Language!) { transportDuty(input: $input, language: $language) {
  on needed orderer lines { row title source applies decides } } }`;

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

const question = (given: object = {}) => ({
  language: 'nb',
  input: {
    on: '2026-11-22',
    task: 'DRIVE_OR_HELP',
    relation: 'EMPLOYEE',
    goods: 'OTHERS_PAID',
    own: { auxiliary: false, people: false, vehicle: false },
    electric: false,
    totalKg: 3500,
    otherCard: false,
    ...given,
  },
});

describe('does this worker need a card?', () => {
  test('is answered with the paragraph that decided, and everything else that was looked at', async () => {
    const agent = await desk.as('agent');
    const { transportDuty } = await agent.ask(ASK, question({ totalKg: 3501 }));
    expect(transportDuty).toMatchObject({ needed: false, orderer: null });
    expect(transportDuty.lines).toHaveLength(9);
    expect(transportDuty.lines.filter((line: { decides: boolean }) => line.decides)).toMatchObject([
      { row: 'TOO_HEAVY', source: 'FOR 20.06.2025 § 1-2 første ledd' },
    ]);
  });

  test('by the rules of the day of the work, also when an administrator has changed them', async () => {
    const change = `insert into scheme_setting (key, value, valid_from, grounds, proposed_by, proposed_at, approved_by, approved_at)
      values ('transportMaxKg', '3000', $1, 'Prøve', $2, now(), $3, now())`;
    await desk.sql.query(change, [inDays(30), desk.staff.admin, desk.staff.deputy]);
    const agent = await desk.as('agent');
    const needed = async (on: string) => (await agent.ask(ASK, question({ on }))).transportDuty.needed;
    expect([await needed(inDays(29)), await needed(inDays(30))]).toEqual([true, false]);
  });

  test('refuses a weight no vehicle has, and whoever has nothing to do with orders', async () => {
    expect(await (await desk.as('caseworker')).refused(ASK, question({ totalKg: 0 }))).toBe(
      'VALIDATION_FAILED',
    );
    expect(await (await desk.as('admin')).refused(ASK, question())).toBe('FORBIDDEN');
  });
});
