import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'order', action: 'read' };

export const orderRoutes: DeskRoute[] = [
  { path: 'orders', page: lazyPage(() => import('./OrderList.tsx'), 'OrderList'), needs },
  { path: 'orders/:number', page: lazyPage(() => import('./OrderShow.tsx'), 'OrderShow'), rail: true, needs },
];
