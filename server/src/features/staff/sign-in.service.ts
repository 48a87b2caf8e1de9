/** Signing in with a password or, in demo mode, with one press; throttled per account and per address. */
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import type { SignInMethod } from '../../platform/db/principal.ts';
import { AppError, invalid, notFound } from '../../platform/errors.ts';
import { checkPassword, hashPassword } from './password.ts';
import type { SessionService } from './session.service.ts';
import { logSignIn } from './sign-in-log.write.ts';
import { newPasswordFault } from './staff.rules.ts';
import type { ThrottleService } from './throttle.service.ts';

export interface SignInParts {
  readonly clock: Clock;
  readonly sessions: SessionService;
  readonly throttle: ThrottleService;
  readonly demoMode: boolean;
  /** False when an identity provider signs people in: then no password opens anything. */
  readonly passwords: boolean;
}

interface Account {
  id: string;
  email: string;
  hash: string | null;
  active: boolean;
  demo: boolean;
  must_change: boolean | null;
}

interface Attempt {
  readonly email: string;
  readonly password: string;
  readonly device: string | null;
}

interface Entrance {
  readonly method: SignInMethod;
  readonly device: string | null;
}

const ACCOUNT =
  'select u.id, u.email, p.hash, p.must_change, u.active, u.demo from staff_user u left join staff_password p on p.staff_user_id = u.id';
const BY_EMAIL = `${ACCOUNT} where u.email = $1`;
const BY_ID = `${ACCOUNT} where u.id = $1`;
const CHANGE =
  'update staff_password set hash = $2, must_change = false, changed_at = $3 where staff_user_id = $1';

export class SignInService {
  constructor(private readonly parts: SignInParts) {}

  /**
   * @returns session token. @throws AppError SIGN_IN_FAILED for unknown, disabled and wrong alike; SIGN_IN_THROTTLED with
   * seconds to wait; PASSWORD_CHANGE_REQUIRED for a right one-time password, which opens `changePassword` and nothing else
   */
  async signIn(db: Db, attempt: Attempt): Promise<string> {
    const account = await this.#prove(db, attempt);
    if (account.must_change) {
      const outcome = 'PASSWORD_CHANGE_REQUIRED';
      await db.atTheDoor().transaction(tx => logSignIn(tx, db, { actorId: account.id, outcome }));
      throw new AppError(outcome);
    }
    return this.#succeed(db, account, { method: 'PASSWORD', device: attempt.device });
  }

  /** A new password for whoever knows the old one; ends every session and starts one. @throws as signIn, and VALIDATION_FAILED (newPassword) */
  async changePassword(db: Db, attempt: Attempt & { readonly newPassword: string }): Promise<string> {
    const { newPassword, password, device } = attempt;
    const account = await this.#prove(db, attempt);
    const fault = newPasswordFault({ newPassword, oldPassword: password, email: account.email });
    if (fault) throw invalid({ newPassword: fault });
    const hash = await hashPassword(newPassword);
    await db.atTheDoor().transaction(async tx => {
      await tx.query(CHANGE, [account.id, hash, this.parts.clock.now()]);
      await logSignIn(tx, db, { actorId: account.id, outcome: 'OK', operation: 'changePassword' });
    });
    await this.parts.sessions.endAll(db.atTheDoor(), account.id);
    return this.#succeed(db, account, { method: 'PASSWORD', device });
  }

  /** One press on a demo account. @throws AppError NOT_FOUND outside demo mode or for any other account */
  async signInDemo(db: Db, { email, device }: { email: string; device: string | null }): Promise<string> {
    const account = this.parts.demoMode ? await accountBy(db, BY_EMAIL, email.toLowerCase()) : null;
    if (!account?.demo || !account.active) throw notFound();
    return this.#succeed(db, account, { method: 'DEMO', device });
  }

  /**
   * The person signed in proves again who she is: with her password, or with a press in a demo session.
   * @returns the session's new token. @throws AppError NOT_FOUND when the provider has to be asked instead; SIGN_IN_FAILED, SIGN_IN_THROTTLED
   */
  async confirm(db: Db, password: string | null): Promise<string> {
    const { actorId, proof } = db.principal;
    if (proof?.method === 'PASSWORD') {
      const account = await accountBy(db, BY_ID, actorId);
      await this.#prove(db, { email: account?.email ?? '', password: password ?? '' });
    } else if (proof?.method !== 'DEMO' || !this.parts.demoMode) throw notFound();
    await db
      .atTheDoor()
      .transaction(tx => logSignIn(tx, db, { actorId, outcome: 'OK', operation: 'confirmSignIn' }));
    return this.parts.sessions.renew(db);
  }

  /** The account whose password this is. */
  async #prove(db: Db, { email, password }: Pick<Attempt, 'email' | 'password'>): Promise<Account> {
    if (!this.parts.passwords) throw notFound();
    const attempt = await this.parts.throttle.count(db, email);
    // Made lower-case here, as for the throttle: the database knows capitals that JavaScript takes for other letters.
    const account = await accountBy(db, BY_EMAIL, email.toLowerCase());
    const right = await checkPassword(password, account?.active ? account.hash : null);
    if (!account || !right) {
      await db.atTheDoor().transaction(tx => logSignIn(tx, db, { actorId: null, outcome: 'SIGN_IN_FAILED' }));
      throw new AppError('SIGN_IN_FAILED');
    }
    await this.parts.throttle.takeBack(db, attempt);
    return account;
  }

  async #succeed(db: Db, account: Account, { method, device }: Entrance): Promise<string> {
    await db.atTheDoor().transaction(tx => logSignIn(tx, db, { actorId: account.id, outcome: 'OK' }));
    return this.parts.sessions.start(db, { staffUserId: account.id, method, device });
  }
}

async function accountBy(db: Db, sql: string, value: string | null): Promise<Account | null> {
  return (await db.atTheDoor().read<Account>(sql, [value]))[0] ?? null;
}
