import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'client', action: 'read' };

export const machineRoutes: DeskRoute[] = [
  { path: 'machines', page: lazyPage(() => import('./MachineList.tsx'), 'MachineList'), needs },
  { path: 'machines/:id', page: lazyPage(() => import('./MachineShow.tsx'), 'MachineShow'), needs },
];
