import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { request } from '../graphql/client.ts';
import { useT } from '../i18n/index.ts';
import { undoDecisionMutation } from './undo.documents.ts';
import { useErrorText } from './useErrorText.ts';

/** Takes back a decision that has not left the house. Whether it was in time is the server's answer. */
export function useUndoDecision() {
  const t = useT();
  const notify = useNotify();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (decisionId: string) =>
      (await request(undoDecisionMutation, { decisionId })).undoDecision,
    onSuccess: () => notify(t('shared.undone'), { type: 'success' }),
    onError: error => notify(errorText(error), { type: 'error' }),
    onSettled: () => queryClient.invalidateQueries(),
  });
}
