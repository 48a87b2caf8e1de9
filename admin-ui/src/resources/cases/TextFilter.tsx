import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { MagnifyingGlassIcon } from '@navikt/aksel-icons';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/index.ts';

const WAIT_MS = 400;

interface TextFilterProps {
  label?: string;
  placeholder?: string;
  text: string;
  onChange: (text: string) => void;
}

/** Filters while one types; the list is asked when the typing pauses. */
export function TextFilter({ text, onChange, label, placeholder }: TextFilterProps) {
  const t = useT();
  const [typed, setTyped] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => setTyped(now => (now.trim() === text ? now : text)), [text]);
  const type = (value: string) => {
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(value.trim()), WAIT_MS);
  };
  return (
    <TextField
      type="search"
      value={typed}
      onChange={event => type(event.target.value)}
      placeholder={placeholder ?? t('cases.filter.textPlaceholder')}
      slotProps={{
        htmlInput: { 'aria-label': label ?? t('cases.filter.text'), maxLength: 100 },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <MagnifyingGlassIcon aria-hidden fontSize="1.25rem" />
            </InputAdornment>
          ),
        },
      }}
      sx={{
        '& .MuiOutlinedInput-root': { pl: 1 },
        '& .MuiInputAdornment-root': { mr: 0 },
        '& input': { px: 0.75 },
      }}
      fullWidth
    />
  );
}
