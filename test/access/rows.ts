/** The rows the matrix asks about: of each kind one that is mine, a colleague's, a foreign one, and one that is not there. */

import type { Bulk } from '../support/bulk.ts';
import type { Desk } from '../support/desk.ts';
import { STAFF, type StaffName } from '../support/staff.ts';
import { type ApplicationKind, addApplication, isOfApplication } from './application-rows.ts';
import type { Caller } from './callers.ts';
import { zoneOf } from './canaries.ts';
import { addCard, addDelegation, addPower, type CardOf } from './card-rows.ts';
import { CaseRows, type CaseSpec } from './case-rows.ts';
import { addCheck } from './check-rows.ts';
import { addVersion } from './exception-rows.ts';
import { addInboundMail } from './inbound-mail-rows.ts';
import { addInvoice } from './invoice-rows.ts';
import { addMachine, addWebhook } from './machine-rows.ts';
import { addExplanation } from './order-rows.ts';
import { addPayment } from './payment-rows.ts';
import { addProduction } from './production-rows.ts';
import { addReissue } from './reissue-rows.ts';
import { addVatBatch } from './vat-rows.ts';
import { addVisit } from './visit-rows.ts';

/** OUTSIDE: in my organisation, but not of the kind my role has to do with (finance and images). */
export type Target = 'mine' | 'unit' | 'outside' | 'foreign' | 'missing';

export type RowKind =
  | 'inquiry'
  | 'plainInquiry'
  | 'held'
  | 'closed'
  | 'barred'
  | 'tip'
  | 'invoiceQuery'
  | 'pair'
  | 'waiting'
  | 'decided'
  | 'mail'
  | 'failedMail'
  | 'uncertainMail'
  | 'order'
  | 'orderLine'
  | 'explanation'
  | 'staff'
  | 'grant'
  | 'batch'
  | 'productionLine'
  | 'setting'
  | 'reissue'
  | 'vatBatch'
  | 'invoice'
  | 'payment'
  | 'exceptionRule'
  | 'usualRule'
  | 'decisionText'
  | 'machine'
  | 'webhook'
  | 'delivery'
  | 'card'
  | 'person'
  | 'power'
  | 'delegation'
  | 'check'
  | 'firm'
  | 'inboundMail'
  | 'visit'
  | ApplicationKind;

const isMachine = (kind: RowKind): kind is 'machine' | 'webhook' | 'delivery' =>
  ['machine', 'webhook', 'delivery'].includes(kind);

/** What a call about a row needs, by the names of arguments and input fields. */
export type Bag = Readonly<Record<string, unknown>>;

type CaseKind = Exclude<
  RowKind,
  | 'staff'
  | 'grant'
  | 'order'
  | 'orderLine'
  | 'setting'
  | 'reissue'
  | 'vatBatch'
  | 'invoice'
  | 'payment'
  | 'exceptionRule'
  | 'usualRule'
  | 'decisionText'
  | 'machine'
  | 'webhook'
  | 'delivery'
  | 'batch'
  | 'firm'
  | 'inboundMail'
  | 'visit'
  | 'productionLine'
  | 'explanation'
  | ApplicationKind
  | keyof typeof OF_ORDER
>;

/** State of the case behind each kind of row. */
const SPECS: Readonly<Record<CaseKind, CaseSpec>> = {
  inquiry: { kind: 'INQUIRY', status: 'OPEN' },
  plainInquiry: { kind: 'INQUIRY', status: 'OPEN' },
  held: { kind: 'INQUIRY', status: 'ON_HOLD' },
  closed: { kind: 'INQUIRY', status: 'CLOSED' },
  barred: { kind: 'INQUIRY', status: 'OPEN' },
  tip: { kind: 'TIP_INVALID_CARD', status: 'OPEN' },
  invoiceQuery: { kind: 'INVOICE_QUERY', status: 'OPEN' },
  pair: { kind: 'IMAGE_REVIEW', status: 'OPEN', images: 'AWAITING_REVIEW' },
  waiting: { kind: 'IMAGE_REVIEW', status: 'AWAITING_UPLOAD', images: 'AWAITING_UPLOAD' },
  decided: { kind: 'IMAGE_REVIEW', status: 'CLOSED', images: 'MET' },
  mail: { kind: 'IMAGE_REVIEW', status: 'AWAITING_UPLOAD', images: 'REJECTED', mail: 'SENT' },
  failedMail: { kind: 'IMAGE_REVIEW', status: 'AWAITING_UPLOAD', images: 'REJECTED', mail: 'FAILED' },
  uncertainMail: { kind: 'IMAGE_REVIEW', status: 'AWAITING_UPLOAD', images: 'REJECTED', mail: 'UNCERTAIN' },
};

