/** The HTTP side of the public register: open to anyone, paced by network, answers that may be kept and asked about again. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import type { Db } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import { callerAt } from '../../platform/http/paced.ts';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import { type Log, stackOf } from '../../platform/log.ts';
import type { MachineContexts } from '../../platform/machine/machine-context.ts';
import { answerProblem, Problem } from '../../platform/machine/problem.ts';
import type { BulkFile, BulkFormat, BulkRegister } from './bulk-file.ts';
import { isOrgNumber, readChangesAsked, readFirmsAsked } from './public-register.ask.ts';
import type { PublicRegisterService } from './public-register.service.ts';

/** Public on purpose: whoever buys cleaning, car care or hired labour must be able to see whether it is lawful. */
export const PUBLIC_REGISTER_ROUTES: readonly RouteRule[] = [
  { method: 'GET', path: '/api/v1/approved-firms', rule: 'public' },
  { method: 'GET', path: '/api/v1/approved-firms.csv', rule: 'public' },
  { method: 'GET', path: '/api/v1/approved-firms.json', rule: 'public' },
  { method: 'GET', path: '/api/v1/approved-firms/changes', rule: 'public' },
  { method: 'GET', path: '/api/v1/approved-firms/:orgNumber', rule: 'public' },
];

export interface PublicRegisterParts {
  readonly contexts: Pick<MachineContexts, 'make' | 'forCheck'>;
  readonly limit: RateLimit;
  /** Of whole files. */
  readonly bulkLimit: RateLimit;
  readonly log: Log;
  readonly register: PublicRegisterService;
  readonly bulk: BulkRegister;
}

/** A hundred questions a minute from a network. */
const QUESTION_COST = 6_000;
/** Six files at once, then one every ten seconds. */
const FILE_COST = 6_000;
export const FILE_BUDGET = 36_000;

/** Other sites and caches may have it; they ask again before they show it. */
const ANYONES = {
  'Cache-Control': 'public, no-cache',
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

type Work = (db: Db, request: Request, response: Response) => Promise<void>;

export function publicRegisterRoutes(parts: PublicRegisterParts): Router {
  const { register } = parts;
  const router = Router();
  const json = (operation: string, answer: (db: Db, request: Request) => Promise<object>) =>
    answering(parts, operation, async (db, request, response) => {
      const body = await answer(db, request);
      response.set(ANYONES).json(body);
    });
  router.get('/approved-firms.csv', fileRoute(parts, 'csv'));
  router.get('/approved-firms.json', fileRoute(parts, 'json'));
  router.get(
    '/approved-firms',
    json('findApprovedFirms', (db, { query }) => register.find(db, readFirmsAsked(query))),
  );
  router.get(
    '/approved-firms/changes',
    json('approvedFirmChanges', (db, { query }) => register.changes(db, readChangesAsked(query))),
  );
  router.get(
    '/approved-firms/:orgNumber',
    json('approvedFirm', (db, { params }) => register.firm(db, numberOf(params.orgNumber))),
  );
  return router;
}

/** @throws Problem QUESTION_FAULT */
function numberOf(asked: unknown): string {
  const number = String(asked).replaceAll(/\s/g, '');
  if (!isOrgNumber(number)) throw new Problem('QUESTION_FAULT', [{ field: 'orgNumber', code: 'FORMAT' }]);
  return number;
}

function answering(
  { contexts, limit, log }: PublicRegisterParts,
  operation: string,
  work: Work,
): RequestHandler {
  return async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.vary('Accept-Language');
    try {
      const { db } = await contexts.make(request, response, operation);
      spend(limit, request, QUESTION_COST);
      await work(contexts.forCheck(db), request, response);
    } catch (error) {
      if (!(error instanceof AppError || response.destroyed)) log.error(operation, { stack: stackOf(error) });
      refuseWith(error, request, response);
    }
  };
}

/** A file that breaks off is seen to be broken; a refusal is nobody's to keep. */
function refuseWith(error: unknown, request: Request, response: Response): void {
  if (response.headersSent) return void response.destroy();
  for (const name of ['ETag', 'Last-Modified']) response.removeHeader(name);
  response.setHeader('Cache-Control', 'no-store');
  answerProblem(request, response, error);
}

/** @throws AppError RATE_LIMITED */
function spend(limit: RateLimit, { ip }: Request, cost: number): void {
  const seconds = limit.take(callerAt(ip), cost);
  if (seconds > 0) throw new AppError('RATE_LIMITED', { seconds });
}

/** Whatever a browser's or a program's own cache is told beside it ("no-cache"), it has the same file already. */
function isKnown({ etag, changedAt }: BulkFile, { headers }: Request): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined) return known === '*' || known.split(',').some(one => one.trim() === etag);
  return Date.parse(headers['if-modified-since'] ?? '') >= Math.floor(changedAt.getTime() / 1000) * 1000;
}

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

/** Whoever has the newest file already is told so, and spends nothing of what files cost. */
function fileRoute(parts: PublicRegisterParts, format: BulkFormat): RequestHandler {
  return answering(parts, 'approvedFirmsFile', async (_db, request, response) => {
    const file = await parts.bulk.file(format);
    response.set({ ...ANYONES, ETag: file.etag, 'Last-Modified': file.changedAt.toUTCString() });
    response.vary('Accept-Encoding');
    if (isKnown(file, request)) return void response.status(304).end();
    if (request.method !== 'HEAD') spend(parts.bulkLimit, request, FILE_COST);
    response.set({
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="approved-firms.${format}"`,
    });
    await send(file, request, response);
  });
}

async function send({ gzipped }: BulkFile, request: Request, response: Response): Promise<void> {
  const packed =
    request.headers['accept-encoding'] !== undefined &&
    request.acceptsEncodings('gzip', 'identity') === 'gzip';
  if (packed) response.set({ 'Content-Encoding': 'gzip', 'Content-Length': String(gzipped.length) });
  if (request.method === 'HEAD' || packed) return void response.end(gzipped);
  await pipeline(Readable.from([gzipped], { objectMode: false }), createGunzip(), response);
}
