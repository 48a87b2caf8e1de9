import { useQuery } from '@tanstack/react-query';
import {
  asDeskError,
  DeskError,
  isAbort,
  networkError,
  toDeskError,
  type WireError,
} from '../../graphql/desk-error.ts';

export const displayAddress = (versionId: string) => `/files/documents/${versionId}/display`;
export const originalAddress = (versionId: string) => `/files/documents/${versionId}/original`;

async function fetchBytes(versionId: string, signal: AbortSignal): Promise<ArrayBuffer> {
  try {
    const response = await fetch(displayAddress(versionId), {
      credentials: 'same-origin',
      cache: 'no-store',
      signal,
    });
    if (response.ok) return await response.arrayBuffer();
    throw await refusalOf(response);
  } catch (error) {
    if (isAbort(error) || error instanceof DeskError) throw error;
    throw networkError();
  }
}

/** What a route outside GraphQL says when it refuses. */
export async function refusalOf(response: Response): Promise<DeskError> {
  const body: unknown = await response.json().catch(() => null);
  const [first] = (body as { errors?: WireError[] } | null)?.errors ?? [];
  return first
    ? toDeskError(first)
    : new DeskError({ code: response.status === 404 ? 'NOT_FOUND' : 'INTERNAL' });
}

/** Each fetch is a logged read, so a document is fetched once while it is shown, and forgotten when it is not. */
export function useBytes(versionId: string) {
  return useQuery({
    queryKey: ['document-bytes', versionId],
    queryFn: ({ signal }) => fetchBytes(versionId, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: (failures, error) => asDeskError(error).code === 'NETWORK' && failures < 2,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
