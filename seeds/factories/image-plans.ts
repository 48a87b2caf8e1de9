/** Plans what happened to each image case, in working days before today: uploads, rejections, approvals, holds. */
import type { Random } from '../random.ts';
import { minutesAfter, type WorkTime } from '../work-time.ts';
import type { Identity, Pair } from './identities.ts';
import { STAFF } from './staff.ts';

export type Fate = 'OPEN' | 'AWAITING_UPLOAD' | 'ON_HOLD' | 'CLOSED';

export interface Verdict {
  readonly outcome: 'APPROVED' | 'REJECTED';
  readonly at: Date;
  readonly by: number;
}

export interface Attempt {
  readonly pair: Pair;
  readonly submittedAt: Date;
  /** Null while it waits to be looked at. */
  readonly verdict: Verdict | null;
}

export interface ImagePlan {
  readonly kind: 'IMAGE_REVIEW';
  readonly fate: Fate;
  readonly openedAt: Date;
  readonly identity: Identity;
  readonly attempts: readonly Attempt[];
}

/** R2 [000]: an order is cancelled after so many working days. */
export const DUE_DAYS = 20;
/** A little less than the five days of R9. */
const LINK_LIVES_MINUTES = 110 * 60;
const CLOSED_CASES = 400;
const OPEN_OVERDUE = [3, 4] as const;
const OPEN_DUE_TODAY = 9;
const OPEN_TODAY = 14;
const OPEN_PER_DAY = 19;
const NOT_YET_UPLOADED = 12;
const REJECTED_AND_WAITING = 28;
const ON_HOLD = 15;

const REVIEWERS: readonly (readonly [number, number])[] = [
  [STAFF.jonas.id, 40],
  [STAFF.fatima.id, 35],
  [STAFF.stine.id, 18],
  [STAFF.ingrid.id, 7],
];

type Fits<T extends Identity> = (identity: Identity) => identity is T;

/** Gives identities that were not seen for long, so that a name does not come back at once, and each equally often. */
class Faces {
  readonly #seen: Identity[];
  readonly #uses = new Map<Fits<Identity>, Map<Identity, number>>();

  constructor(random: Random, identities: readonly Identity[]) {
    this.#seen = random.shuffled(identities);
  }

  next<T extends Identity>(fits: Fits<T>): T {
    const uses = this.#usesOf(fits);
    const fitting = this.#seen.filter(fits);
    const rested = fitting.slice(0, Math.ceil(fitting.length / 2));
    const [identity] = rested.sort((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0));
    if (!identity) throw new Error('No identity fits');
    uses.set(identity, (uses.get(identity) ?? 0) + 1);
    this.#seen.splice(this.#seen.indexOf(identity), 1);
    this.#seen.push(identity);
    return identity;
  }

  #usesOf(fits: Fits<Identity>): Map<Identity, number> {
    const known = this.#uses.get(fits);
    if (known) return known;
    const uses = new Map<Identity, number>();
    this.#uses.set(fits, uses);
    return uses;
  }
}

type WithGood = Identity & { readonly good: Pair };
type WithFault = Identity & { readonly faulty: Pair };

const hasGood = (identity: Identity): identity is WithGood => identity.good !== null;
const hasFault = (identity: Identity): identity is WithFault => identity.faulty !== null;
const hasBoth = (identity: Identity): identity is WithGood & WithFault =>
  hasGood(identity) && hasFault(identity);
const isAnybody = (_: Identity): _ is Identity => true;

export class ImagePlanner {
  readonly #random: Random;
  readonly #time: WorkTime;
  readonly #identities: readonly Identity[];

  constructor(random: Random, time: WorkTime, identities: readonly Identity[]) {
    this.#random = random;
    this.#time = time;
    this.#identities = identities;
  }

