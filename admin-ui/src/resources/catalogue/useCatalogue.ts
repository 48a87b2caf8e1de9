import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { EnumOf } from '../../graphql/graphql.ts';
import { getApprovalChanges, getCatalogue, getRuleChanges, getUsualChanges } from './catalogue.provider.ts';

export const KEY = 'exception-catalogue';
/** What a change of a rule changes. */
export const KEYS = [KEY];

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

export function useUsualChanges() {
  return useQuery({ queryKey: [KEY, 'usual'], queryFn: ({ signal }) => getUsualChanges(signal) });
}

/** @param code null: of every approval */
export function useApprovalChanges(code: EnumOf<'ApprovalCode'> | null) {
  return useQuery({
    queryKey: [KEY, 'approvals', code],
    queryFn: ({ signal }) => getApprovalChanges(code, signal),
  });
}
