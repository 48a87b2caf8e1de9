import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { useWrite } from '../../shared/useWrite.ts';
import { LETTER_KEYS } from './keys.ts';
import type { Letter } from './letter.documents.ts';
import { cancelLetter } from './letter.provider.ts';

/** A letter that has not left is stopped, for a reason that stays in the case. */
export function CancelLetterDialog({ letter, onClose }: { letter: Letter; onClose: () => void }) {
  const t = useT();
  const fault = useFieldErrorText();
  const [reason, setReason] = useState('');
  const stop = useWrite(cancelLetter, { keys: LETTER_KEYS, said: t('letters.stopped'), onDone: onClose });
  const { id, version, recipientName, caseNumber } = letter;
  const wrong = fault(stop.error, 'reason');
  return (
    <FormDialog
      title={t('letters.stopTitle')}
      text={t('letters.stopText', { name: recipientName, number: caseNumber })}
      confirm={t('letters.stop')}
      busy={stop.isPending}
      onClose={onClose}
      onSubmit={() => stop.mutate({ id, expectedVersion: version, reason })}
    >
      <TextField
        label={t('letters.stopReason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={Boolean(wrong)}
        helperText={wrong}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        required
        autoFocus
        fullWidth
      />
      {stop.error && !wrong && <ErrorPanel error={stop.error} />}
    </FormDialog>
  );
}