  all(): ImagePlan[] {
    return [...this.#open(), ...this.#awaitingUpload(), ...this.#onHold(), ...this.#closed()];
  }

  #faces(): Faces {
    return new Faces(this.#random, this.#identities);
  }

  #open(): ImagePlan[] {
    const faces = this.#faces();
    const perDay = new Map<number, number>([
      [DUE_DAYS + 2, OPEN_OVERDUE[0]],
      [DUE_DAYS + 1, OPEN_OVERDUE[1]],
      [DUE_DAYS, OPEN_DUE_TODAY],
      [0, OPEN_TODAY],
    ]);
    const plans: ImagePlan[] = [];
    for (let ago = DUE_DAYS + 2; ago >= 0; ago -= 1) {
      const count = perDay.get(ago) ?? OPEN_PER_DAY;
      for (let n = 0; n < count; n += 1) plans.push(this.#waiting(faces, ago, 'OPEN'));
    }
    return plans;
  }

  #onHold(): ImagePlan[] {
    const faces = this.#faces();
    return Array.from({ length: ON_HOLD }, () => this.#waiting(faces, this.#random.int(6, 17), 'ON_HOLD'));
  }

  /** A pair waits to be looked at; about a quarter have been rejected before. */
  #waiting(faces: Faces, ago: number, fate: Fate): ImagePlan {
    const attempts = this.#attemptsBy(ago);
    if (attempts === 1) {
      if (this.#random.chance(0.45)) {
        const identity = faces.next(hasGood);
        return this.#plan({ fate, ago, identity, pairs: [identity.good] });
      }
      const identity = faces.next(hasFault);
      return this.#plan({ fate, ago, identity, pairs: [identity.faulty] });
    }
    const identity = faces.next(hasBoth);
    const corrected = attempts === 3 || this.#random.chance(0.85);
    const before = Array.from({ length: attempts - 1 }, () => identity.faulty);
    return this.#plan({
      fate,
      ago,
      identity,
      pairs: [...before, corrected ? identity.good : identity.faulty],
    });
  }

  #attemptsBy(ago: number): 1 | 2 | 3 {
    if (ago >= DUE_DAYS) return 1;
    if (ago >= 11 && this.#random.chance(0.08)) return 3;
    return ago >= 5 && this.#random.chance(0.3) ? 2 : 1;
  }

  #awaitingUpload(): ImagePlan[] {
    const faces = this.#faces();
    const fate: Fate = 'AWAITING_UPLOAD';
    const fresh = Array.from({ length: NOT_YET_UPLOADED }, () =>
      this.#plan({ fate, ago: this.#random.int(1, 3), identity: faces.next(isAnybody), pairs: [] }),
    );
    const rejected = Array.from({ length: REJECTED_AND_WAITING }, (_, n) => {
      const identity = faces.next(hasFault);
      const ago = n % 4 === 0 ? this.#random.int(9, 15) : this.#random.int(4, 5);
      return this.#plan({ fate, ago, identity, pairs: [identity.faulty], last: 'REJECTED' });
    });
    return [...fresh, ...rejected];
  }

  #closed(): ImagePlan[] {
    const faces = this.#faces();
    return Array.from({ length: CLOSED_CASES }, (_, n) => {
      const doneAgo = 1 + (n % (DUE_DAYS + 2));
      const twice = this.#random.chance(0.2);
      const done = { fate: 'CLOSED', last: 'APPROVED', doneAgo } as const;
      if (twice) {
        const identity = faces.next(hasBoth);
        const ago = doneAgo + this.#random.int(6, 17);
        return this.#plan({ ...done, ago, identity, pairs: [identity.faulty, identity.good] });
      }
      const identity = faces.next(hasGood);
      return this.#plan({
        ...done,
        ago: doneAgo + this.#random.int(2, 16),
        identity,
        pairs: [identity.good],
      });
    });
  }

  #plan(wish: {
    fate: Fate;
    ago: number;
    identity: Identity;
    pairs: readonly Pair[];
    last?: Verdict['outcome'];
    doneAgo?: number;
  }): ImagePlan {
    const { fate, ago, identity, pairs } = wish;
    const openedAt = this.#orderedAt(ago);
    const attempts: Attempt[] = [];
    let next = this.#afterwards(openedAt, ago, 0);
    for (const [n, pair] of pairs.entries()) {
      const isLast = n === pairs.length - 1;
      const outcome = isLast ? wish.last : 'REJECTED';
      const decided = outcome ? this.#decision(next, isLast ? wish.doneAgo : undefined) : null;
      attempts.push({ pair, submittedAt: next.at, verdict: this.#verdict(outcome, decided) });
      if (decided) next = this.#afterwards(decided.at, decided.ago, this.#random.int(1, 2));
    }
    return { kind: 'IMAGE_REVIEW', fate, openedAt, identity, attempts };
  }

  /** Today's orders came in some time before their pictures. */
  #orderedAt(ago: number): Date {
    return ago === 0 ? minutesAfter(this.#time.officeHours(0), -10) : this.#time.anyHour(ago);
  }

  #verdict(outcome: Verdict['outcome'] | undefined, decided: { at: Date } | null): Verdict | null {
    return outcome && decided ? { outcome, at: decided.at, by: this.#random.weighted(REVIEWERS) } : null;
  }

  /** Images come the same day or some working days later, while the link still lives. */
  #afterwards(from: Date, ago: number, daysLater: number): { at: Date; ago: number } {
    if (daysLater === 0) return { at: minutesAfter(from, this.#random.int(2, 9)), ago };
    const at = this.#time.anyHour(ago - daysLater);
    const latest = minutesAfter(from, LINK_LIVES_MINUTES);
    return { at: new Date(Math.min(at.getTime(), latest.getTime())), ago: ago - daysLater };
  }

  #decision(submitted: { at: Date; ago: number }, doneAgo?: number): { at: Date; ago: number } {
    const ago = doneAgo ?? submitted.ago - this.#random.int(1, 2);
    return { at: this.#time.officeHours(ago), ago };
  }
}
