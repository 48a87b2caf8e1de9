/** A token bucket per caller, in memory: generous for a person, an end to a script. */

interface Bucket {
  left: number;
  at: number;
}

/** Even the dearest document must fit into a full bucket. */
const SMALLEST = 6_000;
const MOST_CALLERS = 10_000;
/** Room is made for many at once, so that a flood of new callers does not pay for it one by one. */
const KEPT_CALLERS = 9_000;
const MINUTE_MS = 60_000;

export class RateLimit {
  readonly #buckets = new Map<string, Bucket>();
  readonly #size: number;
  readonly #perMs: number;

  /** @param perMinute what a caller may spend in a minute; 0 for no limit */
  constructor(
    private readonly perMinute: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#size = Math.max(perMinute, SMALLEST);
    this.#perMs = perMinute / MINUTE_MS;
  }

  /** Takes the cost from the caller's bucket. @returns 0, or the seconds to wait when it is not there (then nothing is taken) */
  take(caller: string, cost: number): number {
    if (this.perMinute === 0) return 0;
    const bucket = this.#bucketOf(caller);
    const missing = cost - bucket.left;
    if (missing > 0) return Math.ceil(missing / this.#perMs / 1000);
    bucket.left -= cost;
    return 0;
  }

  #bucketOf(caller: string): Bucket {
    const at = this.now();
    const known = this.#buckets.get(caller);
    if (!known) return this.#open(caller, at);
    known.left = this.#filled(known, at);
    known.at = at;
    return known;
  }

  #filled({ left, at }: Bucket, now: number): number {
    return Math.min(this.#size, left + (now - at) * this.#perMs);
  }

  #open(caller: string, at: number): Bucket {
    if (this.#buckets.size >= MOST_CALLERS) this.#forget(at);
    const bucket = { left: this.#size, at };
    this.#buckets.set(caller, bucket);
    return bucket;
  }

  /** Full buckets are as good as none; after them the oldest go. */
  #forget(at: number): void {
    for (const [caller, bucket] of this.#buckets) {
      if (this.#filled(bucket, at) >= this.#size) this.#buckets.delete(caller);
    }
    for (const caller of this.#buckets.keys()) {
      if (this.#buckets.size < KEPT_CALLERS) return;
      this.#buckets.delete(caller);
    }
  }
}
