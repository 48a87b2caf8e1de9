/** The HTTP side of documents: one file in, with what it is in a header, and one file out, to nobody and nothing but the reader. */
import { type Request, type Response, Router } from 'express';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import type { Db } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import { handOut } from '../../platform/http/hand-out.ts';
import { readBody } from '../../platform/http/read-body.ts';
import { refuse } from '../../platform/http/refuse.ts';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import { isForeign } from '../../platform/http/security.ts';
import type { DocumentReadModel } from './document.readmodel.ts';
import type { DocumentService } from './document.service.ts';
import { AboutDocument, type AboutDocumentInput } from './document-about.ts';
import { type DocumentMediaType, MOST_DOCUMENT_BYTES } from './document-file.ts';

const OPEN = { resource: 'document', action: 'open' } as const;
const ADD = { resource: 'document', action: 'add' } as const;

export const DOCUMENT_ROUTES: readonly RouteRule[] = [
  { method: 'GET', path: '/files/documents/:id/:copy', rule: OPEN },
  { method: 'PUT', path: '/files/cases/:caseId/documents', rule: ADD },
  { method: 'PUT', path: '/files/documents/:documentId/versions', rule: ADD },
];

export interface DocumentRoutesParts {
  readonly contexts: Pick<ContextMaker, 'make'>;
  readonly documents: DocumentService;
  readonly reading: DocumentReadModel;
}

const EXTENSION: Readonly<Record<DocumentMediaType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

const STATUS_OF: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  VALIDATION_FAILED: 400,
  ACTION_NOT_AVAILABLE: 409,
  BARRED: 409,
  DOCUMENT_DUPLICATE: 409,
  DOCUMENT_SIZE: 413,
  DOCUMENT_FORMAT: 415,
  DOCUMENT_CORRUPT: 422,
  DOCUMENT_ENCRYPTED: 422,
  DOCUMENT_ACTIVE: 422,
  DOCUMENT_EMBEDDED: 422,
  DOCUMENT_TOO_MANY_PAGES: 422,
  DOCUMENT_TOO_MANY_PIXELS: 422,
  FILE_INFECTED: 422,
  DAILY_LIMIT: 429,
  SCAN_UNAVAILABLE: 503,
  SERVER_BUSY: 503,
};

export function documentRoutes(parts: DocumentRoutesParts): Router {
  const router = Router();
  const { contexts } = parts;
  const answering = (operation: string, answer: Answer) => async (request: Request, response: Response) => {
    response.set('Cache-Control', 'no-store');
    const { db } = await contexts.make(request, response, operation);
    await answer(parts, { db, request, response }).catch(error => tell(request, response, error));
  };
  router.get('/documents/:id/:copy', handOut({ contexts, operation: 'openDocument', find: finding(parts) }));
  router.put('/cases/:caseId/documents', answering('addDocument', fromHere(add)));
  router.put('/documents/:documentId/versions', answering('addDocumentVersion', fromHere(addVersion)));
  return router;
}

const finding =
  ({ reading }: DocumentRoutesParts): Parameters<typeof handOut>[0]['find'] =>
  async (db, id, { copy }) => {
    const opened = copy === 'display' || copy === 'original' ? await reading.open(db, id, copy) : null;
    if (!opened) return null;
    const { bytes, mediaType } = opened;
    return { bytes, mediaType, name: `document-${id}.${EXTENSION[mediaType]}` };
  };

interface Asked {
  readonly db: Db;
  readonly request: Request;
  readonly response: Response;
}

type Answer = (parts: DocumentRoutesParts, asked: Asked) => Promise<void>;

/** Each holds a whole file in memory. */
const MOST_AT_ONCE = 10;

/** A file is put here by the console alone: a form of another site can neither PUT nor set the header, nor name its origin. */
function fromHere(answer: Answer): Answer {
  let running = 0;
  return async (parts, asked) => {
    if (isForeign(asked.request)) return refuse(asked.response, { status: 403, code: 'FOREIGN_ORIGIN' });
    if (running >= MOST_AT_ONCE) throw new AppError('SERVER_BUSY');
    running += 1;
    try {
      await answer(parts, asked);
    } finally {
      running -= 1;
    }
  };
}

/** @throws AppError UNAUTHENTICATED, NOT_FOUND */
function idOf({ db, request }: Asked, name: string): string {
  if (db.principal.kind !== 'staff') throw new AppError('UNAUTHENTICATED');
  const id = request.params[name];
  if (typeof id !== 'string' || !/^\d{1,18}$/.test(id)) throw new AppError('NOT_FOUND');
  return id;
}

async function add({ documents }: DocumentRoutesParts, asked: Asked): Promise<void> {
  const caseId = idOf(asked, 'caseId');
  const about = aboutOf(asked.request);
  const read = () => readBody(asked.request, MOST_DOCUMENT_BYTES);
  asked.response.status(201).json(await documents.add(asked.db, { caseId, about, read }));
}

async function addVersion({ documents }: DocumentRoutesParts, asked: Asked): Promise<void> {
  const documentId = idOf(asked, 'documentId');
  const read = () => readBody(asked.request, MOST_DOCUMENT_BYTES);
  asked.response.status(201).json(await documents.addVersion(asked.db, { documentId, read }));
}

/** What the file is, in a header and not in the address, which others write down. @throws AppError VALIDATION_FAILED */
function aboutOf({ headers }: Request): AboutDocumentInput {
  const told = AboutDocument.safeParse(jsonIn(headers['document-about']));
  if (told.success) return told.data;
  const fields = told.error.issues.map(({ path }) => [String(path[0] ?? 'document'), 'INVALID']);
  throw new AppError('VALIDATION_FAILED', {}, Object.fromEntries(fields));
}

function jsonIn(header: string | string[] | undefined): unknown {
  try {
    return JSON.parse(decodeURIComponent(String(header)));
  } catch {
    return null;
  }
}

/** What is left of a file that is not wanted is read and thrown away, so that its sender gets this answer. */
async function tell(request: Request, response: Response, error: unknown): Promise<void> {
  const status = error instanceof AppError ? STATUS_OF[error.code] : undefined;
  if (!(error instanceof AppError) || !status) throw error;
  const { code, params, fieldErrors } = error;
  if (!request.readableEnded) await readBody(request, 0);
  response.status(status).json({ errors: [{ message: code, extensions: { code, params, fieldErrors } }] });
}
