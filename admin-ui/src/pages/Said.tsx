import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect } from 'react';
import { PublicFrame } from './PublicFrame.tsx';

interface SaidProps {
  title: string;
  text: string;
  /** The way on. */
  children?: ReactNode;
}

/** A page that says one thing. */
export function Said({ title, text, children }: SaidProps) {
  useEffect(() => {
    document.title = `${title} – HMS-kort Desk`;
  }, [title]);
  return (
    <PublicFrame>
      <Box
        component="main"
        id="main"
        sx={{ maxWidth: 560, mx: 'auto', px: 3, py: 8, display: 'grid', gap: 2, alignContent: 'start' }}
      >
        <Typography variant="h1" sx={{ fontSize: '2rem', lineHeight: '2.5rem' }}>
          {title}
        </Typography>
        <Typography variant="body1">{text}</Typography>
        {children}
      </Box>
    </PublicFrame>
  );
}
