import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import Typography from '@mui/material/Typography';
import { MagnifyingGlassIcon } from '@navikt/aksel-icons';
import { type KeyboardEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { asDeskError } from '../graphql/desk-error.ts';
import { useT } from '../i18n/index.ts';
import { useMay } from '../session.ts';
import { ErrorPanel } from '../shared/ErrorPanel.tsx';
import { Kbd } from '../shared/Kbd.tsx';
import { useErrorText } from '../shared/useErrorText.ts';
import type { SearchHit } from './frame.documents.ts';
import { SearchResults } from './SearchResults.tsx';
import { addressOf, useSearch } from './useSearch.ts';

const QUIET = /^(SEARCH_TOO_SHORT|NATIONAL_ID_|ORG_NUMBER_)/;

/** One search over everything, keyboard first: type, arrows choose, Enter opens, Esc leaves. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const may = useMay();
  const [text, setText] = useState('');
  const { hits, error, searched, isFetching } = useSearch(text);
  const [chosen, setChosen] = useState(0);
  // Half a number is no failure; it is said quietly while the typing goes on.
  const unfinished = error !== null && QUIET.test(asDeskError(error).code);
  const open = (hit: SearchHit) => {
    onClose();
    void navigate(addressOf(hit, may));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const hit = hits[chosen];
    if (step === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (step !== undefined) setChosen(Math.max(0, Math.min(hits.length - 1, chosen + step)));
    else if (hit && !isFetching) open(hit);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      slotProps={{ paper: { 'aria-label': t('search.title') } }}
      maxWidth="sm"
      fullWidth
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          px: 2,
          height: 52,
          borderBottom: 1,
          borderColor: 'desk.line',
        }}
      >
        <MagnifyingGlassIcon aria-hidden fontSize="1.25rem" />
        <InputBase
          autoFocus
          fullWidth
          value={text}
          onChange={event => {
            setText(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
          placeholder={t('search.open')}
          inputProps={{
            role: 'combobox',
            'aria-label': t('search.open'),
            'aria-expanded': hits.length > 0,
            'aria-controls': 'search-hits',
            'aria-autocomplete': 'list',
            'aria-activedescendant': hits[chosen] ? `hit-${chosen}` : undefined,
            autoComplete: 'off',
            spellCheck: false,
            maxLength: 200,
          }}
        />
        <Kbd>Esc</Kbd>
      </Box>
      <Box sx={{ minHeight: 96, maxHeight: '60vh', overflow: 'auto' }}>
        {error && !unfinished && (
          <Box sx={{ p: 2 }}>
            <ErrorPanel error={error} />
          </Box>
        )}
        <SearchResults hits={hits} chosen={chosen} onChoose={setChosen} onOpen={open} />
        <Typography role="status" sx={{ px: 2, py: 1.5, color: 'desk.text2' }}>
          {!searched && t('search.hint')}
          {searched && !isFetching && hits.length === 0 && !error && t('search.none', { text: searched })}
          {hits.length > 0 && `${t('search.hits', { smart_count: hits.length })} · ${t('search.keys')}`}
          {unfinished && errorText(error)}
          {isFetching && hits.length === 0 && t('shared.loading')}
        </Typography>
      </Box>
    </Dialog>
  );
}
