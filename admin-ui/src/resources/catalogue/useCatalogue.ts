import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EnumOf } from '../../graphql/graphql.ts';
import { announce } from '../../shared/announce.ts';
import { getCatalogue, getRuleChanges, rehearseRule } from './catalogue.provider.ts';

const KEY = 'exception-catalogue';

export function useCatalogueOn(day: string | null) {
  return useQuery({
    queryKey: [KEY, 'day', day],
    queryFn: ({ signal }) => getCatalogue(day, signal),
    placeholderData: keepPreviousData,
  });
}

export function useRuleChanges(code: EnumOf<'ExceptionCode'> | null) {
  return useQuery({
    queryKey: [KEY, 'changes', code],
    queryFn: ({ signal }) => getRuleChanges(code, signal),
  });
}

/** @param id null: not yet asked for */
export function useRehearsal(id: string | null) {
  return useQuery({
    queryKey: [KEY, 'rehearsal', id],
    queryFn: ({ signal }) => rehearseRule(id ?? '', signal),
    enabled: id !== null,
  });
}

/** A write to the catalogue, said aloud when it is done. */
export function useCatalogueWrite<T>(write: (input: T) => Promise<unknown>, said: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: () => {
      announce(said);
      return client.invalidateQueries({ queryKey: [KEY] });
    },
  });
}
