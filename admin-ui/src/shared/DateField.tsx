import TextField from '@mui/material/TextField';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useT } from '../i18n/index.ts';
import { fullDay, readDay, showDay } from './date-text.ts';
import { osloToday } from './today.ts';

interface DateFieldProps {
  label: string;
  /** YYYY-MM-DD, or '' for none. */
  value: string;
  onChange: (day: string) => void;
  /** What the server said of it. */
  fault?: string | undefined;
  help?: string;
  required?: boolean;
  autoFocus?: boolean;
}

/** A day, typed the Norwegian way whatever the browser's language: 3.12.2026, 3.12, 031226. */
export function DateField({ label, value, onChange, fault, help, required, autoFocus }: DateFieldProps) {
  const t = useT();
  const [text, setText] = useState(showDay(value));
  const [isWrong, setWrong] = useState(false);
  useEffect(() => {
    setText(current => (readDay(current, osloToday()) === (value || null) ? current : showDay(value)));
  }, [value]);
  const type = (next: string) => {
    setText(next);
    setWrong(false);
    const day = next.trim() === '' ? '' : fullDay(next);
    if (day !== null && day !== value) onChange(day);
  };
  const settle = () => {
    const day = text.trim() === '' ? '' : readDay(text, osloToday());
    setWrong(day === null);
    if (day === null) return;
    setText(showDay(day));
    if (day !== value) onChange(day);
  };
  return (
    <TextField
      label={label}
      value={text}
      onChange={event => type(event.target.value)}
      onBlur={settle}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && settle()}
      error={isWrong || fault !== undefined}
      helperText={isWrong ? t('shared.dateWrong') : (fault ?? help)}
      placeholder={t('shared.datePlaceholder')}
      slotProps={{ htmlInput: { maxLength: 14, autoComplete: 'off' } }}
      required={required}
      autoFocus={autoFocus}
      fullWidth
    />
  );
}
