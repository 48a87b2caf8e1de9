import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'journal', action: 'read' };

export const journalRoutes: DeskRoute[] = [
  { path: 'journal', page: lazyPage(() => import('./JournalList.tsx'), 'JournalList'), needs },
];
