import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'reissue', action: 'read' };
const proposing = { resource: 'reissue', action: 'propose' };

export const reissueRoutes: DeskRoute[] = [
  { path: 'reissues', page: lazyPage(() => import('./ReissueList.tsx'), 'ReissueList'), needs },
  { path: 'reissues/:id', page: lazyPage(() => import('./ReissueShow.tsx'), 'ReissueShow'), needs },
  {
    path: 'invoices/:id/reissue',
    page: lazyPage(() => import('./ReissueNew.tsx'), 'ReissueNew'),
    needs: proposing,
  },
];
