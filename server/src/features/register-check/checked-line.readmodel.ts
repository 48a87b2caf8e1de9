/** An order line with everything its checks are asked with and compared to, for the check run. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { CardStatus } from '../card/card.enums.ts';
import type { HeldException } from '../exception/entry.rules.ts';
import type { ApprovalRegister } from '../firm-approval/firm-approval.enums.ts';
import type { FirmApproval } from '../firm-approval/firm-approval.rules.ts';
import type { OrderItemStatus, Scheme } from '../order/order.enums.ts';
import type { CheckState } from './check-change.rules.ts';
import type { Register } from './register-check.enums.ts';
import type { AskedCheck } from './turn.rules.ts';

export interface HeldCheck extends CheckState, AskedCheck {
  readonly id: string;
  readonly register: Register;
  readonly version: number;
  readonly answerId: string | null;
  /** Of the answer; hexadecimal. */
  readonly answerHash: string | null;
  /** The entry it was met by. */
  readonly exceptionId: string | null;
}

export interface HeldApproval extends FirmApproval {
  readonly register: ApprovalRegister;
}

export interface CheckedLine {
  readonly id: string;
  readonly organisationId: number;
  readonly orderId: string;
  readonly scheme: Scheme;
  readonly status: OrderItemStatus;
  readonly postedWorker: boolean;
  readonly orderedOn: LocalDate;
  readonly personId: string;
  readonly enc: Buffer;
  readonly keyId: string;
  readonly idx: Buffer;
  readonly unitId: string;
  readonly unitOrgNumber: string;
  readonly mainUnitId: string;
  readonly mainOrgNumber: string;
  /** Of the main unit, as last known. */
  readonly form: string;
  readonly cardId: string | null;
  readonly cardStatus: CardStatus | null;
  readonly vatDeclared: boolean;
  /** Entries about the person in the firm, or about the firm, whatever their days. */
  readonly exceptions: HeldException[];
  /** Of the main unit, in the desk's own registers of approved firms. */
  readonly approvals: HeldApproval[];
  readonly checks: HeldCheck[];
}

const CHECKS = `(select coalesce(json_agg(json_build_object('id', c.id::text, 'register', c.register, 'outcome', c.outcome,
    'settledOutcome', c.settled_outcome, 'reason', c.reason, 'attempts', c.attempts, 'version', c.version, 'askedAt', c.asked_at, 'nextAt', c.next_at,
    'answerId', c.answer_id::text, 'exceptionId', c.exception_entry_id::text, 'answerHash', encode(a.content_hash, 'hex'))), '[]')
  from register_check c left join register_answer a on a.id = c.answer_id where c.order_item_id = i.id)`;

const EXCEPTIONS = `(select coalesce(json_agg(json_build_object('id', e.id::text, 'code', e.code, 'fromOn', e.from_on, 'toOn', e.to_on, 'endedOn', e.ended_on)), '[]')
  from exception_entry e where e.firm_id = i.main_unit_id and (e.person_id is null or e.person_id = i.person_id))`;

const APPROVALS = `(select coalesce(json_agg(json_build_object('register', a.register, 'status', a.status,
    'since', (a.from_at at time zone 'Europe/Oslo')::date, 'validTo', a.valid_to)), '[]')
  from firm_approval a where a.firm_id = i.main_unit_id and a.to_at is null)`;

/** $1 ids of order lines. */
export const CHECKED_LINES = `select i.id::text, i.organisation_id as "organisationId", i.order_id::text as "orderId", i.scheme, i.status,
  i.posted_worker as "postedWorker", i.ordered_on as "orderedOn", i.person_id::text as "personId", p.national_id_enc as enc,
  p.national_id_key as "keyId", p.national_id_idx as idx, i.unit_id::text as "unitId", u.org_number as "unitOrgNumber",
  i.main_unit_id::text as "mainUnitId", m.org_number as "mainOrgNumber", m.form, k.id::text as "cardId", k.status as "cardStatus",
  exists (select 1 from card_order o where o.id = i.order_id and (o.vat_declaration_id is not null
    or exists (select 1 from vat_declaration v where v.order_id = o.id))) as "vatDeclared", ${EXCEPTIONS} as exceptions, ${APPROVALS} as approvals,
  ${CHECKS} as checks
from order_item i join person p on p.id = i.person_id join organisation u on u.id = i.unit_id join organisation m on m.id = i.main_unit_id
left join card k on k.order_item_id = i.id where i.id = any ($1::bigint[]) order by i.id`;

/** Times in JSON are text. */
export function readLine(row: CheckedLine): CheckedLine {
  const time = (at: unknown) => (typeof at === 'string' ? new Date(at) : null);
  const checks = row.checks.map(one => ({ ...one, askedAt: time(one.askedAt), nextAt: time(one.nextAt) }));
  return { ...row, checks };
}
