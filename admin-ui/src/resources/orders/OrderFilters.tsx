import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { XMarkIcon } from '@navikt/aksel-icons';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { countFilters, type ListFilter, registers, schemes, statuses, waits } from './order-filter.rules.ts';

interface OrderFiltersProps {
  filter: ListFilter;
  onChange: (part: Partial<ListFilter>) => void;
}

/** Every filter of the list; all of it is in the address. */
export function OrderFilters({ filter, onChange }: OrderFiltersProps) {
  const t = useT();
  const known = countFilters(filter);
  const shownWaits = waits.filter(wait => filter.all || wait !== 'PRODUCTION');
  return (
    <Box
      component="aside"
      aria-label={t('orders.filter.title')}
      sx={{ display: 'grid', gap: 1.5, alignContent: 'start' }}
    >
      <Choice
        label={t('orders.filter.waiting')}
        value={filter.waiting}
        options={shownWaits.map(value => ({ value, label: t(`orders.waiting.${value}`) }))}
        onChange={waiting => onChange({ waiting })}
      />
      <Choice
        label={t('orders.filter.register')}
        value={filter.register}
        options={registers.map(value => ({ value, label: t(`orders.register.${value}`) }))}
        onChange={register => onChange({ register })}
      />
      <Choice
        label={t('orders.filter.scheme')}
        value={filter.scheme}
        options={schemes.map(value => ({ value, label: t(`enums.scheme.${value}`) }))}
        onChange={scheme => onChange({ scheme })}
      />
      {filter.all && (
        <Choice
          label={t('orders.filter.status')}
          value={filter.status}
          options={statuses.map(value => ({ value, label: t(`enums.orderStatus.${value}`) }))}
          onChange={status => onChange({ status })}
        />
      )}
      <Firm firm={filter.firm} onChange={firm => onChange({ firm })} />
      <DateField label={t('orders.filter.due')} value={filter.due} onChange={due => onChange({ due })} />
      {known > 0 && (
        <Button
          onClick={() => onChange({ waiting: '', register: '', scheme: '', status: '', firm: '', due: '' })}
          startIcon={<XMarkIcon aria-hidden />}
          sx={{ justifySelf: 'start', px: 0.5 }}
        >
          {t('orders.filter.clear')}
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
      <MenuItem value="">{t('orders.filter.any')}</MenuItem>
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
function Firm({ firm, onChange }: { firm: string; onChange: (firm: string) => void }) {
  const t = useT();
  const [text, setText] = useState(firm);
  useEffect(() => setText(firm), [firm]);
  useEffect(() => {
    if (text === firm) return;
    const timer = setTimeout(() => onChange(text.trim()), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text, firm, onChange]);
  return (
    <TextField
      label={t('orders.filter.firm')}
      value={text}
      onChange={event => setText(event.target.value)}
      slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 20, autoComplete: 'off' } }}
      fullWidth
    />
  );
}
