import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface Line {
  key: string;
  what: ReactNode;
  note?: ReactNode;
  chip?: ReactNode;
  /** At the end: a button. */
  action?: ReactNode;
}

/** A short list inside a part of a page: what, a note below, a state beside it. */
export function Lines({ title, empty, rows }: { title?: string; empty: string; rows: readonly Line[] }) {
  return (
    <Box sx={{ '& + &': { mt: 2 } }}>
      {title && <Typography variant="h3">{title}</Typography>}
      {rows.length === 0 && <Typography sx={{ color: 'desk.text2' }}>{empty}</Typography>}
      {rows.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {rows.map(({ key, what, note, chip, action }) => (
            <Box
              component="li"
              key={key}
              sx={{
                ...{ display: 'flex', alignItems: 'center', gap: 1, py: 0.75, flexWrap: 'wrap' },
                ...{ borderTop: 1, borderColor: 'desk.line', '&:first-of-type': { borderTop: 0 } },
              }}
            >
              <Box sx={{ flex: 1, minWidth: 0 }}>
                {what}
                {note && (
                  <Typography variant="caption" component="div" sx={{ color: 'desk.text2' }}>
                    {note}
                  </Typography>
                )}
              </Box>
              {chip}
              {action}
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}