/** What a senior agent has instead, so that the same calls are made about image cases too. */
const WITH_IMAGES: Readonly<Partial<Record<RowKind, CaseSpec>>> = {
  inquiry: { kind: 'IMAGE_REVIEW', status: 'OPEN', images: 'AWAITING_REVIEW' },
  held: { kind: 'IMAGE_REVIEW', status: 'ON_HOLD', images: 'AWAITING_REVIEW' },
  closed: SPECS.decided,
  barred: { kind: 'IMAGE_REVIEW', status: 'OPEN', images: 'AWAITING_REVIEW' },
};

const NO_SUCH_ID = '987654321098';
const NO_SUCH: Readonly<Record<string, string>> = {
  number: '1999/999999',
  orderNumber: '9999999',
  cardNumber: '9999999999',
  orgNumber: '299999999',
};
/** Names by which a call may name its row. */
const KEYS = [
  'id',
  'caseId',
  'decisionId',
  'orderNumber',
  'orderItemId',
  'cardId',
  'cardNumber',
  'checkId',
  'mailId',
  'endpointId',
  'machineId',
  'orgNumber',
  'applicationId',
  'documentId',
  'versionId',
  'proposalId',
  'entryId',
  'letterId',
  'appealId',
  'confirmationId',
];
const OF_ORDER = {
  card: addCard,
  power: addPower,
  check: addCheck,
  delegation: addDelegation,
  person: (_: Bulk, { personId }: CardOf): Bag => ({ id: personId, personId }),
} as const;

const isOfOrder = (kind: RowKind): kind is keyof typeof OF_ORDER => kind in OF_ORDER;

/** Somebody else of the same organisation, and somebody of the other one. */
const COLLEAGUE: Readonly<Record<Caller, StaffName>> = {
  agent: 'colleague',
  senior: 'colleague',
  finance: 'colleague',
  admin: 'colleague',
  caseworker: 'lead',
  lead: 'caseworker',
  auditor: 'caseworker',
};
const STRANGER_TO = { 1: 'caseworker', 2: 'agent' } as const;

export const colleagueOf = (caller: Caller): StaffName => COLLEAGUE[caller];
export const strangerTo = (caller: Caller): StaffName => STRANGER_TO[STAFF[caller].organisation];

export class Rows {
  readonly #cases: CaseRows;

  constructor(
    private readonly desk: Desk,
    cases: CaseRows,
  ) {
    this.#cases = cases;
  }

  /** Plants a fresh row. @returns what a call about it needs */
  plant(kind: RowKind, caller: Caller, target: Target): Bag {
    const bag = this.#bag(kind, caller, target);
    if (target !== 'missing') return bag;
    const keys = [...KEYS, ...(kind === 'person' ? ['personId'] : [])].filter(key => key in bag);
    return { ...bag, ...Object.fromEntries(keys.map(key => [key, NO_SUCH[key] ?? NO_SUCH_ID])) };
  }

  /** The value of an argument that is not the row's own id: of a foreign row, or of none. */
  second(
    name: string,
    kind: RowKind,
    { caller, target }: { caller: Caller; target: 'foreign' | 'missing' },
  ): unknown {
    const key = name.split('.').at(-1) ?? '';
    if (target === 'missing') return NO_SUCH[key] ?? NO_SUCH_ID;
    const bag = this.plant(kind, caller, 'foreign');
    return bag[key] ?? bag.id;
  }

