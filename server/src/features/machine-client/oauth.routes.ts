/** The door machines get their tokens at. */
import { type Request, type Response, Router } from 'express';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import type { Db } from '../../platform/db/db.ts';
import { isForeign } from '../../platform/http/security.ts';
import type { MachineContexts } from '../../platform/machine/machine-context.ts';

/** Public on purpose: whoever has no token yet proves here who it is. */
export const OAUTH_ROUTES: readonly RouteRule[] = [{ method: 'POST', path: '/oauth/token', rule: 'public' }];

export interface OauthRoutesParts {
  readonly contexts: Pick<MachineContexts, 'make'>;
  readonly answer: (request: Request, response: Response, db: Db) => Promise<void>;
}

export function oauthRoutes({ contexts, answer }: OauthRoutesParts): Router {
  const router = Router();
  router.post('/token', async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    // No browser has business here.
    if (isForeign(request)) return void response.status(403).json({ error: 'invalid_request' });
    const { db } = await contexts.make(request, response, 'machineToken');
    await answer(request, response, db.atTheDoor());
  });
  return router;
}
