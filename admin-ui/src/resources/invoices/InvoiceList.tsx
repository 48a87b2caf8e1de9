import Box from '@mui/material/Box';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { StatusChip } from '../../shared/StatusChip.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { InvoiceFilters } from './InvoiceFilters.tsx';
import { InvoiceStateChip } from './InvoiceStateChip.tsx';
import type { InvoiceRow } from './invoice.documents.ts';
import { listInvoices } from './invoice.provider.ts';
import { type InvoiceWords, readWords, toFilter, writeWords } from './invoice-filter.rules.ts';

/** Invoices and credit notes, the newest first; by state, or by any number that stands on one. */
export function InvoiceList() {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const words = readWords(params);
  const change = (part: Partial<InvoiceWords>) =>
    setParams(current => writeWords(current, part), { replace: true });
  const page = useKeysetPage(25);
  const { first, after } = page;
  const filter = toFilter(words);
  const { data, error, refetch } = useQuery({
    queryKey: ['invoices', filter, first, after],
    queryFn: ({ signal }) => listInvoices({ filter, page: { first, after } }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  return (
    <>
      <PageHead title={t('invoices.title')} lead={t('invoices.lead')} />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 2 }}>
        <InvoiceFilters words={words} facets={data?.facets ?? []} onChange={change} />
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape />}
        {data?.rows.length === 0 && <EmptyState title={t('invoices.empty')} text={t('invoices.emptyText')} />}
        {data && data.rows.length > 0 && (
          <div>
            <DeskTable
              label={t('invoices.title')}
              columns={columns}
              rows={data.rows}
              rowKey={row => row.id}
            />
            <Pager page={page} pageInfo={data.pageInfo} rows={data.rows.length} count={null} />
          </div>
        )}
      </Box>
    </>
  );
}

function useColumns(): Column<InvoiceRow>[] {
  const t = useT();
  const format = useFormat();
  return [
    {
      ...{ key: 'number', label: t('invoices.column.number'), width: 124 },
      render: ({ id, number }) => <RowLink to={`/invoices/${id}`}>{number}</RowLink>,
    },
    {
      ...{ key: 'issued', label: t('invoices.column.issued'), width: 120 },
      render: ({ issuedOn }) => format.date(issuedOn),
    },
    { key: 'buyer', label: t('invoices.column.buyer'), render: ({ buyerName }) => buyerName },
    {
      ...{ key: 'reference', label: t('invoices.column.reference'), width: 160 },
      render: ({ customerReference }) => customerReference ?? '–',
    },
    {
      ...{ key: 'order', label: t('invoices.column.order'), width: 96 },
      render: ({ orderNumber }) => orderNumber,
    },
    {
      ...{ key: 'due', label: t('invoices.column.due'), width: 120 },
      render: ({ dueOn }) => (dueOn ? format.date(dueOn) : '–'),
    },
    {
      ...{ key: 'gross', label: t('invoices.column.gross'), width: 110, align: 'right' },
      render: ({ kind, grossOre }) => format.kroner(kind === 'CREDIT_NOTE' ? -grossOre : grossOre),
    },
    {
      ...{ key: 'state', label: t('invoices.column.state'), width: 140 },
      render: ({ state }) =>
        state ? (
          <InvoiceStateChip state={state} />
        ) : (
          <StatusChip shape="notApplicable">{t('invoices.kind.CREDIT_NOTE')}</StatusChip>
        ),
    },
  ];
}
