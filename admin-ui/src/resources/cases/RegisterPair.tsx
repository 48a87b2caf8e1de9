import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useT } from '../../i18n/index.ts';
import { type PairFromPost, postPair } from '../../shared/post-pair.ts';
import { RegisterPairDialog } from '../../shared/RegisterPairDialog.tsx';
import { useCaseDesk } from './CaseContext.tsx';
import { WriteFault } from './WriteFault.tsx';

export function RegisterPair() {
  const t = useT();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const { detail, close } = useCaseDesk();
  const register = useMutation({
    mutationFn: (pair: PairFromPost) =>
      postPair({ caseId: detail.id, expectedVersion: detail.version }, pair),
    onSuccess: () => {
      notify(t('casePage.done.REGISTER_UPLOAD'), { type: 'success' });
      close();
    },
    // A ticket gives the case a new version even when a file is refused afterwards.
    onSettled: () => queryClient.invalidateQueries(),
  });
  return (
    <RegisterPairDialog
      busy={register.isPending}
      error={register.error}
      fault={<WriteFault error={register.error} title={t('casePage.failed.REGISTER_UPLOAD')} />}
      onClose={close}
      onRegister={register.mutate}
    />
  );
}
