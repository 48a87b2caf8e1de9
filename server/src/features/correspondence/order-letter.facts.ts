/** Gathers what a letter about an order line or a card says, from the rows as they are when it leaves and from the event it is about. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Language } from '../../platform/language.ts';
import { checkWording } from '../register-check/reason-catalogue.ts';
import { CheckReason } from '../register-check/register-check.enums.ts';
import { dayInWords } from './letter.rules.ts';
import type { OrderMailTemplate } from './mail.enums.ts';
import type { OrderLetter } from './order-letter.ts';
import { checkReasonsOf, reasonSentence } from './order-reason.texts.ts';

/** Beside MAIL_TABLES and person p: the event, the card and the unit of a letter about an order. */
export const ORDER_LETTER_TABLES = `left join organisation unit on unit.id = oi.unit_id
left join card k on k.id = m.card_id left join order_event e on e.id = case when m.case_id is null then m.subject_id end`;

export const ORDER_LETTER_COLUMNS = `oi.id::text as "itemId", oi.order_id::text as "orderId", m.card_id::text as "cardId", p.restricted,
  unit.name as "unitName", unit.org_number as "unitNumber", oi.cancel_on as "cancelOn", k.number as "cardNumber", k.expires_on as "expiresOn",
  e.old_value as reason, e.register, e.note`;

export interface OrderLetterRow {
  readonly itemId: string;
  readonly orderId: string;
  readonly cardId: string | null;
  readonly orderNumber: string;
  readonly ordererName: string;
  readonly givenName: string | null;
  /** Address protection: she is not named in mail. */
  readonly restricted: boolean;
  readonly unitName: string;
  readonly unitNumber: string;
  readonly cancelOn: LocalDate | null;
  readonly cardNumber: string | null;
  readonly expiresOn: LocalDate | null;
  readonly reason: string | null;
  readonly register: string | null;
  readonly note: string | null;
}

/** While R2's clock says something about the line. */
const CLOCKED: readonly OrderMailTemplate[] = ['ORDER_WAITING', 'ORDER_EXPLANATION', 'UPLOAD_LINK_EXPIRED'];

/** What helps is the agent's to say in an explanation, and nothing helps a card that is blocked. */
const REMEDIED: readonly OrderMailTemplate[] = [
  ...(['ORDER_WAITING', 'ORDER_AUTO_CANCELLED', 'ORDER_REJECTED', 'CARD_INVALID'] as const),
];

/** R16: the firm or its approval has ended, and not the employment alone. */
const SHREDDED: readonly CheckReason[] = [
  ...([CheckReason.ENH_REMOVED, CheckReason.ENH_BANKRUPT, CheckReason.ENH_WINDING_UP] as const),
  ...([CheckReason.CLEANING_NOT_APPROVED, CheckReason.CAR_CARE_NOT_APPROVED] as const),
  CheckReason.STAFFING_NOT_APPROVED,
];

/** Why, and what helps (R13): of what one or more registers answered from their catalogue, of what staff did from theirs. */
function reasonOf(template: OrderMailTemplate, codes: string | null, language: Language) {
  const said = checkReasonsOf(codes).map(code => checkWording(code, language));
  if (said.length === 0) return { reason: reasonSentence(codes, language), remedies: [] };
  const remedies = new Set(said.flatMap(one => one.remedies));
  const reason = said.map(({ label }) => label).join(' ');
  return { reason, remedies: REMEDIED.includes(template) ? [...remedies] : [] };
}

export function orderLetterOf(
  row: OrderLetterRow & { readonly template: OrderMailTemplate; readonly language: Language },
  issuer: string,
): OrderLetter {
  const { template, language, cancelOn, expiresOn } = row;
  const day = (on: LocalDate | null) => (on === null ? null : dayInWords(on, language));
  return {
    template,
    language,
    issuer,
    ordererName: row.ordererName,
    orderNumber: row.orderNumber,
    personName: row.restricted ? null : row.givenName,
    unitName: row.unitName,
    unitNumber: row.unitNumber.replace(/(\d{3})(?=\d)/g, '$1\u00a0'),
    ...reasonOf(template, row.reason, language),
    shred: template === 'CARD_INVALID' && checkReasonsOf(row.reason).some(code => SHREDDED.includes(code)),
    cancelOn: CLOCKED.includes(template) ? day(cancelOn) : null,
    cardNumber: row.cardNumber,
    expiresOn: day(expiresOn),
    renewableFrom: template === 'CARD_EXPIRING' ? day(row.reason) : null,
    note: row.note,
    picture: null,
    cardPage: null,
  };
}
