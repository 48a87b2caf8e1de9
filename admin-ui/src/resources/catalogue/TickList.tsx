import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';

interface TickListProps<K extends string> {
  legend: string;
  options: readonly { key: K; label: string }[];
  chosen: readonly K[];
  fault?: string | undefined;
  onChange: (chosen: K[]) => void;
}

/** Boxes to tick under one heading. */
export function TickList<K extends string>({ legend, options, chosen, fault, onChange }: TickListProps<K>) {
  const toggle = (key: K) =>
    onChange(chosen.includes(key) ? chosen.filter(one => one !== key) : [...chosen, key]);
  return (
    <FormControl component="fieldset" error={fault !== undefined}>
      <FormLabel component="legend">{legend}</FormLabel>
      {options.map(({ key, label }) => (
        <FormControlLabel
          key={key}
          control={<Checkbox checked={chosen.includes(key)} onChange={() => toggle(key)} />}
          label={label}
        />
      ))}
      {fault && <FormHelperText>{fault}</FormHelperText>}
    </FormControl>
  );
}
