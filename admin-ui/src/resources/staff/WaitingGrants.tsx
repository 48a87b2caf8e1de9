import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useT } from '../../i18n/index.ts';
import { StaffGrant } from './StaffGrant.tsx';
import { listStaff } from './staff.provider.ts';

/** Everyone whose roles wait for a second administrator; nothing when nobody's do. */
export function WaitingGrants() {
  const t = useT();
  const { data } = useQuery({
    queryKey: ['staff', 'waiting'],
    queryFn: ({ signal }) => listStaff({ text: null, waiting: true, first: 25, after: null }, signal),
  });
  if (!data || data.rows.length === 0) return null;
  return (
    <Box component="section" aria-labelledby="staff-waiting" sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h2" id="staff-waiting">
        {t('staff.grant.title')}
      </Typography>
      {data.rows.map(user => (
        <StaffGrant key={user.id} user={user} named />
      ))}
    </Box>
  );
}
