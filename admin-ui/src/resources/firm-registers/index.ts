import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'firm-register', action: 'read' };
const page = lazyPage(() => import('./FirmRegister.tsx'), 'FirmRegister');

export const firmRegisterRoutes: DeskRoute[] = [
  { path: 'firm-registers', page, needs },
  { path: 'firm-registers/:register', page, needs },
];
