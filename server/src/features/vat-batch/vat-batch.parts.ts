/** Wires the batches of VAT self-approval: the page and the files. */
import type { Express } from 'express';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import { VatBatchReadModel } from './vat-batch.readmodel.ts';
import { VatBatchResolver } from './vat-batch.resolver.ts';
import { vatBatchRoutes } from './vat-batch.routes.ts';
import { type VatBatchParts, VatBatchService } from './vat-batch.service.ts';

export const vatBatchInstances = (parts: VatBatchParts): object[] => [
  new VatBatchResolver(new VatBatchReadModel(parts), new VatBatchService(parts)),
];

export function mountVatBatches(http: Express, contexts: ContextMaker, parts: VatBatchParts): void {
  http.use('/files', vatBatchRoutes({ contexts, service: new VatBatchService(parts) }));
}
