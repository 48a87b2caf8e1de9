import { useQuery } from '@tanstack/react-query';
import { request } from '../../graphql/client.ts';
import type { VariablesOf } from '../../graphql/graphql.ts';
import { usePolling } from '../../shared/activity.ts';
import * as documents from './application.documents.ts';

const POLL_MS = 30_000;

export async function getApplication(caseId: string, signal?: AbortSignal) {
  return (await request(documents.applicationQuery, { caseId }, { signal })).applicationDetail;
}

/** The application behind a case, asked for again while somebody is there. */
export function useApplicationOf(caseId: string) {
  return useQuery({
    queryKey: ['application', caseId],
    queryFn: ({ signal }) => getApplication(caseId, signal),
    refetchInterval: usePolling(POLL_MS),
  });
}

export async function listApplications(
  ask: VariablesOf<typeof documents.applicationsQuery>,
  signal?: AbortSignal,
) {
  return (await request(documents.applicationsQuery, ask, { signal })).applications;
}

export async function getOptions(
  ask: VariablesOf<typeof documents.applicationOptionsQuery>,
  signal?: AbortSignal,
) {
  return (await request(documents.applicationOptionsQuery, ask, { signal })).applicationOptions;
}

/** What each exception asks for on a day; it changes rarely. */
export function useExceptionRules(on: string | null) {
  return useQuery({
    queryKey: ['exception-rules', on],
    queryFn: async ({ signal }) =>
      (await request(documents.exceptionRulesQuery, { on }, { signal })).exceptionCatalogue,
    staleTime: 10 * 60_000,
  });
}

export async function getPrecedents(applicationId: string, signal?: AbortSignal) {
  return (await request(documents.precedentsQuery, { applicationId }, { signal })).precedents;
}

export const getFacts = async (caseId: string, signal?: AbortSignal) =>
  (await request(documents.applicationFactsQuery, { caseId }, { signal })).applicationFacts;

export const askFacts = async (caseId: string) =>
  (await request(documents.askApplicationFactsMutation, { caseId })).askApplicationFacts;

export const registerApplication = async (input: documents.NewApplication) =>
  (await request(documents.registerApplicationMutation, { input })).registerApplication;

export const handOverApplication = async (
  input: VariablesOf<typeof documents.handOverApplicationMutation>['input'],
) => (await request(documents.handOverApplicationMutation, { input })).handOverApplication;
