import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { StatusChip } from '../../shared/StatusChip.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { CreateMachineDialog } from './CreateMachineDialog.tsx';
import type { Machine } from './machine.documents.ts';
import { listMachines } from './machine.provider.ts';

/** Which machines may ask the desk, for which firm, and when they last did. */
export function MachineList() {
  const t = useT();
  const may = useMay();
  const [creating, setCreating] = useState(false);
  const [params, setParams] = useSearchParams();
  const create = (
    <Button variant="contained" onClick={() => setCreating(true)}>
      {t('machines.create')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t('machines.title')}
        lead={t('machines.lead')}
        actions={may('client', 'manage') ? create : undefined}
      />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 1.5 }}>
        <TextField
          label={t('machines.search')}
          type="search"
          defaultValue={params.get('text') ?? ''}
          onChange={event =>
            setParams(event.target.value ? { text: event.target.value } : {}, { replace: true })
          }
          slotProps={{ htmlInput: { maxLength: 100 } }}
          sx={{ width: 320 }}
        />
        <MachineTable text={params.get('text')} />
      </Box>
      {creating && <CreateMachineDialog onClose={() => setCreating(false)} />}
    </>
  );
}

function MachineTable({ text }: { text: string | null }) {
  const t = useT();
  const page = useKeysetPage(25);
  const { first, after } = page;
  const { data, error, refetch } = useQuery({
    queryKey: ['machines', text, first, after],
    queryFn: ({ signal }) => listMachines({ text, first, after }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape />;
  if (data.rows.length === 0) return <EmptyState title={t('machines.empty')} />;
  return (
    <Box>
      <DeskTable label={t('machines.title')} columns={columns} rows={data.rows} rowKey={row => row.id} />
      <Pager page={page} pageInfo={data.pageInfo} rows={data.rows.length} count={data.count} />
    </Box>
  );
}

function useColumns(): Column<Machine>[] {
  const t = useT();
  const format = useFormat();
  return [
    {
      key: 'name',
      label: t('machines.name'),
      render: row => <RowLink to={`/machines/${row.id}`}>{row.name}</RowLink>,
    },
    { key: 'kind', label: t('machines.kind'), width: '20%', render: row => t(`machines.kinds.${row.kind}`) },
    { key: 'firm', label: t('machines.firm'), width: '20%', render: row => row.firm?.name ?? '–' },
    {
      key: 'status',
      label: t('machines.status'),
      width: 120,
      render: row => (
        <StatusChip shape={row.active ? 'approved' : 'notApplicable'}>
          {t(row.active ? 'machines.active' : 'machines.disabled')}
        </StatusChip>
      ),
    },
    {
      key: 'used',
      label: t('machines.lastUsed'),
      width: 166,
      render: row => (row.lastUsedAt ? format.dateTime(row.lastUsedAt) : t('machines.never')),
    },
    {
      key: 'today',
      label: t('machines.today'),
      width: 150,
      align: 'right',
      render: row => format.number(row.requestsToday),
    },
  ];
}
