/** Places an order, whoever asks: each line is judged by itself (R5, R6, R10), and those taken begin their checks, their clock and their image case together. */
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Language } from '../../platform/language.ts';
import type { CardStatus } from '../card/card.enums.ts';
import { openImageCase } from '../case/image-case.write.ts';
import { mailUploadLink } from '../image-review/upload-link.write.ts';
import { openChecks } from '../register-check/open-checks.write.ts';
import { declareVat } from '../register-check/vat-declaration.write.ts';
import { settingsOn } from '../setting/setting.readmodel.ts';
import { extraDaysOff, type Settings } from '../setting/setting.rules.ts';
import type { OrderChannel, Payment, Scheme } from './order.enums.ts';
import { cancelOn } from './order-item.rules.ts';
import { nextOrderNumber } from './order-number.ts';
import { canOrderLine, IMAGES_NEEDED, type LineFault } from './ordering.rules.ts';

export interface NewOrder {
  /** Whose staff look after it: the issuer. */
  readonly organisationId: number;
  readonly unitId: string;
  readonly mainUnitId: string;
  readonly scheme: Scheme;
  readonly channel: OrderChannel;
  readonly payment: Payment;
  readonly customerReference: string | null;
  readonly orderer: {
    readonly personId: string | null;
    readonly name: string;
    readonly role: string | null;
    readonly email: string;
    readonly language: Language;
  };
  readonly delivery: {
    readonly name: string;
    readonly street: string;
    readonly postcode: string;
    readonly city: string;
  } | null;
  readonly lines: readonly NewLine[];
  /** Of an order through the API, which brings its images itself: whether it asks for upload links all the same. */
  readonly uploadLinks?: boolean;
  /** The orderer declares that the firm is not liable to VAT. */
  readonly vatDeclared?: boolean;
  /** vat_declaration.id: of the order this one takes the place of. */
  readonly repeatsDeclaration?: string | null;
  readonly at: Date;
}

export interface PlacingParts {
  readonly keys: Keys;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
}

export interface NewLine {
  readonly personId: string;
  readonly startOn: LocalDate | null;
  /** In OAR instead of Aa. */
  readonly postedWorker: boolean;
}

export interface PlacedLine {
  readonly personId: string;
  /** Null when it was refused. */
  readonly itemId: string | null;
  readonly line: number | null;
  /** The image case that waits for the upload. */
  readonly caseId: string | null;
  readonly fault: LineFault | null;
}

export interface PlacedOrder {
  /** Null when no line could be taken: then there is no order. */
  readonly orderId: string | null;
  readonly number: string | null;
  readonly lines: readonly PlacedLine[];
}

/** Two orders for the same person and firm wait for each other here; in the order of ids, so that they never wait in a ring. */
const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('card of ' || p || ' at ' || $2, 0)) from (select unnest($1::bigint[]) as p order by 1) persons`;
const STANDING = `select p.id as "personId",
  (select row_to_json(c) from (select k.id::text, k.scheme, k.status, k.expires_on as "expiresOn" from card k
    where k.person_id = p.id and k.main_unit_id = $2 and k.status in ('VALID', 'INVALID')) c) as card,
  exists (select 1 from order_item i where i.person_id = p.id and i.main_unit_id = $2
    and i.status in ('DRAFT', 'PENDING', 'IMAGE_REJECTED', 'READY', 'IN_PRODUCTION')) as "underWay"
