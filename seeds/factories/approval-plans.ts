/** Which applications for approval of firms came to the desk, when, and what became of each: every code in every state. */
import { ApprovalCode } from '../../server/src/features/application/application.enums.ts';
import type { Random } from '../random.ts';
import type { WorkTime } from '../work-time.ts';
import type { ExceptionPlan, Fate } from './exception-plans.ts';

interface Share {
  readonly count: number;
  readonly ago: readonly [number, number];
  readonly handled: readonly [number, number] | null;
}

const SHARES: Readonly<Partial<Record<Fate, Share>>> = {
  UNDER_REVIEW: { count: 18, ago: [2, 18], handled: null },
  AWAITING_DOCUMENTS: { count: 9, ago: [5, 14], handled: null },
  CARD_ORDERING: { count: 14, ago: [14, 45], handled: null },
  FOR_APPROVAL: { count: 6, ago: [6, 19], handled: null },
  GRANTED: { count: 36, ago: [40, 240], handled: [20, 34] },
  REFUSED: { count: 8, ago: [30, 240], handled: [6, 18] },
  DISMISSED: { count: 5, ago: [40, 240], handled: [8, 18] },
  TAKEN_BACK: { count: 4, ago: [30, 200], handled: [2, 8] },
  WITHDRAWN: { count: 7, ago: [110, 240], handled: [20, 34] },
  APPEALED: { count: 4, ago: [24, 44], handled: [6, 12] },
  FORWARDED: { count: 4, ago: [70, 200], handled: [6, 17] },
  REVERSED: { count: 4, ago: [70, 240], handled: [6, 17] },
  APPEALED_LATE: { count: 3, ago: [80, 240], handled: [6, 17] },
};
const CODES = Object.values(ApprovalCode);

export function planApprovals(random: Random, time: WorkTime): ExceptionPlan[] {
  return Object.entries(SHARES).flatMap(([fate, { count, ago, handled }]) =>
    Array.from({ length: count }, (_, n): ExceptionPlan => {
      const agencies = fate !== 'CARD_ORDERING' && fate !== 'AWAITING_DOCUMENTS';
      const codes = agencies ? CODES : CODES.filter(code => code !== 'STAFFING_AGENCY');
      const openedAgo = random.int(...ago);
      return {
        ...{ kind: 'APPROVAL', code: codes[n % codes.length] ?? 'CLEANING_FIRM', fate: fate as Fate },
        ...{ openedAt: time.officeHours(openedAgo), openedAgo, withPapers: true, asked: false },
        decidedAgo: handled && openedAgo - random.int(...handled),
        channel: random.weighted([
          ['PORTAL', 70],
          ['API', 6],
          ['LETTER', 14],
          ['EMAIL', 10],
        ]),
      };
    }),
  );
}
