import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, useParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { ChoiceList } from '../../shared/ChoiceList.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { StatusChip } from '../../shared/StatusChip.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { MachineSecrets } from './MachineSecrets.tsx';
import type { Machine } from './machine.documents.ts';
import { getMachine, scopesOf, updateMachine } from './machine.provider.ts';

/** One machine: what it may, with which proof, and the switch that ends it at its next request. */
export function MachineShow() {
  const t = useT();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['machine', id],
    queryFn: ({ signal }) => getMachine(id, signal),
  });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape shape="page" />;
  return (
    <>
      <PageHead
        title={data.name}
        crumb={<Link to="/machines">{t('machines.title')}</Link>}
        status={
          <StatusChip shape={data.active ? 'approved' : 'notApplicable'}>
            {t(data.active ? 'machines.active' : 'machines.disabled')}
          </StatusChip>
        }
      />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 3, maxWidth: 860 }}>
        <Facts machine={data} />
        <MachineForm key={data.version} machine={data} />
        {data.authentication === 'SECRET' && <MachineSecrets machine={data} />}
      </Box>
    </>
  );
}

function Facts({ machine }: { machine: Machine }) {
  const t = useT();
  const format = useFormat();
  const { firm, keyIds, lastUsedAt } = machine;
  const facts = [
    [t('machines.clientId'), machine.clientId],
    [t('machines.kind'), t(`machines.kinds.${machine.kind}`)],
    [t('machines.firm'), firm ? `${firm.name} (${format.orgNumber(firm.orgNumber)})` : '–'],
    [t('machines.authentication'), t(`machines.authentications.${machine.authentication}`)],
    ...(keyIds.length > 0 ? [[t('machines.keys'), keyIds.join(', ')]] : []),
    [t('machines.lastUsed'), lastUsedAt ? format.dateTime(lastUsedAt) : t('machines.never')],
    [t('machines.today'), format.number(machine.requestsToday)],
  ] as const;
  return (
    <Box
      component="dl"
      sx={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 3, rowGap: 0.5, m: 0 }}
    >
      {facts.map(([label, value]) => (
        <Box key={label} sx={{ display: 'contents' }}>
          <Typography component="dt" sx={{ color: 'desk.text2' }}>
            {label}
          </Typography>
          <Typography component="dd" sx={{ m: 0 }}>
            {value}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

function useSave() {
  const t = useT();
  const notify = useNotify();
  const client = useQueryClient();
  return useMutation({
    mutationFn: updateMachine,
    onSuccess: async machine => {
      client.setQueryData(['machine', machine.id], machine);
      notify(t('machines.saved'), { type: 'success' });
      await client.invalidateQueries({ queryKey: ['machines'] });
    },
  });
}

function MachineForm({ machine }: { machine: Machine }) {
  const t = useT();
  const may = useMay();
  const save = useSave();
  const fault = useFieldErrorText();
  const [name, setName] = useState(machine.name);
  const [scopes, setScopes] = useState<string[]>([...machine.scopes]);
  const [jwks, setJwks] = useState('');
  const { id, version: expectedVersion } = machine;
  const put = (active: boolean) =>
    save.mutate({ id, expectedVersion, name, scopes, jwks: jwks || null, active });
  const of = (field: string) => (save.error ? fault(save.error, field) : undefined);
  const readOnly = !may('client', 'manage');
  return (
    <Box
      component="form"
      onSubmit={event => {
        event.preventDefault();
        put(machine.active);
      }}
      sx={{ display: 'grid', gap: 2 }}
    >
      <TextField
        label={t('machines.name')}
        value={name}
        onChange={e => setName(e.target.value)}
        error={Boolean(of('name'))}
        helperText={of('name')}
        disabled={readOnly}
      />
      <ChoiceList
        label={t('machines.scopes')}
        choices={scopesOf[machine.kind]}
        value={scopes}
        error={of('scopes')}
        disabled={readOnly}
        onChange={setScopes}
      />
      {machine.authentication === 'PRIVATE_KEY_JWT' && (
        <TextField
          label={t('machines.jwks')}
          value={jwks}
          onChange={e => setJwks(e.target.value)}
          error={Boolean(of('jwks'))}
          helperText={of('jwks') ?? t('machines.jwksHelp')}
          multiline
          minRows={3}
          maxRows={8}
          disabled={readOnly}
        />
      )}
      {save.error && <ErrorPanel error={save.error} />}
      {!readOnly && (
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" variant="contained">
            {t('machines.save')}
          </Button>
          <Button variant="outlined" color="inherit" onClick={() => put(!machine.active)}>
            {t(machine.active ? 'machines.disable' : 'machines.enable')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
