import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'inbound-mail', action: 'read' };

export const inboundMailRoutes: DeskRoute[] = [
  { path: 'post', page: lazyPage(() => import('./InboundMailList.tsx'), 'InboundMailList'), needs },
  { path: 'post/:id', page: lazyPage(() => import('./InboundMailShow.tsx'), 'InboundMailShow'), needs },
];
