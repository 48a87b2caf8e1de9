/** What a resolver gets: the request's Db (with its principal) and the session cookie. Services never see it. */
import type { Db } from '../db/db.ts';

export interface SessionCookie {
  /** Raw token as the browser sent it, or null. */
  readonly token: string | null;
  set(token: string): void;
  clear(): void;
}

export interface RequestContext {
  readonly db: Db;
  readonly cookie: SessionCookie;
  readonly device: string | null;
  /** What the sender calls this one action, the same when it asks again; null when it gave none or no UUID. */
  readonly idempotencyKey: string | null;
  readonly startedAt: number;
  /** What the request has cost so far, for the rate limit and the log; an object, because Apollo copies the context. */
  readonly spent: { cost: number };
}
