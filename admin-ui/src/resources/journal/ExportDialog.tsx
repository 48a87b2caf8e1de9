import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { announce } from '../../shared/announce.ts';
import { DateField } from '../../shared/DateField.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { osloToday } from '../../shared/today.ts';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { saveExport } from './journal.provider.ts';

interface ExportDialogProps {
  /** The period the list shows, where it has one. */
  from: string;
  to: string;
  onClose: () => void;
}

/** The journal of a period as one file for the archive. */
export function ExportDialog({ onClose, ...shown }: ExportDialogProps) {
  const t = useT();
  const format = useFormat();
  const fault = useFieldErrorText();
  const [from, setFrom] = useState(shown.from || `${osloToday().slice(0, 7)}-01`);
  const [to, setTo] = useState(shown.to || osloToday());
  const save = useMutation({
    mutationFn: saveExport,
    onSuccess: entries => {
      announce(t('journal.exported', { smart_count: entries, n: format.number(entries) }));
      onClose();
    },
  });
  const [wrongFrom, wrongTo] = [fault(save.error, 'from'), fault(save.error, 'to')];
  return (
    <FormDialog
      title={t('journal.export')}
      confirm={t('journal.download')}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={() => save.mutate({ from, to })}
    >
      <Typography>{t('journal.exportText')}</Typography>
      <DateField
        label={t('journal.filter.from')}
        value={from}
        onChange={setFrom}
        fault={wrongFrom}
        required
        autoFocus
      />
      <DateField label={t('journal.filter.to')} value={to} onChange={setTo} fault={wrongTo} required />
      {save.error && !wrongFrom && !wrongTo && <ErrorPanel error={save.error} />}
    </FormDialog>
  );
}
