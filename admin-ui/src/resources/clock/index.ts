import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'clock', action: 'read' };

export const clockRoutes: DeskRoute[] = [
  { path: 'clock', page: lazyPage(() => import('./ClockList.tsx'), 'ClockList'), needs },
  { path: 'clock/:job', page: lazyPage(() => import('./JobShow.tsx'), 'JobShow'), needs },
];
