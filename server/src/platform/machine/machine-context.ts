/** From a request with an access token to the machine behind it and a Db that reaches its rows. No cookie is read. */
import type { Request, Response } from 'express';
import { Db, type DbParts } from '../db/db.ts';
import { ANONYMOUS, type Principal } from '../db/principal.ts';
import type { RequestContext } from '../graphql/context.ts';
import { infoOf, keyOf, logWhenDone } from '../http/request-context.ts';
import type { Log } from '../log.ts';

export interface MachineContextParts {
  readonly dbParts: DbParts;
  readonly log: Log;
  /** Whom an access token belongs to. */
  readonly findMachine: (door: Db, token: string) => Promise<Principal | null>;
}

export type MachineContext = Pick<RequestContext, 'db' | 'idempotencyKey'>;
export type MachineContexts = ReturnType<typeof machineContexts>;

const BEARER = /^Bearer ([\w-]{40,60})$/i;

export function machineContexts({ dbParts, log, findMachine }: MachineContextParts) {
  return {
    /** A machine, or nobody. */
    async make(request: Request, response: Response, operation: string): Promise<MachineContext> {
      const startedAt = performance.now();
      const info = infoOf(request, operation);
      const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
      const principal = token ? await findMachine(new Db(dbParts, ANONYMOUS, info), token) : null;
      const db = new Db(dbParts, principal ?? ANONYMOUS, info);
      response.setHeader('X-Request-Id', info.requestId);
      logWhenDone(log, response, { db, startedAt, spent: { cost: 0 } });
      return { db, idempotencyKey: keyOf(request) };
    },

    /** The same request, to check a card or a firm: it reaches that card and the public register, and nothing else the machine may reach. */
    forCheck({ principal, info }: Db): Db {
      return new Db(dbParts, { ...principal, checking: true }, info);
    },

    /** The same request behind an upload link: it reaches what that is for, and nothing of the firm. */
    forUpload({ info }: Db, hash: Buffer): Db {
      return new Db(dbParts, { ...ANONYMOUS, uploadHash: hash.toString('hex') }, info);
    },

    /** The same request of a portal, for the firm it acts for: that firm's rows, and no other's. */
    forFirm({ principal, info }: Db, firmId: string): Db {
      if (!principal.machine) throw new Error('Only a machine acts for a firm.');
      return new Db(dbParts, { ...principal, machine: { ...principal.machine, firmId } }, info);
    },
  };
}
