import type { Response } from 'express';

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly params?: object;
}

/** A refusal before GraphQL has a say, in the same shape as its errors. */
export function refuse(response: Response, { status, code, params = {} }: Refusal): void {
  response.status(status).json({ errors: [{ message: code, extensions: { code, params } }] });
}
