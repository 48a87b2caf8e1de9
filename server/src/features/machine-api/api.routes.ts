/** The machine API: what may be asked, with which scope; bodies and answers stand in api.schemas.ts, texts of refusals in platform/machine. */
import express, { type Request, Router } from 'express';
import type { z } from 'zod';
import { notFound } from '../../platform/errors.ts';
import { readBody } from '../../platform/http/read-body.ts';
import {
  type MachineHandler,
  type MachineRouteParts,
  machineRoute,
  unreadable,
} from '../../platform/machine/machine-route.ts';
import type { Scope } from '../machine-client/machine-client.enums.ts';
import {
  answerLinesBody,
  blockCardBody,
  cardView,
  imagePartView,
  imagesReceived,
  itemView,
  lineResults,
  openBatchView,
  orderView,
  placedOrder,
  placeOrderBody,
  submitImagesBody,
} from './api.schemas.ts';
import { bodyOf } from './body.ts';
import type { MachineCardService } from './machine-card.service.ts';
import type { LineNumber, MachineImageService } from './machine-images.service.ts';
import type { MachineOrderService } from './machine-order.service.ts';
import type { MachineProductionService } from './machine-production.service.ts';
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
  {
    method: 'POST',
    path: '/orders',
    operation: 'apiPlaceOrder',
    scope: 'order.place',
    summary: 'Order cards for one unit: one line or up to 500, each with a result of its own',
    status: 201,
    body: placeOrderBody,
    answer: placedOrder,
  },
  {
    method: 'POST',
    path: '/cards/:number/block',
    operation: 'apiBlockCard',
    scope: 'card.block',
    summary: 'Block a card for good',
    status: 200,
    body: blockCardBody,
    answer: cardView,
  },
  {
    method: 'PUT',
    path: '/orders/:number/items/:line/images/:part',
    operation: 'apiPutImage',
    scope: 'image.attach',
    summary: 'Photo or ID of a line, as JPEG or PNG; nothing is handed in yet',
    status: 200,
    file: true,
    answer: imagePartView,
  },
  {
    method: 'POST',
    path: '/orders/:number/items/:line/images',
    operation: 'apiSubmitImages',
    scope: 'image.attach',
    summary: 'Hand in both images together',
    status: 200,
    body: submitImagesBody,
    answer: imagesReceived,
  },
  {
    method: 'GET',
    path: '/production/batches/open',
    operation: 'apiOpenBatch',
    scope: 'production',
    summary: 'The oldest batch of cards that production has not taken yet',
    status: 200,
    answer: openBatchView,
  },
  {
    method: 'POST',
    path: '/production/batches/:number/answers',
    operation: 'apiAnswerLines',
    scope: 'production',
    summary: 'What became of the cards of a batch, line by line',
    status: 200,
    body: answerLinesBody,
    answer: lineResults,
  },
] as const satisfies readonly ApiRoute[];

export type ApiOperation = (typeof API_ROUTES)[number]['operation'];

export interface ApiParts extends MachineRouteParts {
  readonly statuses: OrderStatusReadModel;
  readonly orders: MachineOrderService;
  readonly cards: MachineCardService;
  readonly images: MachineImageService;
  readonly production: MachineProductionService;
}

const BODY = { limit: '256kb', inflate: false, strict: true };
const ORDER_NUMBER = /^\d{7}$/;
const CARD_NUMBER = /^\d{10}$/;
const BATCH_NUMBER = /^P\d{6,12}$/;
/** An order of 500 lines costs as much as fifty calls. */
const LINE_COST = 100;
/** Decoding a picture is the dearest thing there is. */
const IMAGE_COST = 5_000;
/** A batch has a hundred pictures in it. */
const BATCH_COST = 20_000;
const LINE = /^[1-9]\d{0,2}$/;

/** What cannot be a number of ours is like one that does not exist. @throws AppError NOT_FOUND */
function numberOf({ params }: Request, name: 'number' | 'line', form: RegExp): string {
  const given = params[name];
  if (typeof given !== 'string' || !form.test(given)) throw notFound();
  return given;
}

const lineOf = (request: Request): LineNumber => ({
  number: numberOf(request, 'number', ORDER_NUMBER),
  line: Number(numberOf(request, 'line', LINE)),
});

type Handlers<Of extends ApiOperation> = Readonly<Record<Of, MachineHandler>>;

const reading = ({ statuses }: ApiParts): Handlers<'apiOrder' | 'apiOrderItem' | 'apiCard'> => ({
  apiOrder: async ({ db, request }) =>
    ok(await statuses.order(db, numberOf(request, 'number', ORDER_NUMBER))),
  apiOrderItem: async ({ db, request }) => {
    const { number, line } = lineOf(request);
    return ok(await statuses.item(db, number, line));
  },
  apiCard: async ({ db, request }) => ok(await statuses.card(db, numberOf(request, 'number', CARD_NUMBER))),
});

const ordering = ({ statuses, orders, cards }: ApiParts): Handlers<'apiPlaceOrder' | 'apiBlockCard'> => ({
  async apiPlaceOrder(call) {
    const body = bodyOf(call.request, placeOrderBody);
    call.spend(body.items.length * LINE_COST);
    const placed = await orders.place(call, body);
    return { status: placed.number ? 201 : 200, body: placed };
  },
  async apiBlockCard(call) {
    const number = numberOf(call.request, 'number', CARD_NUMBER);
    await cards.block(call, number, bodyOf(call.request, blockCardBody));
    return ok(await statuses.card(call.db, number));
  },
});

/** No key is needed: a part takes the place of the one before, and a pair is handed in once. */
const attaching = ({ images }: ApiParts): Handlers<'apiPutImage' | 'apiSubmitImages'> => ({
  async apiPutImage({ db, request, language, spend }) {
    spend(IMAGE_COST);
    const { part } = request.params;
    if (part !== 'photo' && part !== 'id') throw notFound();
    const read = (most: number) => readBody(request, most);
    return ok(await images.putPart(db, { ...lineOf(request), part, language }, read));
  },
  async apiSubmitImages({ db, request }) {
    const { headgearExemption = false } = bodyOf(request, submitImagesBody);
    return ok(await images.submit(db, lineOf(request), headgearExemption));
  },
});

/** No key is needed: the same batch is given until it is answered, and the same answer again changes nothing. */
const producing = ({ production }: ApiParts): Handlers<'apiOpenBatch' | 'apiAnswerLines'> => ({
  async apiOpenBatch({ db, spend }) {
    spend(BATCH_COST);
    return ok(await production.openBatch(db));
  },
  async apiAnswerLines({ db, request, spend }) {
    const number = numberOf(request, 'number', BATCH_NUMBER);
    const body = bodyOf(request, answerLinesBody);
    spend(body.lines.length * LINE_COST);
    return ok(await production.answer(db, number, body));
  },
});

const ok = (body: unknown) => ({ status: 200, body });

export function apiRoutes(parts: ApiParts): Router {
  const router = Router();
  const handlers: Handlers<ApiOperation> = {
    ...{ ...reading(parts), ...ordering(parts) },
    ...{ ...attaching(parts), ...producing(parts) },
  };
  router.use(express.json(BODY), unreadable);
  for (const route of API_ROUTES) {
    const method = route.method.toLowerCase() as 'get';
    router[method](route.path, machineRoute(parts, route, handlers[route.operation]));
  }
  return router;
}
