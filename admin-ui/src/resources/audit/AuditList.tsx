import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { StatusChip, type StatusShape } from '../../shared/StatusChip.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { AuditDialog } from './AuditDialog.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import type { AuditRow } from './audit.documents.ts';
import { listAudit } from './audit.provider.ts';
import { filterOf } from './audit-filter.ts';

const shapeOf: Record<AuditRow['kind'], StatusShape> = {
  CHANGE: 'work',
  READ: 'post',
  SIGN_IN: 'ready',
  REFUSED: 'rejected',
};

/** Everything that was changed or read, by whom and why. */
export function AuditList() {
  const t = useT();
  return (
    <>
      <PageHead title={t('audit.title')} lead={t('audit.lead')} />
      <Box
        sx={{
          px: 3,
          pb: 3,
          display: 'grid',
          gap: 2.5,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '200px minmax(0, 1fr)' },
        }}
      >
        <AuditFilters />
        <AuditTable />
      </Box>
    </>
  );
}

function AuditTable() {
  const t = useT();
  const page = useKeysetPage(25);
  const [params, setParams] = useSearchParams();
  const { openId, close } = useRowAddress();
  const { first, after } = page;
  const filter = filterOf(params);
  const { data, error, refetch } = useQuery({
    queryKey: ['audit', filter, first, after],
    queryFn: ({ signal }) => listAudit({ filter, first, after }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape />;
  if (data.rows.length === 0) {
    const clear = <Button onClick={() => setParams({})}>{t('shared.clearFilters')}</Button>;
    return <EmptyState title={t('audit.empty')} actions={clear} />;
  }
  const open = data.rows.find(row => row.id === openId);
  return (
    <Box sx={{ minWidth: 0 }}>
      <DeskTable label={t('audit.title')} columns={columns} rows={data.rows} rowKey={row => row.id} />
      <Pager page={page} pageInfo={data.pageInfo} rows={data.rows.length} count={data.count} />
      {open && <AuditDialog row={open} onClose={close} />}
    </Box>
  );
}

/** The same list with one row open. */
function useRowAddress() {
  const [params, setParams] = useSearchParams();
  const withRow = (id: string | null) => {
    const next = new URLSearchParams(params);
    if (id) next.set('row', id);
    else next.delete('row');
    return next;
  };
  return {
    openId: params.get('row'),
    linkTo: (id: string) => `?${withRow(id)}`,
    close: () => setParams(withRow(null)),
  };
}

function useColumns(): Column<AuditRow>[] {
  const t = useT();
  const format = useFormat();
  const { linkTo } = useRowAddress();
  return [
    {
      key: 'at',
      label: t('audit.at'),
      width: 165,
      render: row => <RowLink to={linkTo(row.id)}>{format.dateTime(row.at)}</RowLink>,
    },
    {
      key: 'kind',
      label: t('audit.kind'),
      width: 125,
      render: row => <StatusChip shape={shapeOf[row.kind]}>{t(`audit.kinds.${row.kind}`)}</StatusChip>,
    },
    {
      key: 'who',
      label: t('audit.who'),
      width: 140,
      render: row => row.actor?.name ?? t('audit.system'),
    },
    { key: 'operation', label: t('audit.operation'), render: row => row.operation },
    {
      key: 'case',
      label: t('audit.case'),
      width: 120,
      render: row =>
        row.caseId && (
          <Link component={RouterLink} to={`/cases/${row.caseId}`} underline="hover">
            {row.caseNumber}
          </Link>
        ),
    },
    { key: 'fields', label: t('audit.fields'), width: '17%', render: row => row.fields.join(', ') },
    { key: 'outcome', label: t('audit.outcome'), width: 100, render: row => row.outcome },
  ];
}
