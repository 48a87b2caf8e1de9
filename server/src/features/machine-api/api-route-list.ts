/** Which routes the machine API has, with which scope, and what is sent and answered; the OpenAPI document is made from it. */
import type { z } from 'zod';
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
import { applyForApprovalBody, approvalView } from './approval.schemas.ts';
import { confirmationReceipt, confirmBody } from './confirmation.schemas.ts';
import { applicationView, applyBody, laterPapersBody } from './exception.schemas.ts';

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
  /** Holds whole papers: read only when it is known who sends it. */
  readonly large?: boolean;
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
  {
    method: 'POST',
    path: '/exception-applications',
    operation: 'apiApply',
    scope: 'exception.apply',
    summary: 'Apply for an exception, with its papers',
    status: 201,
    body: applyBody,
    answer: applicationView,
    large: true,
  },
  {
    method: 'POST',
    path: '/exception-applications/:year/:serial/documents',
    operation: 'apiLaterPapers',
    scope: 'exception.apply',
    summary: 'Send more papers for an application of your own',
    status: 200,
    body: laterPapersBody,
    answer: applicationView,
    large: true,
  },
  {
    method: 'GET',
    path: '/exception-applications/:year/:serial',
    operation: 'apiApplication',
    scope: 'exception.apply',
    summary: 'How an application for an exception stands',
    status: 200,
    answer: applicationView,
  },
  {
    method: 'POST',
    path: '/approval-applications',
    operation: 'apiApplyForApproval',
    scope: 'exception.apply',
    summary: 'Apply for approval of a cleaning firm, a car-care firm or a staffing agency, with its papers',
    status: 201,
    body: applyForApprovalBody,
    answer: approvalView,
    large: true,
  },
  {
    method: 'POST',
    path: '/approval-applications/:year/:serial/documents',
    operation: 'apiApprovalPapers',
    scope: 'exception.apply',
    summary: 'Send more papers for an application for approval of your own',
    status: 200,
    body: laterPapersBody,
    answer: approvalView,
    large: true,
  },
  {
    method: 'GET',
    path: '/approval-applications/:year/:serial',
    operation: 'apiApproval',
    scope: 'exception.apply',
    summary: 'How an application for approval stands, and what the firm is in the register',
    status: 200,
    answer: approvalView,
  },
  {
    method: 'POST',
    path: '/annual-confirmations',
    operation: 'apiConfirm',
    scope: 'exception.apply',
    summary: 'Confirm for the year that a cleaning or car-care firm still meets the conditions',
    status: 201,
    body: confirmBody,
    answer: confirmationReceipt,
  },
] as const satisfies readonly ApiRoute[];

export type ApiOperation = (typeof API_ROUTES)[number]['operation'];
