/** Cases with everything that can hang on one, every text in them a canary. */
import type { CaseKind } from '../../server/src/features/case/case.enums.ts';
import { type Bulk, freshId, type Row } from '../support/bulk.ts';
import { hoursAgo, inDays } from '../support/days.ts';
import type { Firm } from '../support/factories.ts';
import { emailOf, say, type Zone, zoneOf } from './canaries.ts';
import { type About, addImages, addMail } from './image-rows.ts';
import { addInvoiceQuery, QUERY_TABLES } from './invoice-query-rows.ts';
import { addOrderRows, ORDER_TABLES } from './order-rows.ts';
import { addTip, cardNumberOf, TIP_TABLES } from './tip-rows.ts';

export interface CaseSpec {
  readonly kind: CaseKind;
  readonly status: 'OPEN' | 'ON_HOLD' | 'AWAITING_UPLOAD' | 'CLOSED';
  /** Of the order item; of image cases only. */
  readonly images?: 'AWAITING_REVIEW' | 'AWAITING_UPLOAD' | 'MET' | 'REJECTED';
  readonly mail?: 'SENT' | 'FAILED' | 'UNCERTAIN';
}

export interface NewCase extends CaseSpec {
  readonly organisation: 1 | 2;
  /** staff_user.id of whoever has it, or had it last. */
  readonly holder: string;
  /** Default: live, unless the case is closed. */
  readonly reservation?: 'live' | 'expired' | 'none';
  /** staff_user.id of one more who is barred. */
  readonly alsoBarred?: string;
  /** Of the newest decision; by default the holder made it, too long ago to be taken back when it was a rejection. */
  readonly decided?: { readonly by: string; readonly open: boolean };
  /** Default: the person of the zone. Null: the case is about nobody. */
  readonly personId?: string | null;
}

/** Rows that all cases share. */
export interface Shared {
  readonly persons: Readonly<Record<Zone, { id: string; nationalId: string }>>;
  readonly firms: Readonly<Record<1 | 2, Firm>>;
  /** staff_user.id of somebody barred from every case, of somebody never barred, and of somebody with a draft on every case. */
  readonly barred: Readonly<Record<1 | 2, string>>;
  readonly free: Readonly<Record<1 | 2, string>>;
  readonly writer: Readonly<Record<1 | 2, string>>;
  /** vat_declaration.id */
  readonly declaration: string;
  /** person.id of somebody both organisations may know. */
  readonly applicant: string;
}

export interface CaseIds {
  readonly id: string;
  readonly caseId: string;
  readonly number: string;
  readonly orderNumber: string;
  /** Of the order, and of its only line. */
  readonly orderItemId: string;
  readonly personId: string;
  readonly linkId: string;
  readonly staffId: string;
  readonly barredId: string;
  readonly decisionId: string;
  readonly mailId: string;
  readonly fileId: string;
}

/** Order in which the tables are filled. */
export const TABLES = [
  'staff_user',
  'staff_grant',
  'card_order',
  'scheme_setting',
  'order_item',
  'desk_case',
  'case_hold',
  'case_event',
  'case_link',
  'case_barred',
  'draft',
  ...ORDER_TABLES,
  ...TIP_TABLES,
  ...QUERY_TABLES,
  'stored_file',
  'upload_link',
  'image_submission',
  'image_decision',
  'image_decision_reason',
  'outbox_mail',
  'control_visit',
];

/** Of each zone a case that all others are linked to, and one that nobody is linked to yet. */
interface Hubs {
  readonly linked: Record<Zone, CaseIds>;
  readonly free: Record<Zone, CaseIds>;
}

export class CaseRows {
  #hubs: Hubs | null = null;

  constructor(
    readonly bulk: Bulk,
    readonly shared: Shared,
  ) {
    const hub = (organisation: 1 | 2, kind: CaseSpec['kind']) =>
      this.add({
        organisation,
        kind,
        status: 'OPEN',
        images: 'AWAITING_REVIEW',
        holder: shared.writer[organisation],
      });
    const ofEach = (): Record<Zone, CaseIds> => ({
      '1I': hub(1, 'IMAGE_REVIEW'),
      '1Q': hub(1, 'INQUIRY'),
      '2I': hub(2, 'IMAGE_REVIEW'),
      '2Q': hub(2, 'INQUIRY'),
    });
    const [linked, free] = [ofEach(), ofEach()];
    this.#hubs = { linked, free };
  }

