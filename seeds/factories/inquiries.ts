/** Inquiries to the issuer and to the authority: open ones of which some are late or due today, some on hold, many answered. */
import type { CaseChannel } from '../../server/src/features/case/case.enums.ts';
import { addWorkingDays, osloDate } from '../../server/src/platform/calendar/calendar.ts';
import { type Random, roundAndRound } from '../random.ts';
import type { Rows } from '../rows.ts';
import { minutesAfter, type WorkTime } from '../work-time.ts';
import type { CaseBook, OpenedCase } from './case-book.ts';
import type { Workplace } from './firms.ts';
import { AUTHORITY_QUESTIONS, INQUIRY_NOTES, ISSUER_QUESTIONS, type Question } from './inquiry-texts.ts';
import { STAFF } from './staff.ts';

type Fate = 'OPEN' | 'ON_HOLD' | 'CLOSED';

export interface InquiryPlan {
  readonly kind: 'INQUIRY';
  readonly organisationId: 1 | 2;
  readonly fate: Fate;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly question: Question;
  readonly channel: CaseChannel;
}

export interface ToldInquiry extends OpenedCase {
  readonly plan: InquiryPlan;
  readonly dueOn: string;
}

const DUE_DAYS = 5;

/** Working days ago that the open ones came in: 5 is due today, 6 a day late. */
const OPEN_AGO: Readonly<Record<1 | 2, readonly number[]>> = {
  1: [
    7, 6, 6, 5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1,
    0, 0, 0,
  ],
  2: [8, 6, 6, 5, 5, 5, 5, 4, 4, 4, 4, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 0, 0],
};
const ON_HOLD: Readonly<Record<1 | 2, number>> = { 1: 4, 2: 4 };
const CLOSED: Readonly<Record<1 | 2, number>> = { 1: 110, 2: 75 };
const QUESTIONS = { 1: ISSUER_QUESTIONS, 2: AUTHORITY_QUESTIONS } as const;

const WORKERS: Readonly<Record<1 | 2, readonly (readonly [number, number])[]>> = {
  1: [
    [STAFF.ingrid.id, 3],
    [STAFF.jonas.id, 4],
    [STAFF.fatima.id, 3],
    [STAFF.mona.id, 2],
  ],
  2: [
    [STAFF.tuva.id, 4],
    [STAFF.erik.id, 3],
    [STAFF.nora.id, 3],
  ],
};

const CHANNELS: readonly (readonly [CaseChannel, number])[] = [
  ['PHONE', 45],
  ['EMAIL', 40],
  ['LETTER', 7],
  ['EDIALOG', 8],
];

export function planInquiries(random: Random, time: WorkTime): InquiryPlan[] {
  const plan = (
    organisationId: 1 | 2,
    fate: Fate,
    { ago, doneAgo }: { ago: number; doneAgo?: number },
  ): InquiryPlan => {
    const question = random.pick(QUESTIONS[organisationId]);
    const openedAt = time.officeHours(ago);
    const closedAt = doneAgo === undefined ? null : time.officeHours(doneAgo);
    const channel = random.weighted(CHANNELS);
    return { kind: 'INQUIRY', organisationId, fate, openedAt, closedAt, question, channel };
  };
  return ([1, 2] as const).flatMap(organisation => [
    ...OPEN_AGO[organisation].map(ago => plan(organisation, 'OPEN', { ago })),
    ...Array.from({ length: ON_HOLD[organisation] }, () =>
      plan(organisation, 'ON_HOLD', { ago: random.int(4, 9) }),
    ),
    ...Array.from({ length: CLOSED[organisation] }, (_, n) => {
      const doneAgo = 1 + (n % 22);
      return plan(organisation, 'CLOSED', { ago: doneAgo + random.int(1, 5), doneAgo });
    }),
  ]);
}

