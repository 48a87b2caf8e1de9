import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import type { EnumOf } from '../../graphql/graphql.ts';
import { useT } from '../../i18n/index.ts';
import { pathOfQueue } from '../../shared/queues.ts';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { useCaseDesk } from './CaseContext.tsx';
import { ColleaguePicker } from './ColleaguePicker.tsx';
import { handOverCase, releaseCase, skipCase } from './case.provider.ts';
import { useCaseWrite } from './useCase.ts';
import { WriteFault } from './WriteFault.tsx';

const releaseReasons = ['BARRED', 'NEED_COLLEAGUE', 'END_OF_DAY', 'MISSING_INFORMATION', 'OTHER'] as const;
const skipReasons = ['BARRED', 'NEED_COLLEAGUE', 'MISSING_INFORMATION', 'OTHER'] as const;
const handOverReasons = ['LANGUAGE', 'EXPERTISE', 'ABSENCE', 'REQUESTED', 'OTHER'] as const;

/** Back to the queue; anyone can take it. */
export function ReleaseDialog() {
  const t = useT();
  const { detail, close } = useCaseDesk();
  const release = useCaseWrite(detail, { done: 'casePage.done.RELEASE', onDone: close });
  return (
    <ReasonDialog
      open
      title={t('caseForms.release.title', { number: detail.number })}
      text={t('caseForms.release.text')}
      reasons={releaseReasons.map(code => ({ code, label: t(`enums.releaseReason.${code}`) }))}
      confirm={t('casePage.action.RELEASE')}
      busy={release.isPending}
      onClose={close}
      onConfirm={(reason, comment) => release.mutate(at => releaseCase({ ...at, reason, comment }))}
    >
      <WriteFault error={release.error} title={t('casePage.failed.RELEASE')} />
    </ReasonDialog>
  );
}

interface Skipping {
  reason: EnumOf<'SkipReason'>;
  comment: string | null;
}

/** Back to the queue, and not to me again today. */
export function SkipDialog() {
  const t = useT();
  const notify = useNotify();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { detail, close } = useCaseDesk();
  const [expectedVersion] = useState(detail.version);
  const skip = useMutation({
    mutationFn: (input: Skipping) => skipCase({ caseId: detail.id, expectedVersion, ...input }),
    onSuccess: () => {
      notify(t('casePage.done.SKIP'), { type: 'success' });
      void navigate(`/queues/${pathOfQueue(detail.queue)}`);
      void queryClient.invalidateQueries();
    },
    onError: () => queryClient.invalidateQueries({ queryKey: ['case', detail.id] }),
  });
  return (
    <ReasonDialog
      open
      title={t('caseForms.skip.title', { number: detail.number })}
      text={t('caseForms.skip.text')}
      reasons={skipReasons.map(code => ({ code, label: t(`enums.skipReason.${code}`) }))}
      confirm={t('casePage.action.SKIP')}
      busy={skip.isPending}
      onClose={close}
      onConfirm={(reason, comment) => skip.mutate({ reason, comment })}
    >
      <WriteFault error={skip.error} title={t('casePage.failed.SKIP')} />
    </ReasonDialog>
  );
}

/** A colleague gets the case at once, with a reason. */
export function HandOverDialog() {
  const t = useT();
  const fieldText = useFieldErrorText();
  const { detail, close } = useCaseDesk();
  const [toStaffId, setTo] = useState('');
  const handOver = useCaseWrite(detail, { done: 'casePage.done.HAND_OVER', onDone: close });
  return (
    <ReasonDialog
      open
      title={t('caseForms.handOver.title', { number: detail.number })}
      text={t('caseForms.handOver.text')}
      reasons={handOverReasons.map(code => ({ code, label: t(`enums.handOverReason.${code}`) }))}
      confirm={t('casePage.action.HAND_OVER')}
      ready={toStaffId !== ''}
      busy={handOver.isPending}
      onClose={close}
      onConfirm={(reason, comment) =>
        handOver.mutate(at => handOverCase({ ...at, toStaffId, reason, comment }))
      }
    >
      <ColleaguePicker
        label={t('caseForms.handOver.to')}
        value={toStaffId}
        onChange={setTo}
        fault={fieldText(handOver.error, 'toStaffId')}
      />
      <WriteFault error={handOver.error} title={t('casePage.failed.HAND_OVER')} />
    </ReasonDialog>
  );
}
