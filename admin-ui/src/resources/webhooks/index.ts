import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'webhook', action: 'read' };

export const webhookRoutes: DeskRoute[] = [
  { path: 'webhooks', page: lazyPage(() => import('./WebhookList.tsx'), 'WebhookList'), needs },
];
