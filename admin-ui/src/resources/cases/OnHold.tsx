import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useSearchParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { CaseTable } from './CaseTable.tsx';
import { useCaseColumns } from './case-columns.tsx';
import { noFilter } from './list-filter.rules.ts';
import { useMyCases } from './MyCases.tsx';
import { useListFilter } from './useCaseList.ts';

/** Cases that wait for a day or an answer: mine, or everyone's. */
export function OnHold() {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const view = params.get('view') === 'all' ? 'all' : 'mine';
  return (
    <>
      <PageHead title={t('cases.onHold.title')} lead={t('cases.onHold.lead')} />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 1.5 }}>
        <Tabs
          value={view}
          onChange={(_, next: string) => setParams(next === 'all' ? { view: 'all' } : {})}
          aria-label={t('cases.views.title')}
        >
          <Tab value="mine" label={t('cases.onHold.mine')} />
          <Tab value="all" label={t('cases.onHold.all')} />
        </Tabs>
        {view === 'all' ? <AllOnHold /> : <MineOnHold />}
      </Box>
    </>
  );
}

function Nothing() {
  const t = useT();
  return <EmptyState title={t('cases.onHold.empty')} text={t('cases.onHold.emptyText')} />;
}

function MineOnHold() {
  const t = useT();
  const columns = useCaseColumns(null);
  const { data, error, refetch } = useMyCases();
  if (error) return <ErrorPanel error={error} title={t('cases.notLoaded')} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape />;
  const held = data.rows.filter(row => row.status === 'ON_HOLD');
  if (held.length === 0) return <Nothing />;
  return <DeskTable label={t('cases.onHold.title')} columns={columns} rows={held} rowKey={row => row.id} />;
}

function AllOnHold() {
  const t = useT();
  const filter = { ...noFilter, status: ['ON_HOLD'] as const };
  const list = { ...useListFilter(), filter, key: 'on-hold' };
  return <CaseTable title={t('cases.onHold.title')} queue={null} list={list} empty={<Nothing />} />;
}
