import type { DeskRoute } from '../../shared/routes.ts';

export const outboxRoutes: DeskRoute[] = [];
