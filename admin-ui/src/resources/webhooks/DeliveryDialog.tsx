import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useNotify } from 'react-admin';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { useAnswer } from './useAnswer.ts';
import type { Delivery } from './webhook.documents.ts';
import { replayWebhook } from './webhook.provider.ts';

/** One message as it is sent, what the receiver answered, and sending it once more. */
export function DeliveryDialog({ delivery, onClose }: { delivery: Delivery; onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  const notify = useNotify();
  const titleId = useId();
  const answer = useAnswer();
  const client = useQueryClient();
  const replay = useMutation({
    mutationFn: () => replayWebhook(delivery.id),
    onSuccess: async () => {
      notify(t('webhooks.replayed'), { type: 'success' });
      await client.invalidateQueries({ queryKey: ['webhooks'] });
      onClose();
    },
  });
  const done = delivery.status === 'DELIVERED' || delivery.status === 'FAILED';
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{`${delivery.topic} ${delivery.messageId}`}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        <Block label={t('webhooks.body')} text={JSON.stringify(JSON.parse(delivery.body), null, 2)} />
        <Block
          label={t('webhooks.answer')}
          text={[answer(delivery), delivery.lastAnswer].filter(Boolean).join('\n')}
        />
        {delivery.nextAt && (
          <Typography>{`${t('webhooks.next')}: ${format.dateTime(delivery.nextAt)}`}</Typography>
        )}
        {replay.error && <ErrorPanel error={replay.error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('shared.close')}</Button>
        {done && may('webhook', 'replay') && (
          <Button variant="contained" onClick={() => replay.mutate()} aria-disabled={replay.isPending}>
            {t('webhooks.replay')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Block({ label, text }: { label: string; text: string }) {
  return (
    <Box>
      <Typography variant="subtitle2">{label}</Typography>
      <Box
        component="pre"
        sx={{
          m: 0,
          p: 1,
          bgcolor: 'desk.tint',
          fontSize: 13,
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {text}
      </Box>
    </Box>
  );
}
