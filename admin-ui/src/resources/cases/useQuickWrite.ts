import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { type MessageKey, useT } from '../../i18n/index.ts';
import { useErrorText } from '../../shared/useErrorText.ts';
import { useCaseDesk } from './CaseContext.tsx';
import type { CaseDetail } from './case.documents.ts';
import { useTakeAnswer } from './useCase.ts';

/** A write by one press, based on the version that is on the screen; failures are said, and the case is fetched again. */
export function useQuickWrite(done: MessageKey) {
  const t = useT();
  const notify = useNotify();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const { detail } = useCaseDesk();
  const takeAnswer = useTakeAnswer(detail.id);
  return useMutation({
    mutationFn: (write: (at: { caseId: string; expectedVersion: number }) => Promise<CaseDetail>) =>
      write({ caseId: detail.id, expectedVersion: detail.version }),
    onSuccess: answer => {
      takeAnswer(answer);
      notify(t(done), { type: 'success' });
    },
    onError: error => {
      notify(errorText(error), { type: 'error' });
      void queryClient.invalidateQueries({ queryKey: ['case', detail.id] });
    },
  });
}