  /** @returns its ids by the names calls use; the case itself is inserted with the rest of the bulk */
  add(spec: NewCase): CaseIds {
    const { organisation, kind } = spec;
    const zone = zoneOf(organisation, kind);
    const id = freshId();
    const number = `1999/${id.slice(-6)}`;
    const orderNumber = id.slice(-7);
    const about = { spec, zone, id, itemId: freshId(), rejection: freshId() };
    this.#order(about, orderNumber);
    this.#case(about, number);
    this.#notes(about);
    const linkId = this.#links(about);
    const images = kind === 'IMAGE_REVIEW' ? addImages(this.bulk, about) : { decisionId: id, fileId: '0' };
    const mailId = kind === 'IMAGE_REVIEW' ? addMail(this.bulk, about) : '0';
    const { persons, free, barred, firms } = this.shared;
    const personId = spec.personId ?? persons[zone].id;
    if (kind === 'TIP_INVALID_CARD') addTip(this.bulk, about, { firm: firms[organisation], personId });
    if (kind === 'INVOICE_QUERY') addInvoiceQuery(this.bulk, about);
    const people = {
      personId,
      staffId: free[organisation],
      barredId: barred[organisation],
    };
    return {
      id,
      caseId: id,
      number: this.#hubs?.free[zone].number ?? number,
      orderNumber,
      orderItemId: about.itemId,
      linkId,
      mailId,
      ...people,
      ...images,
    };
  }

  /** Organisation number of the firm all cases of an organisation are about. */
  firmOf(organisation: 1 | 2): string {
    return this.shared.firms[organisation].mainOrgNumber;
  }

  addStaff(organisation: 1 | 2): string {
    const id = freshId();
    const roles = [organisation === 1 ? 'AGENT' : 'CASEWORKER'];
    const email = `zqansatt${id}@test.example`;
    this.bulk.add('staff_user', { id, organisation_id: organisation, name: 'Zqansatt Prøve', email, roles });
    const { writer, free } = this.shared;
    const decision = { outcome: 'REJECTED', decided_by: free[organisation], decided_at: hoursAgo(1) };
    const reason = 'Feil person';
    this.#grant({ staff_user_id: id, proposed_by: writer[organisation], ...decision, reason });
    return id;
  }

  /** Roles for somebody that wait for approval. */
  addGrant(staffUserId: string, proposedBy: string): string {
    return this.#grant({ staff_user_id: staffUserId, proposed_by: proposedBy });
  }

