import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { CaseRow } from '../../graphql/fragments.ts';
import { useT } from '../../i18n/index.ts';
import { usePolling } from '../../shared/activity.ts';
import { DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { TakeNextButton } from '../../shared/TakeNextButton.tsx';
import { osloToday } from '../../shared/today.ts';
import { useCaseColumns } from './case-columns.tsx';
import { listMyCases } from './case-list.provider.ts';
import { isInView, type MyView, myViewNames, myViewOf, myViews } from './my-cases.rules.ts';

const POLL_MS = 60_000;
/** Nobody works on more at once; what is beyond is said. */
const MOST = 100;

export function useMyCases() {
  return useQuery({
    queryKey: ['cases', 'mine'],
    queryFn: ({ signal }) => listMyCases({ first: MOST, after: null }, signal),
    refetchInterval: usePolling(POLL_MS),
  });
}

/** What I work on: reserved by me, put on hold by me, or back with new post. */
export function MyCases() {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useMyCases();
  const view = myViewOf(params);
  const today = osloToday();
  const count = (name: MyView) => data?.rows.filter(row => isInView(row, name, today)).length;
  const shown = data?.rows.filter(row => isInView(row, view, today)) ?? [];
  return (
    <>
      <PageHead title={t('cases.mine.title')} lead={t('cases.mine.lead')} actions={<TakeNextButton />} />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 1.5 }}>
        <Tabs
          value={view}
          onChange={(_, next: MyView) => setParams(myViews[next])}
          aria-label={t('cases.views.title')}
          variant="scrollable"
          scrollButtons={false}
        >
          {myViewNames.map(name => (
            <Tab key={name} value={name} label={`${t(`cases.mine.view.${name}`)} ${count(name) ?? ''}`} />
          ))}
        </Tabs>
        {error && <ErrorPanel error={error} title={t('cases.notLoaded')} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape />}
        {data && <MyTable rows={shown} all={data.rows.length} label={t('cases.mine.title')} />}
        {data?.pageInfo.hasNextPage && <Box role="status">{t('cases.mine.more', { n: MOST })}</Box>}
      </Box>
    </>
  );
}

interface MyTableProps {
  rows: readonly CaseRow[];
  /** How many there are whatever the view. */
  all: number;
  label: string;
}

export function MyTable({ rows, all, label }: MyTableProps) {
  const t = useT();
  const columns = useCaseColumns(null);
  const [, setParams] = useSearchParams();
  if (rows.length === 0)
    return (
      <EmptyState
        title={t(all > 0 ? 'cases.mine.emptyView' : 'cases.mine.empty')}
        text={t(all > 0 ? 'cases.mine.emptyViewText' : 'cases.mine.emptyText', { smart_count: all })}
        actions={
          all > 0 && (
            <Button variant="outlined" onClick={() => setParams('')}>
              {t('cases.mine.showAll')}
            </Button>
          )
        }
      />
    );
  return <DeskTable label={label} columns={columns} rows={rows} rowKey={row => row.id} />;
}
