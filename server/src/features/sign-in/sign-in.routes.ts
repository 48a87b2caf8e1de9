/** The HTTP side of signing in through a provider: there, back, and out. Answers are redirects; nothing here shows a token. */
import { randomBytes } from 'node:crypto';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import * as client from 'openid-client';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import type { Clock } from '../../platform/clock.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import { isForeign } from '../../platform/http/security.ts';
import { type Log, stackOf } from '../../platform/log.ts';
import {
  type AttemptCookieParts,
  type PendingSignIn,
  SIGN_IN_MINUTES,
  setAttempt,
  takeAttempt,
} from './attempt.cookie.ts';
import type { Provider, ProviderClaims } from './provider.ts';
import type { ProviderSignInService } from './provider-sign-in.service.ts';
import { SignInRefused } from './sign-in.errors.ts';
import { languageOf, localPath } from './sign-in.rules.ts';

/** Without a provider all of them are unknown addresses. */
export const SIGN_IN_ROUTES: readonly RouteRule[] = [
  { method: 'GET', path: '/auth/sign-in', rule: 'public' },
  { method: 'GET', path: '/auth/callback', rule: 'public' },
  { method: 'GET', path: '/auth/step-up', rule: 'public' },
  { method: 'GET', path: '/auth/sign-out', rule: 'public' },
  { method: 'GET', path: '/auth/frontchannel-logout', rule: 'public' },
  { method: 'POST', path: '/auth/backchannel-logout', rule: 'public' },
];

export interface SignInRoutesParts {
  readonly contexts: Pick<ContextMaker, 'make'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly cookies: AttemptCookieParts;
  readonly provider: Provider;
  readonly service: ProviderSignInService;
  readonly issuer: string;
  readonly publicUrl: string;
}

/** Where the console says why somebody was turned away, and where a window opened for a proof closes itself. */
const REFUSED = '/sign-in-refused';
const CONFIRMED = '/confirmed';

type Step = (parts: SignInRoutesParts, request: Request, response: Response) => Promise<void>;

export function signInRoutes(parts: SignInRoutesParts | null): Router {
  const router = Router();
  const run =
    (step: Step): RequestHandler =>
    (request, response) =>
      parts ? step(parts, request, response) : response.status(404).json(errorOf('NOT_FOUND'));
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.get('/sign-in', run(begin));
  router.get('/step-up', run(stepUp));
  router.get('/callback', run(finish));
  router.get('/sign-out', run(signOut));
  router.get('/frontchannel-logout', run(frontChannel));
  router.post(
    '/backchannel-logout',
    express.urlencoded({ limit: '16kb', extended: false }),
    run(backChannel),
  );
  return router;
}

const errorOf = (code: string) => ({ errors: [{ message: code, extensions: { code } }] });

async function begin(parts: SignInRoutesParts, request: Request, response: Response): Promise<void> {
  const { db } = await parts.contexts.make(request, response, 'providerSignIn');
  await leave(
    parts,
    { request, response, db },
    { sessionId: null, returnTo: localPath(request.query.return) },
  );
}

/** The same person proves again who she is; for whoever is signed in. */
async function stepUp(parts: SignInRoutesParts, request: Request, response: Response): Promise<void> {
  const { db } = await parts.contexts.make(request, response, 'providerStepUp');
  const { sessionId } = db.principal;
  if (sessionId === null) return response.redirect(303, '/');
  await leave(parts, { request, response, db }, { sessionId, returnTo: CONFIRMED });
}

interface Visit {
  readonly request: Request;
  readonly response: Response;
  readonly db: RequestContext['db'];
}

/** Off to the provider. What was asked stays in a cookie of this browser alone. */
async function leave(
  parts: SignInRoutesParts,
  { request, response, db }: Visit,
  { sessionId, returnTo }: Pick<PendingSignIn, 'sessionId' | 'returnTo'>,
): Promise<void> {
  const pending: PendingSignIn = {
    state: randomBytes(32).toString('base64url'),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
    fresh: sessionId !== null,
    language: languageOf(request.query.language),
    returnTo,
    sessionId,
    begunAt: parts.clock.now().getTime(),
  };
  try {
    const url = await parts.provider.begin(pending);
    setAttempt(response, pending, parts.cookies);
    response.redirect(303, url.href);
  } catch (error) {
    await refuse(parts, { request, response, db }, { error });
  }
}

