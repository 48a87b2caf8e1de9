import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'application', action: 'read' };
const registers = { resource: 'application', action: 'register' };

export const applicationRoutes: DeskRoute[] = [
  { path: 'applications', page: lazyPage(() => import('./ApplicationList.tsx'), 'ApplicationList'), needs },
  {
    path: 'applications/new',
    page: lazyPage(() => import('./RegisterApplication.tsx'), 'RegisterApplication'),
    needs: registers,
  },
  {
    path: 'applications/new-approval',
    page: lazyPage(() => import('./RegisterApproval.tsx'), 'RegisterApproval'),
    needs: { resource: 'decision', action: 'propose' },
  },
  {
    path: 'applications/:caseId',
    page: lazyPage(() => import('./IssuerApplication.tsx'), 'IssuerApplication'),
    rail: true,
    needs,
  },
];
