import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'entry', action: 'read' };

export const exceptionEntryRoutes: DeskRoute[] = [
  { path: 'exception-entries', page: lazyPage(() => import('./EntryList.tsx'), 'EntryList'), needs },
  {
    path: 'exception-entries/withdraw',
    page: lazyPage(() => import('./WithdrawalPage.tsx'), 'WithdrawalPage'),
    rail: true,
    needs: { resource: 'decision', action: 'propose' },
  },
  { path: 'exception-entries/:id', page: lazyPage(() => import('./EntryShow.tsx'), 'EntryShow'), needs },
];
