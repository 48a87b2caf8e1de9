import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { Notice } from '../../shared/Notice.tsx';
import { useCaseDesk } from './CaseContext.tsx';
import { takeCase } from './case.provider.ts';
import { useKeepReservation } from './useKeepReservation.ts';
import { useQuickWrite } from './useQuickWrite.ts';

/** Says at once that the case is not mine any more, and that nothing that was written is gone. */
export function LostNotice() {
  const t = useT();
  const { detail } = useCaseDesk();
  const lost = useKeepReservation(detail);
  const [hidden, setHidden] = useState<typeof lost>(null);
  const take = useQuickWrite('casePage.done.TAKE');
  if (!lost || (hidden && hidden.by?.id === lost.by?.id)) return null;
  return (
    <Box sx={{ px: 2.5, py: 1 }}>
      <Notice
        tone="warn"
        role="alert"
        title={lost.by ? t('casePage.lost.taken', { name: lost.by.name }) : t('casePage.lost.expired')}
      >
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 2 }}>
          <Typography sx={{ flex: 1, minWidth: 240 }}>{t('casePage.lost.text')}</Typography>
          {detail.allowedActions.includes('TAKE') && (
            <Button
              size="small"
              variant="outlined"
              onClick={() => take.mutate(takeCase)}
              aria-disabled={take.isPending}
            >
              {t('casePage.lost.takeAgain')}
            </Button>
          )}
          <Button size="small" onClick={() => setHidden(lost)}>
            {t('shared.close')}
          </Button>
        </Box>
      </Notice>
    </Box>
  );
}
