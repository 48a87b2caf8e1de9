/** Where the token server finds clients and keeps tokens: our tables, as whoever has not signed in, only hashes. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomBytes } from 'node:crypto';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { accessTokenHash, secretHash } from './client-secret.ts';
import type { ClientAuthentication } from './machine-client.enums.ts';
import { errors } from './oidc-library.ts';

export const TOKEN_SECONDS = 600;

interface ClientRow {
  id: string;
  client_id: string;
  authentication: ClientAuthentication;
  jwks: { keys: object[] } | null;
  scopes: string[];
}

const CLIENT =
  'select id, client_id, authentication, jwks, scopes from machine_client where client_id = $1 and active';
const USE_SECRET = `update machine_secret set last_used_at = $3
where client_id = (select id from machine_client where client_id = $1 and active) and hash = $2 and (expires_at is null or expires_at > $3) returning id`;
const STORE = `insert into machine_token (hash, client_id, scopes, expires_at)
select $1, id, $3, $4 from machine_client where client_id = $2 and active returning client_id`;
const LOG = `insert into audit_log (kind, client_id, request_id, operation, outcome, address)
values ('SIGN_IN', (select id from machine_client where client_id = $1), $2, 'machineToken', $3, $4)`;
const USE_ONCE =
  'insert into used_token (key, expires_at) values ($1, $2) on conflict do nothing returning 1 as used';
const FORGET_USED = 'delete from used_token where expires_at < $1';

/** The request a call of the library belongs to. */
export const tokenRequest = new AsyncLocalStorage<Db>();

function requestDb(): Db {
  const db = tokenRequest.getStore();
  if (!db) throw new Error('The token server works inside a request only.');
  return db.atTheDoor();
}

/** One row for each token given and each refused. */
const log = (tx: Tx, { info }: Db, given: { clientId: string | null; outcome: string }) =>
  tx.query(LOG, [given.clientId, info.requestId, given.outcome, info.address]);

export async function logRefusedToken(clientId: string | null, outcome: string): Promise<void> {
  const db = requestDb();
  await db.transaction(tx => log(tx, db, { clientId, outcome }));
}

/** Whether it is one of the client's secrets that are good now; the good one is marked as used. */
export async function isSecretOf(clientId: string, secret: string, now: Date): Promise<boolean> {
  const values = [clientId, secretHash(secret), now];
  return requestDb().transaction(async tx => (await tx.query(USE_SECRET, values)).length > 0);
}

/** The library compares with this when nobody tells it otherwise: nobody knows it, and it lasts as long as the process. */
const UNKNOWN_SECRET = randomBytes(32).toString('base64url');

function metadataOf({ client_id, authentication, jwks, scopes }: ClientRow): AdapterPayload {
  const common = { client_id, scope: scopes.join(' ') };
  return authentication === 'SECRET'
    ? { ...common, token_endpoint_auth_method: 'client_secret_basic', client_secret: UNKNOWN_SECRET }
    : { ...common, token_endpoint_auth_method: 'private_key_jwt', jwks: jwks as never };
}

export function tokenStore(clock: Clock): new (name: string) => Adapter {
  async function findClient(id: string): Promise<AdapterPayload | undefined> {
    const [row] = await requestDb().read<ClientRow>(CLIENT, [id]);
    return row && metadataOf(row);
  }

  /** Token and log row, or neither. */
  async function keepToken(token: string, { clientId = '', scope }: AdapterPayload): Promise<void> {
    if (!scope) throw new errors.InvalidScope('name the scopes you need', '');
    const db = requestDb();
    const expires = new Date(clock.now().getTime() + TOKEN_SECONDS * 1000);
    await db.transaction(async tx => {
      const kept = await tx.one(STORE, [accessTokenHash(token), clientId, scope.split(' '), expires]);
      if (!kept) throw new errors.InvalidClient('client is not active', '');
      await log(tx, db, { clientId, outcome: 'OK' });
    });
  }

  /** An assertion opens once, also when it comes twice at the same moment. */
  async function useOnce(id: string, seconds: number): Promise<void> {
    const now = clock.now();
    const key = createHash('sha256').update(`assertion ${id}`).digest();
    const first = await requestDb().transaction(async tx => {
      await tx.query(FORGET_USED, [now]);
      return tx.one(USE_ONCE, [key, new Date(now.getTime() + (seconds + 60) * 1000)]);
    });
    if (!first) throw new errors.InvalidClientAuth('client assertion tokens must only be used once');
  }

  /** The library asks for more than machines need; what they do not need, does not exist. */
  return class TokenStore implements Adapter {
    constructor(private readonly model: string) {}

    async find(id: string): Promise<AdapterPayload | undefined> {
      return this.model === 'Client' ? findClient(id) : undefined;
    }

    async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
      if (this.model === 'ClientCredentials') await keepToken(id, payload);
      else if (this.model === 'ReplayDetection') await useOnce(id, expiresIn);
      else throw new Error(`The token server keeps no ${this.model}.`);
    }

    async findByUserCode(): Promise<undefined> {}
    async findByUid(): Promise<undefined> {}
    async consume(): Promise<void> {}
    async destroy(): Promise<void> {}
    async revokeByGrantId(): Promise<void> {}
  };
}
