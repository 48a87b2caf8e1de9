import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useT } from '../../i18n/index.ts';
import { usePolling } from '../../shared/activity.ts';
import { announce } from '../../shared/announce.ts';
import { getClock, getRuns, rehearseJob, runJob } from './clock.provider.ts';

const KEY = 'clock';
const POLL_MS = 10_000;

export function useClock() {
  return useQuery({
    queryKey: [KEY],
    queryFn: ({ signal }) => getClock(signal),
    refetchInterval: usePolling(POLL_MS),
  });
}

export function useRuns(job: string) {
  return useQuery({
    queryKey: [KEY, 'runs', job],
    queryFn: ({ signal }) => getRuns(job, signal),
    refetchInterval: usePolling(POLL_MS),
  });
}

export function useRehearsal(job: string, on: string | null) {
  return useQuery({
    queryKey: [KEY, 'rehearsal', job, on],
    queryFn: ({ signal }) => rehearseJob(job, on, signal),
    placeholderData: keepPreviousData,
  });
}

export function useRunJob(onDone: () => void) {
  const t = useT();
  const client = useQueryClient();
  return useMutation({
    mutationFn: runJob,
    onSuccess: () => {
      announce(t('clock.asked'));
      onDone();
      return client.invalidateQueries({ queryKey: [KEY] });
    },
  });
}
