import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { XMarkIcon } from '@navikt/aksel-icons';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { useCodeName } from './application-words.ts';
import { CLEARED, codes, countFilters, type ListFilter, registers, statuses } from './list-filter.rules.ts';

interface ApplicationFiltersProps {
  filter: ListFilter;
  /** Deadlines are of the case, which the issuer does not see. */
  withDue: boolean;
  onChange: (part: Partial<ListFilter>) => void;
}

/** Every filter of the list; all of it is in the address. */
export function ApplicationFilters({ filter, withDue, onChange }: ApplicationFiltersProps) {
  const t = useT();
  const codeName = useCodeName();
  return (
    <Box
      component="aside"
      aria-label={t('applications.filter.title')}
      sx={{ display: 'grid', gap: 1.5, alignContent: 'start' }}
    >
      <Words text={filter.text} onChange={text => onChange({ text })} />
      <Choice
        label={t('applications.filter.register')}
        value={filter.register}
        options={registers.map(value => ({ value, label: t(`applications.register.${value}`) }))}
        onChange={register => onChange({ register })}
      />
      <Choice
        label={t('applications.filter.code')}
        value={filter.code}
        options={codes.map(value => ({ value, label: codeName(value) }))}
        onChange={code => onChange({ code })}
      />
      <Choice
        label={t('applications.filter.status')}
        value={filter.status}
        options={statuses.map(value => ({ value, label: t(`applications.status.${value}`) }))}
        onChange={status => onChange({ status })}
      />
      {withDue && (
        <DateField
          label={t('applications.filter.due')}
          value={filter.due}
          onChange={due => onChange({ due })}
        />
      )}
      {countFilters(filter) > 0 && (
        <Button
          onClick={() => onChange(CLEARED)}
          startIcon={<XMarkIcon aria-hidden />}
          sx={{ justifySelf: 'start', px: 0.5 }}
        >
          {t('applications.filter.clear')}
        </Button>
      )}
    </Box>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const t = useT();
  const chosen = options.some(option => option.value === value) ? value : '';
  return (
    <TextField
      select
      label={label}
      value={chosen}
      onChange={event => onChange(event.target.value)}
      slotProps={{ select: { displayEmpty: true } }}
      fullWidth
    >
      <MenuItem value="">{t('applications.filter.any')}</MenuItem>
      {options.map(option => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </TextField>
  );
}

const WAIT_MS = 400;

/** Asked once the typing pauses. */
function Words({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const t = useT();
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => onChange(typed.trim()), WAIT_MS);
    return () => clearTimeout(timer);
  }, [typed, text, onChange]);
  return (
    <TextField
      label={t('applications.filter.text')}
      value={typed}
      onChange={event => setTyped(event.target.value)}
      slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off' } }}
      fullWidth
    />
  );
}
