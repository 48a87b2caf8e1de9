/** A real OpenID provider on a port of its own: pushed requests, private_key_jwt, PKCE, levels, back-channel logout, a page with a button for each person. */
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';
import { freePort } from '../../server/src/platform/db/embedded.ts';

export const CLIENT_ID = 'hms-kort-desk';

/** Who can sign in there, and what the provider tells about her. */
export const PEOPLE = {
  ingrid: { name: 'Ingrid Solheim', email: 'ingrid@utsteder.example', groups: ['desk-agent'] },
  stine: { name: 'Stine Krog', email: 'stine@utsteder.example', groups: ['desk-agent', 'desk-senior'] },
  astrid: { name: 'Astrid Jakobsen', email: 'astrid@utsteder.example', groups: ['desk-admin'] },
  vidar: { name: 'Vidar Lunde', email: 'vidar@utsteder.example', groups: ['desk-admin'] },
  henrik: { name: 'Henrik Aas', email: 'henrik@tilsynet.example', groups: ['at-lead'] },
  both: { name: 'Bo Begge', email: 'bo@utsteder.example', groups: ['desk-agent', 'at-lead'] },
  stranger: { name: 'Ukjent Person', email: 'ukjent@annet.example', groups: ['something-else'] },
  nameless: { groups: ['desk-agent'] },
} as const;
export type PersonName = keyof typeof PEOPLE;

export const ROLES = [
  { when: { groups: 'desk-agent' }, organisation: 'ISSUER', roles: ['AGENT'] },
  { when: { groups: 'desk-senior' }, organisation: 'ISSUER', roles: ['SENIOR_AGENT'] },
  { when: { groups: 'desk-admin' }, organisation: 'ISSUER', roles: ['ADMIN'] },
  { when: { groups: 'at-lead' }, organisation: 'AUTHORITY', roles: ['CASEWORKER_LEAD'] },
];

export interface IdentityProvider {
  readonly issuer: string;
  /** Port the desk must listen on, for its address is registered here. */
  readonly deskPort: string;
  /** What OIDC_FILE holds, for a desk that is told something else. */
  readonly file: string;
  /** Claims of a person from now on. */
  tell(person: PersonName, claims: Record<string, unknown>): void;
  /** How surely people are known from now on; `substantial` at first. */
  level(acr: string): void;
  /** A logout token as the provider would sign it, with claims or header changed. */
  logoutToken(claims: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
  stop(): Promise<void>;
}

interface KeyPair {
  readonly privateKey: CryptoKey;
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

export async function newKey(kid: string): Promise<KeyPair> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const named = { kid, alg: 'RS256', use: 'sig' };
  const [privateJwk, publicJwk] = await Promise.all([exportJWK(privateKey), exportJWK(publicKey)]);
  return { privateKey, privateJwk: { ...privateJwk, ...named }, publicJwk: { ...publicJwk, ...named } };
}

/** The two files the desk reads. @returns path of OIDC_FILE */
export async function writeOidcFile(
  folder: string,
  key: JWK,
  settings: Record<string, unknown>,
): Promise<string> {
  const file = join(folder, 'oidc.json');
  await writeFile(join(folder, 'key.json'), JSON.stringify(key));
  const common = {
    name: 'Prøveporten',
    clientId: CLIENT_ID,
    keyFile: 'key.json',
    acr: { ask: 'substantial', accept: ['substantial', 'high'] },
    roles: ROLES,
  };
  await writeFile(file, JSON.stringify({ ...common, ...settings }));
  return file;
}

export async function startProvider(): Promise<IdentityProvider> {
  const [folder, signing, client, port, deskPort] = await Promise.all([
    mkdtemp(join(tmpdir(), 'hms-kort-oidc-')),
    newKey('provider-1'),
    newKey('desk-1'),
    freePort(),
    freePort(),
  ]);
  const issuer = `http://127.0.0.1:${port}`;
  const people = new Map<string, Record<string, unknown>>(Object.entries(PEOPLE));
  const state = { acr: 'substantial' };
  const keys = { signing: signing.privateJwk, client: client.publicJwk };
  const provider = new Provider(issuer, configuration(people, keys, `http://127.0.0.1:${deskPort}`));
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/interaction/')) void interact(provider, state, { request, response });
    else void answer(request, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    issuer,
    deskPort: String(deskPort),
    file: await writeOidcFile(folder, client.privateJwk, { issuer, par: true }),
    tell: (person, claims) => void people.set(person, { ...PEOPLE[person], ...claims }),
    level: acr => {
      state.acr = acr;
    },
    logoutToken: (claims, header = {}) => signLogoutToken(signing.privateKey, { issuer, claims, header }),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

function configuration(
  people: Map<string, Record<string, unknown>>,
  keys: { signing: JWK; client: JWK },
  desk: string,
): Configuration {
  return {
    acrValues: ['low', 'substantial', 'high'],
    claims: {
      acr: null,
      auth_time: null,
      sid: null,
      openid: ['sub'],
      profile: ['name', 'groups'],
      email: ['email', 'email_verified'],
    },
    clients: [
      {
        client_id: CLIENT_ID,
        redirect_uris: [`${desk}/auth/callback`],
        post_logout_redirect_uris: [`${desk}/`],
        backchannel_logout_uri: `${desk}/auth/backchannel-logout`,
        backchannel_logout_session_required: true,
        require_auth_time: true,
        token_endpoint_auth_method: 'private_key_jwt',
        jwks: { keys: [keys.client as never] },
      },
    ],
    conformIdTokenClaims: false,
    cookies: { keys: ['for tests only'] },
    features: {
      backchannelLogout: { enabled: true },
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
      rpInitiatedLogout: { enabled: true },
    },
    findAccount: (_context, id) =>
      people.has(id) ? { accountId: id, claims: () => ({ ...people.get(id), sub: id }) } : undefined,
    // Its own one does not talk to this machine.
    fetch: (url, options) => {
      const { dispatcher: _, ...plain }: RequestInit & { dispatcher?: unknown } = options ?? {};
      return fetch(url, plain);
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    jwks: { keys: [keys.signing as never] },
    // Everyone has agreed already.
    loadExistingGrant: async context => {
      const { session, client } = context.oidc;
      const grant = new context.oidc.provider.Grant({
        accountId: session?.accountId ?? '',
        clientId: client?.clientId ?? '',
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, Grant: 3600, IdToken: 60, Interaction: 600, Session: 3600 },
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** One button for each person; pressing it is the whole sign-in. */
async function interact(provider: Provider, { acr }: { acr: string }, { request, response }: Exchange) {
  const { searchParams, pathname } = new URL(request.url ?? '/', 'http://provider');
  const accountId = searchParams.get('as');
  if (accountId === 'nobody')
    await provider.interactionFinished(request, response, { error: 'access_denied' });
  else if (accountId) await provider.interactionFinished(request, response, { login: { accountId, acr } });
  else {
    const links = Object.entries(PEOPLE).map(
      ([id, person]) => `<li><a href="${pathname}?as=${id}">${'name' in person ? person.name : id}</a>`,
    );
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Prøveporten</title><h1>Prøveporten</h1><ul>${links.join('')}</ul>`);
  }
}

function signLogoutToken(
  key: CryptoKey,
  {
    issuer,
    claims,
    header,
  }: { issuer: string; claims: Record<string, unknown>; header: Record<string, unknown> },
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({
    iss: issuer,
    aud: CLIENT_ID,
    iat: now,
    exp: now + 120,
    jti: crypto.randomUUID(),
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    ...claims,
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'provider-1', typ: 'logout+jwt', ...header })
    .sign(key);
}
