import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { useCaseDesk } from './CaseContext.tsx';
import { ColleaguePicker } from './ColleaguePicker.tsx';
import type { BarredPerson } from './case.documents.ts';
import { barPerson, unbarPerson } from './case.provider.ts';
import { useCaseWrite } from './useCase.ts';
import { WriteFault } from './WriteFault.tsx';

const barReasons = ['OWN_CASE', 'FAMILY', 'OWN_EMPLOYER', 'CLOSE_RELATION', 'OTHER'] as const;

/** Whoever is barred (inhabil) loses the case at once and cannot take it. */
export function BarDialog() {
  const t = useT();
  const fieldText = useFieldErrorText();
  const { detail, close } = useCaseDesk();
  const [staffId, setStaffId] = useState('');
  const bar = useCaseWrite(detail, { done: 'casePage.done.BAR', onDone: close });
  return (
    <ReasonDialog
      open
      title={t('caseForms.bar.title', { number: detail.number })}
      text={t('caseForms.bar.text')}
      reasons={barReasons.map(code => ({ code, label: t(`enums.barReason.${code}`) }))}
      confirm={t('caseForms.bar.confirm')}
      ready={staffId !== ''}
      busy={bar.isPending}
      onClose={close}
      onConfirm={(reason, comment) => bar.mutate(at => barPerson({ ...at, staffId, reason, comment }))}
    >
      <ColleaguePicker
        withMe
        label={t('caseForms.bar.who')}
        value={staffId}
        onChange={setStaffId}
        fault={fieldText(bar.error, 'staffId')}
      />
      <WriteFault error={bar.error} title={t('casePage.failed.BAR')} />
    </ReasonDialog>
  );
}

export function UnbarDialog({ person: { staff } }: { person: BarredPerson }) {
  const t = useT();
  const { detail, close } = useCaseDesk();
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState(false);
  const unbar = useCaseWrite(detail, { done: 'casePage.done.UNBAR', onDone: close });
  const missing = tried && comment.trim() === '';
  const submit = () => {
    setTried(true);
    if (comment.trim() !== '')
      unbar.mutate(at => unbarPerson({ ...at, staffId: staff.id, comment: comment.trim() }));
  };
  return (
    <FormDialog
      title={t('caseForms.unbar.title', { name: staff.name })}
      text={t('caseForms.unbar.text')}
      confirm={t('caseForms.unbar.confirm')}
      busy={unbar.isPending}
      onClose={close}
      onSubmit={submit}
    >
      <TextField
        label={t('caseForms.unbar.why')}
        value={comment}
        onChange={event => setComment(event.target.value)}
        error={missing}
        helperText={missing ? t('shared.commentNeeded') : undefined}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        autoFocus
        required
        fullWidth
      />
      <WriteFault error={unbar.error} title={t('casePage.failed.UNBAR')} />
    </FormDialog>
  );
}
