/** One per request, bound to its principal: nobody else sees the pool, and every statement runs with the actor set. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import type { ShownMemory } from '../audit/shown.ts';
import { ANONYMOUS, type Principal, type RequestInfo } from './principal.ts';
import { CHECK_ROLE, CLIENT_ROLE, DOOR_ROLE, UPLOAD_ROLE } from './roles.ts';
import { statementName } from './statement-name.ts';

export type Values = readonly unknown[];

/** A running transaction: parameters are sent apart from the text, statements are prepared once per connection. */
export interface Tx {
  query<R extends QueryResultRow>(text: string, values?: Values): Promise<R[]>;
  /** The row, or null. */
  one<R extends QueryResultRow>(text: string, values?: Values): Promise<R | null>;
}

const SET_ACTOR = `select set_config('app.actor', $1, true), set_config('app.org', $2, true), set_config('app.roles', $3, true),
  set_config('app.session', $4, true), set_config('app.request', $5, true), set_config('app.operation', $6, true),
  set_config('app.scopes', $7, true)`;

/** Whoever has not signed in becomes another role for the transaction, which reaches next to nothing. */
const ENTER_DOOR = `${SET_ACTOR}, set_config('app.upload', $8, true), set_config('role', $9, true)`;

/** A machine becomes the role that reaches the rows of one firm. */
const ENTER_CLIENT = `${SET_ACTOR}, set_config('app.client', $8, true), set_config('app.firm', $9, true), set_config('role', $10, true)`;

const ENTRANCES = {
  staff: { name: 'set_actor', text: SET_ACTOR },
  system: { name: 'set_actor', text: SET_ACTOR },
  anonymous: { name: 'enter_door', text: ENTER_DOOR },
  machine: { name: 'enter_client', text: ENTER_CLIENT },
} as const satisfies Record<Principal['kind'], { name: string; text: string }>;

/** Errors PostgreSQL asks to try again: serialization failure, deadlock. */
const AGAIN = new Set(['40001', '40P01']);
const MOST_TRIES = 3;

export interface DbParts {
  readonly pool: Pool;
  readonly forkEm: (variables: Record<string, string>) => EntityManager;
  /** Whose data is on record as shown (platform/audit/shown.ts). */
  readonly shown: ShownMemory;
  /** An EntityManager that works in a transaction others have begun on this connection. */
  readonly joinEm: (client: PoolClient) => Promise<EntityManager>;
  /** What row security is told about the principal's rights (access/row-scopes.ts). */
  readonly scopesOf: (principal: Principal) => string;
}

/** A request that is one transaction: whatever it reads and writes goes through this connection. */
interface Together {
  readonly client: PoolClient;
  readonly tx: Tx;
  /** What waits for its end. */
  readonly later: Later[];
}

type Later = (stands: boolean) => Promise<void>;

export class Db {
  #em: Promise<EntityManager> | null = null;
  #together: Together | null = null;

  constructor(
    private readonly parts: DbParts,
    readonly principal: Principal,
    readonly info: RequestInfo,
  ) {}

  /** One trip for a screen: begin, who acts, the query and commit are sent without waiting for each other. */
  async read<R extends QueryResultRow>(text: string, values: Values = []): Promise<R[]> {
    return this.readAll<R>([[text, values]]).then(results => results[0] ?? []);
  }

