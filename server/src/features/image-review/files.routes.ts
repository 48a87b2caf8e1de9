/** Serves stored images to staff who may see them, and to nobody and nothing else: no cache, no script, no guess at the type. */
import { type Request, type Response, Router } from 'express';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import type { FileReadModel } from './file.readmodel.ts';

const READ_FILE = { resource: 'file', action: 'read' } as const;

export const FILE_ROUTES: readonly RouteRule[] = [
  { method: 'GET', path: '/files/:id/:variant', rule: READ_FILE },
];

const HEADERS = {
  'Content-Type': 'image/jpeg',
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
} as const;

const FILE_ID = /^\d{1,18}$/;

export interface FileRoutesParts {
  readonly contexts: Pick<ContextMaker, 'make'>;
  readonly files: FileReadModel;
}

export function fileRoutes(parts: FileRoutesParts): Router {
  const router = Router();
  router.get('/:id/:variant', (request, response) => getFile(parts, request, response));
  return router;
}

const refuse = (response: Response, status: number, code: string) =>
  void response
    .status(status)
    .set('Cache-Control', 'no-store')
    .json({ errors: [{ message: code, extensions: { code } }] });

async function getFile({ contexts, files }: FileRoutesParts, request: Request, response: Response) {
  const { db } = await contexts.make(request, response, 'readFile');
  if (db.principal.kind !== 'staff') return refuse(response, 401, 'UNAUTHENTICATED');
  const { id, variant } = request.params;
  if (typeof id !== 'string' || !FILE_ID.test(id)) return refuse(response, 404, 'NOT_FOUND');
  const known = variant === 'display' || variant === 'thumbnail';
  const bytes = known ? await files.image(db, id, variant) : null;
  if (!bytes) return refuse(response, 404, 'NOT_FOUND');
  response
    .set(HEADERS)
    .set('Content-Disposition', `attachment; filename="document-${id}.jpg"`)
    .set('Content-Length', String(bytes.length))
    .end(bytes);
}
