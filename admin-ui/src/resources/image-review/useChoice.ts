import { useCallback, useReducer } from 'react';
import { useT } from '../../i18n/index.ts';
import { announce } from '../../shared/announce.ts';
import { choiceReducer, objectionTo, type Rulebook, reasonOfKey } from './bench.rules.ts';
import { choiceFromDraft, draftOf } from './draft.rules.ts';
import { findingWords } from './finding.rules.ts';
import type { Bench, CatalogueReason, ReasonCode } from './image-review.documents.ts';

/** What the person has chosen for this pair, and what is said when a key does something. */
export function useChoice(bench: Bench, catalogue: readonly CatalogueReason[]) {
  const t = useT();
  const findings = bench.submission?.findings ?? [];
  const book: Rulebook = { catalogue, findings };
  const [choice, dispatch] = useReducer(choiceReducer, null, () =>
    choiceFromDraft(draftOf(bench.case).body, bench.submission?.id ?? null, catalogue),
  );
  const toggle = (code: ReasonCode) => dispatch({ type: 'TOGGLE', code, book });

  /** For presses on the number row: the focus is elsewhere, so the change is said aloud. */
  const toggleByKey = (keyCode: string) => {
    const reason = reasonOfKey(catalogue, choice.tab, keyCode);
    if (!reason) return;
    const removes = choice.picked.includes(reason.code);
    if (removes || !objectionTo(choice, reason.code, book))
      announce(t(removes ? 'bench.rules.removedNow' : 'bench.rules.pickedNow', { label: reason.label }));
    toggle(reason.code);
  };
  const wordsOf = useCallback(
    (code: ReasonCode) => {
      const { level, key, n } = findingWords(bench.submission?.findings ?? [], code);
      return { level, words: t(key, { n }) };
    },
    [bench.submission, t],
  );
  return { choice, dispatch, toggle, toggleByKey, wordsOf };
}
