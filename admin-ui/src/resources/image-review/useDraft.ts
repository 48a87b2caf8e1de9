import { useEffect, useState, useSyncExternalStore } from 'react';
import { useUnsaved } from '../../shared/unsaved.ts';
import type { Choice } from './bench.rules.ts';
import { draftBody, draftOf, isBlank } from './draft.rules.ts';
import { DraftSaver } from './draft-saver.ts';
import type { Bench } from './image-review.documents.ts';

/** Saves what has been chosen and written, wherever it came from: no key or press is lost with the tab. */
export function useDraft(bench: Bench, choice: Choice) {
  const submissionId = bench.submission?.id ?? null;
  const [saver] = useState(() => {
    const stored = draftOf(bench.case);
    return new DraftSaver({
      caseId: bench.case.id,
      version: stored?.version ?? 0,
      savedAt: stored?.updatedAt ?? null,
      body: draftBody(choice, submissionId),
    });
  });
  const { picked, comment, tab } = choice;
  useEffect(() => {
    const body = draftBody({ picked, comment, tab }, submissionId);
    saver.want(body, isBlank({ picked, comment }));
  }, [saver, submissionId, picked, comment, tab]);
  useEffect(() => () => saver.flush(), [saver]);
  const state = useSyncExternalStore(saver.subscribe, () => saver.state);
  useUnsaved(state.status === 'WAITING' || state.status === 'FAILED' || state.status === 'CONFLICT');
  return { saver, state };
}
