/** Serves the files of a batch to whoever makes batches, and to nobody else: no cache, no script, the checksum beside the bytes. */
import { type Request, type Response, Router } from 'express';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import { AppError } from '../../platform/errors.ts';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import type { VatBatchService } from './vat-batch.service.ts';

export const VAT_BATCH_ROUTES: readonly RouteRule[] = [
  { method: 'GET', path: '/files/vat-batches/:id/:format', rule: { resource: 'vat-batch', action: 'make' } },
];

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const;
const HEADERS = {
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
} as const;
const ID = /^\d{1,18}$/;

export interface VatBatchRoutesParts {
  readonly contexts: Pick<ContextMaker, 'make'>;
  readonly service: VatBatchService;
}

export function vatBatchRoutes(parts: VatBatchRoutesParts): Router {
  const router = Router();
  router.get('/vat-batches/:id/:format', (request, response) => getBatchFile(parts, request, response));
  return router;
}

function refuse(response: Response, status: number, { code, params }: AppError): void {
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .json({ errors: [{ message: code, extensions: { code, params } }] });
}

async function getBatchFile(
  { contexts, service }: VatBatchRoutesParts,
  request: Request,
  response: Response,
): Promise<void> {
  const { db } = await contexts.make(request, response, 'openVatBatch');
  if (db.principal.kind !== 'staff') return refuse(response, 401, new AppError('UNAUTHENTICATED'));
  const { id, format } = request.params;
  const known = typeof id === 'string' && ID.test(id) && (format === 'csv' || format === 'json');
  if (!known) return refuse(response, 404, new AppError('NOT_FOUND'));
  try {
    const file = await service.file(db, id, format);
    if (!file) return refuse(response, 404, new AppError('NOT_FOUND'));
    response
      .set(HEADERS)
      .set('Content-Type', TYPES[format])
      .set('Content-Disposition', `attachment; filename="${file.fileName}"`)
      .set('Repr-Digest', `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`)
      .end(file.bytes);
  } catch (error) {
    if (error instanceof AppError && error.code === 'STEP_UP_REQUIRED') return refuse(response, 403, error);
    throw error;
  }
}
