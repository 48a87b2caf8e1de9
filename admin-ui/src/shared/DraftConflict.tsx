import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../i18n/index.ts';
import { Notice } from './Notice.tsx';

interface DraftConflictProps {
  mine: string;
  other: string;
  savedAt: string | null;
  onChoose: (text: string) => void;
}

/** The same draft was written in two places: both are shown, nothing is overwritten until one is chosen. */
export function DraftConflict({ mine, other, savedAt, onChoose }: DraftConflictProps) {
  const t = useT();
  const format = useFormat();
  return (
    <Notice
      tone="warn"
      role="alert"
      title={t('casePage.notes.conflict', { time: savedAt ? format.time(savedAt) : '' })}
    >
      <Typography variant="caption" component="p" sx={{ mt: 0.5 }}>
        {t('casePage.notes.other')}
      </Typography>
      <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{other || '–'}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button size="small" variant="outlined" onClick={() => onChoose(mine)}>
          {t('casePage.notes.keepMine')}
        </Button>
        <Button size="small" onClick={() => onChoose(other)}>
          {t('casePage.notes.useOther')}
        </Button>
        <Button size="small" onClick={() => onChoose(`${other}\n\n${mine}`)}>
          {t('casePage.notes.both')}
        </Button>
      </Box>
    </Notice>
  );
}
