/** For routes that cost a caller nothing and the desk a row in its log or a look in its database: an end to a script. */
import type { RequestHandler } from 'express';
import { networkOf } from './network.ts';
import type { RateLimit } from './rate-limit.ts';
import { refuse } from './refuse.ts';

/** Callers without a session share what their network has, whatever route they come by. */
export const callerAt = (address: string | null | undefined): string => `network ${networkOf(address)}`;

export function paced(limit: RateLimit, cost: number): RequestHandler {
  return function pacedByNetwork(request, response, next) {
    const seconds = limit.take(callerAt(request.ip), cost);
    if (seconds === 0) {
      next();
      return;
    }
    response.setHeader('Retry-After', String(seconds));
    refuse(response, { status: 429, code: 'RATE_LIMITED', params: { seconds } });
  };
}
