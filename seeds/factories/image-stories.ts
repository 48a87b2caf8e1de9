/** Writes down what was planned for an image case: order, person, case, links, submissions, decisions, mails and timeline. */
import {
  type DeadlineFacts,
  deadlineWorking,
  dueOnIfHeldUntil,
  type HoldPeriod,
} from '../../server/src/features/case/deadline.rules.ts';
import { addWorkingDays, type LocalDate, osloDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Keys } from '../../server/src/platform/crypto/keys.ts';
import type { Random } from '../random.ts';
import type { Rows } from '../rows.ts';
import { minutesAfter, type WorkTime } from '../work-time.ts';
import type { CaseBook, OpenedCase } from './case-book.ts';
import { HOLD_NOTES } from './comments.ts';
import { DecisionBook } from './decisions.ts';
import { type Attempt, DUE_DAYS, type Fate, type ImagePlan } from './image-plans.ts';
import { LinkBook } from './links.ts';
import type { MailBook } from './mails.ts';
import type { OrderedItem, OrderFactory } from './orders.ts';
import type { PersonFactory } from './persons.ts';
import { STAFF } from './staff.ts';

export interface StoryParts {
  readonly random: Random;
  readonly time: WorkTime;
  readonly rows: Rows;
  readonly book: CaseBook;
  readonly mails: MailBook;
  readonly persons: PersonFactory;
  readonly orders: OrderFactory;
  readonly keys: Keys;
}

/** A case as it stands at the end of its story. */
export interface ToldCase extends OpenedCase {
  readonly plan: ImagePlan;
  readonly item: OrderedItem;
  readonly personId: number;
}

type Hold = { reason: string; by: number; at: Date; until: LocalDate; fromOn: LocalDate; note: string };

const ITEM_STATES = {
  OPEN: ['PENDING', 'AWAITING_REVIEW'],
  ON_HOLD: ['PENDING', 'AWAITING_REVIEW'],
  AWAITING_UPLOAD: ['IMAGE_REJECTED', 'REJECTED'],
  CLOSED: ['PENDING', 'MET'],
} as const satisfies Record<Fate, readonly [string, string]>;

export class ImageStories {
  readonly #parts: StoryParts;
  readonly #links: LinkBook;
  readonly #decisions: DecisionBook;

  constructor(parts: StoryParts) {
    this.#parts = parts;
    this.#links = new LinkBook(parts);
    this.#decisions = new DecisionBook(parts, this.#links);
  }

  tell(plan: ImagePlan): ToldCase {
    const { persons, orders } = this.#parts;
    const person = persons.add(plan.identity.name, plan.identity.birthDate);
    const [status, imageRequirement] =
      plan.attempts.length === 0 ? (['PENDING', 'AWAITING_UPLOAD'] as const) : ITEM_STATES[plan.fate];
    const { openedAt, identity } = plan;
    const { headgearExemption } = identity;
    const late =
      plan.fate === 'OPEN' && addWorkingDays(osloDate(openedAt), DUE_DAYS) < this.#parts.time.today;
    const item = orders.add({
      person,
      orderedAt: openedAt,
      status,
      imageRequirement,
      headgearExemption,
      late,
    });
    const opened = this.#open(plan, item, person.id);
    let link = this.#links.create(opened, openedAt, null);
    if (plan.attempts.length === 0)
      this.#parts.mails.sendLink(opened, { linkId: link.id, at: openedAt, language: item.language });
    let previous: number | null = null;
    for (const [n, attempt] of plan.attempts.entries()) {
      this.#links.use(link, attempt.submittedAt);
      const submission: number = this.#submit(opened, { attempt, n, item, previous });
      if (attempt.verdict)
        link =
          this.#decisions.decide(opened, { attempt, verdict: attempt.verdict, submission, item }) ?? link;
      previous = submission;
    }
    this.#links.noteExpiry(opened, link);
    return { ...opened, plan, item, personId: person.id };
  }

