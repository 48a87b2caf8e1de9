/** A provider that lies: everything about it is in order but what a test bends in the id token. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JWTHeaderParameters, SignJWT, UnsecuredJWT } from 'jose';
import { freePort } from '../../server/src/platform/db/embedded.ts';
import { CLIENT_ID, newKey, writeOidcFile } from './identity-provider.ts';

/** What is wrong with the next token. */
export interface Lie {
  readonly claims?: Record<string, unknown>;
  readonly header?: Partial<JWTHeaderParameters>;
  /** Signed by a key the provider never published. */
  readonly strangeKey?: boolean;
  readonly unsigned?: boolean;
}

export interface ForgedProvider {
  readonly issuer: string;
  readonly file: string;
  /** The request the desk pushed last. */
  asked(): URLSearchParams;
  lie(lie: Lie): void;
  stop(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return new URLSearchParams(body);
}

/** @param called what its metadata says it is called; its own address unless told */
export async function startForgedProvider(called?: string): Promise<ForgedProvider> {
  const folder = await mkdtemp(join(tmpdir(), 'hms-kort-oidc-'));
  const [own, strange, client, port] = await Promise.all([
    newKey('forged'),
    newKey('forged'),
    newKey('desk-1'),
    freePort(),
  ]);
  const issuer = `http://127.0.0.1:${port}`;
  let asked = new URLSearchParams();
  let lie: Lie = {};

  function idToken(): Promise<string> | string {
    const now = Math.floor(Date.now() / 1000);
    const honest = {
      iss: issuer,
      sub: 'someone',
      aud: CLIENT_ID,
      iat: now,
      exp: now + 60,
      auth_time: now,
      nonce: asked.get('nonce'),
      acr: 'substantial',
      name: 'Nora Nordmann',
      email: 'nora@utsteder.example',
      groups: ['desk-agent'],
    };
    const claims = { ...honest, ...lie.claims };
    if (lie.unsigned) return new UnsecuredJWT(claims).encode();
    const header = { alg: 'RS256', kid: 'forged', ...lie.header };
    return new SignJWT(claims).setProtectedHeader(header).sign((lie.strangeKey ? strange : own).privateKey);
  }

  const metadata = {
    issuer: called ?? issuer,
    authorization_endpoint: `${issuer}/authorize`,
    pushed_authorization_request_endpoint: `${issuer}/par`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };

  async function answer(path: string, request: IncomingMessage): Promise<unknown> {
    if (path === '/.well-known/openid-configuration') return metadata;
    if (path === '/jwks') return { keys: [own.publicJwk] };
    const body = await bodyOf(request);
    if (path === '/par') {
      asked = body;
      return { request_uri: 'urn:ietf:params:oauth:request_uri:1', expires_in: 60 };
    }
    return { access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: await idToken() };
  }

  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', issuer).pathname;
    const body = await answer(path, request);
    response.writeHead(path === '/par' ? 201 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    issuer,
    file: await writeOidcFile(folder, client.privateJwk, { issuer, par: true }),
    asked: () => asked,
    lie: next => {
      lie = next;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}
