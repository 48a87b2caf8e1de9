/** What machines send and get, as zod sees it; the OpenAPI document is made from the same. */
import { z } from 'zod';
import { BlockReason, CardStatus } from '../card/card.enums.ts';
import { ImageRequirement } from '../image-review/image-review.enums.ts';
import { OrderItemStatus, Scheme } from '../order/order.enums.ts';
import type { LineResult } from '../production/answer-line.service.ts';
import { ProductionOutcome, REFUSAL_REASONS } from '../production/production.enums.ts';
import { CheckOutcome, Register } from '../register-check/register-check.enums.ts';

/** Most lines one order may have. */
export const MOST_LINES = 500;
/** Most lines of a batch. */
const MOST_ANSWERS = 100;

const CONTROL = /\p{Cc}/u;
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine(text => !CONTROL.test(text) && text.isWellFormed(), 'CHARACTERS');
const day = z.iso.date().describe('Calendar day in Norway, YYYY-MM-DD.');
const orgNumber = z.string().max(20).describe('Nine digits; spaces are ignored.');
const nationalId = z.string().max(20).describe('Fødselsnummer or D-number, eleven digits.');
const instant = z.iso.datetime().describe('UTC.');

export const orderer = z.strictObject({
  nationalId: nationalId.describe('Whoever orders: has a formal role in Enhetsregisteret, or a delegation.'),
  email: z.email().max(200),
  language: z.enum(['nb', 'nn', 'en']),
});

export const placeOrderBody = z
  .strictObject({
    unit: orgNumber.describe('The sub-unit the employees work in (R7: one order, one unit).'),
    scheme: z.enum(Scheme),
    orderer,
    payment: z.enum(['CARD', 'VIPPS', 'PERSONAL_INVOICE', 'INVOICE']),
    customerReference: line(100).optional(),
    uploadLinks: z
      .boolean()
      .optional()
      .describe(
        'Whether the orderer gets a link for the images of each line; without it they come through this API.',
      ),
    vatDeclared: z.boolean().optional().describe('The orderer declares that the firm is not liable to VAT.'),
    delivery: z
      .strictObject({
        name: line(200),
        street: line(200),
        postcode: z.string().regex(/^\d{4}$/),
        city: line(100),
      })
      .optional()
      .describe('Norwegian address; without it the invoice address of the main unit.'),
    items: z
      .array(
        z.strictObject({
          nationalId: nationalId.describe('The employee the card is for.'),
          givenName: line(100).describe('Until Folkeregisteret has said what it is.'),
          familyName: line(100),
          startOn: day.optional().describe('First day of work, at most 30 days ahead (R10).'),
          postedWorker: z
            .boolean()
            .optional()
            .describe('Registered in OAR (RF-1199) instead of Aa-registeret.'),
        }),
      )
      .min(1)
      .max(MOST_LINES),
  })
  .meta({ id: 'NewOrder' });

export const blockCardBody = z
  .strictObject({
    reason: z.enum(BlockReason),
    comment: line(500).optional(),
    orderer: orderer.optional().describe('For portals: who asks; entitled like an orderer.'),
  })
  .meta({ id: 'CardBlock' });

export const submitImagesBody = z
  .strictObject({
    headgearExemption: z
      .boolean()
      .optional()
      .describe('Headgear for religious or medical reasons; only yes or no.'),
  })
  .meta({ id: 'ImageSubmission' });

const check = z.object({
  register: z.enum(Register),
  outcome: z.enum(CheckOutcome),
  reason: z.string().nullable(),
  since: instant,
});

export const itemView = z
  .object({
    orderNumber: z.string(),
    line: z.int(),
    unit: z.string(),
    mainUnit: z.string(),
    scheme: z.enum(Scheme),
    status: z.enum(OrderItemStatus),
    statusReason: z.string().nullable(),
    statusAt: instant.nullable(),
    images: z.enum(ImageRequirement),
    cancelOn: day.nullable().describe('Last day before the order is cancelled by itself (R2).'),
    checks: z.array(check),
    cardNumber: z.string().nullable(),
  })
  .meta({ id: 'OrderItem' });

