import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { Link } from 'react-router';

/** The mark and the name; leads home. */
export function Brand({ size = 'small' }: { size?: 'small' | 'large' }) {
  const { desk } = useTheme().palette;
  return (
    <Box
      component={Link}
      to="/"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.25,
        fontWeight: 600,
        fontSize: size === 'large' ? 18 : 16,
        color: 'desk.text',
        textDecoration: 'none',
        whiteSpace: 'nowrap',
      }}
    >
      <svg viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
        <rect x="1" y="4" width="26" height="20" rx="4" fill={desk.accent} />
        <circle cx="9.5" cy="12" r="3" fill={desk.onAccent} />
        <path d="M4.8 20c.5-2.9 2.3-4.3 4.7-4.3s4.2 1.4 4.7 4.3z" fill={desk.onAccent} />
        <path
          d="M16.5 14l2.4 2.4 4.6-5"
          fill="none"
          stroke={desk.onAccent}
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      HMS-kort Desk
    </Box>
  );
}
