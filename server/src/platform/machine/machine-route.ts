/** What every route for machines does before its own work: who asks, may it, how often, was it asked before. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Db } from '../db/db.ts';
import { AppError, unauthenticated } from '../errors.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import type { Idempotency } from '../idempotency/idempotency.ts';
import type { Language } from '../language.ts';
import { type Log, stackOf } from '../log.ts';
import type { MachineContexts } from './machine-context.ts';
import { answerProblem, languageOf } from './problem.ts';

export interface MachineRouteParts {
  readonly contexts: MachineContexts;
  readonly limit: RateLimit;
  readonly idempotency: Idempotency;
  readonly log: Log;
}

export interface MachineRoute {
  /** As it stands in logs and in the audit log. */
  readonly operation: string;
  readonly scope: string;
}

/** A call of a machine that may make it. */
export interface MachineCall {
  readonly db: Db;
  readonly request: Request;
  readonly language: Language;
  /** Takes more of what the machine may spend in a minute. @throws AppError RATE_LIMITED */
  spend(cost: number): void;
  /** Work that has one effect and one answer for a key, in one transaction. @throws AppError IDEMPOTENCY_KEY_REQUIRED, IDEMPOTENCY_MISMATCH */
  once<T>(db: Db, work: () => Promise<T>): Promise<T>;
}

export interface MachineAnswer {
  readonly status: number;
  readonly body: unknown;
}

export type MachineHandler = (call: MachineCall) => Promise<MachineAnswer>;

/** What any call costs; a machine spends a budget of its own, as large as a session's (REQUEST_BUDGET). */
const CALL_COST = 1_000;

export function machineRoute(
  parts: MachineRouteParts,
  route: MachineRoute,
  handler: MachineHandler,
): RequestHandler {
  return async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    try {
      const { status, body } = await handler(await admit(parts, route, { request, response }));
      if (body === undefined) response.status(status).end();
      else response.status(status).json(body);
    } catch (error) {
      if (!(error instanceof AppError)) parts.log.error(route.operation, { stack: stackOf(error) });
      answerProblem(request, response, error);
    }
  };
}

/** @throws AppError UNAUTHENTICATED, SCOPE_MISSING, RATE_LIMITED */
async function admit(
  { contexts, limit, idempotency }: MachineRouteParts,
  { operation, scope }: MachineRoute,
  { request, response }: { request: Request; response: Response },
): Promise<MachineCall> {
  const { db, idempotencyKey: key } = await contexts.make(request, response, operation);
  const { machine, roles } = db.principal;
  if (!machine) throw unauthenticated();
  if (!roles.includes(scope)) throw new AppError('SCOPE_MISSING', { scope });
  const spend = (cost: number) => {
    const seconds = limit.take(`client ${machine.clientId}`, cost);
    if (seconds > 0) throw new AppError('RATE_LIMITED', { seconds });
  };
  spend(CALL_COST);
  return {
    db,
    request,
    language: languageOf(request),
    spend,
    async once<T>(firmDb: Db, work: () => Promise<T>): Promise<T> {
      if (!key) throw new AppError('IDEMPOTENCY_KEY_REQUIRED');
      const body = { path: request.originalUrl, body: request.body as unknown };
      return (await idempotency.answer({ db: firmDb, key, operation, body, kept: true }, work)) as T;
    },
  };
}

/** A message that could not be read is refused in the same form as any other. */
// biome-ignore lint/complexity/useMaxParams: Express knows an error handler by its four parameters
export function unreadable(error: unknown, request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) next(error);
  else answerProblem(request, response, error);
}
