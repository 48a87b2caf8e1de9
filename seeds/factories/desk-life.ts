/** What goes on at the desk this moment: who has reserved what, notes, links between cases, and one who is barred. */
import type { Random } from '../random.ts';
import type { Rows } from '../rows.ts';
import { minutesAfter, type WorkTime } from '../work-time.ts';
import type { CaseBook, OpenedCase } from './case-book.ts';
import { CASE_NOTES } from './comments.ts';
import type { ToldCase } from './image-stories.ts';
import type { ToldInquiry } from './inquiries.ts';
import { STAFF } from './staff.ts';

interface DeskParts {
  readonly random: Random;
  readonly time: WorkTime;
  readonly rows: Rows;
  readonly book: CaseBook;
}

const RESERVATION_MINUTES = 30;
const IMAGES_RESERVED: readonly (readonly [number, number])[] = [
  [STAFF.ingrid.id, 7],
  [STAFF.jonas.id, 5],
  [STAFF.fatima.id, 4],
  [STAFF.stine.id, 3],
];
const INQUIRIES_RESERVED: readonly (readonly [number, number])[] = [
  [STAFF.tuva.id, 7],
  [STAFF.henrik.id, 3],
  [STAFF.erik.id, 3],
  [STAFF.nora.id, 2],
  [STAFF.ingrid.id, 3],
  [STAFF.mona.id, 5],
  [STAFF.stine.id, 2],
  [STAFF.jonas.id, 2],
];
const NOTES = 36;
const RELEASED = 24;
const LINKS = 12;

/** Everybody's first inquiry, then everybody's second, and so on. */
const TURNS: readonly number[] = [0, 1, 2, 3, 4, 5, 6].flatMap(round =>
  INQUIRIES_RESERVED.flatMap(([by, count]) => (round < count ? [by] : [])),
);

const organisationOf = (staffId: number): 1 | 2 =>
  Object.values(STAFF).find(({ id }) => id === staffId)?.organisation_id ?? 1;

export class DeskLife {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  happen(images: readonly ToldCase[], inquiries: readonly ToldInquiry[]): void {
    const { random, time } = this.#parts;
    // What came in today is too fresh to have been touched.
    const before = minutesAfter(time.now, -12 * 60);
    const open = images.filter(({ plan }) => plan.fate === 'OPEN' && plan.openedAt < before);
    const settled = open.filter(({ plan }) => (plan.attempts.at(-1)?.submittedAt ?? time.now) < before);
    const touched = random.shuffled(settled);
    this.#reserveImages(touched);
    this.#reserveInquiries(inquiries.filter(({ plan }) => plan.fate === 'OPEN' && plan.openedAt < before));
    this.#release(touched.splice(0, RELEASED));
    for (const about of touched.slice(0, NOTES)) this.#note(about);
    this.#bar(touched);
    this.#link(open);
  }

  #reserveImages(free: ToldCase[]): void {
    for (const [by, count] of IMAGES_RESERVED)
      for (const about of free.splice(0, count)) this.#reserve(about, by);
  }

  /** In turn, the most pressing first; every third is left free to be taken. */
  #reserveInquiries(open: readonly ToldInquiry[]): void {
    const byDue = [...open].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
    for (const organisation of [1, 2] as const) {
      const own = byDue.filter(about => about.organisationId === organisation);
      const pressing = own.filter((_, n) => n % 3 !== 2);
      const turns = TURNS.filter(by => organisationOf(by) === organisation);
      for (const [n, by] of turns.entries()) if (pressing[n]) this.#reserve(pressing[n], by);
    }
  }

  #reserve(about: OpenedCase, by: number): void {
    const { random, time, rows, book } = this.#parts;
    const at = minutesAfter(time.now, -random.int(1, 12));
    const row = rows.of('desk_case')[about.id - 1];
    const reserved_until = minutesAfter(at, RESERVATION_MINUTES);
    if (row) Object.assign(row, { reserved_by: by, reserved_until, last_worker_id: by, new_post_at: null });
    book.event(about, 'RESERVED', { at, by });
  }

  /** Somebody took it, and gave it back with a reason. */
  #release(cases: readonly ToldCase[]): void {
    const { random, time, book } = this.#parts;
    for (const about of cases) {
      const by = random.pick([STAFF.jonas.id, STAFF.fatima.id, STAFF.stine.id]);
      const submitted = about.plan.attempts.at(-1)?.submittedAt ?? about.plan.openedAt;
      const at = minutesAfter(submitted, random.int(30, 600));
      if (at >= time.now) continue;
      book.event(about, 'RESERVED', { at: minutesAfter(at, -3), by });
      if (random.chance(0.3)) book.event(about, 'RESERVATION_EXPIRED', { at: minutesAfter(at, 27) });
      else
        book.event(about, 'RELEASED', {
          at,
          by,
          new: random.pick(['NEED_COLLEAGUE', 'END_OF_DAY', 'MISSING_INFORMATION']),
        });
    }
  }

  #note(about: ToldCase): void {
    const { random, time, book } = this.#parts;
    const at = minutesAfter(about.plan.openedAt, random.int(60, 2_000));
    const by = random.pick([STAFF.jonas.id, STAFF.fatima.id, STAFF.stine.id, STAFF.ingrid.id]);
    if (at < time.now) book.event(about, 'NOTE_ADDED', { at, by, note: random.pick(CASE_NOTES) });
  }

  #bar(cases: ToldCase[]): void {
    const { time, rows, book } = this.#parts;
    const about = cases.pop();
    if (!about) return;
    const at = minutesAfter(time.now, -200);
    const by = STAFF.fatima;
    const comment = 'Jobbet i virksomheten til i fjor.';
    rows.add('case_barred', {
      ...{ organisation_id: 1, case_id: about.id, staff_user_id: by.id },
      ...{ reason: 'OWN_EMPLOYER', comment, created_by: by.id, created_at: at },
    });
    book.event(about, 'BARRED', { at, by: by.id, old: by.name, new: 'OWN_EMPLOYER', note: comment });
  }

  /** Cases about the same firm. */
  #link(open: readonly ToldCase[]): void {
    const { random, time, rows, book } = this.#parts;
    const byUnit = Map.groupBy(open, ({ item }) => item.unitId);
    const pairs = [...byUnit.values()].filter(list => list.length > 1).slice(0, LINKS);
    for (const [a, b] of pairs) {
      if (!a || !b) continue;
      const by = random.pick([STAFF.jonas.id, STAFF.stine.id]);
      const at = minutesAfter(time.now, -random.int(130, 600));
      const relation = 'SAME_FIRM';
      rows.add('case_link', {
        organisation_id: 1,
        case_id: a.id,
        other_case_id: b.id,
        relation,
        created_by: by,
      });
      book.event(a, 'LINKED', { at, by, old: relation, new: b.number });
      book.event(b, 'LINKED', { at, by, old: relation, new: a.number });
    }
  }
}
