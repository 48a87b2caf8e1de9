import type { Translate } from '../../i18n/index.ts';
import type { OrderEvent } from './order.documents.ts';

export type EventGroup = 'post' | 'register' | 'images' | 'notes' | 'access' | 'status';
export type EventFilter = 'all' | EventGroup;
export const eventFilters: readonly EventFilter[] = [
  'all',
  'post',
  'register',
  'images',
  'notes',
  'status',
  'access',
];

/** The kind of an event, for its icon and for the filter. */
export function groupOf({ type, register }: Pick<OrderEvent, 'type' | 'register'>): EventGroup {
  if (type.startsWith('MAIL_')) return 'post';
  if (type === 'NOTE' || type === 'NOTE_ADDED') return 'notes';
  if (type.startsWith('CHECK_') || register) return 'register';
  if (type.startsWith('IMAGES_') || type.startsWith('UPLOAD_LINK_') || type === 'DECISION_UNDONE')
    return 'images';
  return type === 'NATIONAL_ID_REVEALED' || type.startsWith('CALLER_') ? 'access' : 'status';
}

export const passes = (event: OrderEvent, filter: EventFilter) =>
  filter === 'all' || groupOf(event) === filter;

export const isNote = ({ type }: Pick<OrderEvent, 'type'>) => type === 'NOTE' || type === 'NOTE_ADDED';

type Key = Parameters<Translate>[0];
const lower = (text: string) => text.toLowerCase();

type Describe = (event: OrderEvent, t: Translate) => string;

const describe: Record<string, Describe> = {
  PLACED: (_, t) => t('orders.event.PLACED'),
  NOTE: ({ newValue }, t) => t(newValue === 'PHONE' ? 'orders.event.PHONE' : 'orders.event.NOTE'),
  ITEM_STATUS: ({ newValue }, t) =>
    t('orders.event.ITEM_STATUS', { to: lower(t(`enums.orderStatus.${newValue}` as Key)) }),
  CARD_STATUS: ({ newValue }, t) =>
    t('orders.event.CARD_STATUS', { to: t(`orders.card.${newValue}` as Key) }),
  CHECK_CHANGED: ({ register, newValue }, t) =>
    t('orders.event.CHECK_CHANGED', {
      register: register ? t(`orders.register.${register}`) : '',
      to: lower(t(`orders.outcome.${newValue}` as Key)),
    }),
  SHREDDED: (_, t) => t('orders.event.SHREDDED'),
  SEIZED: (_, t) => t('orders.event.SEIZED'),
  CALLER_VERIFIED: (_, t) => t('orders.event.CALLER', { result: t('orders.event.CALLER_VERIFIED') }),
  CALLER_REFUSED: (_, t) => t('orders.event.CALLER', { result: t('orders.event.CALLER_REFUSED') }),
};

const OF_CASES =
  /^(CASE_OPENED|RESERV|RELEASED|SKIPPED|HANDED_OVER|HELD|RESUMED|NOTE_ADDED|LINKED|UNLINKED|BARRED|UNBARRED|REOPENED|CLOSED|PRIORITY_|PROMISE_|IMAGES_|DECISION_UNDONE|UPLOAD_LINK_|MAIL_|NATIONAL_ID_)/;

/** What happened, in words. A kind this page does not know yet is an event all the same. */
export function eventWords(event: OrderEvent, t: Translate): string {
  const own = describe[event.type]?.(event, t);
  if (own) return own;
  if (!OF_CASES.test(event.type)) return t('orders.event.other');
  const what = t(`enums.eventType.${event.type}` as Key);
  const template = event.type.startsWith('MAIL_') && event.newValue;
  return template ? `${what}: ${lower(t(`enums.mailTemplate.${template}` as Key))}` : what;
}

/** The words somebody wrote; of a change the note is a code, which the words above say. */
export const spokenNote = (event: OrderEvent) => (isNote(event) ? event.note : null);
