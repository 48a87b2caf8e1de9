/** Properties of the life cycle: of the state tables by themselves, of the database against them, and of a year of days with the jobs in any order. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CardStatus } from '../../server/src/features/card/card.enums.ts';
import { cardJobs } from '../../server/src/features/card/card.jobs.ts';
import {
  CARD_TRANSITIONS,
  type CardTrigger,
  nextCardStatus,
} from '../../server/src/features/card/card.rules.ts';
import { OrderItemStatus } from '../../server/src/features/order/order.enums.ts';
import { orderJobs } from '../../server/src/features/order/order.jobs.ts';
import {
  allMet,
  nextOrderItemStatus,
  ORDER_ITEM_TRANSITIONS,
  type OrderItemTrigger,
  settledTrigger,
} from '../../server/src/features/order/order-item.rules.ts';
import { CheckOutcome } from '../../server/src/features/register-check/register-check.enums.ts';
import { addDays } from '../../server/src/platform/calendar/calendar.ts';
import { productionAt, readyLine } from '../support/card-production.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCard, noonOf, placeLine, runJob } from '../support/orders.ts';

const ITEM_TRIGGERS = Object.keys(ORDER_ITEM_TRANSITIONS.DRAFT) as OrderItemTrigger[];
const CARD_TRIGGERS = Object.keys(CARD_TRANSITIONS.VALID) as CardTrigger[];
const statuses = Object.values(OrderItemStatus);
const settled = fc.constantFrom('APPROVED', 'REJECTED', 'PENDING', 'NOT_APPLICABLE', null);

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

const ENDED: readonly OrderItemStatus[] = ['SHIPPED', 'AUTO_CANCELLED', 'CANCELLED'];
/** Whether a step may be there at all, as far as what has ended goes. */
function wayBack(status: OrderItemStatus, trigger: OrderItemTrigger, next: OrderItemStatus): boolean {
  if (ENDED.includes(status)) return false;
  return status !== 'REJECTED' || (trigger === 'DECISION_UNDONE' && next === 'PENDING');
}
const isFinal = (status: CardStatus) => status === 'BLOCKED' || status === 'EXPIRED';

