/** Sessions: an opaque token in the browser, its hash here. Does not know how the person proved who she is. */
import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import type { Principal, SignInMethod } from '../../platform/db/principal.ts';
import { notFound } from '../../platform/errors.ts';

export interface SessionSettings {
  readonly SESSION_IDLE_MINUTES: number;
  readonly SESSION_ABSOLUTE_HOURS: number;
}

export interface SessionParts {
  readonly clock: Clock;
  readonly settings: SessionSettings;
}

export interface SessionRow {
  id: string;
  created_at: Date;
  seen_at: Date;
  device: string | null;
}

interface Found {
  session_id: string;
  seen_at: Date;
  staff_user_id: string;
  name: string;
  roles: string[];
  organisation_id: number;
  kind: 'ISSUER' | 'AUTHORITY';
  method: SignInMethod;
  auth_at: Date | null;
}

interface Cached {
  readonly principal: Principal | null;
  readonly until: number;
}

/** What an identity provider said about the sign-in. */
export interface ProviderProof {
  /** When the person proved who she is; null when it did not say. */
  readonly at: Date | null;
  readonly acr: string | null;
  /** Its own name for the session (`sid`), by which it may end it. */
  readonly sessionId: string | null;
}

interface NewSession {
  readonly staffUserId: string;
  readonly method: SignInMethod;
  readonly device: string | null;
  readonly proof?: ProviderProof;
}

const CACHE_MS = 1_000;
const CACHE_MOST = 5_000;
const TOUCH_MS = 60_000;

const hash = (token: string) => createHash('sha256').update(token).digest();

/** Live means: not ended, person active, used within the idle time, within the absolute time since sign-in. */
const FIND = `
select s.id as session_id, s.seen_at, s.method, s.auth_at, u.id as staff_user_id, u.name, u.roles, u.organisation_id, o.kind
from staff_session s join staff_user u on u.id = s.staff_user_id join staff_organisation o on o.id = u.organisation_id
where s.token_hash = $1 and s.ended_at is null and u.active
  and s.seen_at > $2::timestamptz - $3::int * interval '1 minute' and s.created_at > $2::timestamptz - $4::int * interval '1 hour'`;

const TOUCH = `with s as (update staff_session set seen_at = $2 where id = $1 returning staff_user_id)
update staff_user set last_seen_at = $2 where id = (select staff_user_id from s)`;
const START = `with u as (update staff_user set last_seen_at = $5 where id = $2)
insert into staff_session (token_hash, staff_user_id, method, device, created_at, seen_at, auth_at, acr, idp_session) values ($1, $2, $3, $4, $5, $5, $6, $7, $8)`;
const RENEW = `update staff_session set token_hash = $3, seen_at = $4, auth_at = $5, acr = $6, idp_session = $7
where id = $1 and staff_user_id = $2 and ended_at is null returning id`;
const END = 'update staff_session set ended_at = $2 where token_hash = $1 and ended_at is null';
const END_ALL =
  'update staff_session set ended_at = $2 where staff_user_id = $1 and ended_at is null returning id';
const END_ONE =
  'update staff_session set ended_at = $3 where id = $1 and staff_user_id = $2 and ended_at is null returning id';
const END_OTHERS =
  'update staff_session set ended_at = $3 where staff_user_id = $2 and id <> $1 and ended_at is null returning id';
const LIST = `select id, created_at, seen_at, device from staff_session where staff_user_id = $1 and ended_at is null
  and seen_at > $2::timestamptz - $3::int * interval '1 minute' and created_at > $2::timestamptz - $4::int * interval '1 hour'
order by seen_at desc limit 50`;

export class SessionService {
  readonly #cache = new Map<string, Cached>();

  constructor(private readonly parts: SessionParts) {}

