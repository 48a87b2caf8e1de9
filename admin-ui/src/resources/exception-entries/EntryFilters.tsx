import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { XMarkIcon } from '@navikt/aksel-icons';
import { useFormat, useT } from '../../i18n/index.ts';
import { TextFilter } from '../cases/TextFilter.tsx';
import type { Facets } from './entry.documents.ts';
import {
  codesOf,
  isFiltered,
  type ListFilter,
  NO_FILTER,
  registerOf,
  SOON_DAYS,
  states,
} from './entry-filter.rules.ts';

interface EntryFiltersProps {
  filter: ListFilter;
  facets: Facets | null;
  onChange: (part: Partial<ListFilter>) => void;
}

/** Every filter of the list, with how many each value would leave. */
export function EntryFilters({ filter, facets, onChange }: EntryFiltersProps) {
  const t = useT();
  const format = useFormat();
  const register = registerOf(filter);
  const codes = register ? codesOf[register] : Object.values(codesOf).flat();
  const soon = facets ? ` (${format.count(facets.soon)})` : '';
  return (
    <Box
      component="aside"
      aria-label={t('entries.filter.title')}
      sx={{ display: 'grid', gap: 1.5, alignContent: 'start' }}
    >
      <TextFilter
        text={filter.text}
        onChange={text => onChange({ text })}
        label={t('entries.filter.text')}
        placeholder={t('entries.filter.textPlaceholder')}
      />
      <FormControlLabel
        control={
          <Checkbox
            checked={filter.soon !== ''}
            onChange={event => onChange({ soon: event.target.checked ? String(SOON_DAYS) : '' })}
          />
        }
        label={`${t('entries.soon')}${soon}`}
      />
      <Choice
        label={t('entries.column.state')}
        value={filter.state}
        options={states.map(value => ({ value, label: t(`entries.state.${value}`) }))}
        counts={facets?.state ?? []}
        onChange={state => onChange({ state })}
      />
      <Choice
        label={t('entries.column.code')}
        value={filter.code}
        options={codes.map(value => ({ value, label: t(`entries.code.${value}`) }))}
        counts={facets?.code ?? []}
        onChange={code => onChange({ code })}
      />
      {isFiltered(filter) && (
        <Button
          onClick={() => onChange({ ...NO_FILTER, register: filter.register })}
          startIcon={<XMarkIcon aria-hidden />}
          sx={{ justifySelf: 'start', px: 0.5 }}
        >
          {t('entries.filter.clear')}
        </Button>
      )}
    </Box>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  counts: Facets['code'];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, counts, onChange }: ChoiceProps) {
  const t = useT();
  const format = useFormat();
  const chosen = options.some(option => option.value === value) ? value : '';
  const count = (name: string) => {
    const found = counts.find(one => one.value === name);
    return found ? ` (${format.count(found.count)})` : '';
  };
  return (
    <TextField
      select
      label={label}
      value={chosen}
      onChange={event => onChange(event.target.value)}
      slotProps={{ select: { displayEmpty: true } }}
      fullWidth
    >
      <MenuItem value="">{t('entries.filter.any')}</MenuItem>
      {options.map(option => (
        <MenuItem key={option.value} value={option.value}>
          {`${option.label}${count(option.value)}`}
        </MenuItem>
      ))}
    </TextField>
  );
}
