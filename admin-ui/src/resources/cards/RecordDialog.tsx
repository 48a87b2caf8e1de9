import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { osloToday } from '../../shared/today.ts';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import type { CardDetail, RecordInput } from './card.documents.ts';
import { recordCard } from './card.provider.ts';
import { useCardWrite } from './useCardWrite.ts';

interface RecordDialogProps {
  card: CardDetail;
  what: RecordInput['what'];
  onClose: () => void;
}

/** That the employer has shredded it, or that a control authority has taken it. */
export function RecordDialog({ card, what, onClose }: RecordDialogProps) {
  const t = useT();
  const fault = useFieldErrorText();
  const [on, setOn] = useState(osloToday());
  const [by, setBy] = useState('');
  const record = useCardWrite(recordCard, { said: () => t('cards.recorded'), onDone: onClose });
  const title = t(`cards.action.RECORD_${what}`);
  const submit = () =>
    record.mutate({ cardId: card.id, expectedVersion: card.version, what, on, by: by.trim() || null });
  return (
    <FormDialog title={title} confirm={title} busy={record.isPending} onClose={onClose} onSubmit={submit}>
      <DateField label={t('cards.on')} value={on} onChange={setOn} required autoFocus />
      {what === 'SEIZED' && (
        <TextField
          label={t('cards.seizer')}
          value={by}
          required
          error={Boolean(record.error && fault(record.error, 'by'))}
          helperText={record.error ? fault(record.error, 'by') : undefined}
          onChange={event => setBy(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 200 } }}
        />
      )}
      {record.error && <ErrorPanel error={record.error} />}
    </FormDialog>
  );
}
