import type { NextFunction, Request, Response } from 'express';
import { AppError } from '../errors.ts';
import { refuse } from './refuse.ts';

/** Refusals of a route outside GraphQL that its caller is told; any other is our own mistake. */
const STATUS_OF: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  STEP_UP_REQUIRED: 403,
  NOT_FOUND: 404,
  DAILY_LIMIT: 429,
  DOCUMENT_DAMAGED: 500,
};

/** Errors outside GraphQL (a body that is too large or no JSON) get a code and nothing else. */
// biome-ignore lint/complexity/useMaxParams: Express knows an error handler by its four parameters
export function answerErrors(
  error: { status?: number },
  _request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (response.headersSent) {
    next(error);
    return;
  }
  const told = error instanceof AppError ? STATUS_OF[error.code] : undefined;
  if (error instanceof AppError && told) {
    refuse(response, { status: told, code: error.code, params: error.params });
    return;
  }
  const status = error.status ?? 500;
  const code = status === 413 ? 'BODY_TOO_LARGE' : status < 500 ? 'BAD_REQUEST' : 'INTERNAL';
  response.status(status).json({ errors: [{ message: code, extensions: { code } }] });
}
