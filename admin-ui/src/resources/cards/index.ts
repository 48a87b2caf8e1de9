import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'card', action: 'read' };

export const cardRoutes: DeskRoute[] = [
  { path: 'cards', page: lazyPage(() => import('./CardList.tsx'), 'CardList'), needs },
  { path: 'cards/:number', page: lazyPage(() => import('./CardShow.tsx'), 'CardShow'), rail: true, needs },
];
