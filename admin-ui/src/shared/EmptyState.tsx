import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { TasklistIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** Why it is empty. */
  title: string;
  text?: ReactNode;
  /** What to do now: buttons. */
  actions?: ReactNode;
  icon?: ReactNode;
}

export function EmptyState({ title, text, actions, icon }: EmptyStateProps) {
  return (
    <Box sx={{ display: 'grid', justifyItems: 'center', textAlign: 'center', gap: 0.75, px: 2, py: 2.5 }}>
      <Box component="span" sx={{ color: 'desk.text2', display: 'grid' }}>
        {icon ?? <TasklistIcon aria-hidden fontSize="1.5rem" />}
      </Box>
      <Typography component="p" variant="h3">
        {title}
      </Typography>
      {text && (
        <Typography component="div" sx={{ color: 'desk.text2' }}>
          {text}
        </Typography>
      )}
      {actions && (
        <Box sx={{ display: 'flex', gap: 1, mt: 0.75, flexWrap: 'wrap', justifyContent: 'center' }}>
          {actions}
        </Box>
      )}
    </Box>
  );
}
