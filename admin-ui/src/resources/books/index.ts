import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'ledger', action: 'read' };

export const bookRoutes: DeskRoute[] = [
  { path: 'books', page: lazyPage(() => import('./BooksPage.tsx'), 'BooksPage'), needs },
];