  /** Who the token stands for, or null. Remembered for a second at most, so that ending a session works at once. */
  async find(db: Db, token: string): Promise<Principal | null> {
    const at = this.parts.clock.now().getTime();
    const known = this.#cache.get(token);
    if (known && known.until > at) return known.principal;
    const principal = await this.#look(db.atTheDoor(), token);
    if (this.#cache.size >= CACHE_MOST) this.#cache.clear();
    this.#cache.set(token, { principal, until: at + CACHE_MS });
    return principal;
  }

  /** Starts a session. @returns the raw token, which exists nowhere else */
  async start(db: Db, { staffUserId, method, device, proof }: NewSession): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.parts.clock.now();
    const values = [hash(token), staffUserId, method, device?.slice(0, 200) ?? null, now];
    await db.atTheDoor().transaction(tx => tx.query(START, [...values, ...proofValues(proof, now)]));
    return token;
  }

  /** The same session after the person has proved again who she is, under another token. @returns the new raw token */
  async renew(db: Db, proof?: ProviderProof): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.parts.clock.now();
    const { sessionId, actorId } = db.principal;
    const values = [sessionId, actorId, hash(token), now, ...proofValues(proof, now)];
    const [row] = await db.transaction(tx => tx.query(RENEW, values));
    if (!row) throw notFound();
    await db.afterwards(async () => this.forget());
    return token;
  }

  /** Ends the session the token stands for. */
  async end(db: Db, token: string): Promise<void> {
    this.#cache.delete(token);
    await db.transaction(tx => tx.query(END, [hash(token), this.parts.clock.now()]));
    await db.afterwards(async () => void this.#cache.delete(token));
  }

  /** Ends every session of a person. @returns how many */
  async endAll(db: Db, staffUserId: string): Promise<number> {
    const values = [staffUserId, this.parts.clock.now()];
    const ended = await db.transaction(tx => tx.query(END_ALL, values));
    await db.afterwards(async () => this.forget());
    return ended.length;
  }

  /** Ends one of the person's own sessions. @throws AppError NOT_FOUND */
  async endOne(db: Db, id: string): Promise<void> {
    const values = [id, db.principal.actorId, this.parts.clock.now()];
    const [row] = await db.transaction(tx => tx.query(END_ONE, values));
    await db.afterwards(async () => this.forget());
    if (!row) throw notFound();
  }

  /** Ends every session of the person but this one. @returns how many */
  async endOthers(db: Db): Promise<number> {
    const { sessionId, actorId } = db.principal;
    const values = [sessionId, actorId, this.parts.clock.now()];
    const ended = await db.transaction(tx => tx.query(END_OTHERS, values));
    await db.afterwards(async () => this.forget());
    return ended.length;
  }

  /** The person's own live sessions, newest first. */
  list(db: Db): Promise<SessionRow[]> {
    const { clock, settings } = this.parts;
    const limits = [settings.SESSION_IDLE_MINUTES, settings.SESSION_ABSOLUTE_HOURS];
    return db.read<SessionRow>(LIST, [db.principal.actorId, clock.now(), ...limits]);
  }

  /** Drops what is remembered, so that changed rights hold from the next request. */
  forget(): void {
    this.#cache.clear();
  }

  async #look(door: Db, token: string): Promise<Principal | null> {
    const { clock, settings } = this.parts;
    const now = clock.now();
    const limits = [settings.SESSION_IDLE_MINUTES, settings.SESSION_ABSOLUTE_HOURS];
    const [row] = await door.read<Found>(FIND, [hash(token), now, ...limits]);
    if (!row) return null;
    if (now.getTime() - row.seen_at.getTime() > TOUCH_MS)
      await door.transaction(tx => tx.query(TOUCH, [row.session_id, now]));
    return {
      kind: 'staff',
      actorId: row.staff_user_id,
      name: row.name,
      roles: row.roles,
      organisationId: row.organisation_id,
      organisationKind: row.kind,
      sessionId: row.session_id,
      proof: { method: row.method, at: row.auth_at },
    };
  }
}

/** Without a provider the proof was given here and now. */
const proofValues = (proof: ProviderProof | undefined, now: Date): unknown[] =>
  proof ? [proof.at, proof.acr, proof.sessionId] : [now, null, null];
