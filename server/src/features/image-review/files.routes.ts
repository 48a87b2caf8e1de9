/** Serves stored images to staff who may see them. */
import { Router } from 'express';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import { handOut } from '../../platform/http/hand-out.ts';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import type { FileReadModel } from './file.readmodel.ts';

const READ_FILE = { resource: 'file', action: 'read' } as const;

export const FILE_ROUTES: readonly RouteRule[] = [
  { method: 'GET', path: '/files/:id/:variant', rule: READ_FILE },
];

export interface FileRoutesParts {
  readonly contexts: Pick<ContextMaker, 'make'>;
  readonly files: FileReadModel;
}

export function fileRoutes({ contexts, files }: FileRoutesParts): Router {
  return Router().get(
    '/:id/:variant',
    handOut({
      contexts,
      operation: 'readFile',
      find: async (db, id, { variant }) => {
        const known = variant === 'display' || variant === 'thumbnail';
        const bytes = known ? await files.image(db, id, variant) : null;
        return bytes && { bytes, name: `document-${id}.jpg`, mediaType: 'image/jpeg' };
      },
    }),
  );
}
