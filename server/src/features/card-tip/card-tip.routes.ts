/** The HTTP side of tips and seizures: anyone may report a card, only a control authority says that it has taken one. */
import express, { type Request, type Response, Router } from 'express';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import { isLocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { callerAt } from '../../platform/http/paced.ts';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import { refuse } from '../../platform/http/refuse.ts';
import { type EntranceParts, enter, said } from '../card-check/card-check.policy.ts';
import { TipCategory } from './card-tip.enums.ts';
import type { CardTip, CardTipService, SeizedCard } from './card-tip.service.ts';

export const CARD_TIP_ROUTES: readonly RouteRule[] = [
  { method: 'POST', path: '/api/v1/card-check/tips', rule: 'public' },
  { method: 'POST', path: '/api/v1/card-check/seizures', rule: 'public' },
];

export interface CardTipRoutesParts extends EntranceParts {
  readonly clock: Clock;
  readonly tips: CardTipService;
  /** Of tips from the public page: each of them is work for somebody. */
  readonly tipLimit: RateLimit;
}

/** Three at once, then one every two minutes. */
const TIP_COST = 2_000;
export const TIP_BUDGET = 1_000;

const NUMBER = /^\d{10}$/;
const MOST_TEXT = 1_000;
const MOST_BY = 200;

export function cardTipRoutes(parts: CardTipRoutesParts): Router {
  const router = Router();
  const body = express.json({ limit: '8kb', inflate: false });
  router.post('/tips', body, (request, response) => postTip(parts, request, response));
  router.post('/seizures', body, (request, response) => postSeizure(parts, request, response));
  return router;
}

type Body = Readonly<Record<string, unknown>>;

async function postTip(parts: CardTipRoutesParts, request: Request, response: Response) {
  const entered = await enter(parts, [request, response], 'reportCard');
  if (!entered) return;
  const { db, viewer } = entered;
  if (viewer === 'api') return void said(response, 403, 'FORBIDDEN');
  const tip = tipOf((request.body ?? {}) as Body);
  if (typeof tip === 'string') return void said(response, 400, tip);
  const seconds = viewer === 'public' ? parts.tipLimit.take(callerAt(request.ip), TIP_COST) : 0;
  if (seconds > 0) {
    response.setHeader('Retry-After', String(seconds));
    return refuse(response, { status: 429, code: 'RATE_LIMITED', params: { seconds } });
  }
  const reference = await parts.tips.receive(db, tip);
  // Whether a case was open already is nobody's business on the public page.
  response.status(201).json(viewer === 'control' ? { received: true, reference } : { received: true });
}

/** The tip, or the code of what is wrong with it. */
function tipOf({ number, category, text }: Body): CardTip | string {
  if (typeof number !== 'string' || !NUMBER.test(number)) return 'CARD_NUMBER';
  if (typeof category !== 'string' || !Object.hasOwn(TipCategory, category)) return 'TIP_CATEGORY';
  if (text !== undefined && text !== null && typeof text !== 'string') return 'TIP_TEXT';
  const words = text?.trim() || null;
  if ((words?.length ?? 0) > MOST_TEXT) return 'TIP_TEXT';
  return { number, category: category as TipCategory, text: words };
}

async function postSeizure(parts: CardTipRoutesParts, request: Request, response: Response) {
  const entered = await enter(parts, [request, response], 'seizeCard');
  if (!entered) return;
  if (entered.viewer === 'public') return void said(response, 401, 'UNAUTHENTICATED');
  if (entered.viewer === 'api') return void said(response, 403, 'FORBIDDEN');
  const seized = seizureOf((request.body ?? {}) as Body, osloDate(parts.clock.now()));
  if (typeof seized === 'string') return void said(response, 400, seized);
  try {
    response.status(201).json({ recorded: true, sendTo: await parts.tips.seize(entered.db, seized) });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'NOT_FOUND') throw error;
    said(response, 404, 'NOT_FOUND');
  }
}

/** The seizure, or the code of what is wrong with it. @param today a day to come is none to have seized it on */
function seizureOf({ number, on, by }: Body, today: string): SeizedCard | string {
  if (typeof number !== 'string' || !NUMBER.test(number)) return 'CARD_NUMBER';
  if (typeof by !== 'string' || by.trim() === '' || by.length > MOST_BY) return 'SEIZED_BY';
  const day = on ?? today;
  if (typeof day !== 'string' || !isLocalDate(day) || day > today) return 'SEIZED_ON';
  return { number, on: day, by: by.trim() };
}
