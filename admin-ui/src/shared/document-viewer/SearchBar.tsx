import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { ChevronDownIcon, ChevronUpIcon, XMarkIcon } from '@navikt/aksel-icons';
import { type KeyboardEvent, useEffect } from 'react';
import { useT } from '../../i18n/index.ts';
import { announce } from '../announce.ts';
import type { Viewer } from './useViewer.ts';
import { ViewerTool } from './ViewerTool.tsx';

/** One field, how many hits, and the way from one to the next: Enter and Shift+Enter; Esc closes it. */
export function SearchBar({ viewer }: { viewer: Viewer }) {
  const t = useT();
  const { search, searchFor, stepHit, closeSearch } = viewer;
  const said = useHitWords(viewer);
  useEffect(() => {
    if (said) announce(said);
  }, [said]);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') stepHit(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') closeSearch();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const none = search.hits.length === 0;
  return (
    <Box
      role="search"
      aria-label={t('documents.viewer.search')}
      sx={{
        ...{ display: 'flex', alignItems: 'center', gap: 0.5, px: 1.5, py: 0.75 },
        ...{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'desk.line' },
      }}
    >
      <TextField
        size="small"
        type="text"
        value={search.query}
        onChange={event => searchFor(event.target.value)}
        onKeyDown={press}
        autoFocus
        fullWidth
        slotProps={{
          htmlInput: { 'aria-label': t('documents.viewer.searchField'), maxLength: 100, autoComplete: 'off' },
        }}
      />
      <Typography variant="body2" sx={{ color: 'desk.text2', whiteSpace: 'nowrap', px: 0.5 }}>
        {said}
      </Typography>
      <ViewerTool
        name={t('documents.viewer.previousHit')}
        Icon={ChevronUpIcon}
        disabled={none}
        onPress={() => stepHit(-1)}
      />
      <ViewerTool
        name={t('documents.viewer.nextHit')}
        Icon={ChevronDownIcon}
        disabled={none}
        onPress={() => stepHit(1)}
      />
      <ViewerTool name={t('documents.viewer.closeSearch')} Icon={XMarkIcon} onPress={closeSearch} />
    </Box>
  );
}

function useHitWords({ search }: Viewer): string {
  const t = useT();
  if (search.query.trim() === '' || search.hasText === null) return '';
  if (!search.hasText) return t('documents.viewer.noText');
  const hit = search.hits[search.current];
  if (!hit) return t('documents.viewer.noHits');
  return t('documents.viewer.hitOf', { n: search.current + 1, count: search.hits.length, page: hit.page });
}