describe('the state tables', () => {
  test('no path leads from BLOCKED or EXPIRED back, whatever happens to the card', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CARD_TRIGGERS)), triggers => {
        let status: CardStatus = 'VALID';
        for (const trigger of triggers) {
          const before = status;
          status = nextCardStatus(status, trigger) ?? status;
          expect(isFinal(before) && status !== before).toBe(false);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('a line leaves PENDING for READY with every check met and in no other way', () => {
    const check = fc.record({
      outcome: fc.constantFrom(...Object.values(CheckOutcome)),
      settledOutcome: settled,
    });
    const images = fc.constantFrom('AWAITING_UPLOAD', 'AWAITING_REVIEW', 'REJECTED', 'MET');
    fc.assert(
      fc.property(
        fc.constantFrom(...statuses),
        images,
        fc.array(check, { maxLength: 6 }),
        (status, imageRequirement, checks) => {
          const facts = { status, imageRequirement, checks } as Parameters<typeof settledTrigger>[0];
          const next = settledTrigger(facts);
          const status2 = next ? nextOrderItemStatus(status, next) : status;
          if (status === 'PENDING') expect(status2 === 'READY').toBe(allMet(facts));
          else expect(status2 === 'READY').toBe(status === 'READY' && next === null);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('what has ended stays ended: only a final image stop can be taken back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ITEM_TRIGGERS), { maxLength: 40 }), triggers => {
        let status: OrderItemStatus = 'DRAFT';
        for (const trigger of triggers) {
          const next = nextOrderItemStatus(status, trigger);
          if (next) expect(wayBack(status, trigger, next)).toBe(true);
          status = next ?? status;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  async function stepsOf(name: string, all: readonly string[]): Promise<string[]> {
    const { rows } = await desk.sql.query(
      `select a || ' ' || b as step from unnest($1::text[]) a, unnest($1::text[]) b where ${name}(a, b) order by 1`,
      [all],
    );
    return rows.map(({ step }) => step as string);
  }
  const stepsIn = (table: Readonly<Record<string, Readonly<Record<string, string | null>>>>) =>
    [
      ...new Set(
        Object.entries(table).flatMap(([from, ways]) =>
          Object.values(ways).flatMap(to => (to && to !== from ? [`${from} ${to}`] : [])),
        ),
      ),
    ].sort();

  test('of lines and cards are those the database lets through, step for step', async () => {
    expect((await stepsOf('order_item_step', statuses)).sort()).toEqual(stepsIn(ORDER_ITEM_TRANSITIONS));
    expect((await stepsOf('card_step', Object.values(CardStatus))).sort()).toEqual(stepsIn(CARD_TRANSITIONS));
  });
});

test('R5: never two live cards for a person and firm, in whatever order cards are shipped and fail', async () => {
  const first = await createCard(desk, { day: '2026-03-02' });
  await desk.sql.query(`update card set expires_on = '2026-09-01' where id = $1`, [first.cardId]);
  await createCard(desk, { day: '2026-08-24', personId: first.personId, firm: first.firm });
  const { rows } = await desk.sql.query(
    `select status, status_reason as reason from card where person_id = $1 order by id`,
    [first.personId],
  );
  expect(rows).toEqual([
    { status: 'EXPIRED', reason: 'REPLACED' },
    { status: 'VALID', reason: null },
  ]);
  const forced = desk.sql.query(
    `insert into card (organisation_id, number, person_id, unit_id, main_unit_id, scheme, order_item_id, status, status_at, valid_from, expires_on)
     select organisation_id, '9999999999', person_id, unit_id, main_unit_id, scheme, null, 'INVALID', now(), valid_from, expires_on from card
     where person_id = $1 and status = 'VALID'`,
    [first.personId],
  );
  await expect(forced).rejects.toThrow(/card_live|check constraint/);
});

describe('a year of days', () => {
  const START = '2026-02-02';
  const WEEKS = Array.from({ length: 53 }, (_, week) => addDays(START, 7 * week));
  const JOBS = ['auto-cancel', 'expire-cards', 'renewal-notice', 'production-hand-over'] as const;

  const run = (name: (typeof JOBS)[number], day: string) => {
    const now = noonOf(day);
    const parts = { clock: { now: () => now }, mailDomain: 'desk.example' };
    return runJob(desk, [...orderJobs(parts), ...cardJobs(parts), ...productionAt(desk, now)], name);
  };

  async function runAll(names: readonly (typeof JOBS)[number][], day: string): Promise<number> {
    let touched = 0;
    for (const name of names) touched += await run(name, day);
    return touched;
  }

  /** Lines that wait, lines that are ready, and cards at every age, placed on the given days. */
  async function plant(days: readonly number[]): Promise<string[]> {
    const ids: string[] = [];
    for (const [at, offset] of days.entries()) {
      const day = addDays(START, offset);
      if (at % 3 === 0) ids.push((await placeLine(desk, { day })).itemId);
      else if (at % 3 === 1) ids.push((await readyLine(desk, { day })).itemId);
      else {
        const { cardId, itemId } = await createCard(desk, { day: addDays(day, -600) });
        await desk.sql.query('update card set expires_on = valid_from + 700 where id = $1', [cardId]);
        ids.push(itemId);
      }
    }
    return ids;
  }

  async function stateOf(ids: readonly string[]) {
    const { rows } = await desk.sql.query(
      `select i.status, i.status_reason as reason, c.status as card, c.renewal_noted_on is not null as noted,
        (select string_agg(m.template, ',' order by m.template) from outbox_mail m where m.order_item_id = i.id and m.template <> 'UPLOAD_LINK') as letters,
        (select count(*)::int from production_line l where l.order_item_id = i.id) as lines,
        (select status from desk_case k where k.order_item_id = i.id) as "case"
       from unnest($1::bigint[]) with ordinality x(id, at) join order_item i on i.id = x.id
       left join card c on c.order_item_id = i.id order by x.at`,
      [ids],
    );
    return rows;
  }

  test('ends in the same state whatever order the jobs run in, and however often', async () => {
    const days = [0, 3, 10, 25, 60, 100, 180, 200, 300];
    const outcomes: unknown[] = [];
    const order = fc.shuffledSubarray([...JOBS], { minLength: JOBS.length });
    await fc.assert(
      fc.asyncProperty(
        fc.array(order, { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        async (orders, twice) => {
          const ids = await plant(days);
          for (const [week, day] of WEEKS.entries()) {
            const names = orders[week % orders.length] ?? JOBS;
            await runAll(names, day);
            if (twice && week % 4 === 0) expect(await runAll(names, day)).toBe(0);
          }
          outcomes.push(await stateOf(ids));
          expect(outcomes.at(-1)).toEqual(outcomes[0]);
        },
      ),
      { numRuns: 3, endOnFailure: true },
    );
    expect(outcomes[0]).toContainEqual(
      expect.objectContaining({ status: 'AUTO_CANCELLED', case: 'CLOSED', letters: 'ORDER_AUTO_CANCELLED' }),
    );
    expect(outcomes[0]).toContainEqual(expect.objectContaining({ status: 'IN_PRODUCTION', lines: 1 }));
    expect(outcomes[0]).toContainEqual(
      expect.objectContaining({ card: 'EXPIRED', noted: true, letters: 'CARD_EXPIRED,CARD_EXPIRING' }),
    );
  });
});
