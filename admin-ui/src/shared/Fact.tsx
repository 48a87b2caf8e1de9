import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface FactProps {
  label: string;
  /** A muted line below. */
  note?: ReactNode;
  /** A hairline above: a new group of facts. */
  cut?: boolean;
  children: ReactNode;
}

/** One line of a `dl`: what it is called and what it is. */
export function Fact({ label, note, cut = false, children }: FactProps) {
  return (
    <Box sx={cut ? { borderTop: 1, borderColor: 'desk.line', pt: 1.25, mt: 0.25 } : {}}>
      <Typography component="dt" variant="caption" sx={{ color: 'desk.text2', display: 'block' }}>
        {label}
      </Typography>
      <Box component="dd" sx={{ overflowWrap: 'anywhere' }}>
        {children}
        {note && (
          <Typography variant="caption" component="div" sx={{ color: 'desk.text2' }}>
            {note}
          </Typography>
        )}
      </Box>
    </Box>
  );
}
