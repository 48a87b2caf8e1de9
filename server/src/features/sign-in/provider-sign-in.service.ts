/** Lets in whom the provider names: finds or makes the member of staff behind `iss + sub`, gives the roles the claims map to, opens the session. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import type { ProviderProof, SessionService } from '../staff/session.service.ts';
import { logSignIn } from '../staff/sign-in-log.write.ts';
import type { PendingSignIn } from './attempt.cookie.ts';
import type { LogoutToken, ProviderClaims } from './provider.ts';
import { type Mapped, mappedText, mapRoles, type RoleLine } from './role-mapping.rules.ts';
import { SignInRefused } from './sign-in.errors.ts';
import { instantOf, nameOf } from './sign-in.rules.ts';

export interface ProviderSignInParts {
  readonly clock: Clock;
  readonly sessions: SessionService;
  readonly issuer: string;
  readonly roles: readonly RoleLine[];
}

interface Known {
  identity_id: string;
  staff_user_id: string;
  mapped: string;
  active: boolean;
}

/** Clocks of provider and desk may differ by this much. */
const SKEW_MS = 60_000;
const USED_KEPT_HOURS = 24;

const KNOWN = `select i.id as identity_id, i.staff_user_id, i.mapped, u.active
from staff_identity i join staff_user u on u.id = i.staff_user_id where i.issuer = $1 and i.subject = $2 for update of u`;
const ORGANISATION = 'select id from staff_organisation where kind = $1 order by id limit 1';
const NAMESAKE = `select u.id, u.active, exists (select 1 from staff_identity i where i.staff_user_id = u.id) as taken
from staff_user u where u.email = $1 for update of u`;
const ADMIT = 'select provider_account($1, $2, $3, $4::smallint, $5::text[], $6, $7, $8) as id';
const SET_ROLES = 'select provider_roles($1, $2, $3::smallint, $4::text[])';
const USE_ONCE =
  'insert into used_token (key, expires_at) values ($1, $2) on conflict do nothing returning 1 as used';
const FORGET_USED = 'delete from used_token where expires_at < $1';
const END_AT_PROVIDER = `update staff_session s set ended_at = $4 from staff_identity i
where i.staff_user_id = s.staff_user_id and i.issuer = $1 and ($2::text is null or i.subject = $2)
  and ($3::text is null or s.idp_session = $3) and s.method = 'OIDC' and s.ended_at is null returning s.id`;

export class ProviderSignInService {
  constructor(private readonly parts: ProviderSignInParts) {}

  /** Whether this state or token is seen for the first time; afterwards it is used up. */
  async useOnce(db: Db, what: string): Promise<boolean> {
    const now = this.parts.clock.now();
    const key = createHash('sha256').update(what).digest();
    const expires = new Date(now.getTime() + USED_KEPT_HOURS * 3_600_000);
    return db.atTheDoor().transaction(async tx => {
      await tx.query(FORGET_USED, [now]);
      return (await tx.one(USE_ONCE, [key, expires])) !== null;
    });
  }

  /** A new session for whoever the claims name. @returns its token. @throws SignInRefused; the log has a row either way */
  async enter(db: Db, claims: ProviderClaims, device: string | null): Promise<string> {
    const staffUserId = await this.#logged(db, claims, tx => this.#admit(tx, claims));
    this.parts.sessions.forget();
    return this.parts.sessions.start(db, { staffUserId, method: 'OIDC', device, proof: proofOf(claims) });
  }

  /** The session that was there before ends. */
  leave(db: Db, token: string): Promise<void> {
    return this.parts.sessions.end(db, token);
  }