  #open(plan: ImagePlan, item: OrderedItem, personId: number): OpenedCase {
    const { book } = this.#parts;
    const last = plan.attempts.at(-1);
    const hold = plan.fate === 'ON_HOLD' ? this.#hold(plan) : null;
    const holds = hold ? [{ fromOn: hold.fromOn, toOn: null }] : [];
    const opened = book.open({
      organisationId: 1,
      kind: 'IMAGE_REVIEW',
      openedAt: plan.openedAt,
      dueDays: DUE_DAYS,
      dueOn: this.#dueOn(plan, holds, hold?.until),
      row: {
        status: plan.fate,
        channel: 'PORTAL',
        language: item.language,
        person_id: personId,
        subject_organisation_id: item.unitId,
        order_item_id: item.id,
        attempt: plan.attempts.length,
        priority: this.#parts.random.weighted([
          [0, 96],
          [1, 3],
          [2, 1],
        ]),
        last_worker_id: hold?.by ?? lastWorker(plan),
        new_post_at: plan.fate === 'OPEN' ? last?.submittedAt : null,
        closed_at: plan.fate === 'CLOSED' ? last?.verdict?.at : null,
        hold_reason: hold?.reason,
        hold_until: hold?.until,
        hold_note: hold?.note,
      },
    });
    if (hold) this.#writeHold(opened, hold);
    return opened;
  }

  #dueOn(plan: ImagePlan, holds: readonly HoldPeriod[], until?: LocalDate): LocalDate {
    const { today } = this.#parts.time;
    const facts: DeadlineFacts = {
      startOn: osloDate(plan.openedAt),
      days: DUE_DAYS,
      holds,
      today,
      language: 'nb',
    };
    return until && until > today ? dueOnIfHeldUntil(facts, until) : deadlineWorking(facts).dueOn;
  }

  /** Somebody looked at the pair and could not decide. */
  #hold(plan: ImagePlan): Hold {
    const { random, time } = this.#parts;
    const reason = random.pick(['AWAITING_FIRM', 'AWAITING_PERSON', 'AWAITING_COLLEAGUE']);
    const submitted = plan.attempts.at(-1)?.submittedAt ?? plan.openedAt;
    const by = random.weighted([
      [STAFF.ingrid.id, 4],
      [STAFF.jonas.id, 5],
      [STAFF.fatima.id, 4],
      [STAFF.stine.id, 2],
    ]);
    const at =
      [3, 2, 1].map(ago => time.officeHours(ago)).find(time => time > submitted) ??
      minutesAfter(submitted, 40);
    const until = addWorkingDays(time.today, random.int(2, 8));
    return { reason, by, at, until, fromOn: osloDate(at), note: random.pick(HOLD_NOTES) };
  }

  #writeHold(opened: OpenedCase, hold: Hold): void {
    const { rows, book } = this.#parts;
    const { reason, by, at, until, fromOn, note } = hold;
    rows.add('case_hold', {
      organisation_id: 1,
      case_id: opened.id,
      from_on: fromOn,
      reason,
      created_by: by,
    });
    book.event(opened, 'RESERVED', { at: minutesAfter(at, -6), by });
    book.event(opened, 'HELD', { at, by, old: until, new: reason, note });
    book.wentOut(opened, at);
  }

  #submit(
    opened: OpenedCase,
    {
      attempt,
      n,
      item,
      previous,
    }: { attempt: Attempt; n: number; item: OrderedItem; previous: number | null },
  ): number {
    const { rows, book } = this.#parts;
    const { pair, submittedAt, verdict } = attempt;
    book.event(opened, 'IMAGES_SUBMITTED', { at: submittedAt, old: 'LINK', new: String(n + 1) });
    book.cameIn(opened, submittedAt);
    return rows.add('image_submission', {
      organisation_id: 1,
      case_id: opened.id,
      order_item_id: item.id,
      attempt: n + 1,
      previous_id: previous,
      status: verdict?.outcome ?? 'AWAITING_REVIEW',
      channel: 'LINK',
      submitted_at: submittedAt,
      // Ids of pictures until the files are stored.
      photo_file_id: pair.photo.pictureId,
      id_file_id: pair.document.pictureId,
    });
  }
}

function lastWorker({ attempts }: ImagePlan): number | null {
  return attempts.findLast(({ verdict }) => verdict !== null)?.verdict?.by ?? null;
}
