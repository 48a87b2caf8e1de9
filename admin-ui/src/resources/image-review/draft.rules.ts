import { draftIn } from '../../shared/draft.provider.ts';
import { type Choice, EMPTY_CHOICE, TABS, type Tab } from './bench.rules.ts';
import type { BenchCase, CatalogueReason, ReasonCode } from './image-review.documents.ts';

export const DRAFT_ACTION = 'IMAGE_REVIEW';

interface DraftBody {
  /** The pair it is about: a draft on the last attempt says nothing about this one. */
  submissionId: string | null;
  reasons: readonly ReasonCode[];
  comment: string;
  tab: Tab;
}

export const draftBody = (
  { picked, comment, tab }: Pick<Choice, 'picked' | 'comment' | 'tab'>,
  submissionId: string | null,
): DraftBody => ({ submissionId, reasons: picked, comment, tab });

/** Whether there is anything worth keeping. */
export const isBlank = ({ picked, comment }: Pick<Choice, 'picked' | 'comment'>) =>
  picked.length === 0 && comment.trim() === '';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const draftOf = ({ drafts }: Pick<BenchCase, 'drafts'>) => draftIn(drafts, DRAFT_ACTION);

/** Where the person left off with this pair. Reasons the catalogue no longer has are left out. */
export function choiceFromDraft(
  body: unknown,
  submissionId: string | null,
  catalogue: readonly CatalogueReason[],
): Choice {
  if (!isRecord(body) || body.submissionId !== submissionId) return EMPTY_CHOICE;
  const stored: unknown[] = Array.isArray(body.reasons) ? body.reasons : [];
  const picked = catalogue.map(({ code }) => code).filter(code => stored.includes(code));
  const tab = TABS.find(known => known === body.tab) ?? 'PHOTO';
  return {
    ...EMPTY_CHOICE,
    tab,
    part: tab === 'FINAL' ? 'PHOTO' : tab,
    picked,
    confirmed: picked,
    comment: typeof body.comment === 'string' ? body.comment : '',
  };
}
