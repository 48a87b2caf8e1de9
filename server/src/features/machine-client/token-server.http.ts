/** The OAuth 2.0 token endpoint for machines: client credentials, proved by a signed assertion or a secret; done by oidc-provider. */
import { generateKeyPairSync } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Configuration, JsonValue, KoaContextWithOIDC } from 'oidc-provider';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { type Log, stackOf } from '../../platform/log.ts';
import { SCOPES } from './machine-client.enums.ts';
import { errors, Provider } from './oidc-library.ts';
import { isSecretOf, logRefusedToken, TOKEN_SECONDS, tokenRequest, tokenStore } from './token.store.ts';

export interface TokenServerParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly publicUrl: string;
}

/** An assertion that lives longer is one that lies about. */
const LONGEST_ASSERTION_SECONDS = 300;
const CLOCK_SKEW_SECONDS = 30;
const ASSERTION_ALGORITHMS = ['ES256', 'ES384', 'EdDSA', 'Ed25519', 'PS256', 'RS256'] as const;

export type TokenServer = (request: Request, response: Response, db: Db) => Promise<void>;

export function tokenServer({ clock, log, publicUrl }: TokenServerParts): TokenServer {
  const issuer = `${publicUrl}/oauth`;
  const provider = new Provider(issuer, configuration(issuer, clock));
  provider.Client.prototype.compareClientSecret = function compare(
    this: { clientId: string },
    secret: string,
  ) {
    return isSecretOf(this.clientId, secret, clock.now());
  };
  provider.use(noteRefusals);
  provider.on('server_error', (_context, error) => log.error('token server', { stack: stackOf(error) }));
  const answer = provider.callback();
  return (request, response, db) => tokenRequest.run(db, () => answer(request, response));
}

function configuration(issuer: string, clock: Clock): Configuration {
  return {
    adapter: tokenStore(clock),
    assertJwtClientAuthClaimsAndHeader: (_context, claims) => requireStrictAssertion(claims, issuer),
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    clientDefaults: {
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
      id_token_signed_response_alg: 'ES256',
    },
    clockTolerance: CLOCK_SKEW_SECONDS,
    // For a sign-in that nobody can begin.
    cookies: { keys: [unusedKey().d] },
    enabledJWA: { clientAuthSigningAlgValues: [...ASSERTION_ALGORITHMS] },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    findAccount: () => undefined,
    // Keys of clients are pasted: the desk fetches nothing from addresses others choose.
    fetch: () => Promise.reject(new Error('The token server fetches nothing.')),
    jwks: { keys: [{ ...unusedKey(), alg: 'ES256', use: 'sig' }] },
    renderError: (context, out) => {
      context.body = out;
    },
    responseTypes: [],
    scopes: [...SCOPES],
    ttl: { ClientCredentials: TOKEN_SECONDS },
  };
}

/** The library wants a key for id tokens; tokens for machines are random and signed by nobody. */
const unusedKey = () =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }) as {
    d: string;
    kty: 'EC';
  };

/** Meant for this desk and no other, and good for minutes. @throws InvalidClientAuth */
function requireStrictAssertion({ aud, exp, iat }: Record<string, JsonValue>, issuer: string): void {
  const meant =
    aud === issuer ||
    aud === `${issuer}/token` ||
    (Array.isArray(aud) && aud.length === 1 && aud[0] === issuer);
  if (!meant) throw new errors.InvalidClientAuth('the audience must be the issuer or its token endpoint');
  const from = typeof iat === 'number' ? iat : Math.floor(Date.now() / 1000);
  if (Number(exp) - from > LONGEST_ASSERTION_SECONDS)
    throw new errors.InvalidClientAuth('an assertion is good for five minutes at most');
}

async function noteRefusals(context: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  await next();
  if (context.status < 400) return;
  const body = context.body as { error?: string } | undefined;
  await logRefusedToken(context.oidc?.client?.clientId ?? null, (body?.error ?? 'refused').toUpperCase());
}
