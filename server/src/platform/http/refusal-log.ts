/** A request refused before anyone is named (wrong method, type or origin, broken JSON, no such link) has its log line too. */
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Log } from '../log.ts';

/** Requests that get a context write their own line, and are known by the id in the answer. */
export function logRefusals(log: Log): RequestHandler {
  return (_request, response, next) => {
    const startedAt = performance.now();
    response.once('finish', () => {
      if (response.hasHeader('X-Request-Id')) return;
      const ms = Math.round((performance.now() - startedAt) * 10) / 10;
      const { statusCode: status } = response;
      log.info('request', { requestId: randomUUID(), operation: 'refused', actorId: null, ms, status });
    });
    next();
  };
}
