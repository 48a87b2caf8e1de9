/** Properties of entries of the exception registers: of their days by themselves, and of order lines that rest on one. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HeldException, holdsOn } from '../../server/src/features/exception/entry.rules.ts';
import { EXCEPTIONS } from '../../server/src/features/exception-catalogue/exception.catalogue.ts';
import {
  EXCEPTION_CODES,
  validity,
} from '../../server/src/features/exception-catalogue/exception-catalogue.rules.ts';
import { addDays, daysBetween, osloDate } from '../../server/src/platform/calendar/calendar.ts';
import { createApplication, createDecision, createEntry } from '../support/application.factories.ts';
import { CheckDesk } from '../support/check-desk.ts';

const MINUTE_MS = 60_000;
/** Six years with two leap days and every change of the clocks in them. */
const day = fc.integer({ min: 0, max: 2_190 }).map(days => addDays('2023-03-01', days));
/** Days where something happens to the calendar, and those beside them. */
const edge = fc
  .tuple(
    fc.constantFrom(
      '2024-02-29',
      '2028-02-29',
      '2025-02-28',
      '2026-03-29',
      '2026-10-25',
      '2027-03-28',
      '2026-12-31',
    ),
    fc.integer({ min: -1, max: 1 }),
  )
  .map(([on, beside]) => addDays(on, beside));
const anyDay = fc.oneof(day, edge);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const held = fc
  .record({
    fromOn: anyDay,
    lasts: maybe(fc.integer({ min: 0, max: 900 })),
    ended: maybe(fc.integer({ min: 0, max: 900 })),
  })
  .map(
    ({ fromOn, lasts, ended }): HeldException => ({
      ...{ id: '1', code: 'AA_AS_OWNER_UNPAID', fromOn },
      toOn: lasts === null ? null : addDays(fromOn, lasts),
      endedOn: ended === null ? null : addDays(fromOn, ended),
    }),
  );

/** The first instant of a day in Oslo. */
function midnight(on: string): Date {
  const noonUtc = Date.parse(`${on}T12:00:00Z`);
  const candidates = [-13, -14].map(hours => new Date(noonUtc + hours * 60 * MINUTE_MS));
  return candidates.find(at => osloDate(at) === on && osloDate(new Date(at.getTime() - 1)) < on) as Date;
}

describe('the days of an entry', () => {
  test('are one stretch without a hole: from its first day to its last, or to the day before it ended', () => {
    fc.assert(
      fc.property(held, anyDay, (entry, on) => {
        const last =
          [entry.toOn ?? '9999-12-31', entry.endedOn ? addDays(entry.endedOn, -1) : '9999-12-31'].sort()[0] ??
          '';
        expect(holdsOn(entry, on)).toBe(entry.fromOn <= on && on <= last);
      }),
      { numRuns: 2_000 },
    );
  });

  test('begin and end with the day in Oslo, to the millisecond, whatever the clocks do', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (fromOn, lasts) => {
        const toOn = addDays(fromOn, lasts);
        const entry = { id: '1', code: 'UDI_CONFIRMED', fromOn, toOn, endedOn: null } as const;
        const at = (instant: number) => holdsOn(entry, osloDate(new Date(instant)));
        const [begins, over] = [midnight(fromOn).getTime(), midnight(addDays(toOn, 1)).getTime()];
        expect([at(begins - 1), at(begins), at(over - 1), at(over)]).toEqual([false, true, true, false]);
        const hours = (over - begins) / (60 * MINUTE_MS);
        expect(Math.abs(hours - 24 * (lasts + 1))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1_000 },
    );
  });

  test('last as many months as the rule says: to the same day of the month, or to its last day where there is none', () => {
    const monthly = EXCEPTION_CODES.flatMap(code => {
      const rule = EXCEPTIONS[code].validity;
      return rule.kind === 'MONTHS' || rule.kind === 'CARD_EXPIRY' ? [{ code, months: rule.months }] : [];
    });
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...monthly), (from, { code, months }) => {
        const { to } = validity(EXCEPTIONS[code], { from, cardExpiresOn: null, documentDate: null });
        const [year = 0, month = 0, date = 0] = from.split('-').map(Number);
        const index = year * 12 + month - 1 + months;
        const length = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
        const two = (n: number) => String(n).padStart(2, '0');
        expect(to).toBe(`${Math.floor(index / 12)}-${two((index % 12) + 1)}-${two(Math.min(date, length))}`);
        expect(Math.round(daysBetween(from, to ?? from) / 30.44)).toBe(months);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('an order line that rests on an exception', () => {
  let checks: CheckDesk;
  beforeAll(async () => {
    checks = await CheckDesk.start();
  });
  afterAll(() => checks.stop());

  /** Aa knows nobody; the entry is the only thing that can let it pass. */
  async function lineWith({ fromOn, toOn, endedOn }: HeldException) {
    const { desk, sandbox } = checks;
    const line = await checks.order();
    sandbox.person(line.nationalId).is({ employments: [] });
    const application = await createApplication(desk, {
      ...{ code: 'AA_AS_OWNER_UNPAID', status: 'GRANTED', personId: line.personId, firm: line.firm },
    });
    const decision = await createDecision(desk, application, { decidedBy: desk.staff.caseworker });
    await createEntry(desk, application, {
      decision,
      fromOn,
      ...(toOn ? { toOn } : {}),
      ...(endedOn ? { endedOn } : {}),
    });
    return line;
  }

  test('is ready on days with the entry, and on no other', async () => {
    const window = fc.record({
      fromOn: edge,
      lasts: fc.integer({ min: 0, max: 3 }),
      ended: maybe(fc.integer({ min: 0, max: 3 })),
      offset: fc.integer({ min: -2, max: 5 }),
      /** Just before midnight, just after it, or some time of the day. */
      minute: fc.oneof(fc.constantFrom(0, 1, 1_379, 1_439), fc.integer({ min: 0, max: 1_379 })),
    });
    await fc.assert(
      fc.asyncProperty(window, async ({ fromOn, lasts, ended, offset, minute }) => {
        const entry: HeldException = {
          ...{ id: '1', code: 'AA_AS_OWNER_UNPAID', fromOn, toOn: addDays(fromOn, lasts) },
          endedOn: ended === null ? null : addDays(fromOn, ended),
        };
        const at = new Date(midnight(addDays(fromOn, offset)).getTime() + minute * MINUTE_MS);
        checks.becomes(at.toISOString());
        const line = await lineWith(entry);
        await checks.run();
        const { status } = await checks.line(line);
        const { AA } = await checks.checks(line);
        const holds = holdsOn(entry, osloDate(at));
        expect([status === 'READY', AA?.outcome === 'APPROVED_BY_EXCEPTION']).toEqual([holds, holds]);
      }),
      { numRuns: 18 },
    );
  }, 120_000);
});
