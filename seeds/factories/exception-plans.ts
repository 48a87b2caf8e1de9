/** Which applications for exceptions came to the desk in three years, when, and what became of each: every code in every state. */
import type {
  ApplicationChannel,
  ApplicationCode,
} from '../../server/src/features/application/application.enums.ts';
import { ExceptionCode } from '../../server/src/features/exception/exception.enums.ts';
import { EXCEPTIONS } from '../../server/src/features/exception-catalogue/exception.catalogue.ts';
import type { Random } from '../random.ts';
import { minutesAfter, type WorkTime } from '../work-time.ts';

export type Fate =
  | 'REGISTERED'
  | 'UNDER_REVIEW'
  | 'AWAITING_DOCUMENTS'
  /** The firm may order cards; its approval waits for them. */
  | 'CARD_ORDERING'
  | 'FOR_APPROVAL'
  | 'GRANTED'
  | 'REFUSED'
  | 'DISMISSED'
  /** The applicant took it back. */
  | 'TAKEN_BACK'
  /** Granted, and withdrawn later. */
  | 'WITHDRAWN'
  | 'WRONG_CHANNEL'
  | 'APPEALED'
  /** The appeal was not reversed, and went to the appeals body. */
  | 'FORWARDED'
  /** Refused, and reversed on appeal. */
  | 'REVERSED'
  | 'APPEALED_LATE';

export interface ExceptionPlan {
  readonly kind: 'EXCEPTION' | 'APPROVAL';
  readonly code: ApplicationCode;
  readonly fate: Fate;
  readonly openedAt: Date;
  /** Working days ago. */
  readonly openedAgo: number;
  /** Of the first decision, in working days ago; null when there is none. */
  readonly decidedAgo: number | null;
  /** Older ones came over from the register before as what was decided, without papers. */
  readonly withPapers: boolean;
  readonly channel: ApplicationChannel;
  /** A paper was missing, was asked for and came. */
  readonly asked: boolean;
}

type Weights = readonly (readonly [ExceptionCode, number])[];

const RECENT: Weights = [
  ['AA_ENK_SPOUSE', 9],
  ['AA_DA_ANS_PARTNER', 5],
  ['AA_AS_OWNER_UNPAID', 34],
  ['AA_BOARD_CHAIR', 7],
  ['AA_CEO_NO_EMPLOYEES', 4],
  ['AA_NAV_VTA', 7],
  ['UDI_CONFIRMED', 11],
  ['UDI_EEA_FAMILY', 7],
  ['VAT_KF_1510', 1.2],
  ['VAT_UNDER_50K_NEW', 4],
  ['VAT_UNDER_50K_OTHER', 5],
  ['VAT_SVALBARD', 0.8],
  ['VAT_NOT_LIABLE', 3],
  ['STAFFING_FOREIGN', 2],
];
/** What lasted three months alone is gone; the rest has ended, or lasts with the paper it rests on. */
const EARLIER: Weights = [
  ['AA_ENK_SPOUSE', 5],
  ['AA_DA_ANS_PARTNER', 3],
  ['AA_AS_OWNER_UNPAID', 44],
  ['AA_BOARD_CHAIR', 6],
  ['AA_CEO_NO_EMPLOYEES', 5],
  ['AA_NAV_VTA', 4],
  ['UDI_CONFIRMED', 6],
  ['UDI_EEA_FAMILY', 4],
  ['VAT_KF_1510', 1],
  ['VAT_UNDER_50K_OTHER', 14],
  ['VAT_SVALBARD', 0.5],
  ['VAT_NOT_LIABLE', 6],
  ['STAFFING_FOREIGN', 1.5],
];
const CODES = Object.values(ExceptionCode);

/** So many of each; working days ago that they came in; working days until the first decision. */
interface Share {
  readonly count: number;
  readonly ago: readonly [number, number];
  readonly handled: readonly [number, number] | null;
}

