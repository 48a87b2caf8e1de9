/** Serves letters and batches of letters as PDF to staff who may see them, and to nobody else: no cache, no script. */
import { type Request, type Response, Router } from 'express';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import { AppError } from '../../platform/errors.ts';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import type { LetterFileService } from './letter-file.service.ts';

export const LETTER_ROUTES: readonly RouteRule[] = [
  { method: 'GET', path: '/files/letters/:id/pdf', rule: { resource: 'letter', action: 'open' } },
  { method: 'GET', path: '/files/letter-batches/:id/pdf', rule: { resource: 'letter', action: 'print' } },
];

const HEADERS = {
  'Content-Type': 'application/pdf',
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
} as const;
const ID = /^\d{1,18}$/;

export interface LetterRoutesParts {
  readonly contexts: Pick<ContextMaker, 'make'>;
  readonly files: LetterFileService;
}

type What = 'letter' | 'batch';

export function letterRoutes(parts: LetterRoutesParts): Router {
  const router = Router();
  router.get('/letters/:id/pdf', (request, response) => getPdf(parts, 'letter', { request, response }));
  router.get('/letter-batches/:id/pdf', (request, response) => getPdf(parts, 'batch', { request, response }));
  return router;
}

function refuse(response: Response, status: number, code: string): void {
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .json({ errors: [{ message: code, extensions: { code } }] });
}

async function getPdf(
  { contexts, files }: LetterRoutesParts,
  what: What,
  { request, response }: { request: Request; response: Response },
): Promise<void> {
  const { db } = await contexts.make(request, response, what === 'letter' ? 'openLetter' : 'openPrintBatch');
  if (db.principal.kind !== 'staff') return refuse(response, 401, 'UNAUTHENTICATED');
  const { id } = request.params;
  if (typeof id !== 'string' || !ID.test(id)) return refuse(response, 404, 'NOT_FOUND');
  try {
    const file = await files[what](db, id);
    if (!file) return refuse(response, 404, 'NOT_FOUND');
    const asked = `attachment; filename="${file.name}"`;
    response
      .set(HEADERS)
      .set('Content-Disposition', asked)
      .set('Content-Length', String(file.pdf.length))
      .end(file.pdf);
  } catch (error) {
    if (error instanceof AppError) return refuse(response, 429, error.code);
    throw error;
  }
}
