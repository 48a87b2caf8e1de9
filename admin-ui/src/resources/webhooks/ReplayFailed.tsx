import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { addDays, osloToday } from '../../shared/today.ts';
import { replayFailed } from './webhook.provider.ts';

const midnight = (day: string) => new Date(`${day}T00:00:00`).toISOString();

/** Everything given up for one receiver in a period, once more. */
export function ReplayFailed({ endpointId }: { endpointId: string }) {
  const t = useT();
  const client = useQueryClient();
  const [from, setFrom] = useState(addDays(osloToday(), -7));
  const [to, setTo] = useState(osloToday());
  const replay = useMutation({
    mutationFn: () => replayFailed({ endpointId, from: midnight(from), to: midnight(addDays(to, 1)) }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography sx={{ color: 'desk.text2' }}>{t('webhooks.replayFailedText')}</Typography>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-end', flexWrap: 'wrap' }}>
        <Box sx={{ width: 160 }}>
          <DateField label={t('webhooks.from')} value={from} onChange={setFrom} />
        </Box>
        <Box sx={{ width: 160 }}>
          <DateField label={t('webhooks.to')} value={to} onChange={setTo} />
        </Box>
        <Button variant="outlined" color="inherit" onClick={() => replay.mutate()} disabled={!from || !to}>
          {t('webhooks.replayFailed')}
        </Button>
        {replay.data !== undefined && (
          <Typography role="status">{t('webhooks.replayedCount', { smart_count: replay.data })}</Typography>
        )}
      </Box>
      {replay.error && <ErrorPanel error={replay.error} />}
    </Box>
  );
}
