import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { EyeObfuscatedIcon } from '@navikt/aksel-icons';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/Kbd.tsx';
import type { Blur } from './useBlur.ts';

/** Over a blurred picture: open it, or stop blurring. */
export function PaneCover({ blur }: { blur: Blur }) {
  const t = useT();
  return (
    <Box
      sx={{
        position: 'absolute',
        inset: 0,
        display: 'grid',
        placeContent: 'center',
        justifyItems: 'center',
        gap: 1,
        p: 2,
      }}
    >
      <Button
        variant="outlined"
        color="inherit"
        onClick={blur.open}
        startIcon={<EyeObfuscatedIcon aria-hidden />}
      >
        {t('bench.stage.open')} <Kbd>P</Kbd>
      </Button>
      <Button size="small" variant="outlined" color="inherit" onClick={blur.switchOff}>
        {t('bench.stage.blurOff')}
      </Button>
    </Box>
  );
}
