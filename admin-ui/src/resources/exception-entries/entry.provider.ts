import { request } from '../../graphql/client.ts';
import type { VariablesOf } from '../../graphql/graphql.ts';
import { exceptionEntriesQuery, exceptionEntryQuery } from './entry.documents.ts';

export const listEntries = async (
  variables: VariablesOf<typeof exceptionEntriesQuery>,
  signal?: AbortSignal,
) => (await request(exceptionEntriesQuery, variables, { signal })).exceptionEntries;
export const getEntry = async (id: string, signal?: AbortSignal) =>
  (await request(exceptionEntryQuery, { id }, { signal })).exceptionEntry;
