import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../graphql/client.ts';
import { useMay } from '../../session.ts';
import { usePolling } from '../../shared/activity.ts';
import {
  type Call,
  type CallerClaim,
  myCallsQuery,
  powersQuery,
  verifyCallerMutation,
} from './caller.documents.ts';

const POLL_MS = 60_000;
const KEY = ['my-calls'];

/** What a page, or the search, starts a call about; nothing: about the caller herself. */
export interface CallAbout {
  personId?: string | null;
  firmId?: string | null;
  orderItemId?: string | null;
  cardId?: string | null;
  /** How it is named in the dialog. */
  label?: string;
  /** Whose powers of attorney and guardian count. */
  concerns?: string | null;
  capacities?: readonly CallerClaim['capacity'][];
}

/** My verified calls that still stand; none for those who take no calls. */
export function useMyCalls(): Call[] {
  const enabled = useMay()('caller', 'verify');
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await request(myCallsQuery, {}, { signal })).myCalls,
    refetchInterval: usePolling(POLL_MS),
    enabled,
  });
  return data ?? [];
}

export function usePowers(personId: string | null | undefined, enabled = true) {
  const { data } = useQuery({
    queryKey: ['powers', personId],
    queryFn: async ({ signal }) =>
      (await request(powersQuery, { personId: personId ?? '' }, { signal })).powersOfAttorney,
    enabled: enabled && Boolean(personId),
  });
  return data ?? [];
}

/** What was typed goes to the server and nowhere else: not into the cache, nor any draft. */
export function useVerify() {
  const client = useQueryClient();
  const [call, setCall] = useState<Call | null>(null);
  const verify = useMutation({
    mutationFn: async (input: CallerClaim) => (await request(verifyCallerMutation, { input })).verifyCaller,
    onSuccess: answer => {
      setCall(answer);
      void client.invalidateQueries({ queryKey: KEY });
      for (const key of ['card', 'firm', 'person', 'order'])
        void client.invalidateQueries({ queryKey: [key] });
    },
    gcTime: 0,
  });
  return { call, verify, restart: () => setCall(null) };
}
