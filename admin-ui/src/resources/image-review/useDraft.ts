import { useEffect, useState, useSyncExternalStore } from 'react';
import { DraftSaver, isUnsaved } from '../../shared/draft-saver.ts';
import { useUnsaved } from '../../shared/unsaved.ts';
import type { Choice } from './bench.rules.ts';
import { DRAFT_ACTION, draftBody, draftOf, isBlank } from './draft.rules.ts';
import type { Bench } from './image-review.documents.ts';

/** Saves what has been chosen and written, wherever it came from: no key or press is lost with the tab. */
export function useDraft(bench: Bench, choice: Choice) {
  const submissionId = bench.submission?.id ?? null;
  const [saver] = useState(() => {
    const stored = { ...draftOf(bench.case), body: draftBody(choice, submissionId) };
    return new DraftSaver({ caseId: bench.case.id, action: DRAFT_ACTION }, stored);
  });
  const { picked, comment, tab } = choice;
  useEffect(() => {
    const body = draftBody({ picked, comment, tab }, submissionId);
    saver.want(body, isBlank({ picked, comment }));
  }, [saver, submissionId, picked, comment, tab]);
  useEffect(() => () => saver.flush(), [saver]);
  const state = useSyncExternalStore(saver.subscribe, () => saver.state);
  useUnsaved(isUnsaved(state));
  const keepMine = () => saver.choose(draftBody(choice, submissionId), isBlank(choice));
  return { saver, state, keepMine };
}
