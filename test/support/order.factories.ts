/** Orders as the order page shows them: lines that wait, what the registers said about them, and what has happened since. */
import type { OrderItemStatus, Scheme } from '../../server/src/features/order/order.enums.ts';
import type {
  CheckOutcome,
  Register,
} from '../../server/src/features/register-check/register-check.enums.ts';
import type { Desk } from './desk.ts';
import { createCase, createFirm, createOrderItem, createPerson, type NewOrderItem } from './factories.ts';
import { insert } from './insert.ts';

export interface NewCheck {
  register: Register;
  outcome: CheckOutcome;
  reason?: string | null;
  asked?: object;
  answered?: object | null;
  attempts?: number;
}

interface Place {
  itemId: string;
  organisation?: 1 | 2;
  personId?: string;
  firmId?: string;
  at: Date;
}

const ABOUT_PERSON: readonly Register[] = ['FOLKEREGISTERET', 'AA', 'OAR', 'UDI'];

/** A check with the answer it rests on. @returns id of the answer */
export async function createCheck(desk: Desk, place: Place, check: NewCheck): Promise<string> {
  const { itemId, organisation = 1, personId, firmId, at } = place;
  const { register, outcome, reason = null, attempts = 0 } = check;
  const about = ABOUT_PERSON.includes(register) ? { person_id: personId } : { firm_id: firmId };
  const silent = outcome === 'UNAVAILABLE';
  const answerId = await insert(desk, 'register_answer', {
    organisation_id: organisation,
    register,
    ...about,
    asked: check.asked ?? { question: register },
    answered: silent ? null : (check.answered ?? { kind: 'FOUND' }),
    cause: silent ? 'TIMEOUT' : null,
    source: `${register.toLowerCase()} https://register.example`,
    at,
    duration_ms: 120,
  });
  await insert(desk, 'register_check', {
    organisation_id: organisation,
    order_item_id: itemId,
    register,
    outcome,
    settled_outcome: silent ? null : outcome,
    reason,
    since: at,
    asked_at: at,
    next_at: silent ? new Date(at.getTime() + 3_600_000) : null,
    attempts,
    answer_id: answerId,
    rules_on: '2026-11-02',
  });
  return answerId;
}

export interface NewStalledOrder extends NewOrderItem {
  checks?: readonly NewCheck[];
  cancelOn?: string | null;
  at?: Date;
  givenName?: string;
  familyName?: string;
}

const TRANSPORT: readonly NewCheck[] = [
  { register: 'ENHETSREGISTERET', outcome: 'APPROVED' },
  { register: 'FORETAKSREGISTERET', outcome: 'APPROVED' },
  { register: 'MVA', outcome: 'APPROVED_BY_SELF_DECLARATION', reason: 'MVA_DECLARED' },
  { register: 'FOLKEREGISTERET', outcome: 'APPROVED' },
  {
    register: 'AA',
    outcome: 'REJECTED',
    reason: 'AA_ONLY_IN_MAIN_UNIT',
    asked: { question: 'employment' },
    answered: { kind: 'FOUND', employments: [{ level: 'MAIN_UNIT', start: '2026-11-02', end: null }] },
  },
  { register: 'UDI', outcome: 'UNAVAILABLE', reason: 'NO_ANSWER', attempts: 3 },
  { register: 'STAFFING', outcome: 'NOT_APPLICABLE', reason: 'STAFFING_NOT_AGENCY' },
];

export interface StalledOrder {
  id: string;
  number: string;
  itemId: string;
  personId: string;
  unitOrgNumber: string;
  mainOrgNumber: string;
  caseId: string;
  caseNumber: string;
}

/** An order for goods transport that waits for the Aa register; its images are approved. */
export async function createStalledOrder(desk: Desk, given: NewStalledOrder = {}): Promise<StalledOrder> {
  const { checks = TRANSPORT, cancelOn = '2026-11-30', at = new Date('2026-11-17T01:10:00Z') } = given;
  const { givenName = 'Dawit', familyName = 'Tesfay', organisation = 1 } = given;
  const firm = given.firm ?? (await createFirm(desk, { name: 'Skarv Transport' }));
  const personId = given.personId ?? (await createPerson(desk, { givenName, familyName })).id;
  const scheme: Scheme = given.scheme ?? 'GOODS_TRANSPORT';
  const item = await createOrderItem(desk, {
    imageRequirement: 'MET',
    ...given,
    firm,
    personId,
    scheme,
    organisation,
  });
  await desk.sql.query('update order_item set cancel_on = $2 where id = $1', [item.id, cancelOn]);
  const place = { itemId: item.id, organisation, personId, at };
  for (const check of checks) await createCheck(desk, { ...place, firmId: firm.unit }, check);
  const { id: caseId, number: caseNumber } = await createCase(desk, {
    orderItem: item,
    organisation,
    status: 'CLOSED',
    closedAt: at,
  });
  return {
    ...{ id: item.orderId, number: item.orderNumber, itemId: item.id, personId, caseId, caseNumber },
    ...{ unitOrgNumber: firm.unitOrgNumber, mainOrgNumber: firm.mainOrgNumber },
  };
}

/** One more line of the same order. @returns its id */
export async function addLine(
  desk: Desk,
  order: StalledOrder,
  { line, status }: { line: number; status: OrderItemStatus },
): Promise<string> {
  const person = await createPerson(desk, { givenName: 'Ahmed', familyName: `Farah ${line}` });
  const sql = `insert into order_item (organisation_id, order_id, order_number, line, person_id, unit_id, main_unit_id, scheme, status,
    image_requirement, ordered_on, orderer_name, orderer_role, orderer_email, orderer_language)
  select organisation_id, order_id, order_number, $2, $3, unit_id, main_unit_id, scheme, $4, 'MET', ordered_on, orderer_name,
    orderer_role, orderer_email, orderer_language from order_item where id = $1 returning id`;
  const { rows } = await desk.sql.query<{ id: string }>(sql, [order.itemId, line, person.id, status]);
  return rows[0]?.id ?? '';
}
