/** The HTTP side of card checks (API1): open to anyone without a token, and to machines with one. No cookie is read. */
import express, { type Request, type Response, Router } from 'express';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import { isChipCode } from '../card/chip-code.ts';
import { type EntranceParts, enter, said } from './card-check.policy.ts';
import type { CardCheckService } from './card-check.service.ts';

/** Public on purpose: anyone who meets a worker may look whether the card is valid. A token shows more, never less. */
export const CARD_CHECK_ROUTES: readonly RouteRule[] = [
  { method: 'GET', path: '/.well-known/card-jwks.json', rule: 'public' },
  { method: 'GET', path: '/api/v1/card-check/:number', rule: 'public' },
  { method: 'POST', path: '/api/v1/card-check', rule: 'public' },
];

export interface CardCheckRoutesParts extends EntranceParts {
  readonly checks: CardCheckService;
}

const NUMBER = /^\d{10}$/;
const MOST_SCANNED = 1_200;

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
