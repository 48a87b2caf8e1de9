import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { ThemeIcon } from '@navikt/aksel-icons';
import { useT } from '../i18n/index.ts';
import { setPreference, useScheme } from '../providers/preferences.ts';

/** Light or dark, remembered. */
export function ThemeButton({ labelled = false }: { labelled?: boolean }) {
  const t = useT();
  const scheme = useScheme();
  const toggle = () => setPreference('theme', scheme === 'light' ? 'dark' : 'light');
  if (labelled)
    return (
      <Button
        color="inherit"
        onClick={toggle}
        startIcon={<ThemeIcon aria-hidden />}
        sx={{ color: 'desk.text' }}
      >
        {t('frame.themeWord')}
      </Button>
    );
  return (
    <Tooltip title={t('frame.theme')}>
      <IconButton onClick={toggle} aria-label={t('frame.theme')}>
        <ThemeIcon aria-hidden />
      </IconButton>
    </Tooltip>
  );
}
