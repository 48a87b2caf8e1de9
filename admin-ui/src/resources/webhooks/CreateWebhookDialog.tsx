import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { ChoiceList } from '../../shared/ChoiceList.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { listMachines } from '../machines/machine.provider.ts';
import { createWebhook, TOPICS } from './webhook.provider.ts';

/** A new receiver; its secret is made afterwards. */
export function CreateWebhookDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const titleId = useId();
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: createWebhook,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['webhooks'] });
      onClose();
    },
  });
  const fault = useFieldErrorText();
  const [machineId, setMachineId] = useState('');
  const [url, setUrl] = useState('https://');
  const [topics, setTopics] = useState<string[]>([]);
  const of = (field: string) => (create.error ? fault(create.error, field) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!create.isPending) create.mutate({ machineId, url, topics });
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{t('webhooks.create')}</DialogTitle>
      <form onSubmit={submit}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <MachineChoice value={machineId} onChange={setMachineId} />
          <TextField
            label={t('webhooks.url')}
            value={url}
            onChange={e => setUrl(e.target.value)}
            error={Boolean(of('url'))}
            helperText={of('url')}
            required
          />
          <ChoiceList
            label={t('webhooks.topics')}
            choices={TOPICS}
            value={topics}
            error={of('topics')}
            onChange={setTopics}
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

/** Only those that order have orders to be told about. */
function MachineChoice({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const t = useT();
  const { data } = useQuery({
    queryKey: ['machines', 'choice'],
    queryFn: ({ signal }) => listMachines({ text: null, first: 100, after: null }, signal),
  });
  const ordering = (data?.rows ?? []).filter(({ kind }) => kind === 'API2' || kind === 'PORTAL');
  return (
    <TextField
      select
      label={t('webhooks.client')}
      value={value}
      onChange={event => onChange(event.target.value)}
      required
    >
      {ordering.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
