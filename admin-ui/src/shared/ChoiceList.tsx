import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';

interface ChoiceListProps {
  label: string;
  choices: readonly string[];
  value: readonly string[];
  error?: string | undefined;
  disabled?: boolean;
  onChange: (value: string[]) => void;
}

/** Some of a few, under one heading. */
export function ChoiceList({ label, choices, value, error, disabled, onChange }: ChoiceListProps) {
  const toggle = (choice: string) =>
    onChange(value.includes(choice) ? value.filter(one => one !== choice) : [...value, choice]);
  return (
    <FormControl component="fieldset" error={Boolean(error)} {...(disabled ? { disabled } : {})}>
      <FormLabel component="legend">{label}</FormLabel>
      <FormGroup row>
        {choices.map(choice => (
          <FormControlLabel
            key={choice}
            label={choice}
            control={<Checkbox checked={value.includes(choice)} onChange={() => toggle(choice)} />}
          />
        ))}
      </FormGroup>
      {error && <FormHelperText>{error}</FormHelperText>}
    </FormControl>
  );
}