export class InquiryStories {
  readonly #nextHolder = {
    1: roundAndRound([STAFF.ingrid.id, STAFF.mona.id, STAFF.jonas.id]),
    2: roundAndRound([STAFF.tuva.id, STAFF.erik.id, STAFF.tuva.id, STAFF.henrik.id]),
  };
  readonly #parts: {
    random: Random;
    time: WorkTime;
    rows: Rows;
    book: CaseBook;
    workplaces: readonly Workplace[];
  };

  constructor(parts: {
    random: Random;
    time: WorkTime;
    rows: Rows;
    book: CaseBook;
    workplaces: readonly Workplace[];
  }) {
    this.#parts = parts;
  }

  tell(plan: InquiryPlan): ToldInquiry {
    const { random, book, workplaces } = this.#parts;
    const { organisationId, openedAt, closedAt, question, channel, fate } = plan;
    const by =
      fate === 'ON_HOLD' ? this.#nextHolder[organisationId]() : random.weighted(WORKERS[organisationId]);
    const hold = fate === 'ON_HOLD' ? this.#hold(plan) : null;
    const firm = random.chance(0.8) ? random.pick(workplaces).main.id : null;
    // A hold moves the due date by the working days it is planned to last.
    const dueOn = addWorkingDays(osloDate(openedAt), DUE_DAYS + (hold?.workingDays ?? 0));
    const opened = book.open({
      organisationId,
      kind: 'INQUIRY',
      openedAt,
      dueDays: DUE_DAYS,
      dueOn,
      openedBy: by,
      row: {
        ...{ status: fate, channel, closed_at: closedAt, subject_organisation_id: firm },
        ...question,
        last_worker_id: hold || closedAt ? by : null,
        hold_reason: hold?.reason,
        hold_until: hold?.until,
      },
    });
    book.cameIn(opened, openedAt);
    if (random.chance(0.3)) this.#note(opened, plan, by);
    if (hold) this.#writeHold(opened, { ...hold, by });
    if (closedAt) this.#writeClosing(opened, closedAt, by);
    return { ...opened, plan, dueOn };
  }

  #hold({ openedAt }: InquiryPlan) {
    const { random, time } = this.#parts;
    const at = minutesAfter(openedAt, random.int(30, 300));
    const until = addWorkingDays(time.today, random.int(2, 6));
    const reason = random.pick(['AWAITING_FIRM', 'AWAITING_COLLEAGUE', 'AWAITING_REGISTER']);
    let workingDays = 0;
    for (let day = osloDate(at); day < until; day = addWorkingDays(day, 1)) workingDays += 1;
    return { at, until, reason, workingDays };
  }

  #writeHold(opened: OpenedCase, hold: { at: Date; until: string; reason: string; by: number }): void {
    const { rows, book } = this.#parts;
    const { at, until, reason, by } = hold;
    rows.add('case_hold', {
      ...{ organisation_id: opened.organisationId, case_id: opened.id, reason, created_by: by },
      from_on: osloDate(at),
    });
    book.event(opened, 'RESERVED', { at: minutesAfter(at, -4), by });
    book.event(opened, 'HELD', { at, by, old: until, new: reason });
    book.wentOut(opened, at);
  }

  #writeClosing(opened: OpenedCase, at: Date, by: number): void {
    const { book, random } = this.#parts;
    book.event(opened, 'RESERVED', { at: minutesAfter(at, -random.int(3, 15)), by });
    book.event(opened, 'CLOSED', {
      at,
      by,
      new: random.weighted([
        ['ANSWERED', 90],
        ['DUPLICATE', 5],
        ['NOT_FOR_US', 5],
      ]),
    });
    book.wentOut(opened, at);
  }

  #note(opened: OpenedCase, { openedAt, closedAt }: InquiryPlan, by: number): void {
    const { book, random, time } = this.#parts;
    const at = minutesAfter(openedAt, random.int(5, 40));
    if (at >= (closedAt ?? time.now)) return;
    book.event(opened, 'NOTE_ADDED', { at, by, note: random.pick(INQUIRY_NOTES) });
  }
}
