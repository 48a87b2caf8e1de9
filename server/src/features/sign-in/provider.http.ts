/** Talks to the identity provider: discovery, pushed request, code for id token, logout tokens. Keeps no token. */
import { createRemoteJWKSet, importJWK, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as client from 'openid-client';
import type { OidcSettings } from './oidc.settings.ts';
import type { Attempt, Provider, ProviderClaims } from './provider.ts';
import { SignInRefused } from './sign-in.errors.ts';

const TIMEOUT_SECONDS = 10;
const DISCOVERY_KEPT_MS = 24 * 3_600_000;
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const LONGEST_SIGN_IN_SECONDS = 900;

interface Found {
  readonly config: client.Configuration;
  readonly keys: JWTVerifyGetKey;
  readonly until: number;
}

export class HttpProvider implements Provider {
  #found: Promise<Found> | null = null;

  constructor(
    private readonly settings: OidcSettings,
    private readonly redirectUri: string,
  ) {}

  async begin({ state, nonce, verifier, fresh, language }: Attempt): Promise<URL> {
    const { scope, acr, par, extra } = this.settings;
    const { config } = await this.#provider();
    const parameters = {
      ...extra,
      redirect_uri: this.redirectUri,
      scope,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      acr_values: acr.ask,
      ui_locales: language,
      ...(fresh ? { prompt: 'login', max_age: '0' } : {}),
    };
    const offered = config.serverMetadata().pushed_authorization_request_endpoint !== undefined;
    if (par && !offered) throw new SignInRefused('PROVIDER_UNAVAILABLE');
    return offered
      ? client.buildAuthorizationUrlWithPAR(config, parameters)
      : client.buildAuthorizationUrl(config, parameters);
  }

  async finish(query: string, { state, nonce, verifier, fresh }: Attempt): Promise<ProviderClaims> {
    const { config } = await this.#provider();
    const answer = new URL(this.redirectUri);
    answer.search = query;
    const tokens = await client
      .authorizationCodeGrant(config, answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
        // The library would refuse a person who takes half a minute to choose an organisation: how old it may be is checked by us.
        ...(fresh ? { maxAge: LONGEST_SIGN_IN_SECONDS } : {}),
      })
      .catch(error => {
        throw refusalOf(error);
      });
    const claims = tokens.claims();
    if (!claims) throw new SignInRefused('PROVIDER_REFUSED');
    const { acr } = claims;
    if (typeof acr !== 'string' || !this.settings.acr.accept.includes(acr))
      throw new SignInRefused('LEVEL_TOO_LOW');
    return claims;
  }

  async signOutUrl(returnTo: string): Promise<URL | null> {
    const { config } = await this.#provider();
    if (!config.serverMetadata().end_session_endpoint) return null;
    // The id token is not kept, so the desk names itself instead (RP-Initiated Logout 1.0 section 2: client_id).
    return client.buildEndSessionUrl(config, {
      client_id: this.settings.clientId,
      post_logout_redirect_uri: returnTo,
    });
  }

  async readLogoutToken(token: string, now: Date) {
    const { config, keys } = await this.#provider();
    const { issuer, clientId } = this.settings;
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: clientId,
      typ: 'logout+jwt',
      algorithms: signatures(config),
      requiredClaims: ['iat', 'jti', 'events'],
      maxTokenAge: '5 minutes',
      clockTolerance: 30,
      currentDate: now,
    });
    const { sub, sid, jti = '', events } = payload;
    const isLogout = typeof events === 'object' && events !== null && Object.hasOwn(events, LOGOUT_EVENT);
    if (!isLogout || payload.nonce !== undefined || jti === '') throw new Error('not a logout token');
    if (sub === undefined && typeof sid !== 'string')
      throw new Error('a logout token names a person or a session');
    return { jti, subject: sub ?? null, sessionId: typeof sid === 'string' ? sid : null };
  }

  /** Discovery, remembered for a day; a failure is not remembered. */
  async #provider(): Promise<Found> {
    const known = await this.#found?.catch(() => null);
    if (known && known.until > Date.now()) return known;
    this.#found = this.#discover();
    return this.#found.catch(error => {
      throw error instanceof SignInRefused ? error : new SignInRefused('PROVIDER_UNAVAILABLE', error);
    });
  }

  async #discover(): Promise<Found> {
    const { issuer, clientId, key } = this.settings;
    const alg = key.alg ?? DEFAULT_ALGORITHM[key.kty];
    const cryptoKey = await importJWK({ ...key, use: 'sig' }, alg);
    const signing = client.PrivateKeyJwt({ key: cryptoKey as client.CryptoKey, kid: key.kid });
    // Settings refuse http:// in production; a provider on the same machine is for trying out.
    const execute = [
      client.enableNonRepudiationChecks,
      ...(issuer.startsWith('http://') ? [client.allowInsecureRequests] : []),
    ];
    const options = { execute, timeout: TIMEOUT_SECONDS };
    const config = await client.discovery(new URL(issuer), clientId, {}, signing, options);
    const keys = createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri ?? ''), {
      timeoutDuration: TIMEOUT_SECONDS * 1000,
    });
    return { config, keys, until: Date.now() + DISCOVERY_KEPT_MS };
  }
}

const DEFAULT_ALGORITHM = { RSA: 'RS256', EC: 'ES256', OKP: 'EdDSA' } as const;

/** Signatures with a key pair only: a shared secret or none at all proves nothing here. */
const signatures = (config: client.Configuration): string[] =>
  (config.serverMetadata().id_token_signing_alg_values_supported ?? ['RS256']).filter(alg =>
    /^(RS|PS|ES|Ed)/.test(alg),
  );

function refusalOf(error: unknown): SignInRefused {
  if (error instanceof client.AuthorizationResponseError)
    return new SignInRefused(error.error === 'access_denied' ? 'CANCELLED' : 'PROVIDER_REFUSED', error);
  return new SignInRefused('PROVIDER_REFUSED', error);
}
