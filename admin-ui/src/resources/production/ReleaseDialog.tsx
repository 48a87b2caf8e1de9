import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { announce } from '../../shared/announce.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import type { Line } from './production.documents.ts';
import { releaseLine } from './production.provider.ts';

function useRelease(onDone: () => void) {
  const t = useT();
  const client = useQueryClient();
  return useMutation({
    mutationFn: releaseLine,
    onSuccess: () => {
      announce(t('production.releasedNow'));
      onDone();
      void client.invalidateQueries({ queryKey: ['menu-counts'] });
      return client.invalidateQueries({ queryKey: ['production'] });
    },
  });
}

/** What made the card fail has been mended; with what was done. */
export function ReleaseDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const t = useT();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const release = useRelease(onClose);
  const missing = tried && reason.trim() === '';
  const submit = () => {
    setTried(true);
    if (reason.trim() !== '') release.mutate({ id: line.id, expectedVersion: line.version, reason });
  };
  return (
    <FormDialog
      title={t('production.releaseTitle', { order: line.orderNumber })}
      confirm={t('production.release')}
      busy={release.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <Typography>{t('production.releaseText')}</Typography>
      <TextField
        label={t('production.releaseReason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={missing}
        helperText={missing ? t('production.reasonNeeded') : undefined}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        required
        autoFocus
      />
      {release.error && <ErrorPanel error={release.error} />}
    </FormDialog>
  );
}
