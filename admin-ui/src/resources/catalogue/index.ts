import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'catalogue', action: 'read:changes' };

export const catalogueRoutes: DeskRoute[] = [
  { path: 'catalogue', page: lazyPage(() => import('./CatalogueList.tsx'), 'CatalogueList'), needs },
  { path: 'catalogue/texts', page: lazyPage(() => import('./texts/TextList.tsx'), 'TextList'), needs },
  {
    path: 'catalogue/texts/:kind/:code',
    page: lazyPage(() => import('./texts/TextShow.tsx'), 'TextShow'),
    needs,
  },
  { path: 'catalogue/:code', page: lazyPage(() => import('./CatalogueShow.tsx'), 'CatalogueShow'), needs },
];
