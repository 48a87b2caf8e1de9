import Box from '@mui/material/Box';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormat, useT } from '../../i18n/index.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import type { FirmOrder } from './firm.documents.ts';
import { listFirmOrders } from './firm.provider.ts';

export function FirmOrders({ orgNumber }: { orgNumber: string }) {
  const t = useT();
  const page = useKeysetPage(25);
  const { first, after } = page;
  const { data, error, refetch } = useQuery({
    queryKey: ['firm', orgNumber, 'orders', first, after],
    queryFn: ({ signal }) => listFirmOrders(orgNumber, { first, after }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape />;
  if (data.rows.length === 0) return <EmptyState title={t('firms.noOrders')} />;
  return (
    <Box>
      <DeskTable label={t('firms.tab.orders')} columns={columns} rows={data.rows} rowKey={row => row.id} />
      <Pager page={page} pageInfo={data.pageInfo} rows={data.rows.length} count={data.count} />
    </Box>
  );
}

function useColumns(): Column<FirmOrder>[] {
  const t = useT();
  const format = useFormat();
  return [
    {
      key: 'order',
      label: t('firms.order'),
      width: 130,
      render: ({ number, line }) => (
        <RowLink to={`/orders/${number}?line=${line}`}>
          {number}-{line}
        </RowLink>
      ),
    },
    { key: 'person', label: t('firms.name'), render: ({ personName }) => personName ?? '–' },
    {
      key: 'scheme',
      label: t('cards.scheme'),
      width: 160,
      render: ({ scheme }) => t(`enums.scheme.${scheme}`),
    },
    {
      key: 'status',
      label: t('cards.status'),
      width: 160,
      render: ({ status }) => t(`enums.orderStatus.${status}`),
    },
    { key: 'on', label: t('firms.orderedOn'), width: 120, render: ({ orderedOn }) => format.date(orderedOn) },
  ];
}
