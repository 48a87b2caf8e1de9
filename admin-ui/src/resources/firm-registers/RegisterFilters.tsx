import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { XMarkIcon } from '@navikt/aksel-icons';
import { useFormat, useT } from '../../i18n/index.ts';
import { TextFilter } from '../cases/TextFilter.tsx';
import type { ApprovedFirm } from './firm-register.documents.ts';
import {
  type Counted,
  countiesIn,
  isFiltered,
  type ListFilter,
  NO_FILTER,
  ofCounty,
  ofStatus,
  statusesOf,
} from './register-filter.rules.ts';
import { useCountyName } from './useCountyName.ts';

interface RegisterFiltersProps {
  register: ApprovedFirm['register'];
  filter: ListFilter;
  overview: readonly Counted[];
  onChange: (part: Partial<ListFilter>) => void;
}

/** Every filter of the list, with how many each value would leave. */
export function RegisterFilters({ register, filter, overview, onChange }: RegisterFiltersProps) {
  const t = useT();
  const countyName = useCountyName();
  const counties = countiesIn(overview).filter(county => county !== null);
  return (
    <Box
      component="aside"
      aria-label={t('entries.filter.title')}
      sx={{ display: 'grid', gap: 1.5, alignContent: 'start' }}
    >
      <TextFilter
        text={filter.text}
        onChange={text => onChange({ text })}
        label={t('firmRegisters.text')}
        placeholder={t('firmRegisters.textPlaceholder')}
      />
      <Choice
        label={t('firmRegisters.column.status')}
        value={filter.status}
        options={statusesOf(register).map(value => ({
          ...{ value, label: t(`firms.approval.${value}`) },
          firms: ofStatus(overview, value, filter.county),
        }))}
        onChange={status => onChange({ status })}
      />
      <Choice
        label={t('firmRegisters.column.county')}
        value={filter.county}
        options={counties.map(value => ({
          ...{ value, label: countyName(value) },
          firms: ofCounty(overview, value, filter.status),
        }))}
        onChange={county => onChange({ county })}
      />
      {isFiltered(filter) && (
        <Button
          onClick={() => onChange(NO_FILTER)}
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
  options: readonly { value: string; label: string; firms: number }[];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const t = useT();
  const format = useFormat();
  return (
    <TextField
      select
      label={label}
      value={options.some(option => option.value === value) ? value : ''}
      onChange={event => onChange(event.target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      fullWidth
    >
      <MenuItem value="">{t('entries.filter.any')}</MenuItem>
      {options.map(option => (
        <MenuItem key={option.value} value={option.value}>
          {`${option.label} (${format.number(option.firms)})`}
        </MenuItem>
      ))}
    </TextField>
  );
}
