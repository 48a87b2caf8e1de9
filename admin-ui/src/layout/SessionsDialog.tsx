import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../graphql/client.ts';
import type { ResultOf } from '../graphql/graphql.ts';
import { useFormat, useT } from '../i18n/index.ts';
import { mySessionsQuery } from '../session.documents.ts';
import { endMyOtherSessions, endMySession, signOutEverywhere } from '../session.ts';
import { announce } from '../shared/announce.ts';
import { ErrorPanel } from '../shared/ErrorPanel.tsx';
import { Kbd } from '../shared/Kbd.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { StatusChip } from '../shared/StatusChip.tsx';
import { deviceName } from './device.ts';

function useEndings() {
  const t = useT();
  const client = useQueryClient();
  const done = (text: string) => {
    announce(text);
    return client.invalidateQueries({ queryKey: ['my-sessions'] });
  };
  const endOne = useMutation({
    mutationFn: endMySession,
    onSuccess: () => done(t('frame.sessions.ended')),
  });
  const others = useMutation({
    mutationFn: endMyOtherSessions,
    onSuccess: ({ endMyOtherSessions: n }) => done(t('frame.sessions.endedOthers', { smart_count: n })),
  });
  return { endOne, others };
}

/** Where I am signed in, and the way to end it all at once. */
export function SessionsDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { data, error, refetch } = useQuery({
    queryKey: ['my-sessions'],
    queryFn: ({ signal }) => request(mySessionsQuery, {}, { signal }),
    select: answer => answer.mySessions,
  });
  const { endOne, others } = useEndings();
  const everywhere = useMutation({ mutationFn: signOutEverywhere });
  const failure = endOne.error ?? others.error ?? everywhere.error;
  const alone = (data?.length ?? 0) < 2;
  return (
    <Dialog open onClose={onClose} aria-labelledby="sessions-title" maxWidth="sm" fullWidth>
      <DialogTitle id="sessions-title">{t('frame.sessions.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        <Typography sx={{ color: 'desk.text2' }}>{t('frame.sessions.lead')}</Typography>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape shape="panel" rows={3} />}
        <Box component="ul" sx={{ display: 'grid' }}>
          {data?.map(session => (
            <SessionRow key={session.id} session={session} onEnd={() => endOne.mutate(session.id)} />
          ))}
        </Box>
        {failure && <ErrorPanel error={failure} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>
          {t('shared.close')} <Kbd>Esc</Kbd>
        </Button>
        {!alone && (
          <Button variant="outlined" onClick={() => others.mutate()} aria-disabled={others.isPending}>
            {t('frame.sessions.endOthers')}
          </Button>
        )}
        <Button variant="contained" onClick={() => everywhere.mutate()} aria-disabled={everywhere.isPending}>
          {t('frame.signOutEverywhere')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

type Session = ResultOf<typeof mySessionsQuery>['mySessions'][number];

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const t = useT();
  const format = useFormat();
  const device = deviceName(session.device) ?? t('frame.sessions.unknownDevice');
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'desk.line', display: 'flex', gap: 1 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="subtitle2">{device}</Typography>
        <Typography variant="caption" sx={{ color: 'desk.text2' }}>
          {t('frame.sessions.startedAt', { when: format.dateTime(session.createdAt) })},{' '}
          {t('frame.sessions.seenAt', { when: format.time(session.seenAt) })}
        </Typography>
      </Box>
      {session.current ? (
        <StatusChip shape="approved">{t('frame.sessions.current')}</StatusChip>
      ) : (
        <Button size="small" onClick={onEnd} aria-label={`${t('frame.sessions.end')}: ${device}`}>
          {t('frame.sessions.end')}
        </Button>
      )}
    </Box>
  );
}
