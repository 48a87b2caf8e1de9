import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';

/** The first cell of a row: a real link, so that keyboard, screen reader and "open in new tab" all work. */
export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link
      component={RouterLink}
      to={to}
      underline="hover"
      sx={{ fontWeight: 500, fontVariantNumeric: 'tabular-nums' }}
    >
      {children}
    </Link>
  );
}
