import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLanguage, useT } from '../../i18n/index.ts';
import { announce } from '../../shared/announce.ts';
import { type PairFromPost, registerPair } from './register-pair.ts';
import type { BenchDesk } from './useBenchDesk.ts';

export function useRegisterPair(desk: BenchDesk) {
  const t = useT();
  const language = useLanguage();
  const queryClient = useQueryClient();
  const { id: caseId, version, reservation } = desk.bench.case;
  return useMutation({
    mutationFn: (pair: PairFromPost) =>
      registerPair({ ...{ caseId, version, pair, language }, mine: reservation?.mine ?? false }),
    onSuccess: () => {
      desk.setDialog(null);
      announce(t('bench.register.done'));
    },
    // Also after a failure: the case may have been taken before the file was refused.
    onSettled: () => {
      for (const key of [['bench', caseId], ['case', caseId], ['cases'], ['my-day'], ['menu-counts']])
        void queryClient.invalidateQueries({ queryKey: key });
    },
  });
}
