/** The addresses a load balancer and a monitoring system ask; the internal ones on a port of their own. */
import express, { type Express, type RequestHandler } from 'express';
import type { Metrics } from './metrics.ts';
import { type LookReadiness, readinessAnswer } from './readiness.ts';

export interface HealthParts {
  readonly look: LookReadiness;
  /** False once the server has been told to stop. */
  readonly accepting: () => boolean;
}

export function serveHealth(http: Express, { look, accepting }: HealthParts): void {
  http.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  http.get('/readyz', async (_request, response) => {
    const answer = readinessAnswer(await look(), accepting());
    response.status(answer.status === 'ready' ? 200 : 503).json(answer);
  });
}

/** For the operator's network alone: numbers, but no names, ids or texts. */
export function internalApp({ look, accepting }: HealthParts, { registry }: Metrics): Express {
  const http = express().disable('x-powered-by');
  http.get('/metrics', async (_request, response) => {
    response.setHeader('Content-Type', registry.contentType).end(await registry.metrics());
  });
  http.get('/readyz', async (_request, response) => {
    const state = await look();
    const { status } = readinessAnswer(state, accepting());
    response.status(status === 'ready' ? 200 : 503).json({ status, ...state });
  });
  return http;
}

/** Every answer given while the server stops is the last one of its connection, so that no client sends into a closing one. */
export function closeWhenStopping(accepting: () => boolean): RequestHandler {
  return (_request, response, next) => {
    const { writeHead } = response;
    response.writeHead = ((...args: Parameters<typeof writeHead>) => {
      if (!accepting() && !response.headersSent) response.setHeader('Connection', 'close');
      return writeHead.apply(response, args);
    }) as typeof writeHead;
    next();
  };
}
