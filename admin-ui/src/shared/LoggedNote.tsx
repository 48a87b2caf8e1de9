import Box from '@mui/material/Box';
import { EyeIcon } from '@navikt/aksel-icons';
import { useT } from '../i18n/index.ts';

/** Stands where somebody's data is open: the reading is on record, and she may ask to see it. */
export function LoggedNote() {
  const t = useT();
  return (
    <Box
      component="p"
      sx={{
        display: 'flex',
        gap: 0.75,
        m: 0,
        mt: 1.5,
        fontSize: 12,
        lineHeight: '16px',
        color: 'desk.text2',
        '& svg': { flex: 'none' },
      }}
    >
      <EyeIcon aria-hidden fontSize="16px" />
      {t('accessLog.logged')}
    </Box>
  );
}
