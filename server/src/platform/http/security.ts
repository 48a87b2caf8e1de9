/** Headers every answer carries, and who may post to /graphql. */
import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { refuse } from './refuse.ts';

const SESSION_COOKIE = /(^|;)\s*(__Host-)?sid=/;

/** A fresh nonce per answer; the console's style engine reads it from a meta tag. */
export function cspNonce(_request: Request, response: Response, next: NextFunction): void {
  response.locals.nonce = randomBytes(16).toString('base64');
  next();
}

export const securityHeaders = (production: boolean) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_request, response) => `'nonce-${(response as Response).locals.nonce}'`],
        imgSrc: ["'self'", 'blob:', 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: production ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });

/** Only POST with application/json, never from another site's page, and never as two callers at once. */
export function onlyOwnPosts(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'POST');
    refuse(response, { status: 405, code: 'METHOD_NOT_ALLOWED' });
  } else if (!request.is('application/json')) {
    refuse(response, { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
  } else if (isForeign(request)) {
    refuse(response, { status: 403, code: 'FOREIGN_ORIGIN' });
  } else {
    next();
  }
}

/** A cookie and an `Authorization` header name two callers; guessing which one is meant is how one acts as the other. */
export function oneCaller(request: Request, response: Response, next: NextFunction): void {
  const { authorization, cookie = '' } = request.headers;
  if (authorization !== undefined && SESSION_COOKIE.test(cookie))
    refuse(response, { status: 400, code: 'TWO_CALLERS' });
  else next();
}

/** Whether a browser says that the request comes from another site. */
export function isForeign(request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return true;
  const origin = request.headers.origin;
  if (!origin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.headers.host;
}
