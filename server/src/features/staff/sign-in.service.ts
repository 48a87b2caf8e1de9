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
  failures: number;
  last_at: Date;
}

interface Entrance {
  readonly method: SignInMethod;
  readonly email: string;
  readonly device: string | null;
}

const ACCOUNT = `select u.id, p.hash, u.active, u.demo from staff_user u left join staff_password p on p.staff_user_id = u.id where u.email = lower($1)`;
const ATTEMPT = 'select failures, last_at from sign_in_attempt where key = $1';
const FAILED = `insert into sign_in_attempt as a (key, failures, first_at, last_at) values ($1, 1, $2, $2)
  on conflict (key) do update set failures = case when a.last_at < $2::timestamptz - interval '15 minutes' then 1 else a.failures + 1 end,
    first_at = case when a.last_at < $2::timestamptz - interval '15 minutes' then $2 else a.first_at end, last_at = $2`;
const AUDIT = `insert into audit_log (kind, actor_id, request_id, operation, outcome, address) values ('SIGN_IN', $1, $2, $3, $4, $5)`;

export class SignInService {
  constructor(private readonly parts: SignInParts) {}

  /** @returns session token. @throws AppError SIGN_IN_FAILED for unknown, disabled and wrong alike; SIGN_IN_THROTTLED with seconds to wait */
  async signIn(
    db: Db,
    { email, password, device }: { email: string; password: string; device: string | null },
  ): Promise<string> {
    await this.#refuseWhenThrottled(db, email);
    const [account] = await db.read<Account>(ACCOUNT, [email]);
    const right = await checkPassword(password, account?.active ? account.hash : null);
    if (!account || !right) return this.#fail(db, email);
    return this.#succeed(db, account, { method: 'PASSWORD', device, email });
  }

  /** One press on a demo account. @throws AppError NOT_FOUND outside demo mode or for any other account */
  async signInDemo(db: Db, { email, device }: { email: string; device: string | null }): Promise<string> {
    const [account] = this.parts.demoMode ? await db.read<Account>(ACCOUNT, [email]) : [];
    if (!account?.demo || !account.active) throw new AppError('NOT_FOUND');
    return this.#succeed(db, account, { method: 'DEMO', device, email });
  }

  async #refuseWhenThrottled(db: Db, email: string): Promise<void> {
    const now = this.parts.clock.now();
    const places = { account: this.#accountKey(email), address: this.#addressKey(db) };
    for (const kind of ['account', 'address'] as const) {
      const [attempt] = await db.read<Attempt>(ATTEMPT, [places[kind]]);
      if (!attempt) continue;
      const { waitSeconds } = throttleState({
        kind,
        failures: attempt.failures,
        lastAt: attempt.last_at,
        now,
      });
      if (waitSeconds > 0) throw new AppError('SIGN_IN_THROTTLED', { seconds: waitSeconds });
    }
  }

  async #fail(db: Db, email: string): Promise<never> {
    const now = this.parts.clock.now();
    await db.transaction(async tx => {
      await tx.query(FAILED, [this.#accountKey(email), now]);
      await tx.query(FAILED, [this.#addressKey(db), now]);
      await note(tx, db, { actorId: null, outcome: 'SIGN_IN_FAILED' });
    });
    throw new AppError('SIGN_IN_FAILED');
  }

  async #succeed(db: Db, account: Account, { method, email, device }: Entrance): Promise<string> {
    await db.transaction(async tx => {
      await tx.query('delete from sign_in_attempt where key = $1', [this.#accountKey(email)]);
      await note(tx, db, { actorId: account.id, outcome: 'OK' });
    });
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

async function note(
  tx: Tx,
  db: Db,
  { actorId, outcome }: { actorId: string | null; outcome: string },
): Promise<void> {
  await tx.query(AUDIT, [actorId, db.info.requestId, db.info.operation, outcome, db.info.address]);
}
