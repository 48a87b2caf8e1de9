import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { NotePencilIcon } from '@navikt/aksel-icons';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { useCaseDesk } from './CaseContext.tsx';
import { useByline } from './Timeline.tsx';

/** What people have written about the case. */
export function Notes() {
  const t = useT();
  const byline = useByline();
  const { detail } = useCaseDesk();
  const notes = detail.events.filter(event => event.type === 'NOTE_ADDED');
  if (notes.length === 0)
    return (
      <EmptyState
        icon={<NotePencilIcon aria-hidden fontSize="1.5rem" />}
        title={t('casePage.notes.none')}
        text={t('casePage.notes.noneText')}
      />
    );
  return (
    <Box
      component="ol"
      aria-label={t('casePage.tab.notes')}
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}
    >
      {notes.map(note => (
        <li key={note.id}>
          <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note.note}</Typography>
          <Typography variant="caption" component="div" sx={{ color: 'desk.text2' }}>
            {byline(note)}
          </Typography>
        </li>
      ))}
    </Box>
  );
}
