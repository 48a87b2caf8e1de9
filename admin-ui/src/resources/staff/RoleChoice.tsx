import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import { useT } from '../../i18n/index.ts';
import { type OrganisationKind, rolesOf, type StaffRole } from './staff.provider.ts';

interface RoleChoiceProps {
  kind: OrganisationKind;
  value: readonly StaffRole[];
  error: string | undefined;
  onChange: (roles: StaffRole[]) => void;
}

/** The roles that people of this kind of organisation may hold. */
export function RoleChoice({ kind, value, error, onChange }: RoleChoiceProps) {
  const t = useT();
  const toggle = (role: StaffRole) =>
    onChange(value.includes(role) ? value.filter(r => r !== role) : [...value, role]);
  return (
    <FormControl component="fieldset" error={Boolean(error)}>
      <FormLabel component="legend">{t('staff.roles')}</FormLabel>
      <FormGroup>
        {rolesOf[kind].map(role => (
          <FormControlLabel
            key={role}
            label={t(`enums.role.${role}`)}
            control={<Checkbox checked={value.includes(role)} onChange={() => toggle(role)} />}
          />
        ))}
      </FormGroup>
      {error && <FormHelperText>{error}</FormHelperText>}
    </FormControl>
  );
}
