import type { VariablesOf } from '../../graphql/graphql.ts';
import type { OrderRow, ordersQuery } from './order.documents.ts';

export type OrderFilter = NonNullable<VariablesOf<typeof ordersQuery>['filter']>;

/** The filter as it stands in the address. */
export interface ListFilter {
  all: boolean;
  waiting: string;
  register: string;
  scheme: string;
  status: string;
  firm: string;
  due: string;
}

const NAMES = ['waiting', 'register', 'scheme', 'status', 'firm', 'due'] as const;

export function readFilter(params: URLSearchParams): ListFilter {
  const of = (name: string) => params.get(name) ?? '';
  return {
    ...{ all: of('view') === 'all', waiting: of('waiting'), register: of('register'), scheme: of('scheme') },
    ...{ status: of('status'), firm: of('firm'), due: of('due') },
  };
}

/** A page further on is of another list. */
export function writeFilter(current: URLSearchParams, part: Partial<ListFilter>): URLSearchParams {
  const { all = current.get('view') === 'all', ...rest } = part;
  const next = new URLSearchParams(current);
  const given = Object.entries({ after: '', page: '', view: all ? 'all' : '', ...rest });
  for (const [name, value] of given) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

export const countFilters = (filter: ListFilter) => NAMES.filter(name => filter[name] !== '').length;

/** What the server is asked; words in the address that are none of ours are left out. */
export function toOrderFilter(filter: ListFilter): OrderFilter {
  const one = <Value extends string>(value: string, known: readonly Value[]) =>
    known.find(it => it === value);
  const [waitingFor, register] = [one(filter.waiting, waits), one(filter.register, registers)];
  const [scheme, status] = [one(filter.scheme, schemes), one(filter.status, statuses)];
  return {
    ...(!filter.all && { stalled: true }),
    ...(waitingFor && { waitingFor }),
    ...(register && { register }),
    ...(scheme && { scheme: [scheme] }),
    ...(status && { status: [status] }),
    ...(filter.firm && { firm: filter.firm }),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(filter.due) && { dueBefore: filter.due }),
  };
}

export const waits = ['REGISTERS', 'IMAGES', 'APPROVAL', 'PRODUCTION'] as const;
export const registers: readonly OrderRow['unmet'][number]['register'][] = [
  ...(['ENHETSREGISTERET', 'FORETAKSREGISTERET', 'MVA', 'FOLKEREGISTERET', 'AA', 'OAR', 'UDI'] as const),
  ...(['CLEANING_APPROVAL', 'CAR_CARE_APPROVAL', 'STAFFING'] as const),
];
export const schemes: readonly OrderRow['scheme'][] = [
  'CONSTRUCTION',
  'CLEANING',
  'CAR_CARE',
  'GOODS_TRANSPORT',
];
export const statuses: readonly OrderRow['status'][] = [
  ...(['PENDING', 'IMAGE_REJECTED', 'READY', 'IN_PRODUCTION', 'SHIPPED'] as const),
  ...(['AUTO_CANCELLED', 'REJECTED', 'CANCELLED'] as const),
];
