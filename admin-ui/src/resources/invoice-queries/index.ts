import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'invoice-query', action: 'read' };

export const invoiceQueryRoutes: DeskRoute[] = [
  {
    path: 'invoice-queries/:id',
    page: lazyPage(() => import('../cases/CaseShow.tsx'), 'CaseShow'),
    rail: true,
    needs,
  },
];
