import type { DeskRoute } from '../../shared/routes.ts';

export const auditRoutes: DeskRoute[] = [];
