import Box from '@mui/material/Box';
import { ImageIcon } from '@navikt/aksel-icons';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';

export function NoPair() {
  const t = useT();
  return (
    <Box sx={{ display: 'grid', placeContent: 'center' }}>
      <EmptyState
        icon={<ImageIcon aria-hidden fontSize="2rem" />}
        title={t('bench.stage.noPair')}
        text={t('bench.stage.noPairText')}
      />
    </Box>
  );
}