  #bag(kind: RowKind, caller: Caller, target: Target): Bag {
    if (kind === 'staff') return this.#staff(caller, target);
    if (kind === 'grant') return this.#grant(caller, target);
    if (kind === 'setting')
      return { id: this.#cases.addSetting(this.desk.staff[this.#holder(caller, target)]) };
    if (kind === 'vatBatch') return this.#vatBatch(caller, target);
    if (kind === 'exceptionRule' || kind === 'usualRule' || kind === 'decisionText')
      return { id: addVersion(this.#cases, this.desk.staff[this.#holder(caller, target)], kind) };
    if (isMachine(kind)) return this.#machine(kind);
    if (kind === 'orderLine') return this.#orderLine(caller, target);
    if (isOfApplication(kind)) return this.#ofApplication(kind, caller, target);
    if (isOfOrder(kind)) return this.#ofOrder(kind, caller, target);
    return this.#numbered(kind, caller, target);
  }

  #numbered(
    kind: Exclude<RowKind, keyof typeof OF_ORDER | ApplicationKind>,
    caller: Caller,
    target: Target,
  ): Bag {
    if (kind === 'invoice') return this.#invoice(caller, target);
    if (kind === 'payment') return this.#payment(caller, target);
    if (kind === 'explanation') return this.#explanation(caller, target);
    if (kind === 'reissue') return this.#reissue(caller, target);
    if (kind === 'inboundMail') return this.#inboundMail(caller, target);
    if (kind === 'visit') return this.#visit(caller, target);
    if (kind === 'batch' || kind === 'productionLine') return this.#production(kind, caller, target);
    return kind === 'order' || kind === 'firm'
      ? this.#named(kind, caller, target)
      : this.#case(kind as CaseKind, caller, target);
  }

  /** Always the authority's, but for a foreign one of the authority; the issuer's own are those it registered. */
  #ofApplication(kind: ApplicationKind, caller: Caller, target: Target): Bag {
    const holder = this.#holder(caller, target);
    const issuer = STAFF[caller].organisation === 1;
    const foreign = target === 'foreign';
    const organisation = foreign && !issuer ? 1 : 2;
    const registrar = issuer && !foreign ? 1 : null;
    const zone = zoneOf(organisation, 'EXCEPTION');
    const of = { kind, organisation, registrar, zone, holder: this.desk.staff[holder] } as const;
    return addApplication(this.#cases.bulk, this.#cases.shared, of);
  }

  /** Post is the organisation's, nobody's own. */
  #inboundMail(caller: Caller, target: Target): Bag {
    const { organisation } = STAFF[this.#holder(caller, target)];
    const { caseId } = this.#ofApplication('application', caller, 'mine');
    return addInboundMail(this.#cases.bulk, {
      organisation,
      zone: zoneOf(organisation, 'EXCEPTION'),
      caseId,
    });
  }

  /** A letter that still waits; mine: the caller has sent it. */
  #explanation(caller: Caller, target: Target): Bag {
    const { orderItemId } = this.#orderLine(caller, target);
    const holder = this.#holder(caller, target);
    const by = { actorId: this.desk.staff[holder], organisation: STAFF[holder].organisation };
    return { mailId: addExplanation(this.#cases.bulk, { ...by, orderItemId: String(orderItemId) }) };
  }

  /** An order and its line; what finance looks at is about an inquiry. */
  #orderLine(caller: Caller, target: Target): Bag {
    const { orderItemId, orderNumber } = this.#case('inquiry', caller, target);
    return { id: orderItemId, orderItemId, number: orderNumber, expectedVersion: 1 };
  }

