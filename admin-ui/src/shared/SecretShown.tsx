import Typography from '@mui/material/Typography';
import { Notice } from './Notice.tsx';

/** Shown once: it can be copied now, and never again. */
export function SecretShown({ title, text, secret }: { title: string; text: string; secret: string }) {
  return (
    <Notice tone="ok" role="status" title={title}>
      <Typography
        component="p"
        sx={{ fontFamily: 'monospace', userSelect: 'all', my: 0.5, overflowWrap: 'anywhere' }}
      >
        {secret}
      </Typography>
      <Typography>{text}</Typography>
    </Notice>
  );
}
