import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'production', action: 'read' };

export const productionRoutes: DeskRoute[] = [
  { path: 'production', page: lazyPage(() => import('./ProductionList.tsx'), 'ProductionList'), needs },
  { path: 'production/:id', page: lazyPage(() => import('./BatchShow.tsx'), 'BatchShow'), needs },
];
