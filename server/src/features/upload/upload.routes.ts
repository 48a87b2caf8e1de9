/** The HTTP side of uploads. No cookie is read: whoever holds the token may hand in one pair, and can read nothing back. */
import express, { type Request, type Response, Router } from 'express';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import { readBody } from '../../platform/http/read-body.ts';
import type { ContextMaker, UploadRequest } from '../../platform/http/request-context.ts';
import type { SubmissionService } from './submission.service.ts';
import type { UploadReadModel } from './upload.readmodel.ts';
import type { DeadLinkState } from './upload.rules.ts';
import type { UploadService } from './upload.service.ts';
import type { UploadPart } from './upload.store.ts';
import { isToken, tokenHash } from './upload-link.ts';
import { type RefusalCode, refusalTexts, type UploadNumbers } from './upload-texts.ts';

/** Public on purpose: the employee has no account. The token in the address is the right. */
export const UPLOAD_ROUTES: readonly RouteRule[] = [
  { method: 'GET', path: '/uploads/:token', rule: 'public' },
  { method: 'PUT', path: '/uploads/:token/:part', rule: 'public' },
  { method: 'DELETE', path: '/uploads/:token/:part', rule: 'public' },
  { method: 'POST', path: '/uploads/:token/submit', rule: 'public' },
];

export interface UploadRoutesParts {
  readonly contexts: Pick<ContextMaker, 'makeForUpload'>;
  readonly uploads: UploadService;
  readonly submissions: SubmissionService;
  readonly pages: UploadReadModel;
  readonly numbers: UploadNumbers;
  /** Told what became of each file. */
  readonly count: (outcome: string) => void;
}

/** Each holds up to a whole file in memory; one link, with a slow sender behind it, must not take every place. */
const MOST_AT_ONCE = 25;
const MOST_OF_ONE_LINK = 4;

const STATUS_OF: Readonly<Record<RefusalCode, number>> = {
  FILE_FORMAT: 415,
  FILE_SIZE: 413,
  FILE_CORRUPT: 422,
  FILE_TOO_SMALL: 422,
  FILE_TOO_MANY_PIXELS: 422,
  FILE_INFECTED: 422,
  SCAN_UNAVAILABLE: 503,
  SERVER_BUSY: 503,
};

export function uploadRoutes(parts: UploadRoutesParts): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.get('/:token', (request, response) => getPage(parts, request, response));
  router.put(
    '/:token/:part',
    limited(parts, (request, response) => putPart(parts, request, response)),
  );
  router.delete('/:token/:part', (request, response) => deletePart(parts, request, response));
  router.post('/:token/submit', express.json({ limit: '1kb', inflate: false }), (request, response) =>
    submit(parts, request, response),
  );
  return router;
}

type Handler = (request: Request, response: Response) => Promise<void>;

function limited({ numbers }: UploadRoutesParts, handler: Handler): Handler {
  const running: string[] = [];
  return async (request, response) => {
    const link = tokenOf(request) ?? '';
    const ofThisLink = running.filter(other => other === link).length;
    if (running.length >= MOST_AT_ONCE || ofThisLink >= MOST_OF_ONE_LINK)
      return refuse(response, 'SERVER_BUSY', numbers);
    running.push(link);
    try {
      await handler(request, response);
    } finally {
      running.splice(running.indexOf(link), 1);
    }
  };
}

/** Null for what cannot be a token; then there is nothing to look up. */
function tokenOf(request: Request): string | null {
  const { token } = request.params;
  return typeof token === 'string' && isToken(token) ? token : null;
}

/** The request's own way in: what its token opens, and nothing else. */
function linkOf(request: Request, operation: string): UploadRequest {
  const token = tokenOf(request);
  return { operation, hash: token ? tokenHash(token) : null };
}

function partOf(request: Request): UploadPart | null {
  const { part } = request.params;
  return part === 'photo' || part === 'id' ? part : null;
}

const dead = (response: Response, state: DeadLinkState) =>
  void response.status(state === 'UNKNOWN' ? 404 : 410).json({ state });

function refuse(response: Response, code: RefusalCode, numbers: UploadNumbers): void {
  response.status(STATUS_OF[code]).json({ code, texts: refusalTexts(code, numbers) });
}

async function getPage({ contexts, pages }: UploadRoutesParts, request: Request, response: Response) {
  const { db } = contexts.makeForUpload(request, response, linkOf(request, 'uploadPage'));
  const token = tokenOf(request);
  if (!token) return dead(response, 'UNKNOWN');
  const page = await pages.page(db, token);
  if (page.state !== 'OPEN') return dead(response, page.state);
  response.json(page);
}

async function putPart(parts: UploadRoutesParts, request: Request, response: Response) {
  const { db } = parts.contexts.makeForUpload(request, response, linkOf(request, 'uploadPart'));
  const [token, part] = [tokenOf(request), partOf(request)];
  if (!token || !part) return dead(response, 'UNKNOWN');
  const read = (most: number) => readBody(request, most);
  const result = await parts.uploads.putPart(db, { token, part, read });
  parts.count(result.kind === 'REFUSED' ? result.code : result.kind);
  if (result.kind === 'DEAD') return dead(response, result.state);
  if (result.kind === 'REFUSED') return refuse(response, result.code, parts.numbers);
  response.json(await parts.pages.part(db, token, part));
}

async function deletePart({ contexts, uploads }: UploadRoutesParts, request: Request, response: Response) {
  const { db } = contexts.makeForUpload(request, response, linkOf(request, 'uploadDeletePart'));
  const [token, part] = [tokenOf(request), partOf(request)];
  if (!token || !part) return dead(response, 'UNKNOWN');
  const state = await uploads.deletePart(db, { token, part });
  if (state) return dead(response, state);
  response.status(204).end();
}

async function submit({ contexts, submissions }: UploadRoutesParts, request: Request, response: Response) {
  const { db } = contexts.makeForUpload(request, response, linkOf(request, 'submitImages'));
  const token = tokenOf(request);
  if (!token) return dead(response, 'UNKNOWN');
  const body: unknown = request.body;
  const headgearExemption =
    typeof body === 'object' &&
    body !== null &&
    'headgearExemption' in body &&
    body.headgearExemption === true;
  const result = await submissions.submitImages(db, { token, headgearExemption });
  if (result.kind === 'DEAD') return dead(response, result.state);
  if (result.kind === 'PART_MISSING') return void response.status(409).json({ code: 'PART_MISSING' });
  response.json({ state: 'RECEIVED' });
}
