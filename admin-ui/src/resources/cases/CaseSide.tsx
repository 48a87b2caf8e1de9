import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { type ReactNode, useId, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { useCaseDesk } from './CaseContext.tsx';
import { CaseWork } from './CaseWork.tsx';
import { Documents } from './Documents.tsx';
import { LettersTab } from './Letters.tsx';
import { NoteComposer } from './NoteComposer.tsx';
import { Notes } from './Notes.tsx';
import { Timeline } from './Timeline.tsx';

const names = ['work', 'timeline', 'notes', 'letters', 'documents'] as const;
type Name = (typeof names)[number];

const contents: Record<Name, () => ReactNode> = {
  work: () => <CaseWork />,
  timeline: () => <Timeline />,
  notes: () => <Notes />,
  letters: () => <LettersTab />,
  documents: () => <Documents />,
};

/** What has happened and what was written, beside the work; on narrow screens the work is the first of its tabs. */
export function CaseSide({ withWork }: { withWork: boolean }) {
  const t = useT();
  const id = useId();
  const { detail } = useCaseDesk();
  const [chosen, setChosen] = useState<Name>(withWork ? 'work' : 'timeline');
  const shown = !withWork && chosen === 'work' ? 'timeline' : chosen;
  const counts: Record<Name, number | null> = {
    work: null,
    timeline: detail.events.length,
    notes: detail.events.filter(event => event.type === 'NOTE_ADDED').length,
    letters: detail.mails.length,
    documents: detail.submissions.length,
  };
  return (
    <Box
      component="aside"
      aria-label={t('casePage.side')}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        borderLeft: withWork ? 0 : 1,
        borderColor: 'desk.line',
      }}
    >
      <Tabs
        value={shown}
        onChange={(_, next: Name) => setChosen(next)}
        aria-label={t('casePage.side')}
        variant="scrollable"
        scrollButtons={false}
        sx={{ px: 0.75, flex: 'none' }}
      >
        {names
          .filter(name => withWork || name !== 'work')
          .map(name => (
            <Tab
              key={name}
              value={name}
              id={`${id}-${name}`}
              aria-controls={`${id}-panel`}
              sx={{ px: withWork ? 1.5 : 0.75, fontSize: withWork ? 14 : 13 }}
              label={<TabName name={t(`casePage.tab.${name}`)} count={counts[name]} />}
            />
          ))}
      </Tabs>
      <Box
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${shown}`}
        tabIndex={0}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: withWork ? 2.5 : 2, py: 1.5 }}
      >
        {contents[shown]()}
      </Box>
      {shown !== 'work' && detail.allowedActions.includes('NOTE') && <NoteComposer />}
    </Box>
  );
}

function TabName({ name, count }: { name: string; count: number | null }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'baseline' }}>
      {name}
      {count !== null && (
        <Box component="span" sx={{ fontSize: 12, color: 'desk.text2' }}>
          {count}
        </Box>
      )}
    </Box>
  );
}
