import type { Count } from '../../graphql/fragments.ts';
import type { Queue } from '../../shared/queues.ts';
import type { Facets } from './case-list.documents.ts';

/** The views every queue has. The key is the filter as the address says it. */
export const builtInViews = {
  open: '',
  free: 'owner=FREE',
  mine: 'owner=MINE',
  overdue: 'due=overdue',
  second: 'attempt=2',
  awaiting: 'status=AWAITING_UPLOAD',
  onHold: 'status=ON_HOLD',
  approval: 'status=FOR_APPROVAL',
  all: 'status=ALL',
} as const;
export type BuiltInView = keyof typeof builtInViews;

const viewsOf: Record<Queue, readonly BuiltInView[]> = {
  IMAGE_REVIEW: ['open', 'free', 'mine', 'overdue', 'second', 'awaiting', 'all'],
  INQUIRY: ['open', 'free', 'mine', 'overdue', 'onHold', 'all'],
  TIP_INVALID_CARD: ['open', 'free', 'mine', 'overdue', 'onHold', 'all'],
  EXCEPTION: ['open', 'free', 'mine', 'overdue', 'onHold', 'approval', 'all'],
  APPROVAL: ['open', 'free', 'mine', 'overdue', 'onHold', 'approval', 'all'],
  INVOICE_QUERY: ['open', 'free', 'mine', 'overdue', 'onHold', 'all'],
  PROTECTED: ['open', 'free', 'mine', 'overdue', 'onHold', 'awaiting', 'all'],
};
export const viewsOfQueue = (queue: Queue) => viewsOf[queue];

const facetOf: Partial<Record<BuiltInView, readonly [keyof Facets, string]>> = {
  open: ['status', 'OPEN'],
  free: ['owner', 'FREE'],
  mine: ['owner', 'MINE'],
  overdue: ['due', 'OVERDUE'],
  second: ['attempt', '2'],
  awaiting: ['status', 'AWAITING_UPLOAD'],
  onHold: ['status', 'ON_HOLD'],
};

export function facetCount(facets: Facets | null, dimension: keyof Facets, value: string): Count | null {
  return facets?.[dimension].find(one => one.value === value)?.count ?? null;
}

/** How many cases a view has, by the facets of the unfiltered queue. */
export function countOfView(view: BuiltInView, facets: Facets | null): Count | null {
  const facet = facetOf[view];
  return facet ? facetCount(facets, ...facet) : null;
}

/** A view somebody has saved: the filter of an address, under a name. */
export interface SavedView {
  id: string;
  name: string;
  key: string;
}

const isView = (value: unknown): value is SavedView =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'name', 'key'].every(name => typeof (value as Record<string, unknown>)[name] === 'string');

/** What the preferences hold, or none where it is something else. */
export const savedViewsIn = (stored: unknown): SavedView[] =>
  Array.isArray(stored) ? stored.filter(isView) : [];

/** A name that is used again gets the new filter. */
export function withView(views: readonly SavedView[], { name, key }: Omit<SavedView, 'id'>): SavedView[] {
  const known = views.find(view => view.name === name.trim());
  if (known) return views.map(view => (view === known ? { ...view, key } : view));
  const id = String(Math.max(0, ...views.map(view => Number(view.id) || 0)) + 1);
  return [...views, { id, name: name.trim(), key }];
}
