/** Serves letters and batches of letters as PDF to staff who may see them. */
import { Router } from 'express';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import { handOut } from '../../platform/http/hand-out.ts';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import type { LetterFile, LetterFileService } from './letter-file.service.ts';

export const LETTER_ROUTES: readonly RouteRule[] = [
  { method: 'GET', path: '/files/letters/:id/pdf', rule: { resource: 'letter', action: 'open' } },
  { method: 'GET', path: '/files/letter-batches/:id/pdf', rule: { resource: 'letter', action: 'print' } },
];

export interface LetterRoutesParts {
  readonly contexts: Pick<ContextMaker, 'make'>;
  readonly files: LetterFileService;
}

const asFile = (file: LetterFile | null) =>
  file && { name: file.name, bytes: file.pdf, mediaType: 'application/pdf' };

export function letterRoutes({ contexts, files }: LetterRoutesParts): Router {
  return Router()
    .get(
      '/letters/:id/pdf',
      handOut({
        contexts,
        operation: 'openLetter',
        find: async (db, id) => asFile(await files.letter(db, id)),
      }),
    )
    .get(
      '/letter-batches/:id/pdf',
      handOut({
        contexts,
        operation: 'openPrintBatch',
        find: async (db, id) => asFile(await files.batch(db, id)),
      }),
    );
}
