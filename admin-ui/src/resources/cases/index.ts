import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'case', action: 'read' };
const works = { resource: 'case', action: 'work' };

export const caseRoutes: DeskRoute[] = [
  { path: 'queues/:queue', page: lazyPage(() => import('./CaseQueue.tsx'), 'CaseQueue'), needs },
  { path: 'my-cases', page: lazyPage(() => import('./MyCases.tsx'), 'MyCases'), needs: works },
  { path: 'on-hold', page: lazyPage(() => import('./OnHold.tsx'), 'OnHold'), needs: works },
  { path: 'cases/:id', page: lazyPage(() => import('./CaseShow.tsx'), 'CaseShow'), rail: true, needs },
];
