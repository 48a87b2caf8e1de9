/** Takes a file from the bank over HTTP, from the console alone. */
import { type Request, type Response, Router } from 'express';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import { AppError } from '../../platform/errors.ts';
import { readBody } from '../../platform/http/read-body.ts';
import { refuse } from '../../platform/http/refuse.ts';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import { isForeign } from '../../platform/http/security.ts';
import { type ImportPaymentsService, MOST_FILE_BYTES } from './import-payments.service.ts';

export const PAYMENT_ROUTES: readonly RouteRule[] = [
  { method: 'PUT', path: '/files/payments', rule: { resource: 'payment', action: 'import' } },
];

export interface PaymentRoutesParts {
  readonly contexts: Pick<ContextMaker, 'make'>;
  readonly imports: ImportPaymentsService;
}

const STATUS_OF: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  VALIDATION_FAILED: 400,
  PAYMENT_FILE_SIZE: 413,
  PAYMENT_FILE_UNREADABLE: 422,
  SERVER_BUSY: 503,
};

export function paymentRoutes({ contexts, imports }: PaymentRoutesParts): Router {
  let running = false;
  return Router().put('/payments', async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const { db } = await contexts.make(request, response, 'importPayments');
    if (isForeign(request)) return refuse(response, { status: 403, code: 'FOREIGN_ORIGIN' });
    try {
      // A whole file is held in memory.
      if (running) throw new AppError('SERVER_BUSY');
      running = true;
      const read = () => readBody(request, MOST_FILE_BYTES);
      response.status(201).json(await imports.takeIn(db, { name: nameIn(request), read }));
    } catch (error) {
      await tell(request, response, error);
    } finally {
      running = false;
    }
  });
}

/** Its name, in a header and not in the address, which others write down. */
function nameIn({ headers }: Request): string {
  try {
    return decodeURIComponent(String(headers['file-name'] ?? ''));
  } catch {
    return '';
  }
}

/** What is left of a file that is not wanted is read and thrown away, so that its sender gets this answer. */
async function tell(request: Request, response: Response, error: unknown): Promise<void> {
  const status = error instanceof AppError ? STATUS_OF[error.code] : undefined;
  if (!(error instanceof AppError) || !status) throw error;
  const { code, params, fieldErrors } = error;
  if (!request.readableEnded) await readBody(request, 0);
  response.status(status).json({ errors: [{ message: code, extensions: { code, params, fieldErrors } }] });
}
