import Box from '@mui/material/Box';
import { useT } from '../i18n/index.ts';

/** First in the order of Tab, seen only when it has the focus. */
export function SkipLink() {
  const t = useT();
  return (
    <Box
      component="a"
      href="#main"
      onClick={event => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}
      sx={{
        position: 'absolute',
        left: 8,
        top: 8,
        zIndex: 2000,
        px: 2,
        py: 1,
        borderRadius: '4px',
        bgcolor: 'desk.raised',
        transform: 'translateY(-80px)',
        '&:focus': { transform: 'none' },
      }}
    >
      {t('frame.skip')}
    </Box>
  );
}
