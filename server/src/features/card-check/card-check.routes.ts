/** The HTTP side of card checks (API1): open to anyone without a token, and to machines with one. No cookie is read. */
import express, { type Request, type Response, Router } from 'express';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import type { Db } from '../../platform/db/db.ts';
import { callerAt } from '../../platform/http/paced.ts';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import { refuse } from '../../platform/http/refuse.ts';
import type { MachineContexts } from '../../platform/machine/machine-context.ts';
import { isChipCode } from '../card/chip-code.ts';
import type { Viewer } from './card-check.rules.ts';
import type { CardCheckService } from './card-check.service.ts';

/** Public on purpose: anyone who meets a worker may look whether the card is valid. A token shows more, never less. */
export const CARD_CHECK_ROUTES: readonly RouteRule[] = [
  { method: 'GET', path: '/.well-known/card-jwks.json', rule: 'public' },
  { method: 'GET', path: '/api/v1/card-check/:number', rule: 'public' },
  { method: 'POST', path: '/api/v1/card-check', rule: 'public' },
];

export interface CardCheckRoutesParts {
  readonly contexts: Pick<MachineContexts, 'make' | 'forCheck'>;
  readonly checks: CardCheckService;
  readonly limit: RateLimit;
}

/** A network without a token gets through a hundred numbers a minute, of the nine hundred million there are. */
const PUBLIC_COST = 6_000;
const MACHINE_COST = 600;

const NUMBER = /^\d{10}$/;
const MOST_SCANNED = 1_200;

export interface Entered {
  readonly db: Db;
  readonly viewer: Viewer;
}

export function cardCheckRoutes(parts: CardCheckRoutesParts): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.get('/:number', (request, response) => getByNumber(parts, request, response));
  router.post('/', express.json({ limit: '4kb', inflate: false }), (request, response) =>
    postCard(parts, request, response),
  );
  return router;
}

/**
 * Whoever asks, as the role that checks cards, and what this asking costs. Null when it is refused, which then has been answered.
 */
export async function enter(
  { contexts, limit }: Pick<CardCheckRoutesParts, 'contexts' | 'limit'>,
  [request, response]: readonly [Request, Response],
  operation: string,
): Promise<Entered | null> {
  const { db } = await contexts.make(request, response, operation);
  const viewer = viewerOf(request, db);
  if (viewer === 'nobody') return said(response, 401, 'UNAUTHENTICATED');
  if (viewer === 'forbidden') return said(response, 403, 'FORBIDDEN');
  const { machine } = db.principal;
  const seconds = machine
    ? limit.take(`card check ${machine.clientId}`, MACHINE_COST)
    : limit.take(callerAt(request.ip), PUBLIC_COST);
  if (seconds > 0) {
    response.setHeader('Retry-After', String(seconds));
    refuse(response, { status: 429, code: 'RATE_LIMITED', params: { seconds } });
    return null;
  }
  return { db: contexts.forCheck(db), viewer };
}

function viewerOf(request: Request, { principal }: Db): Viewer | 'nobody' | 'forbidden' {
  if (request.headers.authorization === undefined) return 'public';
  if (principal.kind !== 'machine') return 'nobody';
  if (principal.roles.includes('card.control')) return 'control';
  return principal.roles.includes('card.check') ? 'api' : 'forbidden';
}

export function said(response: Response, status: number, code: string): null {
  refuse(response, { status, code });
  return null;
}

async function getByNumber(parts: CardCheckRoutesParts, request: Request, response: Response) {
  const entered = await enter(parts, [request, response], 'checkCardByNumber');
  if (!entered) return;
  const { number } = request.params;
  if (typeof number !== 'string' || !NUMBER.test(number)) return void said(response, 400, 'CARD_NUMBER');
  response.json(await parts.checks.checkByNumber(entered.db, number));
}

/** In the body: a code in an address would stay in histories and logs. */
async function postCard(parts: CardCheckRoutesParts, request: Request, response: Response) {
  const entered = await enter(parts, [request, response], 'checkCard');
  if (!entered) return;
  const { db, viewer } = entered;
  const { qr, chipCode } = (request.body ?? {}) as { qr?: unknown; chipCode?: unknown };
  if (typeof qr === 'string' && qr.length <= MOST_SCANNED)
    return void response.json(await parts.checks.checkByQr(db, qr, viewer));
  if (typeof chipCode === 'string' && isChipCode(chipCode))
    return void response.json(await parts.checks.checkByCode(db, chipCode, viewer));
  said(response, 400, 'CARD_CODE');
}
