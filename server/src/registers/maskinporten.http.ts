/** Gets the desk's tokens from Maskinporten by a signed grant (RFC 7523), one per scope, and keeps each until shortly before it ends. */
import { importJWK, SignJWT } from 'jose';
import { z } from 'zod';
import { garbage, RegisterFault } from './faults.ts';
import type { HttpClient, TokenSource } from './http-client.ts';
import type { MaskinportenSettings } from './register-settings.ts';

/** Maskinporten takes two minutes at most. */
const GRANT_SECONDS = 100;
/** A token that ends while the question is under way is no use. */
const EARLY_MS = 15_000;
const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const TOKEN = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

interface Kept {
  readonly value: string;
  /** By the clock that never jumps. */
  readonly until: number;
}

interface Right {
  readonly scope: string;
  readonly resource?: string;
}

/** `client` asks the issuer's own address. */
export class Maskinporten {
  readonly #key;

  constructor(
    private readonly settings: MaskinportenSettings,
    private readonly client: HttpClient,
  ) {
    this.#key = importJWK(settings.key, 'RS256');
  }

  tokensFor(right: Right): TokenSource {
    let kept: Kept | null = null;
    let coming: Promise<Kept> | null = null;
    const fetchOnce = () => {
      coming ??= this.#fetch(right).finally(() => {
        coming = null;
      });
      return coming;
    };
    return {
      async token() {
        if (kept && performance.now() < kept.until) return { value: kept.value, fresh: false };
        kept = await fetchOnce();
        return { value: kept.value, fresh: true };
      },
      forget(value) {
        if (kept?.value === value) kept = null;
      },
    };
  }

  /** @throws RegisterFault without a status, for it is not the register's */
  async #fetch(right: Right): Promise<Kept> {
    const body = new URLSearchParams({ grant_type: GRANT_TYPE, assertion: await this.#grant(right) });
    const outcome = await this.client.ask(
      {
        method: 'POST',
        path: '/token',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: body.toString(),
        // A grant is good for one token: whoever tries again signs another.
        repeatable: false,
      },
      ({ status, body }) => {
        if (status !== 200) throw new RegisterFault('FORBIDDEN', status);
        const token = TOKEN.safeParse(body);
        if (!token.success) throw garbage(status);
        return token.data;
      },
    );
    if (!outcome.ok) throw new RegisterFault(outcome.cause, null);
    const { access_token, expires_in } = outcome.value;
    const lasts = Math.max(expires_in * 1000 - EARLY_MS, expires_in * 500);
    return { value: access_token, until: performance.now() + lasts };
  }

  async #grant({ scope, resource }: Right): Promise<string> {
    const { issuer, clientId, consumerOrg, key } = this.settings;
    return new SignJWT({
      scope,
      ...(resource ? { resource } : {}),
      ...(consumerOrg ? { consumer_org: consumerOrg } : {}),
    })
      .setProtectedHeader({ alg: 'RS256', kid: key.kid })
      .setAudience(issuer)
      .setIssuer(clientId)
      .setJti(crypto.randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${GRANT_SECONDS}s`)
      .sign(await this.#key);
  }
}
