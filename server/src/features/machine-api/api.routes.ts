/** The machine API: what may be asked, with which scope; bodies and answers stand in api.schemas.ts, texts of refusals in platform/machine. */
import express, { type Request, type RequestHandler, Router } from 'express';
import type { z } from 'zod';
import { AppError, notFound } from '../../platform/errors.ts';
import { readBody } from '../../platform/http/read-body.ts';
import {
  type MachineCall,
  type MachineHandler,
  type MachineRouteParts,
  machineRoute,
  unreadable,
} from '../../platform/machine/machine-route.ts';
import { answerLinesBody, blockCardBody, placeOrderBody, submitImagesBody } from './api.schemas.ts';
import { API_ROUTES, type ApiOperation, type ApiRoute } from './api-route-list.ts';
import { applyForApprovalBody } from './approval.schemas.ts';
import { bodyOf } from './body.ts';
import { confirmBody } from './confirmation.schemas.ts';
import { applyBody, laterPapersBody } from './exception.schemas.ts';
import type { ApplicationDoor, LaterPapersService } from './later-papers.service.ts';
import type { MachineApprovalService } from './machine-approval.service.ts';
import type { MachineCardService } from './machine-card.service.ts';
import type { MachineConfirmationService } from './machine-confirmation.service.ts';
import type { MachineExceptionService } from './machine-exception.service.ts';
import type { LineNumber, MachineImageService } from './machine-images.service.ts';
import type { MachineOrderService } from './machine-order.service.ts';
import type { MachineProductionService } from './machine-production.service.ts';
import type { OrderStatusReadModel } from './order-status.readmodel.ts';

export interface ApiParts extends MachineRouteParts {
  readonly statuses: OrderStatusReadModel;
  readonly orders: MachineOrderService;
  readonly cards: MachineCardService;
  readonly images: MachineImageService;
  readonly production: MachineProductionService;
  readonly exceptions: MachineExceptionService;
  readonly approvals: MachineApprovalService;
  readonly confirmations: MachineConfirmationService;
  readonly laterPapers: LaterPapersService;
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
/** Asking Enhetsregisteret about a firm and its roles. */
const REGISTER_COST = 5_000;
const LINE = /^[1-9]\d{0,2}$/;
const YEAR = /^\d{4}$/;
const SERIAL = /^\d{6}$/;
/** A third more than the papers, which come in base64. */
const MOST_BYTES = 28_000_000;

/** What cannot be a number of ours is like one that does not exist. @throws AppError NOT_FOUND */
function numberOf({ params }: Request, name: 'number' | 'line' | 'year' | 'serial', form: RegExp): string {
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

const applicationOf = (request: Request): string =>
  `${numberOf(request, 'year', YEAR)}/${numberOf(request, 'serial', SERIAL)}`;

const applying = ({
  exceptions,
  ...parts
}: ApiParts): Handlers<'apiApply' | 'apiApplication' | 'apiLaterPapers'> => ({
  async apiApply(call) {
    const body = await bodyWithPapers(call, applyBody);
    return { status: 201, body: await exceptions.apply(call, body) };
  },
  apiApplication: async ({ db, request }) => ok(await exceptions.view(db, applicationOf(request))),
  apiLaterPapers: laterPapersOf(parts, exceptions),
});

const gettingApproved = ({
  approvals,
  confirmations,
  ...parts
}: ApiParts): Handlers<'apiApplyForApproval' | 'apiApproval' | 'apiApprovalPapers' | 'apiConfirm'> => ({
  async apiApplyForApproval(call) {
    call.spend(REGISTER_COST);
    const body = await bodyWithPapers(call, applyForApprovalBody);
    return { status: 201, body: await approvals.apply(call, body) };
  },
  async apiConfirm(call) {
    call.spend(REGISTER_COST);
    return { status: 201, body: await confirmations.confirm(call, bodyOf(call.request, confirmBody)) };
  },
  apiApproval: async ({ db, request }) => ok(await approvals.view(db, applicationOf(request))),
  apiApprovalPapers: laterPapersOf(parts, approvals),
});

const laterPapersOf =
  <View>({ laterPapers }: Pick<ApiParts, 'laterPapers'>, door: ApplicationDoor<View>): MachineHandler =>
  async call => {
    const number = applicationOf(call.request);
    const body = await bodyWithPapers(call, laterPapersBody);
    return ok(await laterPapers.add(call, door, { number, body }));
  };

/** @throws AppError BODY_TOO_LARGE, BAD_REQUEST, VALIDATION_FAILED, RATE_LIMITED */
async function bodyWithPapers<S extends z.ZodType<{ readonly documents: readonly unknown[] }>>(
  { request, spend }: MachineCall,
  shape: S,
): Promise<z.output<S>> {
  request.body = await largeBody(request);
  const body = bodyOf(request, shape);
  spend(body.documents.length * IMAGE_COST);
  return body;
}

/** @throws AppError BODY_TOO_LARGE, BAD_REQUEST */
async function largeBody(request: Request): Promise<unknown> {
  const bytes = await readBody(request, MOST_BYTES);
  if (!bytes) throw new AppError('BODY_TOO_LARGE');
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new AppError('BAD_REQUEST');
  }
}

/** '/a/:b' is the route of '/a/anything'. */
function isRoute(route: string, path: string): boolean {
  const [named, asked] = [route.split('/'), path.split('/')];
  return named.length === asked.length && named.every((part, i) => part.startsWith(':') || part === asked[i]);
}

const ok = (body: unknown) => ({ status: 200, body });

/** JSON is read before anybody knows who sends it, unless it may be large. */
function smallBodies(large: readonly string[]): RequestHandler {
  const json = express.json(BODY);
  return (request, response, next) => {
    if (large.some(route => isRoute(route, request.path))) next();
    else json(request, response, next);
  };
}

export function apiRoutes(parts: ApiParts): Router {
  const router = Router();
  const handlers: Handlers<ApiOperation> = {
    ...{ ...reading(parts), ...ordering(parts), ...applying(parts), ...gettingApproved(parts) },
    ...{ ...attaching(parts), ...producing(parts) },
  };
  const routes: readonly ApiRoute[] = API_ROUTES;
  router.use(smallBodies(routes.filter(route => route.large).map(({ path }) => path)), unreadable);
  for (const route of API_ROUTES) {
    const method = route.method.toLowerCase() as 'get';
    router[method](route.path, machineRoute(parts, route, handlers[route.operation]));
  }
  return router;
}
