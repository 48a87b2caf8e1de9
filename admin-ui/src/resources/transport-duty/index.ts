import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

export const transportDutyRoutes: DeskRoute[] = [
  {
    path: 'transport-duty',
    page: lazyPage(() => import('./TransportDuty.tsx'), 'TransportDuty'),
    needs: { resource: 'transport-duty', action: 'ask' },
  },
];
