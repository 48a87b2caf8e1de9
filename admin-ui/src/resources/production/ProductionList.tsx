import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { CheckmarkCircleIcon } from '@navikt/aksel-icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { usePolling } from '../../shared/activity.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { StatusChip } from '../../shared/StatusChip.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { useWhen } from '../../shared/useWhen.ts';
import { LineTable } from './LineTable.tsx';
import type { Batch, ProductionPage } from './production.documents.ts';
import { getProduction } from './production.provider.ts';

const POLL_MS = 30_000;

/** Cards in production: what came back and waits for a person, what is late, every batch. */
export function ProductionList() {
  const t = useT();
  const page = useKeysetPage(25);
  const { first, after } = page;
  const { data, error, refetch } = useQuery({
    queryKey: ['production', first, after],
    queryFn: ({ signal }) => getProduction({ first, after }, signal),
    refetchInterval: usePolling(POLL_MS),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title={t('production.title')} lead={t('production.lead')} />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 3 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape />}
        {data && <Waiting page={data} />}
        {data && data.late.length > 0 && (
          <Part title={t('production.late')} lead={t('production.lateLead')}>
            <LineTable label={t('production.late')} lines={data.late} />
          </Part>
        )}
        {data && (
          <Part title={t('production.batches')} lead={<Ready page={data} />}>
            <Batches page={data} />
            {data.batches.rows.length > 0 && (
              <Pager
                page={page}
                pageInfo={data.batches.pageInfo}
                rows={data.batches.rows.length}
                count={null}
              />
            )}
          </Part>
        )}
      </Box>
    </>
  );
}

function Part({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 1 }}>
      <Box>
        <Typography variant="h2" id={id}>
          {title}
        </Typography>
        {lead && (
          <Typography component="div" sx={{ color: 'desk.text2' }}>
            {lead}
          </Typography>
        )}
      </Box>
      {children}
    </Box>
  );
}

function Waiting({ page }: { page: ProductionPage }) {
  const t = useT();
  if (page.waiting.length === 0)
    return (
      <EmptyState
        title={t('production.nothingWaits')}
        icon={<CheckmarkCircleIcon aria-hidden fontSize="1.5rem" />}
      />
    );
  return (
    <Part title={t('production.waiting')} lead={t('production.waitingLead')}>
      <LineTable label={t('production.waiting')} lines={page.waiting} />
    </Part>
  );
}

function Ready({ page: { ready } }: { page: ProductionPage }) {
  const t = useT();
  const format = useFormat();
  return t('production.ready', { smart_count: ready.value, n: format.count(ready) });
}

function Batches({ page }: { page: ProductionPage }) {
  const t = useT();
  const columns = useColumns();
  const { rows } = page.batches;
  if (rows.length === 0)
    return <EmptyState title={t('production.noBatches')} text={t('production.noBatchesText')} />;
  return (
    <DeskTable label={t('production.batches')} columns={columns} rows={rows} rowKey={batch => batch.id} />
  );
}

function useColumns(): Column<Batch>[] {
  const t = useT();
  const format = useFormat();
  const when = useWhen();
  return [
    {
      key: 'batch',
      label: t('production.column.batch'),
      width: 120,
      render: batch => <RowLink to={`/production/${batch.id}`}>{batch.number}</RowLink>,
    },
    { key: 'made', label: t('production.column.made'), width: 180, render: batch => when(batch.madeAt) },
    {
      key: 'lines',
      label: t('production.column.lines'),
      width: 80,
      align: 'right',
      render: batch => format.number(batch.lines),
    },
    {
      key: 'state',
      label: t('production.column.state'),
      width: 160,
      render: batch => <BatchState batch={batch} />,
    },
    { key: 'counts', label: t('production.column.result'), render: batch => <BatchCounts batch={batch} /> },
    {
      key: 'due',
      label: t('production.column.due'),
      width: 130,
      render: batch => format.date(batch.dueOn),
    },
  ];
}

export function BatchState({ batch }: { batch: Batch }) {
  const t = useT();
  const format = useFormat();
  if (batch.doneAt) return <StatusChip shape="approved">{t('production.done')}</StatusChip>;
  if (batch.late) return <StatusChip shape="attention">{t('production.lateWord')}</StatusChip>;
  const n = format.number(batch.sent + batch.acknowledged);
  return <StatusChip shape="work">{t('production.working', { n })}</StatusChip>;
}

function BatchCounts({ batch }: { batch: Batch }) {
  const t = useT();
  const format = useFormat();
  const parts = [
    batch.shipped > 0 && t('production.shippedCount', { n: format.number(batch.shipped) }),
    batch.refused > 0 && t('production.refusedCount', { n: format.number(batch.refused) }),
  ].filter(Boolean);
  return parts.join(' · ');
}
