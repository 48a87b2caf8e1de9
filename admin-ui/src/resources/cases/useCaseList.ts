import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { usePolling } from '../../shared/activity.ts';
import type { Queue } from '../../shared/queues.ts';
import { osloToday } from '../../shared/today.ts';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { type CaseOrder, countFacets, listCases } from './case-list.provider.ts';
import {
  filterKey,
  type ListFilter,
  noFilter,
  readFilter,
  readOrder,
  toCaseFilter,
  writeFilter,
  writeOrder,
} from './list-filter.rules.ts';

const POLL_MS = 60_000;

/** The filter and the order of a list, kept in the address. */
export function useListFilter() {
  const [params, setParams] = useSearchParams();
  return {
    filter: readFilter(params),
    key: filterKey(params),
    order: readOrder(params),
    setFilter: (filter: ListFilter) => setParams(current => writeFilter(current, filter), { replace: true }),
    setOrder: (order: CaseOrder) => setParams(current => writeOrder(current, order), { replace: true }),
    /** Goes to a view: `owner=FREE`; the number of rows and the order stay. */
    show: (key: string) => setParams(current => writeFilter(current, readFilter(new URLSearchParams(key)))),
    clear: () => setParams(current => writeFilter(current, noFilter), { replace: true }),
  };
}

export type CaseListFilter = ReturnType<typeof useListFilter>;

/** One page of the cases that pass the filter. */
export function useCases({ filter, key, order }: CaseListFilter, queue: Queue | null) {
  const page = useKeysetPage(25);
  const [exactFor, setExactFor] = useState<string | null>(null);
  const countExactly = exactFor === key;
  const { first, after } = page;
  const asked = toCaseFilter(filter, queue, osloToday());
  const answer = useQuery({
    queryKey: ['cases', 'list', asked, order, first, after, countExactly],
    queryFn: ({ signal }) =>
      listCases({ filter: asked, order, page: { first, after }, countExactly }, signal),
    refetchInterval: usePolling(POLL_MS),
    placeholderData: keepPreviousData,
  });
  return { ...answer, page, countExactly: () => setExactFor(key) };
}

/** Counts beside the filters; the tabs use those of the queue without any. */
export function useFacets(filter: ListFilter, queue: Queue | null) {
  const asked = toCaseFilter(filter, queue, osloToday());
  const { data } = useQuery({
    queryKey: ['cases', 'facets', asked],
    queryFn: ({ signal }) => countFacets(asked, signal),
    refetchInterval: usePolling(POLL_MS),
    placeholderData: keepPreviousData,
  });
  return data ?? null;
}