  /** Several statements in one trip and one snapshot; the answers come in the same order. A failing one fails all. */
  async readAll<R extends QueryResultRow>(
    statements: readonly (readonly [string, Values])[],
  ): Promise<R[][]> {
    const { tx } = this.#together ?? {};
    if (tx) return Promise.all(statements.map(([text, values]) => tx.query<R>(text, values)));
    return this.#withClient(async client => {
      const begun = this.#begin(client);
      const answers = statements.map(([text, values]) => run<R>(client, text, values));
      const ended = client.query('commit');
      return settle(begun, answers, ended);
    });
  }

  /** Like readAll, but what the rows say decides about one more statement; if that one fails or throws, there is no answer. */
  async readThen<R extends QueryResultRow>(
    statements: readonly (readonly [string, Values])[],
    then: (results: R[][]) => readonly [string, Values] | null,
  ): Promise<R[][]> {
    const { tx } = this.#together ?? {};
    if (tx) {
      const results = await this.readAll<R>(statements);
      const last = then(results);
      if (last) await tx.query(...last);
      return results;
    }
    return this.#withClient(async client => {
      const begun = this.#begin(client);
      const answers = statements.map(([text, values]) => run<R>(client, text, values));
      try {
        const results = await settle(begun, answers, Promise.resolve());
        const last = then(results);
        const written = last ? run(client, ...last) : Promise.resolve();
        await settle(written, [], client.query('commit'));
        return results;
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
    });
  }

  get shown(): ShownMemory {
    return this.parts.shown;
  }

  /** A use-case: all of it or nothing. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.#together) return work(this.#together.tx);
    return again(() => this.#withClient(client => this.#transact(client, work)));
  }

  /** A whole request in one transaction: every use-case and every reading inside joins it, and stands or falls with it. */
  async together<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const later: Later[] = [];
    const run = (client: PoolClient) =>
      this.#transact(client, tx => {
        later.length = 0;
        this.#join({ client, tx, later });
        return work(tx);
      });
    let stands = false;
    try {
      const result = await again(() => this.#withClient(run));
      stands = true;
      return result;
    } finally {
      this.#join(null);
      for (const one of later) await one(stands);
    }
  }

  /**
   * What must not share the fate of the transaction this runs in: done when that has ended, and told whether it stands;
   * at once when there is none.
   */
  async afterwards(work: Later): Promise<void> {
    if (this.#together) this.#together.later.push(work);
    else await work(true);
  }

  /** For what is rare (settings, staff): a MikroORM EntityManager whose transactions carry the same actor. */
  get em(): Promise<EntityManager> {
    const { forkEm, joinEm } = this.parts;
    this.#em ??= this.#together ? joinEm(this.#together.client) : Promise.resolve(forkEm(this.#variables()));
    return this.#em;
  }

  #join(together: Together | null): void {
    this.#together = together;
    this.#em = null;
  }

  /** The same request as nobody: what signs people in or looks their session up, whoever the request came from. */
  atTheDoor(): Db {
    return new Db(this.parts, ANONYMOUS, this.info);
  }

  async #transact<T>(client: PoolClient, work: (tx: Tx) => Promise<T>): Promise<T> {
    const begun = this.#begin(client);
    begun.catch(() => undefined);
    const query = <R extends QueryResultRow>(text: string, values: Values = []) =>
      run<R>(client, text, values);
    const tx: Tx = {
      query,
      one: async <R extends QueryResultRow>(t: string, v: Values = []) => (await query<R>(t, v))[0] ?? null,
    };
    try {
      const result = await work(tx);
      await begun;
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  }

  #begin(client: PoolClient): Promise<unknown> {
    const begin = client.query('begin');
    const values = Object.values(this.#variables());
    const set = client.query({ ...ENTRANCES[this.principal.kind], values });
    return Promise.all([begin, set]);
  }

  #variables(): Record<string, string> {
    const { actorId, organisationId, roles, sessionId } = this.principal;
    return {
      'app.actor': actorId ?? '',
      'app.org': organisationId === null ? '' : String(organisationId),
      'app.roles': roles.join(','),
      'app.session': sessionId ?? '',
      'app.request': this.info.requestId,
      'app.operation': this.info.operation,
      'app.scopes': this.parts.scopesOf(this.principal),
      ...entranceOf(this.principal),
    };
  }

  async #withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.parts.pool.connect();
    let broken: Error | undefined;
    try {
      return await work(client);
    } catch (error) {
      if (isConnectionLoss(error)) broken = error as Error;
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

/** What the database is told besides about whoever is no member of staff; in the order of its statement. */
function entranceOf(principal: Principal): Record<string, string> {
  const { kind, uploadHash, machine } = principal;
  const role = roleOf(principal);
  if (kind === 'anonymous') return { 'app.upload': uploadHash ?? '', role };
  if (kind !== 'machine') return {};
  const firmId = role === CLIENT_ROLE ? machine?.firmId : null;
  return { 'app.client': machine?.clientId ?? '', 'app.firm': firmId ?? '', role };
}

function roleOf({ kind, uploadHash, checking }: Principal): string {
  if (checking) return CHECK_ROLE;
  if (kind === 'machine') return CLIENT_ROLE;
  return uploadHash ? UPLOAD_ROLE : DOOR_ROLE;
}

/** Deadlocks are tried again, at most three times in all. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries >= MOST_TRIES || !AGAIN.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}

async function run<R extends QueryResultRow>(client: PoolClient, text: string, values: Values): Promise<R[]> {
  const result = await client.query<R>({ name: statementName(text), text, values: values as unknown[] });
  return result.rows;
}

async function settle<R>(
  begun: Promise<unknown>,
  answers: Promise<R[]>[],
  ended: Promise<unknown>,
): Promise<R[][]> {
  const all = await Promise.allSettled([begun, ...answers, ended]);
  const failed = all.find(result => result.status === 'rejected');
  if (failed) throw failed.reason;
  return Promise.all(answers);
}

/** Also 0A000: its prepared statements are older than a table, and would fail for as long as it lives. */
function isConnectionLoss(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === undefined
    ? !(error instanceof Error && error.name === 'AppError')
    : /^(08|57P0|0A000|ECONN|EPIPE)/.test(code);
}
