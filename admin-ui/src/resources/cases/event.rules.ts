import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/index.ts';
import type { CaseEvent } from './case.documents.ts';
import { priorityName } from './priority.ts';

export type EventGroup = 'post' | 'images' | 'notes' | 'access' | 'case';
export type EventFilter = 'all' | Exclude<EventGroup, 'case'>;
export const eventFilters: readonly EventFilter[] = ['all', 'post', 'images', 'notes', 'access'];

/** The kind of an event, for its icon and for the filter. */
export function groupOf({ type }: Pick<CaseEvent, 'type'>): EventGroup {
  if (type.startsWith('MAIL_')) return 'post';
  if (type.startsWith('IMAGES_') || type.startsWith('UPLOAD_LINK_') || type === 'DECISION_UNDONE')
    return 'images';
  if (type === 'NOTE_ADDED') return 'notes';
  return type === 'NATIONAL_ID_REVEALED' ? 'access' : 'case';
}

export const passes = (event: CaseEvent, filter: EventFilter) =>
  filter === 'all' || groupOf(event) === filter;

interface Words {
  t: Translate;
  format: Format;
}
type Describe = (event: CaseEvent, words: Words) => string;

// Values come from the server's own lists, so that each has its text.
const wordOf = (t: Translate, list: string, value: string | null) => {
  if (value === 'OTHER') return t('casePage.event.other');
  return value ? t(`enums.${list}.${value}` as Parameters<Translate>[0]) : '';
};
const day = (format: Format, value: string | null) => (value ? format.shortDate(value) : '–');

const reasonOf =
  (list: string): Describe =>
  ({ newValue }, { t }) =>
    wordOf(t, list, newValue).toLowerCase();
const name: Describe = ({ oldValue }) => oldValue ?? '';
const template: Describe = ({ newValue }, { t }) => wordOf(t, 'mailTemplate', newValue).toLowerCase();
const attempt: Describe = ({ newValue }, { t }) => t('cases.attempt', { n: newValue ?? 1 });
const reasons: Describe = ({ newValue }, { t }) => {
  const count = newValue ? newValue.split(/[\s,]+/).filter(Boolean).length : 0;
  return count > 0 ? t('casePage.event.reasons', { smart_count: count }) : '';
};

/** What an event adds to its own name: who, until when, why. */
const details: Partial<Record<CaseEvent['type'], Describe>> = {
  CASE_OPENED: ({ newValue }, { t }) => wordOf(t, 'channel', newValue).toLowerCase(),
  RESERVATION_EXPIRED: name,
  RELEASED: reasonOf('releaseReason'),
  SKIPPED: reasonOf('skipReason'),
  HANDED_OVER: ({ oldValue, newValue }, { t }) =>
    t('casePage.event.handedOver', { from: oldValue ?? '', to: newValue ?? '' }),
  HELD: (event, words) =>
    words.t('casePage.event.held', {
      date: day(words.format, event.oldValue),
      reason: reasonOf('holdReason')(event, words),
    }),
  LINKED: ({ oldValue, newValue }, { t }) =>
    `${newValue ?? ''}, ${wordOf(t, 'relation', oldValue).toLowerCase()}`,
  UNLINKED: name,
  BARRED: ({ oldValue, newValue }, { t }) =>
    `${oldValue ?? ''}, ${wordOf(t, 'barReason', newValue).toLowerCase()}`,
  UNBARRED: name,
  REOPENED: reasonOf('reopenReason'),
  CLOSED: reasonOf('closeReason'),
  TIP_RECEIVED: ({ newValue }, { t }) =>
    newValue ? t(`tips.category.${newValue}` as Parameters<Translate>[0]).toLowerCase() : '',
  BLOCK_ASKED: ({ newValue }) => newValue ?? '',
  PRIORITY_CHANGED: ({ newValue }, { t }) => t(`cases.priority.${priorityName(newValue ?? 0)}`).toLowerCase(),
  PROMISE_CHANGED: ({ newValue }, { t, format }) =>
    newValue ? format.shortDate(newValue) : t('casePage.event.promiseGone'),
  IMAGES_SUBMITTED: attempt,
  IMAGES_REJECTED: reasons,
  IMAGES_STOPPED: reasons,
  LETTER_RETURNED: ({ oldValue, newValue }, { t, format }) =>
    `${day(format, oldValue)}, ${t(`letters.returnReason.${newValue ?? 'OTHER'}` as 'letters.returnReason.OTHER').toLowerCase()}`,
  ENTRY_WARNED: ({ newValue }, { t }) =>
    t('casePage.event.daysAhead', { smart_count: Number(newValue ?? 0) }),
  ENTRY_EXPIRED: ({ newValue }, { format }) => day(format, newValue),
  ENTRY_DELETED: ({ newValue }, { format }) => day(format, newValue),
  CARDS_READY: ({ newValue }) => newValue?.replace('/', ' / ') ?? '',
  LEFT_TO_STAFF: ({ newValue }, { t }) =>
    newValue ? t(`approvals.left.${newValue}` as Parameters<Translate>[0]) : '',
  MAIL_QUEUED: template,
  MAIL_SENT: template,
  MAIL_FAILED: template,
  MAIL_BOUNCED: template,
  NATIONAL_ID_REVEALED: ({ newValue }, { t }) =>
    newValue ? t(`nationalId.purpose.${newValue}` as Parameters<Translate>[0]).toLowerCase() : '',
};

/** What happened, in words: "Satt på vent til 28. nov., venter på virksomheten". */
export function eventText(event: CaseEvent, words: Words): { what: string; detail: string } {
  const mine = event.type === 'NOTE_ADDED' ? '' : (details[event.type]?.(event, words) ?? '');
  return { what: words.t(`enums.eventType.${event.type}`), detail: mine };
}
