/** Signing in with a password or, in demo mode, with one press; throttled per account and per address. */
import type { Clock } from '../../platform/clock.ts';
import { type Keys, keyedHash } from '../../platform/crypto/keys.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import { checkPassword } from './password.ts';
import type { SessionService, SignInMethod } from './session.service.ts';
import { throttleState } from './staff.rules.ts';

export interface SignInParts {
  readonly clock: Clock;
  readonly keys: Keys;
  readonly sessions: SessionService;
  readonly demoMode: boolean;
}

interface Account {
  id: string;
  hash: string | null;
  active: boolean;
  demo: boolean;
}

interface Attempt {
  /** This one included. */
  failures: number;
  previous_at: Date | null;
}

interface Entrance {
  readonly method: SignInMethod;
  readonly device: string | null;
}

const ACCOUNT = `select u.id, p.hash, u.active, u.demo from staff_user u left join staff_password p on p.staff_user_id = u.id where u.email = $1`;
// Counted before the password is tried, so that a hundred guesses at once are a hundred and not one; taken back on success.
const COUNT = `insert into sign_in_attempt as a (key, failures, first_at, last_at) values ($1, 1, $2, $2)
  on conflict (key) do update set failures = case when a.last_at < $2::timestamptz - interval '15 minutes' then 1 else a.failures + 1 end,
    first_at = case when a.last_at < $2::timestamptz - interval '15 minutes' then $2 else a.first_at end, last_at = $2
  returning failures, (select last_at from sign_in_attempt where key = $1) as previous_at`;
const TAKE_BACK =
  'update sign_in_attempt set failures = failures - 1, last_at = coalesce($2, last_at) where key = $1';
const AUDIT = `insert into audit_log (kind, actor_id, request_id, operation, outcome, address) values ('SIGN_IN', $1, $2, 'signIn', $3, $4)`;

export class SignInService {
  constructor(private readonly parts: SignInParts) {}

  /** @returns session token. @throws AppError SIGN_IN_FAILED for unknown, disabled and wrong alike; SIGN_IN_THROTTLED with seconds to wait */
  async signIn(
    db: Db,
    { email, password, device }: { email: string; password: string; device: string | null },
  ): Promise<string> {
    const before = await this.#count(db, email);
    const account = await accountOf(db, email);
    const right = await checkPassword(password, account?.active ? account.hash : null);
    if (!account || !right) return this.#fail(db);
    await this.#takeBack(db, email, before);
    return this.#succeed(db, account, { method: 'PASSWORD', device });
  }

  /** One press on a demo account. @throws AppError NOT_FOUND outside demo mode or for any other account */
  async signInDemo(db: Db, { email, device }: { email: string; device: string | null }): Promise<string> {
    const account = this.parts.demoMode ? await accountOf(db, email) : null;
    if (!account?.demo || !account.active) throw new AppError('NOT_FOUND');
    return this.#succeed(db, account, { method: 'DEMO', device });
  }

  /** @returns when the address was last heard of. @throws AppError SIGN_IN_THROTTLED, and then nothing is counted */
  #count(db: Db, email: string): Promise<Date | null> {
    return db.atTheDoor().transaction(async tx => {
      await this.#countAt(tx, 'account', this.#accountKey(email));
      return this.#countAt(tx, 'address', this.#addressKey(db));
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

  /** The account starts afresh; for the address it is as if nobody had tried. */
  #takeBack(db: Db, email: string, before: Date | null): Promise<void> {
    return db.atTheDoor().transaction(async tx => {
      await tx.query('delete from sign_in_attempt where key = $1', [this.#accountKey(email)]);
      await tx.query(TAKE_BACK, [this.#addressKey(db), before]);
    });
  }

  async #fail(db: Db): Promise<never> {
    await db.atTheDoor().transaction(tx => note(tx, db, { actorId: null, outcome: 'SIGN_IN_FAILED' }));
    throw new AppError('SIGN_IN_FAILED');
  }

  async #succeed(db: Db, account: Account, { method, device }: Entrance): Promise<string> {
    await db.atTheDoor().transaction(tx => note(tx, db, { actorId: account.id, outcome: 'OK' }));
    return this.parts.sessions.start(db, { staffUserId: account.id, method, device });
  }

  /** Hashed, because what a stranger types may be somebody's address. */
  #accountKey(email: string): Buffer {
    return keyedHash(this.parts.keys.key('addresses'), `account ${email.toLowerCase()}`);
  }

  #addressKey(db: Db): Buffer {
    return keyedHash(this.parts.keys.key('addresses'), `address ${db.info.address}`);
  }
}

/** Made lower-case here, as for the throttle: the database knows capitals that JavaScript takes for other letters. */
async function accountOf(db: Db, email: string): Promise<Account | null> {
  return (await db.atTheDoor().read<Account>(ACCOUNT, [email.toLowerCase()]))[0] ?? null;
}

async function note(
  tx: Tx,
  db: Db,
  { actorId, outcome }: { actorId: string | null; outcome: string },
): Promise<void> {
  await tx.query(AUDIT, [actorId, db.info.requestId, outcome, db.info.address]);
}
