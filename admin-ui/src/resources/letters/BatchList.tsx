import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link as RouterLink } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { BatchState } from './BatchActions.tsx';
import type { PrintBatch } from './letter.documents.ts';
import { listBatches } from './letter.provider.ts';

export function ToLetters() {
  const t = useT();
  return (
    <Link component={RouterLink} to="/letters">
      {t('letters.title')}
    </Link>
  );
}

/** Every batch of letters that was printed. */
export function BatchList() {
  const t = useT();
  const page = useKeysetPage(25);
  const { first, after } = page;
  const { data, error, refetch } = useQuery({
    queryKey: ['letters', 'batches', first, after],
    queryFn: ({ signal }) => listBatches({ first, after }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  return (
    <>
      <PageHead title={t('letters.batches')} crumb={<ToLetters />} lead={t('letters.batchesLead')} />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 1.5 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape />}
        {data?.rows.length === 0 && (
          <EmptyState title={t('letters.noBatches')} text={t('letters.noBatchesText')} />
        )}
        {data && data.rows.length > 0 && (
          <div>
            <DeskTable
              label={t('letters.batches')}
              columns={columns}
              rows={data.rows}
              rowKey={batch => batch.id}
            />
            <Pager page={page} pageInfo={data.pageInfo} rows={data.rows.length} count={null} />
          </div>
        )}
      </Box>
    </>
  );
}

function useColumns(): Column<PrintBatch>[] {
  const t = useT();
  const format = useFormat();
  return [
    {
      ...{ key: 'number', label: t('letters.column.batch'), width: 150 },
      render: ({ id, number }) => <RowLink to={`/letters/batches/${id}`}>{number}</RowLink>,
    },
    {
      ...{ key: 'made', label: t('letters.column.made'), width: 300 },
      render: ({ madeAt, madeBy }) => `${format.dateTime(madeAt)}, ${madeBy.name}`,
    },
    {
      ...{ key: 'letters', label: t('letters.column.letters'), width: 90, align: 'right' },
      render: ({ letters }) => format.number(letters),
    },
    {
      ...{ key: 'state', label: t('letters.column.status'), width: 170 },
      render: batch => <BatchState batch={batch} />,
    },
    {
      ...{ key: 'posted', label: t('letters.column.posted') },
      render: ({ postedAt, postedBy }) =>
        postedAt ? [format.dateTime(postedAt), postedBy?.name].filter(Boolean).join(', ') : '–',
    },
    {
      ...{ key: 'protected', label: t('letters.column.protected'), width: 150 },
      render: batch => (batch.protected ? t('letters.onlyProtected') : '–'),
    },
  ];
}
