import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { OneTimePassword } from './OneTimePassword.tsx';
import type { StaffUser } from './staff.documents.ts';
import { endStaffSessions, resetStaffPassword } from './staff.provider.ts';

/** Signing the person out everywhere, and a new password. */
export function StaffAccess({ user: { id, name, version } }: { user: StaffUser }) {
  const t = useT();
  const end = useMutation({ mutationFn: () => endStaffSessions(id) });
  const reset = useMutation({ mutationFn: () => resetStaffPassword({ id, expectedVersion: version }) });
  const error = end.error ?? reset.error;
  return (
    <Box component="section" aria-labelledby="staff-access" sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="h2" id="staff-access">
        {t('staff.access')}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button variant="outlined" onClick={() => end.mutate()} aria-disabled={end.isPending}>
          {t('staff.endSessions')}
        </Button>
        <Button variant="outlined" onClick={() => reset.mutate()} aria-disabled={reset.isPending}>
          {t('staff.resetPassword')}
        </Button>
      </Box>
      {end.data !== undefined && (
        <Notice tone="ok" role="status" title={t('staff.sessionsEnded', { smart_count: end.data, name })} />
      )}
      {reset.data?.oneTimePassword && <OneTimePassword password={reset.data.oneTimePassword} />}
      {error && <ErrorPanel error={error} />}
    </Box>
  );
}
