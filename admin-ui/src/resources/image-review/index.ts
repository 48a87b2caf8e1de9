import type { DeskRoute } from '../../shared/routes.ts';

export const imageReviewRoutes: DeskRoute[] = [];
