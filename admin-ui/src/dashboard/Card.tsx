import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

interface CardProps {
  title: string;
  /** Muted, beside the title. */
  detail?: ReactNode;
  /** Right in the head. */
  end?: ReactNode;
  children: ReactNode;
  padded?: boolean;
}

/** A panel of Min dag: a named section with a head. */
export function Card({ title, detail, end, children, padded = true }: CardProps) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        bgcolor: 'desk.paper',
        border: 1,
        borderColor: 'desk.line',
        borderRadius: '8px',
        minWidth: 0,
        overflow: 'hidden',
      }}
    >
      <Box
        component="header"
        sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, pt: 1.25, pb: 0.75 }}
      >
        <Typography id={id} variant="h2">
          {title}
        </Typography>
        <Box component="span" sx={{ color: 'desk.text2' }}>
          {detail}
        </Box>
        <Box component="span" sx={{ ml: 'auto' }}>
          {end}
        </Box>
      </Box>
      <Box sx={padded ? { px: 2, pb: 1.5 } : undefined}>{children}</Box>
    </Box>
  );
}
