import type { NextFunction, Request, Response } from 'express';

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
  const status = error.status ?? 500;
  const code = status === 413 ? 'BODY_TOO_LARGE' : status < 500 ? 'BAD_REQUEST' : 'INTERNAL';
  response.status(status).json({ errors: [{ message: code, extensions: { code } }] });
}
