import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

interface SectionProps {
  title: string;
  /** Right of the title: a count, a button. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A named part of a page, with a hairline around it. */
export function Section({ title, aside, children }: SectionProps) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        border: 1,
        borderColor: 'desk.line',
        borderRadius: '8px',
        p: 2,
        bgcolor: 'background.paper',
        minWidth: 0,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1.25 }}>
        <Typography id={id} variant="h2">
          {title}
        </Typography>
        {aside && <Box sx={{ ml: 'auto', color: 'desk.text2' }}>{aside}</Box>}
      </Box>
      {children}
    </Box>
  );
}