/** Back from the provider. */
async function finish(parts: SignInRoutesParts, request: Request, response: Response): Promise<void> {
  const { db, cookie, device } = await parts.contexts.make(request, response, 'providerSignIn');
  const visit = { request, response, db };
  let claims: ProviderClaims | undefined;
  try {
    const pending = await recall(parts, visit);
    claims = await parts.provider.finish(new URL(request.originalUrl, parts.publicUrl).search, pending);
    if (pending.sessionId === null) {
      // Whoever was signed in here before is not any more: one browser, one person.
      if (cookie.token) await parts.service.leave(db, cookie.token);
      cookie.set(await parts.service.enter(db, claims, device));
    } else cookie.set(await parts.service.confirm(db, claims, pending));
    response.redirect(303, pending.returnTo);
  } catch (error) {
    await refuse(parts, visit, { error, logged: claims !== undefined });
  }
}

/** What this browser asked for. @throws SignInRefused when it asked for nothing, too long ago, or has had its answer */
async function recall(parts: SignInRoutesParts, { request, response, db }: Visit): Promise<PendingSignIn> {
  const pending = takeAttempt(request, response, parts.cookies);
  const age = parts.clock.now().getTime() - (pending?.begunAt ?? 0);
  if (!pending || age > SIGN_IN_MINUTES * 60_000) throw new SignInRefused('EXPIRED');
  if (!(await parts.service.useOnce(db, `state ${pending.state}`))) throw new SignInRefused('EXPIRED');
  return pending;
}

async function refuse(
  { service, log }: SignInRoutesParts,
  { response, db }: Visit,
  { error, logged = false }: { error: unknown; logged?: boolean },
): Promise<void> {
  const { requestId } = db.info;
  const code = error instanceof SignInRefused ? error.code : 'PROVIDER_REFUSED';
  const cause = error instanceof SignInRefused ? error.cause : error;
  if (cause) log.warn('sign-in refused', { requestId, code, stack: stackOf(cause) });
  if (!logged) await service.refuse(db, code);
  response.redirect(303, `${REFUSED}?reason=${code}&id=${requestId}`);
}

/** After signing out here: ends the session at the provider too. Only from our own page. */
async function signOut(parts: SignInRoutesParts, request: Request, response: Response): Promise<void> {
  await parts.contexts.make(request, response, 'providerSignOut');
  const url = isForeign(request)
    ? null
    : await parts.provider.signOutUrl(`${parts.publicUrl}/`).catch(() => null);
  response.redirect(303, url?.href ?? '/');
}

/** The provider's page says in a frame that a session has ended there; whoever knows its name may end it here too. */
async function frontChannel(parts: SignInRoutesParts, request: Request, response: Response): Promise<void> {
  const { db } = await parts.contexts.make(request, response, 'frontChannelLogout');
  const { iss, sid } = request.query;
  if (iss !== parts.issuer || typeof sid !== 'string' || sid === '') return void response.status(400).end();
  await parts.service.endFromProvider(db, { subject: null, sessionId: sid });
  response.status(200).end();
}

/** The provider itself says so, with a signed token that works once. */
async function backChannel(parts: SignInRoutesParts, request: Request, response: Response): Promise<void> {
  const { db } = await parts.contexts.make(request, response, 'backChannelLogout');
  const token = (request.body as { logout_token?: unknown } | undefined)?.logout_token;
  try {
    if (typeof token !== 'string') throw new Error('no token');
    const logout = await parts.provider.readLogoutToken(token, parts.clock.now());
    if (!(await parts.service.useOnce(db, `logout ${logout.jti}`))) throw new Error('used before');
    await parts.service.endFromProvider(db, logout);
    response.status(200).end();
  } catch (error) {
    parts.log.warn('logout token refused', { requestId: db.info.requestId, stack: stackOf(error) });
    response.status(400).json({ error: 'invalid_request' });
  }
}
