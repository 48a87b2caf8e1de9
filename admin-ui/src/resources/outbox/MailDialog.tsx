import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Link from '@mui/material/Link';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { MailStatusChip } from './MailStatusChip.tsx';
import { splitLinks } from './mail-text.ts';
import type { MailRow } from './outbox.documents.ts';
import { getMail, retryMail } from './outbox.provider.ts';
import { SettleDialog } from './SettleDialog.tsx';

interface MailDialogProps {
  id: string;
  onClose: () => void;
}

/** One letter as its reader gets it, and what can be done about it. */
export function MailDialog({ id, onClose }: MailDialogProps) {
  const t = useT();
  const titleId = useId();
  const { data, error } = useQuery({
    queryKey: ['outbox', 'mail', id],
    queryFn: ({ signal }) => getMail(id, signal),
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="md" fullWidth>
      <DialogTitle id={titleId}>{data?.row.subject ?? t('outbox.letter')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {Boolean(error) && <ErrorPanel error={error} />}
        {!data && !error && <LoadingShape shape="panel" />}
        {data && <Facts row={data.row} />}
        {data && <LetterText text={data.text} />}
      </DialogContent>
      <DialogActions>
        {data && <Actions row={data.row} />}
        <Button onClick={onClose}>{t('shared.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function Facts({ row }: { row: MailRow }) {
  const t = useT();
  const format = useFormat();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, color: 'desk.text2' }}>
      <MailStatusChip status={row.status} />
      <span>{t('outbox.recipientIs', { address: row.recipient })}</span>
      <span>{t(`enums.language.${row.language}`)}</span>
      <span>{format.dateTime(row.sentAt ?? row.sendAfter)}</span>
      {row.attempts > 0 && <span>{t('outbox.attempts', { smart_count: row.attempts })}</span>}
      {row.lastError && <span>{t('outbox.lastError', { error: row.lastError })}</span>}
    </Box>
  );
}

/** The text part; links lead where the reader's would. */
export function LetterText({ text }: { text: string }) {
  return (
    <Box
      component="div"
      tabIndex={0}
      role="document"
      sx={{
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        p: 2,
        bgcolor: 'desk.tint',
        borderRadius: '8px',
      }}
    >
      {splitLinks(text).map(({ at, value, isLink }) =>
        isLink ? (
          <Link key={at} href={value} target="_blank" rel="noreferrer">
            {value}
          </Link>
        ) : (
          value
        ),
      )}
    </Box>
  );
}

function Actions({ row }: { row: MailRow }) {
  const t = useT();
  const may = useMay();
  const client = useQueryClient();
  const [settling, setSettling] = useState(false);
  const retry = useMutation({
    mutationFn: () => retryMail(row),
    onSuccess: () => client.invalidateQueries({ queryKey: ['outbox'] }),
  });
  if (!may('mail', 'settle')) return null;
  return (
    <>
      {retry.isError && <ErrorPanel error={retry.error} />}
      {(row.status === 'FAILED' || row.status === 'BOUNCED') && (
        <Button variant="contained" onClick={() => retry.mutate()} aria-disabled={retry.isPending}>
          {t('outbox.retry')}
        </Button>
      )}
      {row.status === 'UNCERTAIN' && (
        <Button variant="contained" onClick={() => setSettling(true)}>
          {t('outbox.settle')}
        </Button>
      )}
      <SettleDialog row={row} open={settling} onClose={() => setSettling(false)} />
    </>
  );
}
