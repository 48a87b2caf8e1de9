import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../../graphql/client.ts';
import { declareTieMutation, endTieMutation, myTiesQuery, type NewTie } from './tie.documents.ts';

const KEY = ['my-ties'];

export const useMyTies = () =>
  useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => request(myTiesQuery, {}, { signal }),
    select: answer => answer.myTies,
  });

/** What is declared or ended changes whose cases are mine to work on. */
function useTieWrite<V>(write: (value: V) => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: async () => {
      onDone();
      await Promise.all(
        [KEY, ['case'], ['cases'], ['bench'], ['my-day'], ['menu-counts']].map(queryKey =>
          client.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}

export const useDeclareTie = (onDone: () => void) =>
  useTieWrite((input: NewTie) => request(declareTieMutation, { input }), onDone);
export const useEndTie = (onDone: () => void) =>
  useTieWrite((id: string) => request(endTieMutation, { id }), onDone);
