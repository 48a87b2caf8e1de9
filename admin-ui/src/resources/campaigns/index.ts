import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'decision', action: 'read' };

export const campaignRoutes: DeskRoute[] = [
  { path: 'campaigns', page: lazyPage(() => import('./CampaignList.tsx'), 'CampaignList'), needs },
  { path: 'campaigns/:id', page: lazyPage(() => import('./CampaignShow.tsx'), 'CampaignShow'), needs },
];
