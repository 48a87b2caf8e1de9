import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'letter', action: 'read' };
const print = { resource: 'letter', action: 'print' };

export const letterRoutes: DeskRoute[] = [
  { path: 'letters', page: lazyPage(() => import('./LetterList.tsx'), 'LetterList'), needs },
  { path: 'letters/batches', page: lazyPage(() => import('./BatchList.tsx'), 'BatchList'), needs: print },
  { path: 'letters/batches/:id', page: lazyPage(() => import('./BatchShow.tsx'), 'BatchShow'), needs: print },
];
