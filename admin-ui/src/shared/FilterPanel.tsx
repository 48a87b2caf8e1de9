import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { XMarkIcon } from '@navikt/aksel-icons';
import { type ReactNode, useEffect, useState } from 'react';

interface FilterPanelProps {
  title: string;
  /** Absent where nothing is filtered. */
  onClear?: (() => void) | undefined;
  clearLabel: string;
  children: ReactNode;
}

/** Every filter of a list, beside it; all of it is in the address. */
export function FilterPanel({ title, onClear, clearLabel, children }: FilterPanelProps) {
  return (
    <Box component="aside" aria-label={title} sx={{ display: 'grid', gap: 1.5, alignContent: 'start' }}>
      {children}
      {onClear && (
        <Button
          onClick={onClear}
          startIcon={<XMarkIcon aria-hidden />}
          sx={{ justifySelf: 'start', px: 0.5 }}
        >
          {clearLabel}
        </Button>
      )}
    </Box>
  );
}

interface FilterChoiceProps {
  label: string;
  value: string;
  /** What stands for no choice. */
  any: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** One of several values, or none; what the address says and nobody offers is none. */
export function FilterChoice({ label, value, any, options, onChange }: FilterChoiceProps) {
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
      <MenuItem value="">{any}</MenuItem>
      {options.map(option => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </TextField>
  );
}

const WAIT_MS = 400;

interface FilterWordsProps {
  label: string;
  text: string;
  numeric?: boolean;
  maxLength: number;
  onChange: (text: string) => void;
}

/** Asked once the typing pauses. */
export function FilterWords({ label, text, numeric = false, maxLength, onChange }: FilterWordsProps) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => onChange(typed.trim()), WAIT_MS);
    return () => clearTimeout(timer);
  }, [typed, text, onChange]);
  return (
    <TextField
      label={label}
      value={typed}
      onChange={event => setTyped(event.target.value)}
      slotProps={{
        htmlInput: { inputMode: numeric ? 'numeric' : 'text', maxLength, autoComplete: 'off' },
      }}
      fullWidth
    />
  );
}
