import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useWrite } from '../../shared/useWrite.ts';
import { LETTER_KEYS } from './keys.ts';
import type { Letter, ResendInput } from './letter.documents.ts';
import { resendLetter } from './letter.provider.ts';

const channels = ['DIGITAL_MAILBOX', 'POST'] as const satisfies ResendInput['channel'][];

/** The same words to the address the registers have now, with new time limits. */
export function ResendLetterDialog({ letter, onClose }: { letter: Letter; onClose: () => void }) {
  const t = useT();
  const [channel, setChannel] = useState<ResendInput['channel']>('DIGITAL_MAILBOX');
  const resend = useWrite(resendLetter, { keys: LETTER_KEYS, said: t('letters.againDone'), onDone: onClose });
  const { id, version, recipientName, caseNumber } = letter;
  return (
    <FormDialog
      title={t('letters.againTitle')}
      text={t('letters.againText', { name: recipientName, number: caseNumber })}
      confirm={t('letters.again')}
      busy={resend.isPending}
      onClose={onClose}
      onSubmit={() => resend.mutate({ id, expectedVersion: version, channel })}
    >
      <TextField
        select
        label={t('letters.column.channel')}
        value={channel}
        onChange={event => setChannel(event.target.value as ResendInput['channel'])}
        fullWidth
      >
        {channels.map(one => (
          <MenuItem key={one} value={one}>
            {t(`letters.channel.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {resend.error && <ErrorPanel error={resend.error} />}
    </FormDialog>
  );
}
