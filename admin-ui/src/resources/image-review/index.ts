import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'image-submission', action: 'read' };

export const imageReviewRoutes: DeskRoute[] = [
  { path: 'bench', page: lazyPage(() => import('./EmptyBench.tsx'), 'EmptyBench'), rail: true, needs },
  { path: 'bench/:id', page: lazyPage(() => import('./ImageBench.tsx'), 'ImageBench'), rail: true, needs },
];
