import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { Notice } from '../../shared/Notice.tsx';
import type { Application } from './application.documents.ts';
import { handOverApplication } from './application.provider.ts';

interface HandOverDialogProps {
  application: Application;
  onClose: () => void;
}

/** From then on the authority has it; its papers are no longer the issuer's to see. */
export function HandOverDialog({ application, onClose }: HandOverDialogProps) {
  const t = useT();
  const notify = useNotify();
  const client = useQueryClient();
  const { id, caseId, version, checklist } = application;
  const handOver = useMutation({
    mutationFn: () => handOverApplication({ applicationId: id, expectedVersion: version }),
    onSuccess: async () => {
      for (const queryKey of [['applications'], ['case-documents', caseId]])
        void client.invalidateQueries({ queryKey });
      await client.invalidateQueries({ queryKey: ['application', caseId] });
      notify(t('applications.issuer.handedOver'), { type: 'success' });
      onClose();
    },
    onError: () => client.invalidateQueries({ queryKey: ['application', caseId] }),
  });
  return (
    <FormDialog
      title={t('applications.issuer.handOverTitle')}
      text={t('applications.issuer.handOverText')}
      confirm={t('applications.issuer.handOver')}
      busy={handOver.isPending}
      onClose={onClose}
      onSubmit={() => handOver.mutate()}
    >
      {checklist.some(({ met }) => !met) && (
        <Notice tone="warn" title={t('applications.issuer.handOverMissing')} />
      )}
      {handOver.error && <ErrorPanel error={handOver.error} />}
    </FormDialog>
  );
}
