import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

/** Everyone's own; nobody else's can be opened. */
export const tieRoutes: DeskRoute[] = [
  { path: 'my-ties', page: lazyPage(() => import('./MyTies.tsx'), 'MyTies') },
];
