/** What machines send and get, as zod sees it; the OpenAPI document is made from the same. */
import { z } from 'zod';
import { BlockReason, CardStatus } from '../card/card.enums.ts';
import { ImageRequirement } from '../image-review/image-review.enums.ts';
import { OrderItemStatus, Scheme } from '../order/order.enums.ts';
import { CheckOutcome, Register } from '../register-check/register-check.enums.ts';

/** Most lines one order may have. */
export const MOST_LINES = 500;

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
