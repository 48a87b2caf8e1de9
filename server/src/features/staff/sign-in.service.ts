/** Signing in with a password or, in demo mode, with one press; throttled per account and per address. */
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import type { SignInMethod } from '../../platform/db/principal.ts';
import { AppError, invalid, notFound } from '../../platform/errors.ts';
import { isCommonPassword } from './common-passwords.ts';
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
  name: string;
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

interface Proof extends Pick<Attempt, 'email' | 'password'> {
  readonly operation?: string;
  readonly actorId?: string | null;
}

interface Entrance {
  readonly method: SignInMethod;
  readonly device: string | null;
}

const ACCOUNT =
  'select u.id, u.name, u.email, p.hash, p.must_change, u.active, u.demo from staff_user u left join staff_password p on p.staff_user_id = u.id';
const BY_EMAIL = `${ACCOUNT} where u.email = $1`;
const BY_ID = `${ACCOUNT} where u.id = $1`;
/** Only over the password that was shown: one that an administrator or another window has set meanwhile stands. */
const CHANGE =
  'update staff_password set hash = $2, must_change = false, changed_at = $3 where staff_user_id = $1 and hash = $4 returning staff_user_id';

export class SignInService {
  constructor(private readonly parts: SignInParts) {}

  /**
   * @returns session token. @throws AppError SIGN_IN_FAILED for unknown, disabled and wrong alike; SIGN_IN_THROTTLED with
   * seconds to wait; PASSWORD_CHANGE_REQUIRED for a right one-time password, which opens `changePassword` and nothing else
   */
  async signIn(db: Db, attempt: Attempt): Promise<string> {
    const account = await this.#prove(db, { email: attempt.email, password: attempt.password });
    if (account.must_change) {
      const outcome = 'PASSWORD_CHANGE_REQUIRED';
      await db.atTheDoor().transaction(tx => logSignIn(tx, db, { actorId: account.id, outcome }));
      throw new AppError(outcome);
    }
    return this.#succeed(db, account, { method: 'PASSWORD', device: attempt.device });
  }

  /** A new password for whoever knows the old one; ends every session and starts one. @throws as signIn, and VALIDATION_FAILED (newPassword) */
  async changePassword(db: Db, attempt: Attempt & { readonly newPassword: string }): Promise<string> {
    const { email, newPassword, password, device } = attempt;
    const account = await this.#prove(db, { email, password, operation: 'changePassword' });
    const { name } = account;
    const fault = newPasswordFault({ newPassword, oldPassword: password, email, name });
    if (fault) throw invalid({ newPassword: fault });
    if (await isCommonPassword(newPassword)) throw invalid({ newPassword: 'PASSWORD_GUESSABLE' });
    const hash = await hashPassword(newPassword);
    const door = db.atTheDoor();
    await door.together(async tx => {
      const changed = await tx.one(CHANGE, [account.id, hash, this.parts.clock.now(), account.hash]);
      if (!changed) throw new AppError('SIGN_IN_FAILED');
      await logSignIn(tx, db, { actorId: account.id, outcome: 'OK', operation: 'changePassword' });
      await this.parts.sessions.endAll(door, account.id);
    });
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
      const given = { email: account?.email ?? '', password: password ?? '' };
      await this.#prove(db, { ...given, operation: 'confirmSignIn', actorId });
    } else if (proof?.method !== 'DEMO' || !this.parts.demoMode) throw notFound();
    await db
      .atTheDoor()
      .transaction(tx => logSignIn(tx, db, { actorId, outcome: 'OK', operation: 'confirmSignIn' }));
    return this.parts.sessions.renew(db);
  }

  /** The account whose password this is. A failure is written down under the operation, and the person when it is known that it was her session. */
  async #prove(db: Db, { email, password, ...failed }: Proof): Promise<Account> {
    if (!this.parts.passwords) throw notFound();
    const attempt = await this.parts.throttle.count(db, email);
    // Made lower-case here, as for the throttle: the database knows capitals that JavaScript takes for other letters.
    const account = await accountBy(db, BY_EMAIL, email.toLowerCase());
    const right = await checkPassword(password, account?.active ? account.hash : null);
    if (!account || !right) {
      const entry = { actorId: null, ...failed, outcome: 'SIGN_IN_FAILED' };
      await db.atTheDoor().transaction(tx => logSignIn(tx, db, entry));
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
