/** Slows down guessing: counts tries per account and per address, and says how long to wait. */
import type { Clock } from '../../platform/clock.ts';
import { type Keys, keyedHash } from '../../platform/crypto/keys.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import { networkOf } from '../../platform/http/network.ts';
import { logSignIn } from './sign-in-log.write.ts';
import { throttleState } from './staff.rules.ts';

export interface ThrottleParts {
  readonly clock: Clock;
  readonly keys: Keys;
}

interface Attempt {
  /** This one included. */
  failures: number;
  previous_at: Date | null;
}

/** What is needed to take a try back. */
export interface Try {
  readonly email: string;
  /** When the address was last heard of. */
  readonly before: Date | null;
}

// Counted before the password is tried, so that a hundred guesses at once are a hundred and not one; taken back on success.
const COUNT = `insert into sign_in_attempt as a (key, failures, first_at, last_at) values ($1, 1, $2, $2)
  on conflict (key) do update set failures = case when a.last_at < $2::timestamptz - interval '15 minutes' then 1 else a.failures + 1 end,
    first_at = case when a.last_at < $2::timestamptz - interval '15 minutes' then $2 else a.first_at end, last_at = $2
  returning failures, (select last_at from sign_in_attempt where key = $1) as previous_at`;
const TAKE_BACK =
  'update sign_in_attempt set failures = failures - 1, last_at = coalesce($2, last_at) where key = $1';
/** Whoever hammers on must not fill the log: one row a minute for each address. */
const NOTED_EVERY_MS = 60_000;
const NOTED_MOST = 5_000;

export class ThrottleService {
  readonly #noted = new Map<string, number>();

  constructor(private readonly parts: ThrottleParts) {}

  /** @throws AppError SIGN_IN_THROTTLED with seconds to wait; then nothing is counted, but the log has a row */
  async count(db: Db, email: string): Promise<Try> {
    try {
      return await db.atTheDoor().transaction(async tx => {
        await this.#countAt(tx, 'account', this.#accountKey(email));
        return { email, before: await this.#countAt(tx, 'address', this.#addressKey(db)) };
      });
    } catch (error) {
      if (error instanceof AppError) await this.#note(db, error.code);
      throw error;
    }
  }

  /** The account starts afresh; for the address it is as if nobody had tried. */
  takeBack(db: Db, { email, before }: Try): Promise<void> {
    return db.atTheDoor().transaction(async tx => {
      await tx.query('delete from sign_in_attempt where key = $1', [this.#accountKey(email)]);
      await tx.query(TAKE_BACK, [this.#addressKey(db), before]);
    });
  }

  async #countAt(tx: Tx, kind: 'account' | 'address', key: Buffer): Promise<Date | null> {
    const now = this.parts.clock.now();
    const attempt = await tx.one<Attempt>(COUNT, [key, now]);
    const { failures, previous_at } = attempt ?? { failures: 1, previous_at: null };
    const { waitSeconds } = throttleState({
      kind,
      failures: failures - 1,
      lastAt: previous_at ?? now,
      now,
    });
    if (waitSeconds > 0) throw new AppError('SIGN_IN_THROTTLED', { seconds: waitSeconds });
    return previous_at;
  }

  async #note(db: Db, outcome: string): Promise<void> {
    const at = this.parts.clock.now().getTime();
    const address = networkOf(db.info.address);
    if (at - (this.#noted.get(address) ?? Number.NEGATIVE_INFINITY) < NOTED_EVERY_MS) return;
    if (this.#noted.size >= NOTED_MOST) this.#noted.clear();
    this.#noted.set(address, at);
    await db.atTheDoor().transaction(tx => logSignIn(tx, db, { actorId: null, outcome }));
  }

  /** Hashed, because what a stranger types may be somebody's address. */
  #accountKey(email: string): Buffer {
    return keyedHash(this.parts.keys.key('addresses'), `account ${email.toLowerCase()}`);
  }

  #addressKey(db: Db): Buffer {
    return keyedHash(this.parts.keys.key('addresses'), `address ${networkOf(db.info.address)}`);
  }
}
