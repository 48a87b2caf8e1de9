/** What the mail about invoices issued anew says of each, for whoever ordered. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Language } from '../../platform/language.ts';
import { dayInWords, oneLine } from '../correspondence/letter.rules.ts';
import type { ReissuedPart } from '../correspondence/templates.ts';
import { kronerOf } from '../invoice/amount.rules.ts';

/** Of mail m to the orderer of item oi: those of the proposal that she ordered. */
export const REISSUED_PARTS = `case when m.template = 'INVOICE_REISSUED' then (select json_agg(json_build_object('oldNumber', o.number,
    'creditNumber', cn.number, 'newNumber', n.number, 'kid', n.kid, 'reference', n.customer_reference, 'dueOn', n.due_on,
    'owedOre', n.gross_ore - rr.moved_ore) order by rr.id)
  from reissue_row rr join invoice o on o.id = rr.invoice_id join invoice cn on cn.id = rr.credit_note_id join invoice n on n.id = rr.new_invoice_id
  where rr.proposal_id = m.subject_id and exists (select from order_item ro where ro.order_id = n.order_id and lower(ro.orderer_email) = lower(oi.orderer_email))) end`;

export interface ReissuedInvoice {
  readonly oldNumber: string;
  readonly creditNumber: string;
  readonly newNumber: string;
  readonly kid: string;
  readonly reference: string | null;
  readonly dueOn: LocalDate;
  readonly owedOre: number;
}

export const reissuedParts = (invoices: readonly ReissuedInvoice[], language: Language): ReissuedPart[] =>
  invoices.map(({ reference, dueOn, owedOre, ...numbers }) => ({
    ...numbers,
    reference: oneLine(reference ?? ''),
    dueOn: dayInWords(dueOn, language),
    owed: kronerOf(owedOre, language),
  }));
