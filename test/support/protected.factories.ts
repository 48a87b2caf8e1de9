/** One person with everything the desk can hold about her, and the question whether anybody sees any of it. */
import { Db } from '../../server/src/platform/db/db.ts';
import { ANONYMOUS } from '../../server/src/platform/db/principal.ts';
import { createCard } from './card.factories.ts';
import type { Desk } from './desk.ts';
import { createCase, createOrderItem, createPerson } from './factories.ts';
import { insert } from './insert.ts';
import { createCheck } from './order.factories.ts';
import { STAFF, type StaffName } from './staff.ts';
import { uploadPair } from './upload.factories.ts';

export interface Everything {
  readonly personId: string;
  readonly familyName: string;
  readonly nationalId: string;
  readonly orderNumber: string;
  readonly orderId: string;
  readonly itemId: string;
  readonly imageCase: { id: string; number: string };
  readonly inquiry: { id: string; number: string };
  readonly cardNumber: string;
  readonly fileId: string;
  readonly mailId: string;
}

const DAY = '2026-11-03';

/** All of it the issuer's, with names nobody else has; `restricted` from the first row on, or not yet. */
export async function createEverything(
  desk: Desk,
  { familyName = 'Skjermdal', restricted = false } = {},
): Promise<Everything> {
  const person = await createPerson(desk, { familyName, restricted });
  const orderItem = await createOrderItem(desk, { personId: person.id, imageRequirement: 'AWAITING_UPLOAD' });
  const made = await createCase(desk, { orderItem, status: 'AWAITING_UPLOAD' });
  await uploadPair(desk, made.id);
  const item = orderItem;
  const inquiry = await createCase(desk, { kind: 'INQUIRY', orderItem: item, title: 'Hvor er kortet?' });
  const card = await createCard(desk, { personId: person.id });
  await createCheck(
    desk,
    { itemId: item.id, personId: person.id, at: new Date() },
    { register: 'AA', outcome: 'PENDING' },
  );
  const firm = { unit_id: item.firm.unit, main_unit_id: item.firm.main };
  await insert(desk, 'employment', {
    ...{ organisation_id: 1, person_id: person.id, ...firm },
    ...{ source: 'AA', kind: 'ordinaert', start_on: DAY, refreshed_at: `${DAY}T08:00:00Z` },
  });
  await insert(desk, 'delegation', {
    organisation_id: 1,
    firm_id: item.firm.main,
    person_id: person.id,
    from_on: DAY,
  });
  const eventId = await insert(desk, 'order_event', {
    organisation_id: 1,
    order_id: item.orderId,
    order_item_id: item.id,
    type: 'NOTE',
  });
  const mailId = await insert(desk, 'outbox_mail', {
    ...{
      organisation_id: 1,
      case_id: made.id,
      order_item_id: item.id,
      template: 'ORDER_WAITING',
      language: 'nb',
    },
    ...{
      subject_id: eventId,
      dedupe: `d${made.id}`,
      message_id: `m${made.id}`,
      send_after: '2030-01-01T00:00:00Z',
    },
  });
  const link = { organisation_id: 1, case_id: made.id, other_case_id: inquiry.id, relation: 'SAME_PERSON' };
  await insert(desk, 'case_link', link);
  const { rows } = await desk.sql.query(
    'select photo_file_id as id from image_submission where case_id = $1',
    [made.id],
  );
  return {
    ...{
      personId: person.id,
      familyName,
      nationalId: person.nationalId,
      orderNumber: item.orderNumber,
      orderId: item.orderId,
    },
    ...{ itemId: item.id, imageCase: made, inquiry, cardNumber: card.number, fileId: rows[0].id, mailId },
  };
}

/** What the database itself shows somebody of rows about a person: how many, by table, whatever the server would ask. */
export async function rowsSeen(
  desk: Desk,
  name: StaffName,
  { personId }: Everything,
): Promise<Record<string, number>> {
  const { roles, organisation } = STAFF[name];
  const principal = {
    ...ANONYMOUS,
    ...{
      kind: 'staff' as const,
      actorId: desk.staff[name],
      name,
      roles: [...roles],
      organisationId: organisation,
    },
    organisationKind: organisation === 1 ? ('ISSUER' as const) : ('AUTHORITY' as const),
  };
  const db = new Db(desk.app.dbParts, principal, { requestId: 'x', operation: 'x', address: null });
  const { items, cases, cards, orders } = await about(desk, personId);
  const of: Readonly<Record<string, string>> = {
    person: `id = ${personId}`,
    desk_case: `id in (${cases})`,
    order_item: `id in (${items})`,
    card_order: `id in (${orders})`,
    card: `id in (${cards})`,
    ...Object.fromEntries(
      ['employment', 'delegation', 'register_answer'].map(table => [table, `person_id = ${personId}`]),
    ),
    ...Object.fromEntries(
      ['register_check', 'order_event', 'outbox_mail'].map(table => [table, `order_item_id in (${items})`]),
    ),
    ...Object.fromEntries(
      ['case_event', 'case_link', 'upload_link', 'stored_file', 'image_submission'].map(table => [
        table,
        `case_id in (${cases})`,
      ]),
    ),
  };
  const seen: Record<string, number> = {};
  for (const [table, condition] of Object.entries(of)) {
    const [row] = await db.read<{ n: number }>(`select count(*)::int as n from ${table} where ${condition}`);
    seen[table] = row?.n ?? 0;
  }
  return seen;
}

async function about({ sql }: Desk, personId: string) {
  const ids = async (query: string) =>
    (await sql.query<{ id: string }>(query)).rows.map(({ id }) => id).join(', ') || '0';
  const items = await ids(`select id from order_item where person_id = ${personId}`);
  return {
    items,
    cases: await ids(`select id from desk_case where person_id = ${personId}`),
    cards: await ids(`select id from card where person_id = ${personId}`),
    orders: await ids(`select order_id as id from order_item where id in (${items})`),
  };
}

export const protect = ({ sql }: Desk, { personId }: Everything, restricted = true) =>
  sql.query('update person set restricted = $2 where id = $1', [personId, restricted]);