  #grant(given: { staff_user_id: string; proposed_by: string } & Row): string {
    const id = freshId();
    const what = { roles: ['ADMIN'], activates: false, proposed_at: hoursAgo(2) };
    this.bulk.add('staff_grant', { id, ...what, ...given });
    return id;
  }

  /** A change of the rules that waits for approval, beside one that was approved and withdrawn. */
  addSetting(proposedBy: string): string {
    const [id, other] = [freshId(), freshId()];
    const [by, at] = [this.shared.free[1], hoursAgo(1)];
    const approved = { approved_by: this.shared.writer[1], approved_at: at };
    this.#setting(
      { id: other, ...approved, withdrawn_by: by, withdrawn_at: at, withdrawn_reason: 'Prøve' },
      by,
    );
    this.#setting({ id }, proposedBy);
    return id;
  }

  #setting(given: { id: string } & Row, proposed_by: string): void {
    const valid_from = inDays(1 + (Number(given.id) % 300_000));
    const what = { key: 'vatPercent', value: '26', grounds: 'Prøve', valid_from, proposed_at: hoursAgo(2) };
    this.bulk.add('scheme_setting', { ...what, proposed_by, ...given });
  }

  #order(about: About, orderNumber: string): void {
    const { spec, zone, itemId } = about;
    const { organisation, images = 'MET' } = spec;
    const firm = this.shared.firms[organisation];
    this.bulk.add('card_order', {
      id: itemId,
      organisation_id: organisation,
      number: orderNumber,
      unit_id: firm.unit,
      main_unit_id: firm.main,
      scheme: 'CONSTRUCTION',
      ordered_on: '2026-11-02',
      placed_at: hoursAgo(300),
      channel: 'PORTAL',
      customer_reference: say('ordererName', zone),
      delivery_name: say('ordererName', zone),
      delivery_street: say('ordererRole', zone),
      delivery_postcode: '0150',
      delivery_city: 'Oslo',
    });
    this.bulk.add('order_item', {
      id: itemId,
      order_id: itemId,
      organisation_id: organisation,
      order_number: orderNumber,
      line: 1,
      person_id: spec.personId ?? this.shared.persons[zone].id,
      unit_id: firm.unit,
      main_unit_id: firm.main,
      scheme: 'CONSTRUCTION',
      status: images === 'REJECTED' ? 'IMAGE_REJECTED' : 'PENDING',
      image_requirement: images,
      ordered_on: '2026-11-02',
      orderer_name: say('ordererName', zone),
      orderer_role: say('ordererRole', zone),
      orderer_email: emailOf(zone),
      orderer_language: 'nb',
    });
    addOrderRows(this.bulk, about, {
      unitId: firm.unit,
      personId: spec.personId ?? this.shared.persons[zone].id,
      writer: this.shared.writer[organisation],
    });
  }

  #case({ spec, zone, id, itemId }: About, number: string): void {
    const { organisation, kind, status, holder } = spec;
    const onHold = status === 'ON_HOLD';
    const closed = status === 'CLOSED';
    this.bulk.add('desk_case', {
      id,
      organisation_id: organisation,
      number,
      kind,
      queue: kind,
      card_number: kind === 'TIP_INVALID_CARD' ? cardNumberOf(id) : null,
      status,
      channel: 'PHONE',
      language: 'nb',
      title: say('title', zone),
      description: say('description', zone),
      person_id: spec.personId === undefined ? this.shared.persons[zone].id : spec.personId,
      subject_organisation_id: this.shared.firms[organisation].unit,
      order_item_id: itemId,
      attempt: kind === 'IMAGE_REVIEW' ? 2 : 0,
      opened_on: '2026-11-16',
      due_days: 5,
      due_on: inDays(0),
      hold_reason: onHold ? 'OTHER' : null,
      hold_until: onHold ? inDays(9) : null,
      hold_note: say('holdNote', zone),
      ...reservationOf(spec),
      last_worker_id: holder,
      closed_at: closed ? hoursAgo(1) : null,
    });
    if (onHold)
      this.bulk.add('case_hold', {
        organisation_id: organisation,
        case_id: id,
        from_on: '2026-11-17',
        reason: 'OTHER',
      });
  }

  #notes({ spec, zone, id }: About): void {
    const { organisation, holder } = spec;
    const { barred, writer } = this.shared;
    const row = { organisation_id: organisation, case_id: id };
    this.bulk.add('case_event', {
      ...row,
      type: 'HANDED_OVER',
      actor_id: writer[organisation],
      old_value: 'Zqansatt Prøve',
      new_value: 'Zqansatt Prøve',
      note: say('eventNote', zone),
    });
    const reason = { reason: 'FAMILY', comment: say('barComment', zone) };
    this.bulk.add('case_barred', { ...row, staff_user_id: barred[organisation], ...reason });
    const more = { reason: 'OTHER', comment: null };
    if (spec.alsoBarred) this.bulk.add('case_barred', { ...row, staff_user_id: spec.alsoBarred, ...more });
    const draft = { ...row, action: 'HOLD' };
    const own = { staff_user_id: holder, body: { note: say('ownDraft', zone) } };
    if (holder !== writer[organisation]) this.bulk.add('draft', { ...draft, ...own });
    const body = { note: say('colleaguesDraft', zone) };
    this.bulk.add('draft', { ...draft, staff_user_id: writer[organisation], body });
  }

  /** To a case of each zone: whoever reads this one may see some of them, and not the others. */
  #links({ spec, zone, id }: About): string {
    if (!this.#hubs) return '0';
    const row = { organisation_id: spec.organisation, case_id: id, relation: 'RELATED' };
    let ownLink = '0';
    for (const [other, hub] of Object.entries(this.#hubs.linked)) {
      const linkId = freshId();
      this.bulk.add('case_link', { id: linkId, ...row, other_case_id: hub.id });
      if (other === zone) ownLink = linkId;
    }
    return ownLink;
  }
}

function reservationOf({ status, holder, reservation = status === 'CLOSED' ? 'none' : 'live' }: NewCase) {
  if (reservation === 'none') return { reserved_by: null, reserved_until: null };
  return { reserved_by: holder, reserved_until: hoursAgo(reservation === 'live' ? -1 : 1) };
}
