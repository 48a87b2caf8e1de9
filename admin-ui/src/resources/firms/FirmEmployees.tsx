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
import type { Employee } from './firm.documents.ts';
import { listEmployees } from './firm.provider.ts';

/** Who works there today, by name, each with the card she has at the firm. */
export function FirmEmployees({ orgNumber }: { orgNumber: string }) {
  const t = useT();
  const page = useKeysetPage(25);
  const { first, after } = page;
  const { data, error, refetch } = useQuery({
    queryKey: ['firm', orgNumber, 'employees', first, after],
    queryFn: ({ signal }) => listEmployees(orgNumber, { first, after }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape />;
  if (data.rows.length === 0)
    return <EmptyState title={t('firms.noEmployees')} text={t('firms.noEmployeesText')} />;
  return (
    <Box>
      <DeskTable label={t('firms.tab.employees')} columns={columns} rows={data.rows} rowKey={row => row.id} />
      <Pager page={page} pageInfo={data.pageInfo} rows={data.rows.length} count={data.count} />
    </Box>
  );
}

function useColumns(): Column<Employee>[] {
  const t = useT();
  const format = useFormat();
  return [
    {
      key: 'name',
      label: t('firms.name'),
      render: ({ personId, personName }) => <RowLink to={`/persons/${personId}`}>{personName}</RowLink>,
    },
    { key: 'unit', label: t('firms.unit'), render: ({ unit }) => unit.name },
    {
      key: 'source',
      label: t('firms.source'),
      width: 150,
      render: ({ source }) => t(`firms.sourceName.${source}`),
    },
    { key: 'start', label: t('firms.start'), width: 120, render: ({ startOn }) => format.date(startOn) },
    {
      key: 'end',
      label: t('firms.end'),
      width: 120,
      render: ({ endOn }) => (endOn ? format.date(endOn) : '–'),
    },
    {
      key: 'card',
      label: t('firms.card'),
      width: 130,
      render: ({ card }) =>
        card ? <RowLink to={`/cards/${card.number}`}>{card.number}</RowLink> : t('firms.noCard'),
    },
  ];
}
