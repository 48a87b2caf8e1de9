/** From an HTTP request to a principal and a Db: reads the session cookie, names the request, writes the one log line. */
import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { Db, type DbParts } from '../db/db.ts';
import { ANONYMOUS, type Principal, type RequestInfo } from '../db/principal.ts';
import type { RequestContext, SessionCookie } from '../graphql/context.ts';
import type { Log } from '../log.ts';

export interface ContextParts {
  readonly dbParts: DbParts;
  readonly log: Log;
  readonly secureCookie: boolean;
  readonly findPrincipal: (door: Db, token: string) => Promise<Principal | null>;
}

/** A name, and no number that could be somebody's. */
const OPERATION = /^(?!.*\d{6})[A-Za-z_]\w{0,59}$/;

/** The production cookie name binds it to this host, this path and TLS. */
export const cookieName = (secure: boolean) => (secure ? '__Host-sid' : 'sid');

function readCookie(request: Request, name: string): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim());
  const found = pairs.find(pair => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return found && /^[\w-]{43}$/.test(found) ? found : null;
}

/** As the IETF draft has it, with or without its quotes. */
const KEY = /^"?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"?$/i;

/** What the sender calls this one action, or null. */
export function keyOf({ headers }: Request): string | null {
  const given = headers['idempotency-key'];
  return (typeof given === 'string' && KEY.exec(given)?.[1]?.toLowerCase()) || null;
}

function sessionCookie(request: Request, response: Response, secure: boolean): SessionCookie {
  const name = cookieName(secure);
  const options = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;
  return {
    token: readCookie(request, name),
    set: token => response.cookie(name, token, options),
    clear: () => response.clearCookie(name, options),
  };
}

/** The one log line of a request. */
export function logWhenDone(
  log: Log,
  response: Response,
  context: Pick<RequestContext, 'db' | 'startedAt' | 'spent'>,
): void {
  response.once('finish', () => {
    const { requestId, operation } = context.db.info;
    const ms = Math.round((performance.now() - context.startedAt) * 10) / 10;
    log.info('request', {
      requestId,
      operation,
      actorId: context.db.principal.actorId,
      clientId: context.db.principal.machine?.clientId,
      cost: context.spent.cost,
      ms,
      status: response.statusCode,
    });
  });
}

/** `operation` is only believed when it looks like a name. */
export function infoOf(request: Request, operation: unknown): RequestInfo {
  return {
    requestId: randomUUID(),
    operation: typeof operation === 'string' && OPERATION.test(operation) ? operation : 'unnamed',
    address: request.ip ?? null,
  };
}

/** What an upload page asks for, and the hash of the token that opens it, if it is one. */
export interface UploadRequest {
  readonly operation: string;
  readonly hash: Buffer | null;
}

export type ContextMaker = ReturnType<typeof contextMaker>;

export function contextMaker({ dbParts, log, secureCookie, findPrincipal }: ContextParts) {
  const doorDb = (info: RequestInfo) => new Db(dbParts, ANONYMOUS, info);

  return {
    /** Context of one request; `operation` is only believed when it looks like a name. */
    async make(request: Request, response: Response, operation?: unknown): Promise<RequestContext> {
      const startedAt = performance.now();
      const info = infoOf(request, operation);
      const cookie = sessionCookie(request, response, secureCookie);
      const principal = cookie.token ? await findPrincipal(doorDb(info), cookie.token) : null;
      const db = new Db(dbParts, principal ?? ANONYMOUS, info);
      const device = request.headers['user-agent']?.slice(0, 200) ?? null;
      const context = { db, cookie, device, idempotencyKey: keyOf(request), startedAt, spent: { cost: 0 } };
      response.setHeader('X-Request-Id', info.requestId);
      logWhenDone(log, response, context);
      return context;
    },

    /** Context of a request that no cookie can speak for, whatever the browser sends along: it reaches what its link is for. */
    makeForUpload(request: Request, response: Response, link: UploadRequest): Pick<RequestContext, 'db'> {
      const info = infoOf(request, link.operation);
      const db = new Db(dbParts, { ...ANONYMOUS, uploadHash: link.hash?.toString('hex') }, info);
      response.setHeader('X-Request-Id', info.requestId);
      logWhenDone(log, response, { db, startedAt: performance.now(), spent: { cost: 0 } });
      return { db };
    },

    /** The same request in the name of a member of staff, who has no session in it; it reaches no more than before. */
    inNameOf: (db: Db, staffId: string): Db =>
      new Db(dbParts, { ...db.principal, actorId: staffId }, db.info),

    /** The same request as whoever the token stands for. */
    async dbFor(context: RequestContext, token: string): Promise<Db> {
      const principal = await findPrincipal(doorDb(context.db.info), token);
      return new Db(dbParts, principal ?? ANONYMOUS, context.db.info);
    },
  };
}
