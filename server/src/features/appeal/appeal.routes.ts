/** Hands the package of an appeal to staff who may see it. */
import { Router } from 'express';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import { handOut } from '../../platform/http/hand-out.ts';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import type { AppealPackageService } from './appeal-package.service.ts';

export const APPEAL_ROUTES: readonly RouteRule[] = [
  { method: 'GET', path: '/files/appeals/:id/package', rule: { resource: 'appeal', action: 'read' } },
];

export interface AppealRoutesParts {
  readonly contexts: Pick<ContextMaker, 'make'>;
  readonly packages: AppealPackageService;
}

export function appealRoutes({ contexts, packages }: AppealRoutesParts): Router {
  const find = async (...[db, id]: Parameters<AppealPackageService['open']>) => {
    const file = await packages.open(db, id);
    return file && { ...file, mediaType: 'application/zip' };
  };
  return Router().get('/appeals/:id/package', handOut({ contexts, operation: 'openAppealPackage', find }));
}
