import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { useWrite } from '../../shared/useWrite.ts';
import { closeBooks } from './books.provider.ts';

interface CloseDialogProps {
  closedThrough: string | null;
  onClose: () => void;
}

/** Closing is for good; the day is typed each time. */
export function CloseDialog({ closedThrough, onClose }: CloseDialogProps) {
  const t = useT();
  const format = useFormat();
  const fault = useFieldErrorText();
  const [through, setThrough] = useState('');
  const close = useWrite(closeBooks, { keys: ['books'], said: t('books.closedNow'), onDone: onClose });
  const wrong = fault(close.error, 'through');
  return (
    <FormDialog
      title={t('books.close')}
      confirm={t('books.close')}
      busy={close.isPending}
      onClose={onClose}
      onSubmit={() => close.mutate({ through })}
    >
      <Typography>{t('books.closeText')}</Typography>
      {closedThrough && (
        <Typography>{t('books.closedThrough', { day: format.date(closedThrough) })}</Typography>
      )}
      <DateField
        label={t('books.through')}
        value={through}
        onChange={setThrough}
        fault={wrong}
        required
        autoFocus
      />
      {close.error && !wrong && <ErrorPanel error={close.error} />}
    </FormDialog>
  );
}
