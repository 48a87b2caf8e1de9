import { request } from '../graphql/client.ts';
import { discardDraftMutation, draftsQuery, saveDraftMutation } from './draft.documents.ts';

/** What one person has begun on one case: a note, a decision on images. */
export interface DraftKey {
  caseId: string;
  action: string;
}

export interface StoredDraft {
  body: unknown;
  /** The draft's own version; 0 when there is none. */
  version: number;
  savedAt: string | null;
}

interface DraftRow {
  action: string;
  body: unknown;
  version: number;
  updatedAt: string;
}

/** My draft of this action, from whichever machine I wrote it on. */
export function draftIn(drafts: readonly DraftRow[], action: string): StoredDraft {
  const stored = drafts.find(draft => draft.action === action);
  if (!stored) return { body: null, version: 0, savedAt: null };
  return { body: stored.body, version: stored.version, savedAt: stored.updatedAt };
}

export const readDraft = async ({ caseId, action }: DraftKey) =>
  draftIn((await request(draftsQuery, { id: caseId })).case.drafts, action);
export const saveDraft = async (
  input: DraftKey & { body: unknown; expectedVersion: number },
  keepalive: boolean,
) => (await request(saveDraftMutation, { input }, { keepalive })).saveDraft;
export const discardDraft = (key: DraftKey) => request(discardDraftMutation, { ...key });
