import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

export const outboxRoutes: DeskRoute[] = [
  {
    path: 'outbox',
    page: lazyPage(() => import('./OutboxList.tsx'), 'OutboxList'),
    needs: { resource: 'mail', action: 'read' },
  },
];
