import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useT } from '../../i18n/index.ts';
import { useMe } from '../../session.ts';
import { getColleagues } from './case.provider.ts';

interface ColleaguePickerProps {
  label: string;
  value: string;
  onChange: (id: string) => void;
  fault?: string | undefined;
  /** Me first in the list: one can be barred oneself, but not hand a case to oneself. */
  withMe?: boolean;
}

export function ColleaguePicker({ label, value, onChange, fault, withMe = false }: ColleaguePickerProps) {
  const t = useT();
  const me = useMe();
  const { data: colleagues = [] } = useQuery({
    queryKey: ['staff', 'colleagues'],
    queryFn: ({ signal }) => getColleagues(signal),
  });
  const people = [
    ...(withMe ? [{ id: me.id, name: t('caseForms.bar.me', { name: me.name }) }] : []),
    ...colleagues,
  ];
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      error={fault !== undefined}
      helperText={fault}
      required
      fullWidth
    >
      {people.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
