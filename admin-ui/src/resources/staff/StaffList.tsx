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
import { CreateStaffDialog } from './CreateStaffDialog.tsx';
import type { StaffUser } from './staff.documents.ts';
import { listStaff } from './staff.provider.ts';
import { WaitingGrants } from './WaitingGrants.tsx';

/** Who may sign in, with which roles. */
export function StaffList() {
  const t = useT();
  const may = useMay();
  const [creating, setCreating] = useState(false);
  const create = (
    <Button variant="contained" onClick={() => setCreating(true)}>
      {t('staff.create')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t('staff.title')}
        lead={t('staff.lead')}
        actions={may('staff', 'manage') ? create : undefined}
      />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 1.5 }}>
        <WaitingGrants />
        <StaffSearch />
        <StaffTable />
      </Box>
      {creating && <CreateStaffDialog onClose={() => setCreating(false)} />}
    </>
  );
}

function StaffSearch() {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const search = (text: string) => setParams(text ? { text } : {}, { replace: true });
  return (
    <TextField
      label={t('staff.search')}
      type="search"
      defaultValue={params.get('text') ?? ''}
      onChange={event => search(event.target.value)}
      slotProps={{ htmlInput: { maxLength: 100 } }}
      sx={{ width: 320 }}
    />
  );
}

function StaffTable() {
  const t = useT();
  const page = useKeysetPage(25);
  const [params, setParams] = useSearchParams();
  const text = params.get('text');
  const { first, after } = page;
  const { data, error, refetch } = useQuery({
    queryKey: ['staff', text, first, after],
    queryFn: ({ signal }) => listStaff({ text, first, after }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape />;
  if (data.rows.length === 0) {
    return (
      <EmptyState
        title={t('staff.empty')}
        actions={<Button onClick={() => setParams({})}>{t('shared.clearFilters')}</Button>}
      />
    );
  }
  return (
    <Box>
      <DeskTable label={t('staff.title')} columns={columns} rows={data.rows} rowKey={row => row.id} />
      <Pager page={page} pageInfo={data.pageInfo} rows={data.rows.length} count={data.count} />
    </Box>
  );
}

const shapes = { active: 'approved', waiting: 'waits', disabled: 'notApplicable' } as const;

function stateOf({ active, lastGrant }: StaffUser): keyof typeof shapes {
  if (active) return 'active';
  return lastGrant?.activates && !lastGrant.outcome ? 'waiting' : 'disabled';
}

function useColumns(): Column<StaffUser>[] {
  const t = useT();
  const format = useFormat();
  return [
    {
      key: 'name',
      label: t('staff.name'),
      width: '17%',
      render: row => <RowLink to={`/staff/${row.id}`}>{row.name}</RowLink>,
    },
    { key: 'email', label: t('staff.email'), width: '26%', render: row => row.email },
    {
      key: 'organisation',
      label: t('staff.organisation'),
      width: '14%',
      render: row => row.organisation.name,
    },
    {
      key: 'roles',
      label: t('staff.roles'),
      width: '17%',
      render: row => row.roles.map(role => t(`enums.role.${role}`)).join(', '),
    },
    {
      key: 'active',
      label: t('staff.status'),
      width: 104,
      render: row => <StatusChip shape={shapes[stateOf(row)]}>{t(`staff.${stateOf(row)}`)}</StatusChip>,
    },
    {
      key: 'seen',
      label: t('staff.lastSeen'),
      width: 166,
      render: row => (row.lastSeenAt ? format.dateTime(row.lastSeenAt) : t('staff.never')),
    },
  ];
}
