import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useT } from '../i18n/index.ts';

interface LoadingShapeProps {
  /** rows: a table; panel: a card of lines; page: a page head with a table. */
  shape?: 'rows' | 'panel' | 'page';
  rows?: number;
}

const widths = ['64%', '82%', '48%', '72%', '56%', '90%'];
const widthAt = (index: number) => widths[index % widths.length];

/** The shape of what comes, so that nothing jumps when it does. */
export function LoadingShape({ shape = 'rows', rows = 8 }: LoadingShapeProps) {
  const t = useT();
  const lines = Array.from({ length: rows }, (_, index) => index);
  return (
    <Box role="status" aria-label={t('shared.loading')} sx={{ p: shape === 'page' ? 3 : 0 }}>
      {shape === 'page' && <Skeleton variant="rounded" width={240} height={28} sx={{ mb: 2 }} />}
      {lines.map(line => (
        <Box
          key={line}
          sx={{
            display: 'grid',
            gridTemplateColumns: shape === 'panel' ? '1fr' : '110px 1fr 1fr 140px',
            gap: 2,
            alignItems: 'center',
            height: shape === 'panel' ? 28 : 36,
            px: 1.5,
            ...(shape !== 'panel' && { borderBottom: 1, borderColor: 'desk.line' }),
          }}
        >
          {(shape === 'panel' ? [0] : [0, 1, 2, 3]).map(cell => (
            <Skeleton key={cell} variant="rounded" height={12} width={widthAt(line + cell)} />
          ))}
        </Box>
      ))}
    </Box>
  );
}
