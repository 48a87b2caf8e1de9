import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

export const accessLogRoutes: DeskRoute[] = [
  {
    path: 'access-review',
    page: lazyPage(() => import('./AccessReview.tsx'), 'AccessReview'),
    needs: { resource: 'access-review', action: 'read' },
  },
  {
    path: 'access-answer',
    page: lazyPage(() => import('./AccessAnswer.tsx'), 'AccessAnswer'),
    needs: { resource: 'access-answer', action: 'make' },
  },
];
