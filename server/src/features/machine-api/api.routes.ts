/** The machine API: what may be asked, with which scope; bodies and answers stand in api.schemas.ts, texts of refusals in platform/machine. */
import express, { type Request, Router } from 'express';
import type { z } from 'zod';
import { notFound } from '../../platform/errors.ts';
import {
  type MachineHandler,
  type MachineRouteParts,
  machineRoute,
  unreadable,
} from '../../platform/machine/machine-route.ts';
import type { Scope } from '../machine-client/machine-client.enums.ts';
import { cardView, itemView, orderView } from './api.schemas.ts';
import type { OrderStatusReadModel } from './order-status.readmodel.ts';

export interface ApiRoute {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below /api/v1. */
  readonly path: string;
  readonly operation: string;
  readonly scope: Scope;
  readonly summary: string;
  readonly status: number;
  readonly answer: z.ZodType;
  readonly body?: z.ZodType;
  /** A file instead of JSON. */
  readonly file?: boolean;
}

export const API_ROUTES = [
  {
    method: 'GET',
    path: '/orders/:number',
    operation: 'apiOrder',
    scope: 'order.read',
    summary: 'How an order and its lines stand',
    status: 200,
    answer: orderView,
  },
  {
    method: 'GET',
    path: '/orders/:number/items/:line',
    operation: 'apiOrderItem',
    scope: 'order.read',
    summary: 'How one line stands, check by check',
    status: 200,
    answer: itemView,
  },
  {
    method: 'GET',
    path: '/cards/:number',
    operation: 'apiCard',
    scope: 'card.read',
    summary: 'How a card stands',
    status: 200,
    answer: cardView,
  },
] as const satisfies readonly ApiRoute[];

export type ApiOperation = (typeof API_ROUTES)[number]['operation'];

export interface ApiParts extends MachineRouteParts {
  readonly statuses: OrderStatusReadModel;
}

const BODY = { limit: '256kb', inflate: false, strict: true };
const ORDER_NUMBER = /^\d{7}$/;
const CARD_NUMBER = /^\d{10}$/;
const LINE = /^[1-9]\d{0,2}$/;

/** What cannot be a number of ours is like one that does not exist. @throws AppError NOT_FOUND */
function numberOf({ params }: Request, name: 'number' | 'line', form: RegExp): string {
  const given = params[name];
  if (typeof given !== 'string' || !form.test(given)) throw notFound();
  return given;
}

function handlersOf({ statuses }: ApiParts): Readonly<Record<ApiOperation, MachineHandler>> {
  return {
    apiOrder: async ({ db, request }) =>
      ok(await statuses.order(db, numberOf(request, 'number', ORDER_NUMBER))),
    apiOrderItem: async ({ db, request }) => {
      const line = Number(numberOf(request, 'line', LINE));
      return ok(await statuses.item(db, numberOf(request, 'number', ORDER_NUMBER), line));
    },
    apiCard: async ({ db, request }) => ok(await statuses.card(db, numberOf(request, 'number', CARD_NUMBER))),
  };
}

const ok = (body: unknown) => ({ status: 200, body });

export function apiRoutes(parts: ApiParts): Router {
  const router = Router();
  const handlers = handlersOf(parts);
  router.use(express.json(BODY), unreadable);
  for (const route of API_ROUTES) {
    const method = route.method.toLowerCase() as 'get';
    router[method](route.path, machineRoute(parts, route, handlers[route.operation]));
  }
  return router;
}
