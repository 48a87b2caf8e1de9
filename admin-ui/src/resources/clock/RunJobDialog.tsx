import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useRunJob } from './useClock.ts';
import { useJobWords } from './useJobWords.ts';

/** A run out of turn, with why; it stands in the audit log. */
export function RunJobDialog({ job, onClose }: { job: string; onClose: () => void }) {
  const t = useT();
  const words = useJobWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const run = useRunJob(onClose);
  const missing = tried && reason.trim() === '';
  const submit = () => {
    setTried(true);
    if (reason.trim() !== '') run.mutate({ job, reason });
  };
  return (
    <FormDialog
      title={t('clock.runTitle', { job: words.name(job) })}
      confirm={t('clock.runNow')}
      busy={run.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <Typography>{t('clock.runText')}</Typography>
      <TextField
        label={t('clock.runReason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={missing}
        helperText={missing ? t('clock.reasonNeeded') : undefined}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        required
        autoFocus
      />
      {run.error && <ErrorPanel error={run.error} />}
    </FormDialog>
  );
}
