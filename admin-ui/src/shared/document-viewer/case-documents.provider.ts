import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { request } from '../../graphql/client.ts';
import { networkError } from '../../graphql/desk-error.ts';
import type { EnumOf } from '../../graphql/graphql.ts';
import { usePolling } from '../activity.ts';
import { caseDocumentsQuery, strikeDocumentMutation } from './case-documents.documents.ts';
import { refusalOf } from './useBytes.ts';

const keyOf = (caseId: string) => ['case-documents', caseId] as const;
const POLL_MS = 20_000;

/** The papers of a case, with who has opened which. */
export function useCaseDocuments(caseId: string) {
  return useQuery({
    queryKey: keyOf(caseId),
    queryFn: async ({ signal }) => (await request(caseDocumentsQuery, { caseId }, { signal })).caseDocuments,
    refetchInterval: usePolling(POLL_MS),
  });
}

/** After a paper came, was struck out, or has been opened: the list and all that rests on it are asked for anew. */
export function useDocumentsChanged(caseId: string) {
  const client = useQueryClient();
  return useCallback(() => {
    for (const queryKey of [keyOf(caseId), ['case', caseId], ['application', caseId]])
      void client.invalidateQueries({ queryKey });
  }, [client, caseId]);
}

export interface NewPaper {
  readonly kind: EnumOf<'DocumentKind'>;
  readonly title: string | null;
  readonly receivedOn: string;
  readonly channel: EnumOf<'ApplicationChannel'>;
}

interface AddedPaper {
  readonly documentId: string;
}

async function put(address: string, file: File, headers: Record<string, string>): Promise<AddedPaper> {
  const send = { 'content-type': 'application/octet-stream', ...headers };
  const sent = fetch(address, { method: 'PUT', credentials: 'same-origin', headers: send, body: file });
  const response = await sent.catch(() => {
    throw networkError();
  });
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as AddedPaper;
}

/** What the file is goes in a header, not in the address. */
export const addDocument = (caseId: string, file: File, about: NewPaper) =>
  put(`/files/cases/${caseId}/documents`, file, {
    'document-about': encodeURIComponent(JSON.stringify(about)),
  });

export const addVersion = (documentId: string, file: File) =>
  put(`/files/documents/${documentId}/versions`, file, {});

export const strikeDocument = (documentId: string, reason: string) =>
  request(strikeDocumentMutation, { input: { documentId, reason } });
