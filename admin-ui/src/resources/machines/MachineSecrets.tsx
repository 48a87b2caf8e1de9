import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { SecretShown } from '../../shared/SecretShown.tsx';
import type { Machine } from './machine.documents.ts';
import { endMachineSecret, makeMachineSecret } from './machine.provider.ts';

type Secret = Machine['secrets'][number];

/** Two work at the same time while the machine changes from one to the next; each is shown once, when it is made. */
export function MachineSecrets({ machine }: { machine: Machine }) {
  const t = useT();
  const may = useMay();
  const client = useQueryClient();
  const { id, version: expectedVersion } = machine;
  const input = { id, expectedVersion };
  const put = (changed: Machine) => client.setQueryData(['machine', id], changed);
  const make = useMutation({
    mutationFn: () => makeMachineSecret(input),
    onSuccess: made => put(made.client),
  });
  const end = useMutation({
    mutationFn: (secretId: string) => endMachineSecret({ input, secretId }),
    onSuccess: put,
  });
  const error = make.error ?? end.error;
  const mayManage = may('client', 'manage');
  const columns = useColumns(mayManage ? secretId => end.mutate(secretId) : null);
  return (
    <Box component="section" aria-labelledby="secrets" sx={{ display: 'grid', gap: 1.5 }}>
      <Box>
        <Typography variant="h2" id="secrets">
          {t('machines.secrets')}
        </Typography>
        <Typography sx={{ color: 'desk.text2' }}>{t('machines.secretsLead')}</Typography>
      </Box>
      {make.data && (
        <SecretShown
          title={t('machines.secretTitle')}
          text={t('machines.secretText')}
          secret={make.data.secret}
        />
      )}
      {error && <ErrorPanel error={error} />}
      {machine.secrets.length === 0 ? (
        <Typography>{t('machines.noSecrets')}</Typography>
      ) : (
        <DeskTable
          label={t('machines.secrets')}
          columns={columns}
          rows={machine.secrets}
          rowKey={row => row.id}
        />
      )}
      {mayManage && (
        <Box>
          <Button variant="outlined" onClick={() => make.mutate()} aria-disabled={make.isPending}>
            {t('machines.makeSecret')}
          </Button>
        </Box>
      )}
    </Box>
  );
}

function useColumns(end: ((secretId: string) => void) | null): Column<Secret>[] {
  const t = useT();
  const format = useFormat();
  const until = ({ live, expiresAt }: Secret) => {
    if (!live) return t('machines.ended');
    return expiresAt ? format.dateTime(expiresAt) : t('machines.noEnd');
  };
  return [
    { key: 'hint', label: t('machines.hint'), width: 120, render: row => <code>…{row.hint}</code> },
    { key: 'made', label: t('machines.made'), width: 166, render: row => format.dateTime(row.createdAt) },
    {
      key: 'used',
      label: t('machines.lastUsed'),
      width: 166,
      render: row => (row.lastUsedAt ? format.dateTime(row.lastUsedAt) : t('machines.never')),
    },
    { key: 'ends', label: t('machines.ends'), render: until },
    {
      key: 'end',
      label: t('machines.acts'),
      width: 130,
      render: row =>
        row.live &&
        end && (
          <Button size="small" onClick={() => end(row.id)}>
            {t('machines.endSecret')}
          </Button>
        ),
    },
  ];
}
