/** Turns the row behind the order page into the API's OrderDetail, and leaves out what the reader may not see. */
import type { Access } from '../../platform/access/access.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { Language } from '../../platform/language.ts';
import type { Json } from '../case/case-detail.row.ts';
import { toStaffRef } from '../case/case-submission.map.ts';
import { type Deadline, deadlineWorking } from '../case/deadline.rules.ts';
import { type MailRecord, mailRowOf } from '../correspondence/mail.row.ts';
import { READ_INVOICE_STATUS } from '../invoice/invoice.policy.ts';
import { type InvoiceBooks, invoiceState } from '../invoice/invoice-state.rules.ts';
import { type CheckFacts, type CheckRow, shownChecks } from '../register-check/check-row.readmodel.ts';
import { SUBJECT } from '../register-check/matrix.rules.ts';
import { READ_ANSWER } from '../register-check/register-check.policy.ts';
import type { RegisterCheckType } from '../register-check/register-check.type.ts';
import { extraDaysOff, type SettingRow, settingsFrom } from '../setting/setting.rules.ts';
import type { OrderChannel, OrderItemStatus, Payment, Scheme } from './order.enums.ts';
import { allowedItemActions, NOTE_ON_ORDER } from './order.policy.ts';
import { isWaiting } from './order-item.rules.ts';
import type { OrderAction } from './order-page.enums.ts';
import type {
  OrderCaseType,
  OrderDetailType,
  OrderEventType,
  OrderLineSummaryType,
  OrderLineType,
} from './order-page.type.ts';

type WithPerson<T> = T & { personId: string | null };

/** One row of the statement in order-page.sql.ts. An aggregate over nothing is null. */
export interface OrderPageRow
  extends Pick<OrderDetailType, 'delivery' | 'orderer' | 'unit' | 'mainUnit'>,
    Pick<OrderLineType, 'person' | 'card' | 'renews'> {
  id: string;
  organisation_id: number;
  number: string;
  scheme: Scheme;
  ordered_on: LocalDate;
  placed_at: Date;
  channel: OrderChannel;
  payment: Payment | null;
  customer_reference: string | null;
  reader_language: string | null;
  line_count: number;
  lines: WithPerson<OrderLineSummaryType>[] | null;
  item_id: string;
  line: number;
  status: OrderItemStatus;
  status_reason: string | null;
  status_at: Date | null;
  version: number;
  image_requirement: OrderLineType['imageRequirement'];
  headgear_exemption: boolean;
  start_on: LocalDate | null;
  posted_worker: boolean;
  clock_from: LocalDate;
  cancel_on: LocalDate | null;
  checks: CheckRow[];
  checkFacts: CheckFacts;
  drafts: Json<OrderLineType['drafts'][number]>[] | null;
  imageCase: { id: string; number: string } | null;
  otherOrders: OrderDetailType['otherOrders'] | null;
  cases: WithPerson<OrderCaseType>[] | null;
  events: Json<OrderEventType>[] | null;
  mails: MailRecord[] | null;
}

/** What whoever looks after the order may know of its invoice. */
export interface OrderInvoiceRow {
  readonly id: string;
  readonly number: string;
  readonly books: InvoiceBooks;
}

export interface OrderReader {
  readonly invoice: OrderInvoiceRow | null;
  readonly access: Access;
  readonly actor: Principal;
  readonly now: Date;
  readonly settings: readonly SettingRow[];
}

interface Rights {
  readonly answers: boolean;
  readonly mails: boolean;
  readonly maskedNationalId: boolean;
}

export function toOrderDetail(row: OrderPageRow, reader: OrderReader): OrderDetailType {
  const rights = rightsOf(row, reader);
  const { id, number, scheme, delivery, orderer, unit, mainUnit } = row;
  return {
    ...{ id, number, scheme, delivery, orderer, unit, mainUnit },
    orderedOn: row.ordered_on,
    placedAt: row.placed_at,
    channel: row.channel,
    payment: row.payment,
    customerReference: row.customer_reference,
    lineCount: row.line_count,
    lines: (row.lines ?? []).toSorted((a, b) => a.line - b.line),
    line: lineOf(row, reader, rights),
    invoice: invoiceOf(row, reader),
    otherOrders: row.otherOrders ?? [],
    cases: row.cases ?? [],
    events: eventsOf(row, rights),
    mails: rights.mails ? (row.mails ?? []).map(mail => mailRowOf(mail, reader.now)) : [],
  };
}

