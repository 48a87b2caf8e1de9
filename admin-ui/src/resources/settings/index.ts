import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'setting', action: 'read' };

export const settingRoutes: DeskRoute[] = [
  { path: 'rules', page: lazyPage(() => import('./SettingList.tsx'), 'SettingList'), needs },
  { path: 'rules/:key', page: lazyPage(() => import('./SettingShow.tsx'), 'SettingShow'), needs },
];
