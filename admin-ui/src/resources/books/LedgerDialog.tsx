import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { announce } from '../../shared/announce.ts';
import { DateField } from '../../shared/DateField.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { osloToday } from '../../shared/today.ts';
import { type LedgerFormat, saveLedger } from './books.provider.ts';

/** The journal of a period, as a spreadsheet or as SAF-T Financial. */
export function LedgerDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [from, setFrom] = useState(osloToday());
  const [to, setTo] = useState(osloToday());
  const [format, setFormat] = useState<LedgerFormat>('csv');
  const save = useMutation({
    mutationFn: saveLedger,
    onSuccess: () => {
      announce(t('books.exported'));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('books.export')}
      confirm={t('books.download')}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={() => save.mutate({ from, to, format })}
    >
      <Typography>{t('books.exportText')}</Typography>
      <DateField label={t('books.from')} value={from} onChange={setFrom} required autoFocus />
      <DateField label={t('books.to')} value={to} onChange={setTo} required />
      <TextField
        select
        label={t('books.format')}
        value={format}
        onChange={event => setFormat(event.target.value === 'xml' ? 'xml' : 'csv')}
      >
        <MenuItem value="csv">{t('books.csv')}</MenuItem>
        <MenuItem value="xml">{t('books.saft')}</MenuItem>
      </TextField>
      {save.error && <ErrorPanel error={save.error} />}
    </FormDialog>
  );
}