function invoiceOf(
  { organisation_id: organisationId }: OrderPageRow,
  { access, actor, invoice, now }: OrderReader,
): OrderDetailType['invoice'] {
  if (!invoice || !access.may(actor, READ_INVOICE_STATUS, { organisationId })) return null;
  const { books, ...named } = invoice;
  return { ...named, state: invoiceState(books, osloDate(now)) };
}

function rightsOf(row: OrderPageRow, { access, actor }: OrderReader): Rights {
  const facts = { organisationId: row.organisation_id };
  return {
    answers: access.may(actor, READ_ANSWER, facts),
    mails: access.may(actor, { resource: 'mail', action: 'read' }, facts),
    maskedNationalId: access.may(actor, { resource: 'person', action: 'read:nationalId.masked' }, facts),
  };
}

function lineOf(row: OrderPageRow, reader: OrderReader, rights: Rights): OrderLineType {
  const { line, status, version, person, card, renews } = row;
  return {
    ...{ line, status, version, card, renews },
    id: row.item_id,
    statusReason: row.status_reason,
    statusAt: row.status_at,
    person:
      person && (rights.maskedNationalId ? person : { ...person, maskedNationalId: null, birthDate: null }),
    imageRequirement: row.image_requirement,
    imageCaseId: row.imageCase?.id ?? null,
    imageCaseNumber: row.imageCase?.number ?? null,
    headgearExemption: row.headgear_exemption,
    startOn: row.start_on,
    postedWorker: row.posted_worker,
    checks: checksOf(row, reader, rights),
    clock: clockOf(row, reader),
    clockStands: isWaiting(status) && row.cancel_on === null,
    allowedActions: actionsOf(row, reader),
    drafts: (row.drafts ?? []).map(draft => ({ ...draft, updatedAt: new Date(draft.updatedAt) })),
  };
}

/** What a register says about a person is for those who work with it; what it says about a firm everyone may know. */
function checksOf(row: OrderPageRow, { now }: OrderReader, { answers }: Rights): RegisterCheckType[] {
  const visible = row.checks.filter(({ register }) => answers || SUBJECT[register] === 'FIRM');
  const checks = shownChecks(visible, {
    facts: row.checkFacts,
    language: languageOf(row),
    today: osloDate(now),
  });
  return answers ? checks : checks.map(check => ({ ...check, hasAnswer: false }));
}

function eventsOf({ events }: OrderPageRow, { answers }: Rights): OrderEventType[] {
  return (events ?? [])
    .filter(({ register }) => answers || register === null || SUBJECT[register] === 'FIRM')
    .map(event => ({
      ...event,
      // What was told about a person stays with those who work with her order.
      note: answers ? event.note : null,
      at: new Date(event.at),
      actor: event.actor && toStaffRef(event.actor),
    }));
}

/** R2 by the rules of the day the clock began; null when nothing runs. The database's own day is the one that counts. */
function clockOf(row: OrderPageRow, { now, settings }: OrderReader): Deadline | null {
  if (!isWaiting(row.status) || row.cancel_on === null) return null;
  const rules = settingsFrom(settings, row.ordered_on, row.scheme);
  const working = deadlineWorking({
    startOn: row.clock_from,
    days: rules.autoCancelWorkingDays,
    holds: [],
    today: osloDate(now),
    language: languageOf(row),
    extraDaysOff: extraDaysOff(rules),
  });
  return { ...working, dueOn: row.cancel_on };
}

const languageOf = ({ reader_language: chosen }: OrderPageRow): Language =>
  Object.values(Language).find(known => known === chosen) ?? Language.nb;

function actionsOf(row: OrderPageRow, { access, actor }: OrderReader): OrderAction[] {
  const facts = { organisationId: row.organisation_id };
  const notes: OrderAction[] = access.may(actor, NOTE_ON_ORDER, facts) ? ['NOTE'] : [];
  return [...allowedItemActions(access, actor, row), ...notes];
}
