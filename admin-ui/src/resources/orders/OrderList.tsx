import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import useMediaQuery from '@mui/material/useMediaQuery';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { type Translate, useFormat, useT } from '../../i18n/index.ts';
import { usePolling } from '../../shared/activity.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { unmetOf } from './check.rules.ts';
import { OrderFilters } from './OrderFilters.tsx';
import type { OrderRow } from './order.documents.ts';
import { listOrders } from './order.provider.ts';
import {
  countFilters,
  type ListFilter,
  readFilter,
  toOrderFilter,
  writeFilter,
} from './order-filter.rules.ts';

const POLL_MS = 60_000;

/** `/orders`: lines that stand still, the soonest cancelled first; `?view=all` all of them. */
export function OrderList() {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const filter = readFilter(params);
  const change = (part: Partial<ListFilter>) =>
    setParams(current => writeFilter(current, part), { replace: true });
  return (
    <>
      <PageHead
        title={t(filter.all ? 'orders.title' : 'orders.stalled')}
        lead={t(filter.all ? 'orders.leadAll' : 'orders.lead')}
      />
      <Box sx={{ px: 3, pb: 3 }}>
        <Tabs
          value={filter.all ? 'all' : 'stalled'}
          onChange={(_, view: string) => change({ all: view === 'all' })}
          aria-label={t('orders.tabs.label')}
        >
          <Tab value="stalled" label={t('orders.tabs.stalled')} />
          <Tab value="all" label={t('orders.tabs.all')} />
        </Tabs>
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: '200px minmax(0, 1fr)',
            gap: 2.5,
            pt: 1.75,
            alignItems: 'start',
          }}
        >
          <OrderFilters filter={filter} onChange={change} />
          <Rows filter={filter} onChange={change} />
        </Box>
      </Box>
    </>
  );
}

interface RowsProps {
  filter: ListFilter;
  onChange: (part: Partial<ListFilter>) => void;
}

function Rows({ filter, onChange }: RowsProps) {
  const t = useT();
  const page = useKeysetPage(25);
  const { first, after } = page;
  const asked = toOrderFilter(filter);
  const sort = filter.all ? ('NEWEST' as const) : ('SOONEST' as const);
  const { data, error, refetch } = useQuery({
    queryKey: ['orders', asked, sort, first, after],
    queryFn: ({ signal }) => listOrders({ filter: asked, sort, page: { first, after } }, signal),
    refetchInterval: usePolling(POLL_MS),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(filter.all);
  if (error && !data) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape shape="rows" rows={12} />;
  if (data.rows.length === 0) return <Nothing filter={filter} onChange={onChange} />;
  return (
    <div>
      <DeskTable
        label={t(filter.all ? 'orders.title' : 'orders.stalled')}
        columns={columns}
        rows={data.rows}
        rowKey={row => row.id}
      />
      <Pager page={page} pageInfo={data.pageInfo} rows={data.rows.length} count={data.count} />
    </div>
  );
}

function Nothing({ filter, onChange }: RowsProps) {
  const t = useT();
  const filtered = countFilters(filter) > 0;
  const cleared = { waiting: '', register: '', scheme: '', status: '', firm: '', due: '' };
  return (
    <EmptyState
      title={t(filtered || filter.all ? 'orders.none' : 'orders.noneStalled')}
      text={t('orders.noneText')}
      actions={
        filtered && (
          <Button variant="outlined" onClick={() => onChange(cleared)}>
            {t('orders.filter.clear')}
          </Button>
        )
      }
    />
  );
}

/** The first thing missing, and how many more. */
function waitsFor({ unmet, imageRequirement, status }: OrderRow, t: Translate): string {
  const registers = unmetOf(unmet).map(({ register }) => t(`orders.register.${register}`));
  const images = imageRequirement === 'MET' ? [] : [t('orders.images')];
  const all = [...registers, ...images];
  if (status !== 'PENDING' && status !== 'IMAGE_REJECTED') return '–';
  return all.length > 2 ? `${all.slice(0, 2).join(', ')} +${all.length - 2}` : all.join(', ') || '–';
}

function useColumns(all: boolean): Column<OrderRow>[] {
  const t = useT();
  const format = useFormat();
  const roomy = useMediaQuery('(min-width: 1280px)');
  const ends = ({ cancelOn, daysLeft, clockStands }: OrderRow) => {
    if (clockStands) return t('orders.stands');
    if (!cancelOn) return '–';
    return `${format.shortDate(cancelOn)}${daysLeft === null ? '' : `, ${t('orders.daysLeft', { smart_count: daysLeft })}`}`;
  };
  const scheme: Column<OrderRow> = {
    ...{ key: 'scheme', label: t('orders.columns.scheme'), width: 128 },
    render: row => t(`enums.scheme.${row.scheme}`),
  };
  return [
    {
      ...{ key: 'number', label: t('orders.columns.number'), width: 104 },
      render: row => (
        <RowLink to={`/orders/${row.number}?line=${row.line}`}>{`${row.number}-${row.line}`}</RowLink>
      ),
    },
    { key: 'person', label: t('orders.columns.person'), render: row => row.personName ?? '–' },
    { key: 'firm', label: t('orders.columns.firm'), render: row => row.unit.name },
    ...(roomy ? [scheme] : []),
    ...(all
      ? [
          {
            ...{ key: 'status', label: t('orders.columns.status'), width: 148 },
            render: (row: OrderRow) => t(`enums.orderStatus.${row.status}`),
          },
        ]
      : []),
    { key: 'waits', label: t('orders.columns.waits'), render: row => waitsFor(row, t) },
    { key: 'cancel', label: t('orders.columns.cancel'), width: 196, render: ends },
  ];
}
