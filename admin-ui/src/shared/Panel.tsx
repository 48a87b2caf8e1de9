import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

interface PanelProps {
  title: ReactNode;
  /** Right in the head. */
  end?: ReactNode;
  children: ReactNode;
}

/** A card of a page: a named section with a head. */
export function Panel({ title, end, children }: PanelProps) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ bgcolor: 'desk.paper', border: 1, borderColor: 'desk.line', borderRadius: '8px', minWidth: 0 }}
    >
      <Box
        component="header"
        sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, px: 2, pt: 1.5, pb: 1 }}
      >
        <Typography id={id} variant="h2">
          {title}
        </Typography>
        {end && <Box sx={{ ml: 'auto', display: 'flex', alignItems: 'center', gap: 1 }}>{end}</Box>}
      </Box>
      <Box sx={{ px: 2, pb: 2 }}>{children}</Box>
    </Box>
  );
}
