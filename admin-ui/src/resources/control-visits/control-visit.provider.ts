import { useQuery } from '@tanstack/react-query';
import { request } from '../../graphql/client.ts';
import { useMay } from '../../session.ts';
import {
  controlVisitsQuery,
  type RecordVisitInput,
  recordControlVisitMutation,
} from './control-visit.documents.ts';

/** What a visit changes: the firm's list, and the case its note is a paper of. */
export const VISIT_KEYS = ['control-visits', 'case-documents', 'application'] as const;

/** Null to whoever may not see control visits; nothing is asked for then. */
export function useControlVisits(orgNumber: string) {
  const enabled = useMay()('visit', 'read');
  return useQuery({
    queryKey: ['control-visits', orgNumber],
    queryFn: async ({ signal }) =>
      (await request(controlVisitsQuery, { orgNumber }, { signal })).controlVisits,
    enabled,
  });
}

export const recordControlVisit = async (input: RecordVisitInput) =>
  (await request(recordControlVisitMutation, { input })).recordControlVisit;
