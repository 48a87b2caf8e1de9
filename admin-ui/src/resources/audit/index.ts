import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

export const auditRoutes: DeskRoute[] = [
  {
    path: 'audit',
    page: lazyPage(() => import('./AuditList.tsx'), 'AuditList'),
    needs: { resource: 'audit', action: 'read' },
  },
];
