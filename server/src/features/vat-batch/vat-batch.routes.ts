/** Serves the files of a batch to whoever makes batches, the checksum beside the bytes. */
import { Router } from 'express';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import { handOut } from '../../platform/http/hand-out.ts';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import type { VatBatchService } from './vat-batch.service.ts';

export const VAT_BATCH_ROUTES: readonly RouteRule[] = [
  { method: 'GET', path: '/files/vat-batches/:id/:format', rule: { resource: 'vat-batch', action: 'make' } },
];

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

export interface VatBatchRoutesParts {
  readonly contexts: Pick<ContextMaker, 'make'>;
  readonly service: VatBatchService;
}

export function vatBatchRoutes({ contexts, service }: VatBatchRoutesParts): Router {
  return Router().get(
    '/vat-batches/:id/:format',
    handOut({
      contexts,
      operation: 'openVatBatch',
      find: async (db, id, { format }) => {
        const file = format === 'csv' || format === 'json' ? await service.file(db, id, format) : null;
        return file && { ...file, name: file.fileName, mediaType: TYPES[format as keyof typeof TYPES] };
      },
    }),
  );
}