  /** The session goes on, with a fresh proof. @returns its new token. @throws SignInRefused when it is another session or person, or an old proof */
  async confirm(db: Db, claims: ProviderClaims, { sessionId, begunAt }: PendingSignIn): Promise<string> {
    const proof = proofOf(claims);
    await this.#logged(db, claims, async tx => {
      const known = await tx.one<Known>(KNOWN, [this.parts.issuer, claims.sub]);
      const same = db.principal.sessionId === sessionId && known?.staff_user_id === db.principal.actorId;
      if (!same) throw new SignInRefused('OTHER_PERSON');
      if ((proof.at?.getTime() ?? 0) < begunAt - SKEW_MS) throw new SignInRefused('NOT_FRESH');
      return known?.staff_user_id ?? '';
    });
    return this.parts.sessions.renew(db, proof);
  }

  /** What the provider says has ended, ends here. @returns how many sessions */
  async endFromProvider(db: Db, { subject, sessionId }: Omit<LogoutToken, 'jti'>): Promise<number> {
    const values = [this.parts.issuer, subject, sessionId, this.parts.clock.now()];
    const ended = await db.atTheDoor().transaction(tx => tx.query(END_AT_PROVIDER, values));
    this.parts.sessions.forget();
    return ended.length;
  }

  /** Says in the log who was turned away and why; issuer and subject are what a line of the mapping needs. */
  async refuse(db: Db, code: string, claims?: ProviderClaims): Promise<void> {
    const values = claims ? { issuer: claims.iss, subject: claims.sub } : undefined;
    await db.atTheDoor().transaction(tx =>
      logSignIn(tx, db, {
        actorId: db.principal.actorId,
        outcome: code,
        operation: 'providerSignIn',
        values,
      }),
    );
  }

  async #logged(db: Db, claims: ProviderClaims, work: (tx: Tx) => Promise<string>): Promise<string> {
    try {
      return await db.atTheDoor().transaction(async tx => {
        const actorId = await work(tx);
        await logSignIn(tx, db, { actorId, outcome: 'OK', operation: 'providerSignIn' });
        return actorId;
      });
    } catch (error) {
      if (error instanceof SignInRefused) await this.refuse(db, error.code, claims);
      throw error;
    }
  }

  /** @returns staff_user.id */
  async #admit(tx: Tx, claims: ProviderClaims): Promise<string> {
    const mapped = mapRoles(this.parts.roles, claims);
    const known = await tx.one<Known>(KNOWN, [this.parts.issuer, claims.sub]);
    if (known && !known.active) throw new SignInRefused('NOT_ACTIVE');
    if (!mapped) throw new SignInRefused('NO_ROLE');
    if (!known) return this.#welcome(tx, claims, mapped);
    if (known.mapped !== mappedText(mapped)) {
      const organisation = await organisationId(tx, mapped);
      await tx.query(SET_ROLES, [known.identity_id, mappedText(mapped), organisation, mapped.roles]);
    }
    return known.staff_user_id;
  }

  /** First time: a member of staff the administrator has prepared under the same, verified address, or a new one. */
  async #welcome(tx: Tx, claims: ProviderClaims, mapped: Mapped): Promise<string> {
    const told = typeof claims.email === 'string' ? claims.email.trim().toLowerCase() : null;
    const email = told ?? mapped.email;
    const name = nameOf(claims) ?? mapped.name;
    if (!email || !name) throw new SignInRefused('NO_NAME');
    const verified = told === null || claims.email_verified === true;
    const prepared = await this.#prepared(tx, email, verified);
    const account = [prepared, name, email, await organisationId(tx, mapped), mapped.roles];
    const row = await tx.one<{ id: string }>(ADMIT, [
      ...account,
      this.parts.issuer,
      claims.sub,
      mappedText(mapped),
    ]);
    return row?.id ?? '';
  }

  /** An address proves nothing unless the provider has verified it, and an account has one owner. */
  async #prepared(tx: Tx, email: string, verified: boolean): Promise<string | null> {
    const row = await tx.one<{ id: string; active: boolean; taken: boolean }>(NAMESAKE, [email]);
    if (!row) return null;
    if (!row.active) throw new SignInRefused('NOT_ACTIVE');
    if (row.taken || !verified) throw new SignInRefused('EMAIL_TAKEN');
    return row.id;
  }
}

const proofOf = (claims: ProviderClaims): ProviderProof => ({
  at: instantOf(claims.auth_time),
  acr: typeof claims.acr === 'string' ? claims.acr : null,
  sessionId: typeof claims.sid === 'string' ? claims.sid : null,
});

async function organisationId(tx: Tx, { organisation }: Mapped): Promise<number> {
  const row = await tx.one<{ id: number }>(ORGANISATION, [organisation]);
  if (!row) throw new SignInRefused('NO_ROLE');
  return row.id;
}
