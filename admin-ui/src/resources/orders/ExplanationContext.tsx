import { useMutation, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { useNotify } from 'react-admin';
import { asDeskError } from '../../graphql/desk-error.ts';
import { useT } from '../../i18n/index.ts';
import { draftIn } from '../../shared/draft.provider.ts';
import { useErrorText } from '../../shared/useErrorText.ts';
import { isBlank, useTextDraft } from '../../shared/useTextDraft.ts';
import { useOrderDesk, useRefreshOrder } from './OrderContext.tsx';
import { previewExplanation, sendExplanation, undoExplanation } from './order.provider.ts';

const ACTION = 'EXPLAIN';
/** The field the text is written in, found by the key that leads to it. */
export const EXPLANATION_FIELD = 'explanation-text';

function useExplanationDesk() {
  const t = useT();
  const notify = useNotify();
  const errorText = useErrorText();
  const { order, line, register } = useOrderDesk();
  const refresh = useRefreshOrder();
  const key = { orderItemId: line.id, order: { number: order.number, line: line.line }, action: ACTION };
  const draft = useTextDraft(key, draftIn(line.drafts, ACTION));
  const [picked, setPicked] = useState<string | null>(null);
  const allowed = line.allowedActions.includes('EXPLAIN');
  const preview = useQuery({
    queryKey: ['explanation', line.id, register],
    queryFn: ({ signal }) => previewExplanation(line.id, register, signal),
    enabled: allowed,
  });
  const send = useMutation({
    mutationFn: () =>
      sendExplanation({
        orderItemId: line.id,
        expectedVersion: line.version,
        register,
        text: draft.text.trim(),
      }),
    onSuccess: async () => {
      await draft.clear();
      setPicked(null);
      await refresh();
      notify(t('orders.letter.sent'), { type: 'success' });
    },
    onError: error => {
      if (asDeskError(error).code === 'STALE') void refresh();
    },
  });
  const undo = useMutation({
    mutationFn: (mail: { id: string; text: string }) => undoExplanation(mail.id),
    onSuccess: (_, { text }) => {
      if (isBlank(draft.text) && text) draft.write(text);
      notify(t('orders.letter.undone'), { type: 'success' });
    },
    onError: error => notify(errorText(error), { type: 'error' }),
    onSettled: () => refresh(),
  });
  const focus = () => document.getElementById(EXPLANATION_FIELD)?.focus();
  return {
    ...{ allowed, draft, preview, undo, picked, send, focus },
    /** Puts what helps into the letter, in the orderer's language. */
    pick: (index: number) => {
      const suggestion = preview.data?.suggestions[index];
      if (suggestion === undefined) return;
      setPicked(`${register}-${index}`);
      draft.write(isBlank(draft.text) ? suggestion : `${draft.text.trimEnd()}\n\n${suggestion}`);
      focus();
    },
    submit: () => {
      if (send.isPending) return;
      if (!isBlank(draft.text)) send.mutate();
      else {
        notify(t('orders.letter.missing'), { type: 'warning' });
        focus();
      }
    },
  };
}

type ExplanationDesk = ReturnType<typeof useExplanationDesk>;
const Context = createContext<ExplanationDesk | null>(null);

/** The letter to the orderer: written in the middle of the page, sent from its head. */
export function ExplanationProvider({ children }: { children: ReactNode }) {
  return <Context value={useExplanationDesk()}>{children}</Context>;
}

export function useExplanation(): ExplanationDesk {
  const desk = useContext(Context);
  if (!desk) throw new Error('useExplanation is for parts of the order page');
  return desk;
}
