import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import { Notice } from '../../shared/Notice.tsx';
import type { NoteDraft } from './note-draft.ts';

interface DraftConflictProps {
  mine: string;
  other: NoteDraft;
  onChoose: (text: string) => void;
}

/** The same draft was written in two places: both are shown, nothing is overwritten until one is chosen. */
export function DraftConflict({ mine, other, onChoose }: DraftConflictProps) {
  const t = useT();
  const format = useFormat();
  return (
    <Notice
      tone="warn"
      role="alert"
      title={t('casePage.notes.conflict', { time: other.savedAt ? format.time(other.savedAt) : '' })}
    >
      <Typography variant="caption" component="p" sx={{ mt: 0.5 }}>
        {t('casePage.notes.other')}
      </Typography>
      <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{other.text || '–'}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button size="small" variant="outlined" onClick={() => onChoose(mine)}>
          {t('casePage.notes.keepMine')}
        </Button>
        <Button size="small" onClick={() => onChoose(other.text)}>
          {t('casePage.notes.useOther')}
        </Button>
        <Button size="small" onClick={() => onChoose(`${other.text}\n\n${mine}`)}>
          {t('casePage.notes.both')}
        </Button>
      </Box>
    </Notice>
  );
}
