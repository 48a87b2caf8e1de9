import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { osloToday } from '../../shared/today.ts';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { useWrite } from '../../shared/useWrite.ts';
import { LETTER_KEYS } from './keys.ts';
import type { Letter, ReturnedInput } from './letter.documents.ts';
import { recordReturned } from './letter.provider.ts';

const reasons = [
  ...(['UNKNOWN_ADDRESSEE', 'MOVED', 'INCOMPLETE_ADDRESS', 'NOT_COLLECTED', 'OTHER'] as const),
] satisfies ReturnedInput['reason'][];

/** The post brought it back: on which day and why. No time limit runs from it. */
export function ReturnedLetterDialog({ letter, onClose }: { letter: Letter; onClose: () => void }) {
  const t = useT();
  const fault = useFieldErrorText();
  const [returnedOn, setReturnedOn] = useState(osloToday());
  const [reason, setReason] = useState<ReturnedInput['reason']>('UNKNOWN_ADDRESSEE');
  const record = useWrite(recordReturned, {
    keys: LETTER_KEYS,
    said: t('letters.backDone'),
    onDone: onClose,
  });
  const { id, version, recipientName, caseNumber } = letter;
  const wrong = fault(record.error, 'returnedOn');
  return (
    <FormDialog
      title={t('letters.backTitle')}
      text={t('letters.backText', { name: recipientName, number: caseNumber })}
      confirm={t('letters.backConfirm')}
      busy={record.isPending || returnedOn === ''}
      onClose={onClose}
      onSubmit={() => record.mutate({ id, expectedVersion: version, returnedOn, reason })}
    >
      <DateField
        label={t('letters.backOn')}
        value={returnedOn}
        onChange={setReturnedOn}
        fault={wrong}
        required
      />
      <TextField
        select
        label={t('letters.backWhy')}
        value={reason}
        onChange={event => setReason(event.target.value as ReturnedInput['reason'])}
        fullWidth
      >
        {reasons.map(one => (
          <MenuItem key={one} value={one}>
            {t(`letters.returnReason.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {record.error && !wrong && <ErrorPanel error={record.error} />}
    </FormDialog>
  );
}