from unnest($1::bigint[]) p (id)`;

interface Standing {
  personId: string;
  card: { id: string; scheme: Scheme; status: CardStatus; expiresOn: LocalDate } | null;
  underWay: boolean;
}

const ADD_ORDER = `insert into card_order (organisation_id, number, unit_id, main_unit_id, scheme, ordered_on, placed_at, channel, orderer_id, payment,
  customer_reference, delivery_name, delivery_street, delivery_postcode, delivery_city, vat_declaration_id)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) returning id`;
const ADD_LINE = `insert into order_item (organisation_id, order_id, order_number, line, person_id, unit_id, main_unit_id, scheme, status, image_requirement,
  ordered_on, orderer_name, orderer_role, orderer_email, orderer_language, start_on, posted_worker, renews_card_id, cancel_on, status_at, check_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, 'PENDING', '${IMAGES_NEEDED}', $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $18) returning id`;
const PLACED = `insert into order_event (organisation_id, order_id, at, type, actor_id, new_value) values ($1, $2, $3, 'PLACED', app_actor(), $4)`;

/** A refused line takes nothing with it; whether the orderer may order for the firm has been asked before (who-may-order.rules.ts). */
export async function placeOrder(tx: Tx, order: NewOrder, parts: PlacingParts): Promise<PlacedOrder> {
  const today = osloDate(order.at);
  const settings = await settingsOn(tx, today, order.scheme);
  const judged = await judgeLines(tx, order, { today, settings });
  if (judged.every(line => !line.answer.ok))
    return { orderId: null, number: null, lines: judged.map(refused) };
  const placing = { ...order, parts, today, settings, number: await nextOrderNumber(tx) };
  const orderId = await addOrder(tx, placing);
  const lines: PlacedLine[] = [];
  for (const line of judged) {
    const number = lines.filter(({ itemId }) => itemId !== null).length + 1;
    lines.push(
      line.answer.ok ? await addLine(tx, { ...placing, orderId }, { ...line, number }) : refused(line),
    );
  }
  return { orderId, number: placing.number, lines };
}

interface Judged {
  readonly line: NewLine;
  readonly answer: ReturnType<typeof canOrderLine>;
}

interface Rules {
  readonly today: LocalDate;
  readonly settings: Settings;
}

/** The same person twice in one order is one order under way already. */
async function judgeLines(tx: Tx, { lines, scheme, mainUnitId }: NewOrder, rules: Rules): Promise<Judged[]> {
  const persons = [...new Set(lines.map(({ personId }) => personId))];
  await tx.query(ONE_AT_A_TIME, [persons, mainUnitId]);
  const rows = await tx.query<Standing & Record<string, unknown>>(STANDING, [persons, mainUnitId]);
  const standing = new Map(rows.map(row => [row.personId, row]));
  const taken = new Set<string>();
  return lines.map(line => {
    const { card = null, underWay = false } = standing.get(line.personId) ?? {};
    const twice = taken.has(line.personId);
    const answer = canOrderLine({
      ...rules,
      scheme,
      startOn: line.startOn,
      card,
      underWay: underWay || twice,
    });
    if (answer.ok) taken.add(line.personId);
    return { line, answer };
  });
}

const refused = ({ line, answer }: Judged): PlacedLine => ({
  personId: line.personId,
  itemId: null,
  line: null,
  caseId: null,
  fault: answer.ok ? null : answer.fault,
});

type Placing = NewOrder & Rules & { readonly number: string; readonly parts: PlacingParts };

async function addOrder(tx: Tx, order: Placing): Promise<string> {
  const { organisationId, number, unitId, mainUnitId, scheme, today, at, channel, orderer, payment } = order;
  const { name, street, postcode, city } = order.delivery ?? {};
  const what = [organisationId, number, unitId, mainUnitId, scheme, today, at, channel];
  const who = [orderer.personId, payment, order.customerReference, name, street, postcode, city];
  const repeated = order.repeatsDeclaration ?? null;
  const row = await tx.one<{ id: string }>(ADD_ORDER, [...what, ...who, repeated]);
  const orderId = row?.id ?? '';
  await tx.query(PLACED, [organisationId, orderId, at, channel]);
  const said = { organisationId, orderId, firmId: mainUnitId, declarer: orderer, at };
  if (order.vatDeclared) await declareVat(tx, said);
  return orderId;
}

async function addLine(
  tx: Tx,
  order: Placing & { orderId: string },
  { line, answer, number }: Judged & { number: number },
): Promise<PlacedLine> {
  const { organisationId, orderId, unitId, mainUnitId, scheme, today, orderer, settings, at } = order;
  const what = [organisationId, orderId, order.number, number, line.personId, unitId, mainUnitId, scheme];
  const who = [today, orderer.name, orderer.role, orderer.email, orderer.language];
  const days = settings.autoCancelWorkingDays;
  const clock = {
    scheme,
    clockFrom: today,
    approvalPending: false,
    days,
    extraDaysOff: extraDaysOff(settings),
  };
  const renews = answer.ok ? answer.renewsCardId : null;
  const when = [line.startOn, line.postedWorker, renews, cancelOn(clock), at];
  const row = await tx.one<{ id: string }>(ADD_LINE, [...what, ...who, ...when]);
  const itemId = row?.id ?? '';
  const { postedWorker } = line;
  await openChecks(tx, { organisationId, itemId, scheme, postedWorker, day: today, at });
  const about = { organisationId, itemId, personId: line.personId, unitId, language: orderer.language };
  const caseId = await openImageCase(tx, { ...about, channel: 'PORTAL', openedOn: today, dueDays: days });
  if (order.channel !== 'API' || order.uploadLinks)
    await mailUploadLink(tx, { ...about, caseId, createdBy: null, at }, order.parts);
  return { personId: line.personId, itemId, line: number, caseId, fault: null };
}
