/** Binds a sign-in to the browser that began it: what was asked, sealed in a cookie that lives ten minutes. */
import type { Request, Response } from 'express';
import { type Keys } from '../../platform/crypto/keys.ts';
import { open, seal } from '../../platform/crypto/seal.ts';
import type { Attempt } from './provider.ts';

export interface PendingSignIn extends Attempt {
  readonly returnTo: string;
  /** The session that is to be confirmed; null for a new one. */
  readonly sessionId: string | null;
  /** Milliseconds since 1970. */
  readonly begunAt: number;
}

export const SIGN_IN_MINUTES = 10;

export interface AttemptCookieParts {
  readonly keys: Keys;
  readonly secure: boolean;
}

/** One cookie for each attempt, so that two tabs do not get in each other's way. */
const nameOf = (state: string, secure: boolean) => `${secure ? '__Host-' : ''}signin-${state.slice(0, 8)}`;

const options = (secure: boolean) => ({ httpOnly: true, sameSite: 'lax', secure, path: '/' }) as const;

export function setAttempt(
  response: Response,
  pending: PendingSignIn,
  { keys, secure }: AttemptCookieParts,
): void {
  const sealed = seal(keys.key('sign-in'), Buffer.from(JSON.stringify(pending)), `sign-in ${pending.state}`);
  response.cookie(nameOf(pending.state, secure), sealed.toString('base64url'), {
    ...options(secure),
    maxAge: SIGN_IN_MINUTES * 60_000,
  });
}

/** What this browser asked for under this state, or null; the cookie is gone afterwards. */
export function takeAttempt(
  request: Request,
  response: Response,
  { keys, secure }: AttemptCookieParts,
): PendingSignIn | null {
  const { state } = request.query;
  if (typeof state !== 'string' || state.length < 8) return null;
  const name = nameOf(state, secure);
  const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim());
  const value = pairs.find(pair => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  if (!value) return null;
  response.clearCookie(name, options(secure));
  try {
    const plain = open(keys.key('sign-in'), Buffer.from(value, 'base64url'), `sign-in ${state}`);
    return JSON.parse(plain.toString('utf8')) as PendingSignIn;
  } catch {
    return null;
  }
}
