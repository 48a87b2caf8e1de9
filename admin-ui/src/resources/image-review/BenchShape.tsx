import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { benchColumns } from './bench-layout.ts';

/** The shape of a case that is on its way: the columns stay where they are. */
export function BenchShape() {
  return (
    <Box sx={{ height: '100%', display: 'grid', gridTemplateRows: '64px minmax(0,1fr)' }}>
      <Box sx={{ px: 2.5, py: 1.5, borderBottom: 1, borderColor: 'desk.line' }}>
        <Skeleton variant="rounded" width={220} height={36} />
      </Box>
      <Box sx={benchColumns}>
        <Box sx={{ p: 2, display: { xs: 'none', lg: 'block' } }}>
          <LoadingShape shape="panel" rows={9} />
        </Box>
        <Box
          sx={{
            bgcolor: 'desk.stage',
            p: 1.5,
            pt: 7.5,
            display: 'grid',
            gridTemplateColumns: '1fr 1fr',
            gap: 1.5,
          }}
        >
          <Box sx={{ bgcolor: 'desk.pane', borderRadius: '8px' }} />
          <Box sx={{ bgcolor: 'desk.pane', borderRadius: '8px' }} />
        </Box>
        <Box sx={{ p: 2 }}>
          <LoadingShape shape="panel" rows={12} />
        </Box>
      </Box>
    </Box>
  );
}
