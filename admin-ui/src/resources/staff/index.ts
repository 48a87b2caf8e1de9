import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'staff', action: 'read' };

export const staffRoutes: DeskRoute[] = [
  { path: 'staff', page: lazyPage(() => import('./StaffList.tsx'), 'StaffList'), needs },
  { path: 'staff/:id', page: lazyPage(() => import('./StaffEdit.tsx'), 'StaffEdit'), needs },
];
