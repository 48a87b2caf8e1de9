import type { DeskRoute } from '../../shared/routes.ts';

export const caseRoutes: DeskRoute[] = [];
