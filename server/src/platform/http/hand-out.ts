/** Hands out one file to staff who may see it, and to nobody and nothing else: no cache, no script, no guess at the type. */
import type { Request, RequestHandler } from 'express';
import type { Db } from '../db/db.ts';
import { AppError, notFound } from '../errors.ts';
import type { ContextMaker } from './request-context.ts';

export interface FileOut {
  readonly bytes: Buffer;
  readonly name: string;
  readonly mediaType: string;
  /** In hex, where whoever gets it is to hold the bytes against it. */
  readonly sha256?: string;
}

interface Handing {
  readonly contexts: Pick<ContextMaker, 'make'>;
  /** As the log names it. */
  readonly operation: string;
  /**
   * Decides who may see it, and writes the reading down before it gives the bytes; null for one that is not there and for one the
   * actor may not see, which look the same.
   */
  readonly find: (db: Db, id: string, params: Request['params']) => Promise<FileOut | null>;
}

const HEADERS = {
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
} as const;
const ID = /^\d{1,18}$/;

/** For a route with `:id`. What it throws is told by answerErrors. */
export const handOut =
  ({ contexts, operation, find }: Handing): RequestHandler =>
  async (request, response) => {
    response.set('Cache-Control', 'no-store');
    // Counted under its route, refused or not.
    response.locals.mount = request.baseUrl;
    const { db } = await contexts.make(request, response, operation);
    if (db.principal.kind !== 'staff') throw new AppError('UNAUTHENTICATED');
    const { id } = request.params;
    const file = typeof id === 'string' && ID.test(id) ? await find(db, id, request.params) : null;
    if (!file) throw notFound();
    const { bytes, name, mediaType, sha256 } = file;
    if (sha256) response.set('Repr-Digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`);
    response
      .set(HEADERS)
      .set('Content-Type', mediaType)
      .set('Content-Disposition', `attachment; filename="${name}"`)
      .set('Content-Length', String(bytes.length))
      .end(bytes);
  };
