import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { ChoiceList } from '../../shared/ChoiceList.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { type Authentication, createMachine, type MachineKind, scopesOf } from './machine.provider.ts';

const KINDS = Object.keys(scopesOf) as MachineKind[];
const AUTHENTICATIONS: readonly Authentication[] = ['PRIVATE_KEY_JWT', 'SECRET'];

/** A machine with its kind, firm, proof and scopes; its secret is made afterwards, on its page. */
export function CreateMachineDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const titleId = useId();
  const client = useQueryClient();
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: createMachine,
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['machines'] });
      void navigate(`/machines/${id}`);
    },
  });
  const fault = useFieldErrorText();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<MachineKind>('API2');
  const [orgNumber, setOrgNumber] = useState('');
  const [authentication, setAuthentication] = useState<Authentication>('PRIVATE_KEY_JWT');
  const [jwks, setJwks] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const of = (field: string) => {
    const text = create.error ? fault(create.error, field) : undefined;
    return { error: Boolean(text), helperText: text };
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const firm = kind === 'API2' ? orgNumber : null;
    const keys = authentication === 'PRIVATE_KEY_JWT' ? jwks : null;
    if (!create.isPending) create.mutate({ name, kind, orgNumber: firm, authentication, jwks: keys, scopes });
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{t('machines.create')}</DialogTitle>
      <form onSubmit={submit}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <TextField
            label={t('machines.name')}
            value={name}
            onChange={e => setName(e.target.value)}
            {...of('name')}
            required
            autoFocus
          />
          <TextField
            select
            label={t('machines.kind')}
            value={kind}
            onChange={e => {
              setKind(e.target.value as MachineKind);
              setScopes([]);
            }}
          >
            {KINDS.map(one => (
              <MenuItem key={one} value={one}>
                {t(`machines.kinds.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          {kind === 'API2' && (
            <TextField
              label={t('machines.orgNumber')}
              value={orgNumber}
              onChange={e => setOrgNumber(e.target.value)}
              {...of('orgNumber')}
              required
            />
          )}
          <TextField
            select
            label={t('machines.authentication')}
            value={authentication}
            onChange={e => setAuthentication(e.target.value as Authentication)}
          >
            {AUTHENTICATIONS.map(one => (
              <MenuItem key={one} value={one}>
                {t(`machines.authentications.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          {authentication === 'PRIVATE_KEY_JWT' && (
            <TextField
              label={t('machines.jwks')}
              value={jwks}
              onChange={e => setJwks(e.target.value)}
              {...of('jwks')}
              multiline
              minRows={3}
              maxRows={8}
              required
            />
          )}
          <ChoiceList
            label={t('machines.scopes')}
            choices={scopesOf[kind]}
            value={scopes}
            error={of('scopes').helperText}
            onChange={setScopes}
          />
          {create.error && <ErrorPanel error={create.error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('shared.cancel')}</Button>
          <Button type="submit" variant="contained" aria-disabled={create.isPending}>
            {t('machines.createConfirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