const SHARES: Readonly<Record<Exclude<Fate, 'CARD_ORDERING'>, Share>> = {
  REGISTERED: { count: 26, ago: [0, 9], handled: null },
  UNDER_REVIEW: { count: 132, ago: [0, 22], handled: null },
  AWAITING_DOCUMENTS: { count: 56, ago: [4, 14], handled: null },
  FOR_APPROVAL: { count: 24, ago: [4, 19], handled: null },
  APPEALED: { count: 15, ago: [24, 44], handled: [3, 12] },
  GRANTED: { count: 1_010, ago: [5, 285], handled: [2, 17] },
  REFUSED: { count: 104, ago: [8, 280], handled: [4, 18] },
  DISMISSED: { count: 40, ago: [10, 280], handled: [4, 18] },
  TAKEN_BACK: { count: 20, ago: [8, 280], handled: [1, 8] },
  WITHDRAWN: { count: 28, ago: [90, 285], handled: [3, 17] },
  WRONG_CHANNEL: { count: 26, ago: [1, 9], handled: null },
  FORWARDED: { count: 15, ago: [60, 200], handled: [4, 17] },
  REVERSED: { count: 15, ago: [60, 240], handled: [4, 17] },
  APPEALED_LATE: { count: 8, ago: [70, 240], handled: [4, 17] },
};
const EARLIER_COUNT = 2_960;
const EARLIER_AGO = [300, 740] as const;

const SECURE: readonly (readonly [ApplicationChannel, number])[] = [
  ['LETTER', 34],
  ['EDIALOG', 38],
  ['PORTAL', 22],
  ['API', 6],
];
const OPEN_TO_MAIL: readonly (readonly [ApplicationChannel, number])[] = [...SECURE, ['EMAIL', 70]];

const isPersonal = (code: ExceptionCode): boolean => EXCEPTIONS[code].subject === 'PERSON_AND_FIRM';

/** Something must be missing to be asked for. */
const POSSIBLE: Readonly<Partial<Record<Fate, (code: ExceptionCode) => boolean>>> = {
  WRONG_CHANNEL: isPersonal,
  AWAITING_DOCUMENTS: code => needsPapers(code),
};

export const needsPapers = (code: ExceptionCode): boolean =>
  EXCEPTIONS[code].requirements.some(one => 'alternatives' in one);

/** Oldest first is what the caller makes of it. */
export function planExceptions(random: Random, time: WorkTime): ExceptionPlan[] {
  const recent = Object.entries(SHARES).flatMap(([fate, share]) =>
    Array.from({ length: share.count }, (_, n) => recentPlan({ random, time }, fate as Fate, { share, n })),
  );
  const earlier = Array.from({ length: EARLIER_COUNT }, () => {
    const openedAgo = random.int(...EARLIER_AGO);
    const decidedAgo = openedAgo - random.int(2, 18);
    const base = { code: random.weighted(EARLIER), fate: 'GRANTED', withPapers: false } as const;
    return planned({ random, time }, { ...base, openedAgo, decidedAgo });
  });
  return [...recent, ...earlier];
}

interface Parts {
  readonly random: Random;
  readonly time: WorkTime;
}

/** The first of each fate are one of every code. */
function recentPlan(parts: Parts, fate: Fate, { share, n }: { share: Share; n: number }): ExceptionPlan {
  const { random } = parts;
  const codes = CODES.filter(code => POSSIBLE[fate]?.(code) ?? true);
  const code = codes[n] ?? drawn(random, fate);
  const openedAgo = random.int(...share.ago);
  const decidedAgo = share.handled && Math.max(openedAgo - random.int(...share.handled), 0);
  return planned(parts, { code, fate, withPapers: true, openedAgo, decidedAgo });
}

function drawn(random: Random, fate: Fate): ExceptionCode {
  for (;;) {
    const code = random.weighted(RECENT);
    if (POSSIBLE[fate]?.(code) ?? true) return code;
  }
}

type Drawn = { readonly code: ExceptionCode } & Pick<
  ExceptionPlan,
  'fate' | 'withPapers' | 'openedAgo' | 'decidedAgo'
>;

function planned({ random, time }: Parts, plan: Drawn): ExceptionPlan {
  const { code, fate, openedAgo, decidedAgo } = plan;
  const wrong = fate === 'WRONG_CHANNEL';
  const registered = fate === 'REGISTERED';
  const channel = wrong ? 'EMAIL' : random.weighted(isPersonal(code) ? SECURE : OPEN_TO_MAIL);
  const openedAt = registered ? minutesAfter(time.officeHours(openedAgo), -1) : time.officeHours(openedAgo);
  const slow = decidedAgo !== null && openedAgo - decidedAgo > 9;
  return {
    ...{ kind: 'EXCEPTION', ...plan, openedAt },
    channel: registered ? 'LETTER' : channel,
    asked: plan.withPapers && needsPapers(code) && slow && fate !== 'DISMISSED' && random.chance(0.4),
  };
}
