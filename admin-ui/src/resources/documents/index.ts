import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

export const documentRoutes: DeskRoute[] = [
  {
    path: 'documents/:caseId',
    page: lazyPage(() => import('./DocumentsPage.tsx'), 'DocumentsPage'),
    rail: true,
    needs: { resource: 'document', action: 'read' },
  },
];
