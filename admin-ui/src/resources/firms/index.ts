import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

export const firmRoutes: DeskRoute[] = [
  {
    path: 'firms/:orgNumber',
    page: lazyPage(() => import('./FirmShow.tsx'), 'FirmShow'),
    rail: true,
    needs: { resource: 'firm', action: 'read' },
  },
];
