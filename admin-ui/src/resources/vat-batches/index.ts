import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'vat-batch', action: 'read' };

export const vatBatchRoutes: DeskRoute[] = [
  { path: 'vat-batches', page: lazyPage(() => import('./VatBatchList.tsx'), 'VatBatchList'), needs },
  { path: 'vat-batches/follow-up', page: lazyPage(() => import('./VatFollowUp.tsx'), 'VatFollowUp'), needs },
  { path: 'vat-batches/:id', page: lazyPage(() => import('./VatBatchShow.tsx'), 'VatBatchShow'), needs },
];
