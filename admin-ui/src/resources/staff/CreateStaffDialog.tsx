import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { useFieldError } from './field-error.ts';
import { OneTimePassword } from './OneTimePassword.tsx';
import { RoleChoice } from './RoleChoice.tsx';
import { createStaff, listOrganisations, type StaffRole } from './staff.provider.ts';

/** A new member of staff; the one-time password is shown once when it is done. */
export function CreateStaffDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const titleId = useId();
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: createStaff,
    onSuccess: () => client.invalidateQueries({ queryKey: ['staff'] }),
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId}>{t('staff.create')}</DialogTitle>
      {create.data ? (
        <>
          <DialogContent>
            <Typography sx={{ mb: 1.5 }}>{t('staff.grant.sent')}</Typography>
            {create.data.oneTimePassword && <OneTimePassword password={create.data.oneTimePassword} />}
          </DialogContent>
          <DialogActions>
            <Button variant="contained" onClick={onClose}>
              {t('shared.close')}
            </Button>
          </DialogActions>
        </>
      ) : (
        <CreateForm create={create} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface CreateFormProps {
  create: {
    mutate: (input: Parameters<typeof createStaff>[0]) => void;
    error: Error | null;
    isPending: boolean;
  };
  onClose: () => void;
}

function CreateForm({ create, onClose }: CreateFormProps) {
  const t = useT();
  const fieldError = useFieldError(create.error);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [organisationId, setOrganisationId] = useState('');
  const [roles, setRoles] = useState<StaffRole[]>([]);
  const { data: organisations = [] } = useQuery({
    queryKey: ['staff', 'organisations'],
    queryFn: ({ signal }) => listOrganisations(signal),
  });
  const organisation = organisations.find(o => o.id === organisationId) ?? organisations[0];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (organisation && !create.isPending)
      create.mutate({ name, email, organisationId: organisation.id, roles });
  };
  const hasFieldError = ['name', 'email', 'roles'].some(field => fieldError(field));
  return (
    <form onSubmit={submit}>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <TextField
          label={t('staff.name')}
          value={name}
          onChange={event => setName(event.target.value)}
          error={Boolean(fieldError('name'))}
          helperText={fieldError('name')}
          required
          autoFocus
        />
        <TextField
          label={t('staff.email')}
          type="email"
          value={email}
          onChange={event => setEmail(event.target.value)}
          error={Boolean(fieldError('email'))}
          helperText={fieldError('email')}
          required
        />
        <TextField
          select
          label={t('staff.organisation')}
          value={organisation?.id ?? ''}
          onChange={event => {
            setOrganisationId(event.target.value);
            setRoles([]);
          }}
        >
          {organisations.map(o => (
            <MenuItem key={o.id} value={o.id}>
              {o.name}
            </MenuItem>
          ))}
        </TextField>
        {organisation && (
          <RoleChoice
            kind={organisation.kind}
            value={roles}
            error={fieldError('roles')}
            onChange={setRoles}
          />
        )}
        <Typography sx={{ color: 'desk.text2' }}>{t('staff.grant.hintCreate')}</Typography>
        {create.error && !hasFieldError && <ErrorPanel error={create.error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('shared.cancel')}</Button>
        <Button type="submit" variant="contained" aria-disabled={create.isPending}>
          {t('staff.createConfirm')}
        </Button>
      </DialogActions>
    </form>
  );
}
