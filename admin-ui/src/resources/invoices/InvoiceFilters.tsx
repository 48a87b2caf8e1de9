import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import type { Invoices } from './invoice.documents.ts';
import { type InvoiceWords, invoiceStates, NO_WORDS } from './invoice-filter.rules.ts';

interface InvoiceFiltersProps {
  words: InvoiceWords;
  facets: Invoices['facets'];
  onChange: (part: Partial<InvoiceWords>) => void;
}

/** Any number on the invoice, and how it stands; both are in the address. */
export function InvoiceFilters({ words, facets, onChange }: InvoiceFiltersProps) {
  const t = useT();
  const format = useFormat();
  const countOf = (state: string) => {
    const facet = facets.find(one => one.state === state);
    return facet ? ` (${format.count(facet.count)})` : '';
  };
  return (
    <Box
      role="search"
      aria-label={t('invoices.filter.title')}
      sx={{ display: 'grid', gridTemplateColumns: '320px 240px auto', gap: 1.5, alignItems: 'end' }}
    >
      <NumberField value={words.text} onChange={text => onChange({ text })} />
      <TextField
        select
        label={t('invoices.column.state')}
        value={invoiceStates.find(state => state === words.state) ?? ''}
        onChange={event => onChange({ state: event.target.value })}
        slotProps={{ select: { displayEmpty: true } }}
        fullWidth
      >
        <MenuItem value="">{t('invoices.filter.any')}</MenuItem>
        {invoiceStates.map(state => (
          <MenuItem key={state} value={state}>
            {t(`invoices.state.${state}`)}
            {countOf(state)}
          </MenuItem>
        ))}
      </TextField>
      {Object.values(words).some(Boolean) && (
        <Button onClick={() => onChange(NO_WORDS)} sx={{ justifySelf: 'start' }}>
          {t('invoices.filter.clear')}
        </Button>
      )}
    </Box>
  );
}

/** Asked when it is finished: Enter, or on to the next field. */
function NumberField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const t = useT();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const settle = () => {
    if (typed.trim() !== value) onChange(typed.trim());
  };
  return (
    <TextField
      label={t('invoices.filter.number')}
      value={typed}
      onChange={event => setTyped(event.target.value)}
      onBlur={settle}
      onKeyDown={event => event.key === 'Enter' && settle()}
      slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off' } }}
      fullWidth
    />
  );
}
