import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../i18n/index.ts';
import type { DraftState } from './draft-saver.ts';

/** Whether what is written is safe. */
export function DraftWords({ state }: { state: DraftState }) {
  const t = useT();
  const format = useFormat();
  const words = {
    NONE: '',
    WAITING: t('casePage.notes.saving'),
    SAVED: state.savedAt ? t('casePage.notes.saved', { time: format.time(state.savedAt) }) : '',
    FAILED: t('casePage.notes.saveFailed'),
    CONFLICT: '',
  };
  return (
    <Typography variant="caption" sx={{ color: state.status === 'FAILED' ? 'desk.bad.icon' : 'desk.text2' }}>
      {words[state.status]}
    </Typography>
  );
}
