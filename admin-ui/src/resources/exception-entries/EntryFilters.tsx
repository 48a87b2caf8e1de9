import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useFormat, useT } from '../../i18n/index.ts';
import { FilterChoice, FilterPanel } from '../../shared/FilterPanel.tsx';
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
  const counted = (label: string, counts: Facets['code'] = [], value: string) => {
    const found = counts.find(one => one.value === value);
    return found ? `${label} (${format.count(found.count)})` : label;
  };
  return (
    <FilterPanel
      title={t('entries.filter.title')}
      clearLabel={t('entries.filter.clear')}
      onClear={isFiltered(filter) ? () => onChange({ ...NO_FILTER, register: filter.register }) : undefined}
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
      <FilterChoice
        any={t('entries.filter.any')}
        label={t('entries.column.state')}
        value={filter.state}
        options={states.map(value => ({
          value,
          label: counted(t(`entries.state.${value}`), facets?.state, value),
        }))}
        onChange={state => onChange({ state })}
      />
      <FilterChoice
        any={t('entries.filter.any')}
        label={t('entries.column.code')}
        value={filter.code}
        options={codes.map(value => ({
          value,
          label: counted(t(`entries.code.${value}`), facets?.code, value),
        }))}
        onChange={code => onChange({ code })}
      />
    </FilterPanel>
  );
}