export const orderView = z
  .object({
    number: z.string(),
    unit: z.string(),
    mainUnit: z.string(),
    scheme: z.enum(Scheme),
    orderedOn: day,
    customerReference: z.string().nullable(),
    items: z.array(itemView),
  })
  .meta({ id: 'Order' });

export const cardView = z
  .object({
    number: z.string(),
    status: z.enum(CardStatus),
    statusReason: z.string().nullable(),
    statusAt: instant,
    unit: z.string().nullable(),
    mainUnit: z.string(),
    scheme: z.enum(Scheme).nullable(),
    validFrom: day.nullable(),
    expiresOn: day.nullable().describe('Valid to the end of this day.'),
    orderNumber: z.string().nullable(),
    line: z.int().nullable(),
  })
  .meta({ id: 'Card' });

export const placedOrder = z
  .object({
    number: z.string().nullable().describe('Null when no line could be taken.'),
    items: z.array(
      z.object({
        index: z.int().describe('Place in the list that was sent, from 0.'),
        line: z.int().nullable(),
        status: z.enum(['PLACED', 'REFUSED']),
        code: z.string().nullable().describe('Why it was refused.'),
        text: z.string().nullable().describe('The same in words, with what to do.'),
      }),
    ),
  })
  .meta({ id: 'PlacedOrder' });

export const imagePartView = z
  .object({ part: z.enum(['photo', 'id']), width: z.int(), height: z.int(), remarks: z.array(z.string()) })
  .meta({ id: 'ImagePart' });

export const imagesReceived = z.object({ state: z.literal('RECEIVED') }).meta({ id: 'ImagesReceived' });

const LINE_RESULTS = [
  'DONE',
  'NOT_FOUND',
  'REASON_REQUIRED',
  'TOO_LATE',
  'DATE_IN_FUTURE',
  'BEFORE_HAND_OVER',
] as const satisfies readonly LineResult[];

export const openBatchView = z
  .object({
    batch: z
      .object({
        number: z.string(),
        madeAt: instant,
        dueOn: day.describe('Out of production by the end of this day (R12).'),
        lines: z.int(),
        sha256: z.string().describe('Hex, of `cards` in UTF-8.'),
        manifest: z.string().describe('JSON: the checksum of each line, and of all.'),
        cards: z.string().describe('One line of JSON a card, each ended by a line feed.'),
      })
      .nullable()
      .describe('Null: nothing waits.'),
  })
  .meta({ id: 'OpenBatch' });

export const answerLinesBody = z
  .strictObject({
    lines: z
      .array(
        z.strictObject({
          line: z.int().min(1).max(1_000),
          outcome: z.enum(ProductionOutcome),
          reason: z.enum(REFUSAL_REASONS).optional().describe('Of a refusal, always.'),
          note: line(500).optional(),
          shippedOn: day.optional().describe('Today when it is left out.'),
        }),
      )
      .min(1)
      .max(MOST_ANSWERS),
  })
  .meta({ id: 'AnswerLines' });

export const lineResults = z
  .object({ lines: z.array(z.object({ line: z.int(), result: z.enum(LINE_RESULTS) })) })
  .meta({ id: 'LineResults' });

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    detail: z.string(),
    status: z.int(),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
    errors: z
      .array(z.object({ field: z.string(), code: z.string(), text: z.string().optional() }))
      .optional(),
  })
  .meta({ id: 'Problem' });

export type PlaceOrderBody = z.output<typeof placeOrderBody>;
export type BlockCardBody = z.output<typeof blockCardBody>;
export type PlacedOrderView = z.output<typeof placedOrder>;
export type OpenBatchView = z.output<typeof openBatchView>;
export type AnswerLinesBody = z.output<typeof answerLinesBody>;
export type LineResultsView = z.output<typeof lineResults>;
