import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { AuditDialog } from './AuditDialog.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditTabs } from './AuditTabs.tsx';
import { listAudit } from './audit.provider.ts';
import { filterOf } from './audit-filter.ts';
import { LookupTable } from './LookupTable.tsx';

/** Everything that was changed or read, by whom and why. */
export function AuditList() {
  const t = useT();
  return (
    <>
      <PageHead title={t('audit.title')} lead={t('audit.lead')} actions={<Ways />} />
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
        <Box sx={{ minWidth: 0 }}>
          <AuditTabs />
          <AuditTable />
        </Box>
      </Box>
    </>
  );
}

/** From looking at rows to what they are for: the week's review, and the answer to a person. */
function Ways() {
  const t = useT();
  return (
    <>
      <Button component={RouterLink} to="/access-review" variant="outlined" color="inherit">
        {t('accessLog.review')}
      </Button>
      <Button component={RouterLink} to="/access-answer" variant="contained">
        {t('accessLog.answer')}
      </Button>
    </>
  );
}

function AuditTable() {
  const t = useT();
  const page = useKeysetPage(25);
  const [params, setParams] = useSearchParams();
  const { openId, linkTo, close } = useRowAddress();
  const { first, after } = page;
  const filter = filterOf(params);
  const { data, error, refetch } = useQuery({
    queryKey: ['audit', filter, first, after],
    queryFn: ({ signal }) => listAudit({ filter, first, after }, signal),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape />;
  if (data.rows.length === 0) {
    const clear = <Button onClick={() => setParams({})}>{t('shared.clearFilters')}</Button>;
    return <EmptyState title={t('audit.empty')} actions={clear} />;
  }
  const open = data.rows.find(row => row.id === openId);
  return (
    <Box sx={{ minWidth: 0 }}>
      <LookupTable label={t('audit.title')} rows={data.rows} linkTo={linkTo} />
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
