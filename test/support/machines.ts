/** Machines for tests: a client with a secret or a key, its token from the real token endpoint, and calls of the API with it. */
import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { newSecret } from '../../server/src/features/machine-client/client-secret.ts';
import type {
  MachineClientKind,
  Scope,
} from '../../server/src/features/machine-client/machine-client.enums.ts';
import { SCOPES_OF } from '../../server/src/features/machine-client/machine-client.rules.ts';
import type { Desk } from './desk.ts';
import { insert, next } from './insert.ts';

export interface NewMachine {
  kind?: MachineClientKind;
  scopes?: readonly Scope[];
  /** organisation.id of a main unit, for API2. */
  firmId?: string;
  jwks?: object;
}

export interface Machine {
  /** machine_client.id. */
  readonly id: string;
  readonly clientId: string;
  readonly secret: string;
  readonly scopes: readonly Scope[];
}

export async function createMachine(desk: Desk, given: NewMachine = {}): Promise<Machine> {
  const kind = given.kind ?? (given.firmId ? 'API2' : 'PORTAL');
  const scopes = given.scopes ?? SCOPES_OF[kind];
  const clientId = `hk-prove${String(next()).padStart(6, '0')}`;
  const id = await insert(desk, 'machine_client', {
    client_id: clientId,
    name: `Prøvesystem ${clientId}`,
    kind,
    firm_id: given.firmId ?? null,
    authentication: given.jwks ? 'PRIVATE_KEY_JWT' : 'SECRET',
    jwks: given.jwks ? JSON.stringify(given.jwks) : null,
    scopes: [...scopes],
  });
  const { secret, hash, hint } = newSecret();
  if (!given.jwks) await insert(desk, 'machine_secret', { client_id: id, hash, hint });
  return { id, clientId, secret, scopes };
}

export interface TokenAnswer {
  readonly status: number;
  readonly body: {
    access_token?: string;
    error?: string;
    error_description?: string;
    expires_in?: number;
    scope?: string;
  };
}

export async function askToken(
  desk: Pick<Desk, 'url'>,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<TokenAnswer> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...fields });
  const response = await fetch(`${desk.url}/oauth/token`, { method: 'POST', body, headers });
  return { status: response.status, body: (await response.json()) as TokenAnswer['body'] };
}

export const basic = ({ clientId, secret }: Pick<Machine, 'clientId' | 'secret'>) => ({
  authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
});

/** @throws Error when it is refused */
export async function tokenOf(desk: Pick<Desk, 'url'>, machine: Machine): Promise<string> {
  const { body } = await askToken(desk, { scope: machine.scopes.join(' ') }, basic(machine));
  if (!body.access_token) throw new Error(`no token: ${body.error} ${body.error_description}`);
  return body.access_token;
}

export interface KeyHolder {
  readonly jwks: object;
  /** An assertion as the client would sign it, with claims changed. */
  assertion(desk: Pick<Desk, 'url'>, clientId: string, claims?: Record<string, unknown>): Promise<string>;
}

export async function newKeyHolder(): Promise<KeyHolder> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(publicKey)), kid: 'firma-1', alg: 'ES256', use: 'sig' };
  return {
    jwks: { keys: [key] },
    assertion(desk, clientId, claims = {}) {
      const now = Math.floor(Date.now() / 1000);
      const said = {
        iss: clientId,
        sub: clientId,
        aud: `${desk.url}/oauth`,
        jti: randomUUID(),
        iat: now,
        exp: now + 60,
      };
      return new SignJWT({ ...said, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'firma-1' })
        .sign(privateKey);
    },
  };
}

export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export const askWithKey = (desk: Pick<Desk, 'url'>, assertion: string, scope = 'order.read') =>
  askToken(desk, { client_assertion_type: ASSERTION_TYPE, client_assertion: assertion, scope });

export interface ApiAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes in tests
  readonly body: any;
  readonly headers: Headers;
}

export interface ApiClient {
  readonly machine: Machine;
  /** A call with the token; JSON unless a file is sent. Each call is an action of its own, unless it is given a key. */
  call(
    path: string,
    init?: { body?: unknown; key?: string | null; method?: string; headers?: Record<string, string> },
  ): Promise<ApiAnswer>;
}

/** A machine with its token. */
export async function apiClient(desk: Desk, given: NewMachine = {}): Promise<ApiClient> {
  const machine = await createMachine(desk, given);
  const token = await tokenOf(desk, machine);
  return {
    machine,
    async call(path, { body, key = randomUUID(), method, headers = {} } = {}) {
      const response = await fetch(`${desk.url}/api/v1${path}`, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: {
          authorization: `Bearer ${token}`,
          ...(key ? { 'idempotency-key': key } : {}),
          ...typeOf(body),
          ...headers,
        },
        body: rawOf(body),
      });
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : null, headers: response.headers };
    },
  };
}

const isRaw = (body: unknown) => body === undefined || body instanceof Uint8Array;
const rawOf = (body: unknown) =>
  isRaw(body) ? (body as Uint8Array<ArrayBuffer> | undefined) : JSON.stringify(body);
const typeOf = (body: unknown): Record<string, string> =>
  isRaw(body) ? {} : { 'content-type': 'application/json' };
