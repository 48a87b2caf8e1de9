/** Whatever statuses a firm goes through, none of its orders leaves PENDING while it is not approved (domain section 5, R1 and R3). */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  ApprovalRegister,
  FirmApprovalStatus,
} from '../../server/src/features/firm-approval/firm-approval.enums.ts';
import { CheckDesk, type Ordered } from '../support/check-desk.ts';

type Told = FirmApprovalStatus | 'NO_ROW';
const STATUSES: readonly Told[] = [
  ...(['NO_ROW', 'APPLICATION_IN_PROGRESS', 'NOT_APPROVED', 'CARD_ORDER_IN_PROGRESS'] as const),
  ...(['APPROVED_WITH_EMPLOYEES', 'APPROVED_WITHOUT_EMPLOYEES'] as const),
];
const NOT_APPROVED = STATUSES.slice(0, 3);
const MAY_ORDER: ReadonlySet<Told> = new Set(STATUSES.slice(3));
const FIRMS = 8;
const ROUNDS = 6;

/** The same walks every time: a failure can be run again. Half of the firms are never approved, and meet every round. */
const walksOf = (choices: readonly Told[], seed: number): Told[][] =>
  fc.sample(fc.array(fc.constantFrom(...choices), { minLength: ROUNDS, maxLength: ROUNDS }), {
    ...{ numRuns: FIRMS / 2, seed },
  });

let checks: CheckDesk;
beforeAll(async () => {
  checks = await CheckDesk.start();
});
afterAll(() => checks.stop());

interface Walk {
  readonly line: Ordered;
  readonly register: ApprovalRegister;
  status: Told;
  /** It has been allowed to order at some check: from then on its order may have left. */
  wasAllowed: boolean;
}

async function begin(index: number): Promise<Walk> {
  const cleaning = index % 2 === 0;
  const register = cleaning ? 'CLEANING_APPROVAL' : 'CAR_CARE_APPROVAL';
  const firm = await checks.firm();
  await checks.approve(firm, register, null);
  const line = await checks.order({ scheme: cleaning ? 'CLEANING' : 'CAR_CARE', firm });
  return { line, register, status: 'NO_ROW', wasAllowed: false };
}

async function step(walk: Walk, status: Told): Promise<void> {
  await checks.approve(walk.line.firm, walk.register, status === 'NO_ROW' ? null : status);
  walk.status = status;
  await checks.desk.sql.query('update order_item set check_at = $2 where id = $1 and check_at is not null', [
    walk.line.id,
    checks.now,
  ]);
}

/** What stood after a check, and what had no right to: an order that went on while its firm had never been allowed to order. */
async function lookAt(walks: readonly Walk[]): Promise<{ seen: string[]; wrong: string[] }> {
  const seen: string[] = [];
  const wrong: string[] = [];
  for (const walk of walks) {
    walk.wasAllowed ||= MAY_ORDER.has(walk.status);
    const { status } = await checks.line(walk.line);
    seen.push(`${walk.status} ${status}`);
    if (!walk.wasAllowed && status !== 'PENDING' && status !== 'REJECTED')
      wrong.push(`${walk.status} ${status}`);
  }
  return { seen, wrong };
}

describe('orders of firms that are not approved', () => {
  test('wait or are refused, and never go on, whatever the firm has been before', async () => {
    const told = [...walksOf(NOT_APPROVED, 1), ...walksOf(STATUSES, 2)];
    const walks: Walk[] = [];
    for (let index = 0; index < FIRMS; index += 1) walks.push(await begin(index));
    const all: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, walk] of walks.entries()) await step(walk, told[index]?.[round] ?? 'NO_ROW');
      checks.minutesLater(5);
      await checks.run();
      const { seen, wrong } = await lookAt(walks);
      expect(wrong).toEqual([]);
      all.push(...seen);
    }
    // The rounds did meet what they are about, and an approved firm's order does go on.
    expect(all).toContain('APPLICATION_IN_PROGRESS PENDING');
    expect(all.some(one => one.startsWith('APPROVED') && one.endsWith(' READY'))).toBe(true);
  });
});
