import { request } from '../graphql/client.ts';
import {
  discardDraftMutation,
  discardOrderDraftMutation,
  draftsQuery,
  orderDraftsQuery,
  saveDraftMutation,
  saveOrderDraftMutation,
} from './draft.documents.ts';

/** What one person has begun on one case: a note, a decision on images. */
interface CaseDraftKey {
  caseId: string;
  action: string;
}

/** On one line of an order: a note, an explanation. */
export interface OrderDraftKey {
  orderItemId: string;
  /** Where the line is found. */
  order: { number: string; line: number };
  action: string;
}

export type DraftKey = CaseDraftKey | OrderDraftKey;

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

export async function readDraft(key: DraftKey): Promise<StoredDraft> {
  if ('caseId' in key)
    return draftIn((await request(draftsQuery, { id: key.caseId })).case.drafts, key.action);
  return draftIn((await request(orderDraftsQuery, key.order)).order.line.drafts, key.action);
}

interface DraftWrite {
  body: unknown;
  expectedVersion: number;
}

export async function saveDraft(key: DraftKey, draft: DraftWrite, keepalive: boolean) {
  if ('caseId' in key) {
    const input = { caseId: key.caseId, action: key.action, ...draft };
    return (await request(saveDraftMutation, { input }, { keepalive })).saveDraft;
  }
  const input = { orderItemId: key.orderItemId, action: key.action, ...draft };
  return (await request(saveOrderDraftMutation, { input }, { keepalive })).saveOrderDraft;
}

export async function discardDraft(key: DraftKey): Promise<void> {
  const { action } = key;
  if ('caseId' in key) await request(discardDraftMutation, { caseId: key.caseId, action });
  else await request(discardOrderDraftMutation, { orderItemId: key.orderItemId, action });
}
