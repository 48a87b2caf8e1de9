import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useT } from '../../i18n/index.ts';
import { announce } from '../../shared/announce.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { type PairFromPost, postPair } from '../../shared/post-pair.ts';
import { RegisterPairDialog } from '../../shared/RegisterPairDialog.tsx';
import { takeCase } from './image-review.provider.ts';
import type { BenchDesk } from './useBenchDesk.ts';

function useRegisterPair(desk: BenchDesk) {
  const t = useT();
  const queryClient = useQueryClient();
  const { id: caseId, version, reservation } = desk.bench.case;
  return useMutation({
    mutationFn: async (pair: PairFromPost) => {
      const mine = reservation?.mine ? { version } : await takeCase({ caseId, expectedVersion: version });
      await postPair({ caseId, expectedVersion: mine.version }, pair);
    },
    onSuccess: () => {
      desk.setDialog(null);
      announce(t('bench.registered'));
    },
    // Also after a failure: the case may have been taken before the file was refused.
    onSettled: () => {
      for (const key of [['bench', caseId], ['case', caseId], ['cases'], ['my-day'], ['menu-counts']])
        void queryClient.invalidateQueries({ queryKey: key });
    },
  });
}

/** Takes the case when nobody has it, then hands in the pair. */
export function RegisterPair({ desk }: { desk: BenchDesk }) {
  const register = useRegisterPair(desk);
  return (
    <RegisterPairDialog
      busy={register.isPending}
      error={register.error}
      fault={register.error && <ErrorPanel error={register.error} />}
      onClose={() => desk.setDialog(null)}
      onRegister={register.mutate}
    />
  );
}
