import Box from '@mui/material/Box';
import { LoadingShape } from '../../shared/LoadingShape.tsx';

/** The shape of the case page while it is fetched. */
export function CaseShape() {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '232px 1fr 300px', gap: 2, p: 3 }}>
      <LoadingShape shape="panel" rows={12} />
      <LoadingShape shape="rows" rows={10} />
      <LoadingShape shape="panel" rows={10} />
    </Box>
  );
}
