/** Rows for tests, inserted by the owner of the tables past all rights; each call answers with ids. */
import type { CaseChannel, CaseKind, CaseStatus } from '../../server/src/features/case/case.enums.ts';
import type { ImageRequirement } from '../../server/src/features/image-review/image-review.enums.ts';
import type { OrderItemStatus, Scheme } from '../../server/src/features/order/order.enums.ts';
import type { Language } from '../../server/src/platform/language.ts';
import type { Desk } from './desk.ts';
import { insert, next } from './insert.ts';
import { createFirm, createPerson, type Firm } from './people.factories.ts';

export * from './image.factories.ts';
export * from './people.factories.ts';

export interface NewOrderItem {
  organisation?: 1 | 2;
  personId?: string;
  firm?: Firm;
  scheme?: Scheme;
  status?: OrderItemStatus;
  imageRequirement?: ImageRequirement;
  ordererLanguage?: Language;
  headgearExemption?: boolean;
}

export interface OrderItem {
  id: string;
  orderId: string;
  orderNumber: string;
  personId: string;
  firm: Firm;
}

export async function createOrderItem(desk: Desk, item: NewOrderItem = {}): Promise<OrderItem> {
  const firm = item.firm ?? (await createFirm(desk));
  const personId = item.personId ?? (await createPerson(desk)).id;
  const orderNumber = String(1_000_000 + next());
  const scheme = item.scheme ?? 'CONSTRUCTION';
  const orderId = await createOrder(desk, { orderNumber, firm, scheme, organisation: item.organisation });
  const id = await insert(desk, 'order_item', {
    order_id: orderId,
    organisation_id: item.organisation ?? 1,
    order_number: orderNumber,
    line: 1,
    person_id: personId,
    unit_id: firm.unit,
    main_unit_id: firm.main,
    scheme,
    status: item.status ?? 'PENDING',
    image_requirement: item.imageRequirement ?? 'AWAITING_REVIEW',
    ordered_on: ORDERED_ON,
    orderer_name: 'Kari Bestiller',
    orderer_role: 'Daglig leder',
    orderer_email: 'kari.bestiller@firma.example',
    orderer_language: item.ordererLanguage ?? 'nb',
    headgear_exemption: item.headgearExemption ?? false,
  });
  return { id, orderId, orderNumber, personId, firm };
}

const ORDERED_ON = '2026-11-02';

interface NewOrder {
  orderNumber: string;
  firm: Firm;
  scheme: Scheme;
  organisation?: 1 | 2;
}

function createOrder(desk: Desk, { orderNumber, firm, scheme, organisation = 1 }: NewOrder): Promise<string> {
  return insert(desk, 'card_order', {
    organisation_id: organisation,
    number: orderNumber,
    unit_id: firm.unit,
    main_unit_id: firm.main,
    scheme,
    ordered_on: ORDERED_ON,
    placed_at: `${ORDERED_ON}T08:00:00Z`,
    channel: 'PORTAL',
  });
}

export interface NewCase {
  kind?: CaseKind;
  status?: CaseStatus;
  organisation?: 1 | 2;
  priority?: number;
  openedOn?: string;
  dueDays?: number;
  dueOn?: string;
  promisedOn?: string;
  channel?: CaseChannel;
  language?: Language;
  title?: string | null;
  description?: string | null;
  /** Image cases get an order item of their own when none is given. */
  orderItem?: OrderItem;
  attempt?: number;
  /** staff_user.id; the reservation ends at `reservedUntil`, or half an hour from now. */
  reservedBy?: string;
  reservedUntil?: Date;
  lastWorkerId?: string;
  holdUntil?: string;
  newPostAt?: Date;
  closedAt?: Date;
  /** Of a tip. */
  cardNumber?: string;
}

export interface NewCaseIds {
  id: string;
  number: string;
  /** Of image cases. */
  orderItem: OrderItem | null;
}

/** An image case has no images yet: see createSubmission. */
export async function createCase(desk: Desk, given: NewCase = {}): Promise<NewCaseIds> {
  const { kind = 'IMAGE_REVIEW', organisation = 1 } = given;
  const orderItem =
    given.orderItem ?? (kind === 'IMAGE_REVIEW' ? await createOrderItem(desk, { organisation }) : null);
  const number = `2020/${String(next()).padStart(6, '0')}`;
  const id = await insert(desk, 'desk_case', {
    organisation_id: organisation,
    number,
    kind,
    queue: kind,
    person_id: orderItem?.personId,
    subject_organisation_id: orderItem?.firm.unit,
    order_item_id: orderItem?.id,
    card_number: given.cardNumber ?? null,
    ...textsOf(given, kind),
    ...datesOf(given),
    ...stateOf(given),
  });
  if (given.status === 'ON_HOLD') await createHold(desk, { id, organisation, fromOn: '2026-11-16' });
  return { id, number, orderItem };
}

function textsOf(given: NewCase, kind: CaseKind) {
  const inquiry = kind === 'INQUIRY';
  const { channel = inquiry ? 'PHONE' : 'PORTAL', language = 'nb', description } = given;
  const { title = inquiry ? 'Spørsmål om bestilling' : null } = given;
  return { channel, language, title, description };
}

function datesOf({ openedOn = '2026-11-16', dueDays = 5, dueOn = '2026-11-23', promisedOn }: NewCase) {
  return { opened_on: openedOn, due_days: dueDays, due_on: dueOn, promised_on: promisedOn };
}

function stateOf(given: NewCase) {
  const { status = 'OPEN', priority = 0, attempt = 0, holdUntil = '2099-01-02' } = given;
  const onHold = status === 'ON_HOLD';
  return {
    status,
    priority,
    attempt,
    last_worker_id: given.lastWorkerId,
    new_post_at: given.newPostAt,
    hold_reason: onHold ? 'AWAITING_FIRM' : null,
    hold_until: onHold ? holdUntil : null,
    closed_at: status === 'CLOSED' ? (given.closedAt ?? new Date()) : null,
    ...reservationOf(given),
  };
}

function reservationOf({ reservedBy, reservedUntil = new Date(Date.now() + 30 * 60_000) }: NewCase) {
  return reservedBy ? { reserved_by: reservedBy, reserved_until: reservedUntil } : {};
}

async function createHold(
  desk: Desk,
  hold: { id: string; organisation: number; fromOn: string },
): Promise<void> {
  const sql = `insert into case_hold (organisation_id, case_id, from_on, reason) values ($1, $2, $3, 'AWAITING_FIRM')`;
  await desk.sql.query(sql, [hold.organisation, hold.id, hold.fromOn]);
}