  /** At the firm of the one who recorded it. */
  #visit(caller: Caller, target: Target): Bag {
    const { bulk, shared } = this.#cases;
    const holder = this.#holder(caller, target);
    const { organisation } = STAFF[holder];
    const of = { organisation, by: this.desk.staff[holder], zone: zoneOf(organisation, 'EXCEPTION') };
    return addVisit(bulk, { ...of, firmId: shared.firms[organisation].main });
  }

  /** Named by a number alone. What either house has seen at the firm hangs on it. */
  #named(kind: 'order' | 'firm', caller: Caller, target: Target): Bag {
    if (kind === 'firm') {
      this.#visit(caller, target);
      return { orgNumber: this.#cases.firmOf(STAFF[this.#holder(caller, target)].organisation) };
    }
    const { orderNumber } = this.#case('plainInquiry', caller, target);
    return { orderNumber };
  }

  /** What hangs on an order line, or on its person. */
  #ofOrder(kind: keyof typeof OF_ORDER, caller: Caller, target: Target): Bag {
    const ids = this.#case('pair', caller, target);
    const holder = this.#holder(caller, target);
    const { organisation } = STAFF[holder];
    const { orderItemId, personId } = ids as { orderItemId: string; personId: string };
    const zone = zoneOf(organisation, 'IMAGE_REVIEW');
    const of = { organisation, zone, orderItemId, personId, holder: this.desk.staff[holder] };
    return OF_ORDER[kind](this.#cases.bulk, of);
  }

  #case(kind: CaseKind, caller: Caller, target: Target): Bag {
    const spec = specOf(kind, caller, target);
    const holder = this.#holder(caller, target);
    const ids = this.#cases.add({
      ...spec,
      organisation: STAFF[holder].organisation,
      holder: this.desk.staff[holder],
    });
    const toStaffId = this.desk.staff[receiverOf(holder)];
    const bag = { ...ids, toStaffId, expectedVersion: 1, version: 1 };
    if (kind === 'barred') return { ...bag, staffId: ids.barredId };
    return SPECS[kind].mail ? { ...bag, id: ids.mailId } : bag;
  }

  #machine(kind: 'machine' | 'webhook' | 'delivery'): Bag {
    if (kind === 'machine') return addMachine(this.#cases.bulk);
    const bag = addWebhook(this.#cases.bulk, this.desk, this.#cases.shared.firms[1]);
    return kind === 'delivery' ? { ...bag, id: bag.deliveryId } : bag;
  }

  #vatBatch(caller: Caller, target: Target): Bag {
    const { bulk, shared } = this.#cases;
    const by = this.desk.staff[this.#holder(caller, target)];
    return addVatBatch(bulk, { declaration: shared.declaration, by });
  }

  /** Of an order about an inquiry, as all that finance looks at. */
  #invoice(caller: Caller, target: Target): Bag {
    const { orderItemId, personId } = this.#case('plainInquiry', caller, target) as Record<string, string>;
    const { organisation } = STAFF[this.#holder(caller, target)];
    const { bulk, shared } = this.#cases;
    return addInvoice(bulk, {
      ...{ organisation, zone: zoneOf(organisation, 'INQUIRY'), orderId: orderItemId ?? '' },
      ...{ firmId: shared.firms[organisation].main, personId: personId ?? '' },
    });
  }

  #payment(caller: Caller, target: Target): Bag {
    const holder = this.#holder(caller, target);
    const { organisation } = STAFF[holder];
    const zone = zoneOf(organisation, 'INQUIRY');
    return addPayment(this.#cases.bulk, { organisation, zone, by: this.desk.staff[holder] });
  }

  /** With one such invoice. */
  #reissue(caller: Caller, target: Target): Bag {
    const ids = this.#case('plainInquiry', caller, target) as Record<string, string>;
    const holder = this.#holder(caller, target);
    const { organisation } = STAFF[holder];
    const { bulk, shared } = this.#cases;
    return addReissue(bulk, {
      ...{ organisation, zone: zoneOf(organisation, 'INQUIRY'), orderId: ids.orderItemId ?? '' },
      ...{ firmId: shared.firms[organisation].main, personId: ids.personId ?? '' },
      by: this.desk.staff[holder],
    });
  }

  #holder(caller: Caller, target: Target): StaffName {
    if (target === 'unit') return colleagueOf(caller);
    return target === 'foreign' ? strangerTo(caller) : caller;
  }

  #production(kind: 'batch' | 'productionLine', caller: Caller, target: Target): Bag {
    const { orderItemId } = this.#case('plainInquiry', caller, target) as { orderItemId: string };
    const { organisation } = STAFF[this.#holder(caller, target)];
    const releasedBy = this.desk.staff[colleagueOf(caller)];
    const { batch, line } = addProduction(this.#cases.bulk, {
      organisation,
      itemId: orderItemId,
      releasedBy,
    });
    return kind === 'batch' ? batch : line;
  }

  /** Mine: the caller proposed it. It is never for herself. */
  #grant(caller: Caller, target: Target): Bag {
    const by = this.desk.staff[this.#holder(caller, target)];
    const organisation = STAFF[this.#holder(caller, target)].organisation;
    return { id: this.#cases.addGrant(this.#cases.addStaff(organisation), by), expectedVersion: 1 };
  }

  #staff(caller: Caller, target: Target): Bag {
    const own = STAFF[caller].organisation;
    const organisation = target === 'foreign' ? (own === 1 ? 2 : 1) : own;
    const fields = {
      name: 'Zqansatt Ny',
      active: true,
      roles: [organisation === 1 ? 'AGENT' : 'CASEWORKER'],
    };
    const id = target === 'mine' ? this.desk.staff[caller] : this.#cases.addStaff(organisation);
    return { ...fields, id, staffId: id, toStaffId: id, expectedVersion: 1, version: 1 };
  }
}

function specOf(kind: CaseKind, caller: Caller, target: Target): CaseSpec {
  if (target === 'outside') return { ...SPECS[kind], kind: 'IMAGE_REVIEW', images: 'AWAITING_REVIEW' };
  const near = target === 'mine' || target === 'unit';
  return (caller === 'senior' && near && WITH_IMAGES[kind]) || SPECS[kind];
}

/** Somebody else of the same organisation who may work on the case. */
export function receiverOf(holder: StaffName): StaffName {
  if (STAFF[holder].organisation === 2) return holder === 'lead' ? 'caseworker' : 'lead';
  return holder === 'agent' ? 'colleague' : 'agent';
}
