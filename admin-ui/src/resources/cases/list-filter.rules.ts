import type { EnumOf } from '../../graphql/graphql.ts';
import type { Queue } from '../../shared/queues.ts';
import { addDays, mondayOf } from '../../shared/today.ts';
import type { CaseFilter, CaseOrder, CaseSort } from './case-list.provider.ts';

export type Status = EnumOf<'CaseStatus'>;
export type Scheme = EnumOf<'Scheme'>;
export type Owner = EnumOf<'OwnerFilter'>;
export type Due = 'overdue' | 'today' | 'week' | 'later';

export const statuses: readonly Status[] = ['OPEN', 'ON_HOLD', 'AWAITING_UPLOAD', 'FOR_APPROVAL', 'CLOSED'];
export const schemes: readonly Scheme[] = ['CONSTRUCTION', 'CLEANING', 'CAR_CARE', 'GOODS_TRANSPORT'];
export const owners: readonly Owner[] = ['FREE', 'MINE', 'COLLEAGUES'];
export const dues: readonly Due[] = ['overdue', 'today', 'week', 'later'];
export const attempts: readonly number[] = [2, 3];

/** What the filters of a queue say. Without a word about status only what can be worked on is shown. */
export interface ListFilter {
  /** Empty: any status, closed ones too. */
  status: readonly Status[];
  scheme: readonly Scheme[];
  owner: readonly Owner[];
  due: Due | null;
  dueFrom: string | null;
  dueTo: string | null;
  attempt: number | null;
  text: string;
}

export const noFilter: ListFilter = {
  status: ['OPEN'],
  scheme: [],
  owner: [],
  due: null,
  dueFrom: null,
  dueTo: null,
  attempt: null,
  text: '',
};

const ANY = 'ALL';
const FILTER_NAMES = ['status', 'scheme', 'owner', 'due', 'from', 'to', 'attempt', 'text'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const listOf = <Value extends string>(given: string | null, known: readonly Value[]): readonly Value[] => {
  const asked = given?.split(',') ?? [];
  return known.filter(value => asked.includes(value));
};
const dayOf = (given: string | null) => (given && DAY.test(given) ? given : null);

/** The filter an address asks for; what is not understood is left out. */
export function readFilter(params: URLSearchParams): ListFilter {
  const status = params.get('status');
  const known = listOf(status, statuses);
  const attempt = Number(params.get('attempt'));
  return {
    status: status === ANY ? [] : known.length > 0 ? known : noFilter.status,
    scheme: listOf(params.get('scheme'), schemes),
    owner: listOf(params.get('owner'), owners),
    due: listOf(params.get('due'), dues)[0] ?? null,
    dueFrom: dayOf(params.get('from')),
    dueTo: dayOf(params.get('to')),
    attempt: attempts.includes(attempt) ? attempt : null,
    text: params.get('text')?.trim() ?? '',
  };
}

const words = (filter: ListFilter): Record<string, string> => ({
  status: filter.status.length === 0 ? ANY : filter.status.join() === 'OPEN' ? '' : filter.status.join(),
  scheme: filter.scheme.join(),
  owner: filter.owner.join(),
  due: filter.due ?? '',
  from: filter.dueFrom ?? '',
  to: filter.dueTo ?? '',
  attempt: filter.attempt ? String(filter.attempt) : '',
  text: filter.text.trim(),
});

/** The same address with another filter. Whoever filters starts at the first page again. */
export function writeFilter(params: URLSearchParams, filter: ListFilter): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(words(filter)))
    if (value === '') next.delete(name);
    else next.set(name, value);
  next.delete('after');
  next.delete('page');
  return next;
}

/** Only the filter, in one order, so that two addresses can be compared: `owner=FREE&scheme=CLEANING`. */
export function filterKey(params: URLSearchParams): string {
  const wanted = words(readFilter(params));
  return FILTER_NAMES.filter(name => wanted[name])
    .map(name => `${name}=${encodeURIComponent(wanted[name] ?? '')}`)
    .join('&');
}

export function countFilters(filter: ListFilter): number {
  return Object.entries(words(filter)).filter(([, value]) => value !== '').length;
}

export function toggled<Value>(list: readonly Value[], value: Value): Value[] {
  return list.includes(value) ? list.filter(one => one !== value) : [...list, value];
}

function dueDays({ due, dueFrom, dueTo }: ListFilter, today: string): Partial<CaseFilter> {
  const sunday = addDays(mondayOf(today), 6);
  const ranges: Record<Due, Partial<CaseFilter>> = {
    overdue: { dueTo: addDays(today, -1) },
    today: { dueFrom: today, dueTo: today },
    week: { dueFrom: addDays(today, 1), dueTo: sunday },
    later: { dueFrom: addDays(sunday, 1) },
  };
  if (due) return ranges[due];
  return { ...(dueFrom && { dueFrom }), ...(dueTo && { dueTo }) };
}

/** What the server is asked. */
export function toCaseFilter(filter: ListFilter, queue: Queue | null, today: string): CaseFilter {
  const { status, scheme, owner, attempt, text } = filter;
  return {
    ...(queue && { queue }),
    ...(status.length > 0 && { status: [...status] }),
    ...(scheme.length > 0 && { scheme: [...scheme] }),
    ...(owner.length > 0 && { owner: [...owner] }),
    ...dueDays(filter, today),
    ...(attempt && { attemptFrom: attempt }),
    ...(text && { text }),
  };
}

const sorts: Record<string, CaseSort> = { due: 'DUE_ON', number: 'NUMBER', opened: 'OPENED_ON' };
const defaultOrder: CaseOrder = { by: 'DUE_ON', direction: 'ASC' };

/** `sort=number` or `sort=-number`; by due date unless told. */
export function readOrder(params: URLSearchParams): CaseOrder {
  const given = params.get('sort') ?? '';
  const by = sorts[given.replace('-', '')];
  return by ? { by, direction: given.startsWith('-') ? 'DESC' : 'ASC' } : defaultOrder;
}

export function writeOrder(params: URLSearchParams, order: CaseOrder): URLSearchParams {
  const name = Object.keys(sorts).find(key => sorts[key] === order.by) ?? 'due';
  const next = new URLSearchParams(params);
  next.set('sort', order.direction === 'DESC' ? `-${name}` : name);
  next.delete('after');
  next.delete('page');
  return next;
}
