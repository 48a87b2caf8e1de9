import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { type JournalWords, journalTypes, NO_WORDS } from './journal-filter.rules.ts';

interface JournalFiltersProps {
  words: JournalWords;
  onChange: (part: Partial<JournalWords>) => void;
}

/** Period, case and type; all of it is in the address. */
export function JournalFilters({ words, onChange }: JournalFiltersProps) {
  const t = useT();
  const known = journalTypes.find(type => type === words.type) ?? '';
  return (
    <Box
      role="search"
      aria-label={t('journal.filter.title')}
      sx={{
        display: 'grid',
        gridTemplateColumns: '160px 160px 200px 240px auto',
        gap: 1.5,
        alignItems: 'end',
      }}
    >
      <DateField label={t('journal.filter.from')} value={words.from} onChange={from => onChange({ from })} />
      <DateField label={t('journal.filter.to')} value={words.to} onChange={to => onChange({ to })} />
      <CaseNumber value={words.case} onChange={number => onChange({ case: number })} />
      <TextField
        select
        label={t('journal.column.type')}
        value={known}
        onChange={event => onChange({ type: event.target.value })}
        slotProps={{ select: { displayEmpty: true } }}
        fullWidth
      >
        <MenuItem value="">{t('journal.filter.any')}</MenuItem>
        {journalTypes.map(type => (
          <MenuItem key={type} value={type}>
            {t(`journal.type.${type}`)}
          </MenuItem>
        ))}
      </TextField>
      {Object.values(words).some(Boolean) && (
        <Button onClick={() => onChange(NO_WORDS)} sx={{ justifySelf: 'start' }}>
          {t('journal.filter.clear')}
        </Button>
      )}
    </Box>
  );
}

/** Asked when it is finished: Enter, or on to the next field. */
function CaseNumber({ value, onChange }: { value: string; onChange: (number: string) => void }) {
  const t = useT();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const settle = () => {
    if (typed.trim() !== value) onChange(typed.trim());
  };
  return (
    <TextField
      label={t('journal.filter.case')}
      value={typed}
      onChange={event => setTyped(event.target.value)}
      onBlur={settle}
      onKeyDown={event => event.key === 'Enter' && settle()}
      slotProps={{ htmlInput: { maxLength: 30, autoComplete: 'off' } }}
      fullWidth
    />
  );
}
