import { useT } from '../../i18n/index.ts';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { useCaseDesk } from './CaseContext.tsx';
import { closeCase, reopenCase } from './case.provider.ts';
import { useCaseWrite } from './useCase.ts';
import { WriteFault } from './WriteFault.tsx';

const answers = ['ANSWERED', 'DUPLICATE', 'NOT_FOR_US', 'OTHER'] as const;
const results = ['UNFOUNDED', 'CARD_INVALID_CONFIRMED', 'REPORTED_TO_POLICE', 'DUPLICATE', 'OTHER'] as const;
const reopenReasons = ['NEW_INFORMATION', 'WRONG_DECISION', 'REQUESTED_BY_ORDERER', 'OTHER'] as const;

export function CloseDialog() {
  const t = useT();
  const { detail, close } = useCaseDesk();
  const write = useCaseWrite(detail, { done: 'casePage.done.CLOSE', onDone: close });
  return (
    <ReasonDialog
      open
      title={t('caseForms.close.title', { number: detail.number })}
      text={t('caseForms.close.text')}
      reasons={(detail.kind === 'TIP_INVALID_CARD' ? results : answers).map(code => ({
        code,
        label: t(`enums.closeReason.${code}`),
      }))}
      confirm={t('caseForms.close.confirm')}
      busy={write.isPending}
      onClose={close}
      onConfirm={(reason, comment) => write.mutate(at => closeCase({ ...at, reason, comment }))}
    >
      <WriteFault error={write.error} title={t('casePage.failed.CLOSE')} />
    </ReasonDialog>
  );
}

/** A closed image case takes its decision back with it. */
export function ReopenDialog() {
  const t = useT();
  const { detail, close } = useCaseDesk();
  const write = useCaseWrite(detail, { done: 'casePage.done.REOPEN', onDone: close });
  return (
    <ReasonDialog
      open
      title={t('caseForms.reopen.title', { number: detail.number })}
      text={t(`caseForms.reopen.text.${detail.kind}`)}
      reasons={reopenReasons.map(code => ({ code, label: t(`enums.reopenReason.${code}`) }))}
      confirm={t('caseForms.reopen.confirm')}
      busy={write.isPending}
      onClose={close}
      onConfirm={(reason, comment) => write.mutate(at => reopenCase({ ...at, reason, comment }))}
    >
      <WriteFault error={write.error} title={t('casePage.failed.REOPEN')} />
    </ReasonDialog>
  );
}
