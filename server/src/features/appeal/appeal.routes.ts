/** Hands the package of an appeal to staff who may see it, and to nobody else: no cache, no script. */
import { type Request, type Response, Router } from 'express';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import { AppError } from '../../platform/errors.ts';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import type { AppealPackageService } from './appeal-package.service.ts';

export const APPEAL_ROUTES: readonly RouteRule[] = [
  { method: 'GET', path: '/files/appeals/:id/package', rule: { resource: 'appeal', action: 'read' } },
];

const HEADERS = {
  'Content-Type': 'application/zip',
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
} as const;
const ID = /^\d{1,18}$/;

export interface AppealRoutesParts {
  readonly contexts: Pick<ContextMaker, 'make'>;
  readonly packages: AppealPackageService;
}

export function appealRoutes(parts: AppealRoutesParts): Router {
  const router = Router();
  router.get('/appeals/:id/package', (request, response) => getPackage(parts, request, response));
  return router;
}

const refuse = (response: Response, status: number, code: string) =>
  void response
    .status(status)
    .set('Cache-Control', 'no-store')
    .json({ errors: [{ message: code, extensions: { code } }] });

async function getPackage(
  { contexts, packages }: AppealRoutesParts,
  request: Request,
  response: Response,
): Promise<void> {
  const { db } = await contexts.make(request, response, 'openAppealPackage');
  if (db.principal.kind !== 'staff') return refuse(response, 401, 'UNAUTHENTICATED');
  const { id } = request.params;
  if (typeof id !== 'string' || !ID.test(id)) return refuse(response, 404, 'NOT_FOUND');
  try {
    const file = await packages.open(db, id);
    if (!file) return refuse(response, 404, 'NOT_FOUND');
    response
      .set(HEADERS)
      .set('Content-Disposition', `attachment; filename="${file.name}"`)
      .set('Content-Length', String(file.bytes.length))
      .end(file.bytes);
  } catch (error) {
    if (error instanceof AppError) return refuse(response, 429, error.code);
    throw error;
  }
}
