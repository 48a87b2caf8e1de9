import { styled } from '@mui/material/styles';

/** A key cap. Beside a word it is hidden from screen readers; the control says its key with aria-keyshortcuts. */
const Cap = styled('kbd')(({ theme }) => ({
  display: 'inline-grid',
  placeItems: 'center',
  minWidth: 20,
  height: 20,
  padding: '0 5px',
  border: `1px solid ${theme.palette.desk.line2}`,
  borderBottomWidth: 2,
  borderRadius: 4,
  backgroundColor: theme.palette.desk.paper,
  color: theme.palette.desk.text,
  font: '500 11px/1 Inter, sans-serif',
  whiteSpace: 'nowrap',
  '.MuiButton-contained &': {
    backgroundColor: 'transparent',
    color: 'inherit',
    borderColor: 'color-mix(in srgb, currentColor 55%, transparent)',
  },
  '.MuiButton-outlined &': { color: 'inherit' },
}));

export function Kbd({ children }: { children: string }) {
  return <Cap aria-hidden="true">{children}</Cap>;
}
