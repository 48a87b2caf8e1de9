import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useT } from '../../i18n/index.ts';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import type { Named } from './application-form.rules.ts';

const two = { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 1.5 } as const;

interface NameFieldsProps {
  /** The field of the input it is. */
  of: string;
  person: Named;
  error: unknown;
  onChange: (person: Named) => void;
}

/** As the paper says; Folkeregisteret's name takes its place at the first look. */
export function NameFields({ of, person, error, onChange }: NameFieldsProps) {
  const t = useT();
  const fieldText = useFieldErrorText();
  const field = (name: keyof Named, maxLength: number) => {
    const fault = fieldText(error, `${of}.${name}`);
    return (
      <TextField
        label={t(`applications.form.${name}`)}
        value={person[name]}
        error={fault !== undefined}
        helperText={fault}
        required
        fullWidth
        slotProps={{ htmlInput: { maxLength, autoComplete: 'off' } }}
        onChange={event => onChange({ ...person, [name]: event.target.value })}
      />
    );
  };
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {field('nationalId', 20)}
      <Box sx={two}>
        {field('givenName', 100)}
        {field('familyName', 100)}
      </Box>
    </Box>
  );
}
