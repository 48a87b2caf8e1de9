import Box from '@mui/material/Box';
import type { Line } from '../../shared/changes/ChangedLines.tsx';
import { Fact } from '../../shared/Fact.tsx';

/** What holds, line by line. */
export function Facts({ lines }: { lines: readonly Line[] }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        columnGap: 4,
        rowGap: 1.5,
        gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))',
      }}
    >
      {lines.map(([label, value]) => (
        <Fact key={label} label={label}>
          {value}
        </Fact>
      ))}
    </Box>
  );
}
