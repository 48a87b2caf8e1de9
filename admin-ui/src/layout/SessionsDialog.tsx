import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery } from '@tanstack/react-query';
import { request } from '../graphql/client.ts';
import { useFormat, useT } from '../i18n/index.ts';
import { mySessionsQuery } from '../session.documents.ts';
import { signOutEverywhere } from '../session.ts';
import { ErrorPanel } from '../shared/ErrorPanel.tsx';
import { Kbd } from '../shared/Kbd.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { StatusChip } from '../shared/StatusChip.tsx';
import { deviceName } from './device.ts';

/** Where I am signed in, and the way to end it all at once. */
export function SessionsDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const { data, error, refetch } = useQuery({
    queryKey: ['my-sessions'],
    queryFn: ({ signal }) => request(mySessionsQuery, {}, { signal }),
    select: answer => answer.mySessions,
  });
  const everywhere = useMutation({ mutationFn: signOutEverywhere });
  return (
    <Dialog open onClose={onClose} aria-labelledby="sessions-title" maxWidth="sm" fullWidth>
      <DialogTitle id="sessions-title">{t('frame.sessions.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        <Typography sx={{ color: 'desk.text2' }}>{t('frame.sessions.lead')}</Typography>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape shape="panel" rows={3} />}
        <Box component="ul" sx={{ display: 'grid' }}>
          {data?.map(session => (
            <Box
              component="li"
              key={session.id}
              sx={{ py: 1, borderTop: 1, borderColor: 'desk.line', display: 'flex', gap: 1 }}
            >
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Typography variant="subtitle2">
                  {deviceName(session.device) ?? t('frame.sessions.unknownDevice')}
                </Typography>
                <Typography variant="caption" sx={{ color: 'desk.text2' }}>
                  {t('frame.sessions.startedAt', { when: format.dateTime(session.createdAt) })},{' '}
                  {t('frame.sessions.seenAt', { when: format.time(session.seenAt) })}
                </Typography>
              </Box>
              {session.current && <StatusChip shape="approved">{t('frame.sessions.current')}</StatusChip>}
            </Box>
          ))}
        </Box>
        {everywhere.error && <ErrorPanel error={everywhere.error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>
          {t('shared.close')} <Kbd>Esc</Kbd>
        </Button>
        <Button variant="contained" onClick={() => everywhere.mutate()} aria-disabled={everywhere.isPending}>
          {t('frame.signOutEverywhere')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
