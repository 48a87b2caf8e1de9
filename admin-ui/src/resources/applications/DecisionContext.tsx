import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useNotify } from 'react-admin';
import { useT } from '../../i18n/index.ts';
import { draftIn } from '../../shared/draft.provider.ts';
import { DraftSaver, isUnsaved } from '../../shared/draft-saver.ts';
import { useUnsaved } from '../../shared/unsaved.ts';
import { useTakeAnswer } from '../cases/useCase.ts';
import { useApplicationDesk } from './ApplicationContext.tsx';
import type { Application } from './application.documents.ts';
import { getDecisionTexts, previewDecision, proposeDecision } from './decision.provider.ts';
import {
  BLANK,
  correctionOf,
  type DecisionDraft,
  type DecisionKind,
  draftOf,
  inputOfDraft,
  isBlankDraft,
  kindOf,
  type Outcome,
  standingOf,
  suggestedDraft,
  withOutcome,
} from './decision-draft.rules.ts';

const ACTION = 'DECIDE';
const PREVIEW_MS = 500;

/** The draft, kept on the server while it is written. */
function useDraft() {
  const { application, detail } = useApplicationDesk();
  const [stored] = useState(() => draftIn(detail.drafts, ACTION));
  const [draft, setDraft] = useState(() => {
    const kept = draftOf(stored.body);
    return isBlankDraft(kept) ? (suggestedDraft(application) ?? kept) : kept;
  });
  const [saver] = useState(() => new DraftSaver({ caseId: detail.id, action: ACTION }, stored));
  const state = useSyncExternalStore(saver.subscribe, () => saver.state);
  useEffect(() => () => saver.flush(), [saver]);
  useUnsaved(isUnsaved(state));
  const set = (next: DecisionDraft) => {
    setDraft(next);
    saver.want(next, isBlankDraft(next));
  };
  const choose = (next: DecisionDraft) => {
    setDraft(next);
    saver.choose(next, isBlankDraft(next));
  };
  const clear = () => {
    setDraft(BLANK);
    return saver.discard(BLANK);
  };
  return { draft, state, set, choose, clear };
}

/** What was written, once the writing pauses. */
function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PREVIEW_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}

const textsOf = (code: Application['code'], outcome: Outcome) => ({
  queryKey: ['decision-texts', code, outcome],
  queryFn: ({ signal }: { signal: AbortSignal }) => getDecisionTexts({ code, outcome }, signal),
  staleTime: 10 * 60_000,
});

function useDecisionDesk() {
  const t = useT();
  const notify = useNotify();
  const client = useQueryClient();
  const { application, detail } = useApplicationDesk();
  const { draft, state, set, choose, clear } = useDraft();
  const takeAnswer = useTakeAnswer(detail.id);
  const kind = kindOf(application.status, draft.kind);
  const [letterLanguage, readIn] = useState(application.language);
  const allowed = kind !== null && detail.allowedActions.includes('PROPOSE_DECISION');
  const { outcome } = draft;
  const texts = useQuery({
    ...textsOf(application.code, outcome ?? 'GRANT'),
    enabled: allowed && outcome !== null,
  });
  const input =
    kind && outcome && texts.data
      ? inputOfDraft(draft, { caseId: detail.id, kind, outcome, texts: texts.data })
      : null;
  const asked = usePaused(input ? JSON.stringify(input) : null);
  const preview = useQuery({
    queryKey: ['decision-preview', detail.id, application.version, asked, letterLanguage],
    queryFn: ({ signal }) =>
      previewDecision({ input: JSON.parse(asked ?? '{}'), language: letterLanguage }, signal),
    enabled: allowed && asked !== null,
    placeholderData: keepPreviousData,
  });
  const propose = useMutation({
    mutationFn: (written: NonNullable<typeof input>) =>
      proposeDecision({
        ...{ ...written, expectedVersion: detail.version },
        applicationVersion: application.version,
      }),
    onSuccess: async answer => {
      await clear();
      takeAnswer(answer);
      for (const key of ['application', 'decision-proposal'])
        void client.invalidateQueries({ queryKey: [key, detail.id] });
      const sent = answer.status === 'FOR_APPROVAL';
      notify(t(sent ? 'decisions.sent' : 'decisions.made'), { type: 'success' });
    },
    onError: () => {
      for (const key of ['case', 'application'])
        void client.invalidateQueries({ queryKey: [key, detail.id] });
    },
  });
  const startWithStanding = async () => {
    const standing = standingOf(application);
    if (!standing) return set({ ...BLANK, kind: 'CORRECTION' });
    const offered = await client.fetchQuery(textsOf(application.code, standing.outcome));
    set(correctionOf(standing, offered));
  };
  return {
    ...{ allowed, kind, draft, draftState: state, texts, preview: outcome ? preview : null, propose },
    set: (part: Partial<DecisionDraft>) => set({ ...draft, ...part }),
    ...{ letterLanguage, readIn, chooseDraft: choose, startWithStanding },
    pickKind: (next: DecisionKind) => {
      if (next === 'CORRECTION') void startWithStanding();
      else set({ ...BLANK, kind: next });
    },
    pick: (next: Outcome) => set(withOutcome(draft, next, application)),
    submit: () => {
      if (!allowed || propose.isPending) return;
      if (input) propose.mutate(input);
      else notify(t('decisions.chooseFirst'), { type: 'warning' });
    },
  };
}

type DecisionDesk = ReturnType<typeof useDecisionDesk>;
const Context = createContext<DecisionDesk | null>(null);

/** The decision: written in its panel, sent from the head of the page. */
export function DecisionProvider({ children }: { children: ReactNode }) {
  return <Context value={useDecisionDesk()}>{children}</Context>;
}

export function useDecision(): DecisionDesk {
  const desk = useContext(Context);
  if (!desk) throw new Error('useDecision is for parts of the application page');
  return desk;
}
