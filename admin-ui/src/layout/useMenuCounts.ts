import { useQuery } from '@tanstack/react-query';
import { request } from '../graphql/client.ts';
import { usePolling } from '../shared/activity.ts';
import { menuCountsQuery } from './frame.documents.ts';

const POLL_MS = 30_000;

/** Counts beside the menu; a queue the person may not see has none. */
export function useMenuCounts() {
  const { data } = useQuery({
    queryKey: ['menu-counts'],
    queryFn: ({ signal }) => request(menuCountsQuery, {}, { signal }),
    refetchInterval: usePolling(POLL_MS),
    select: answer => answer.menuCounts,
  });
  return data ?? null;
}
