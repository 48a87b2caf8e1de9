import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

export const personRoutes: DeskRoute[] = [
  {
    path: 'persons/:id',
    page: lazyPage(() => import('./PersonShow.tsx'), 'PersonShow'),
    rail: true,
    needs: { resource: 'person', action: 'read' },
  },
];
