import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { CheckmarkCircleIcon } from '@navikt/aksel-icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { LoggedNote } from '../../shared/LoggedNote.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { StatusChip } from '../../shared/StatusChip.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { useWrite } from '../../shared/useWrite.ts';
import { VAT_KEYS } from './keys.ts';
import { VatFirmTable } from './VatFirmTable.tsx';
import type { VatBatch, VatBatches } from './vat-batch.documents.ts';
import { getVatBatches, makeVatBatch } from './vat-batch.provider.ts';

/** VAT self-approval: the firms that wait for a batch, and every batch. */
export function VatBatchList() {
  const t = useT();
  const page = useKeysetPage(25);
  const { first, after } = page;
  const { data, error, refetch } = useQuery({
    queryKey: ['vat-batches', first, after],
    queryFn: ({ signal }) => getVatBatches({ first, after }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead
        title={t('vatBatches.title')}
        lead={t('vatBatches.lead')}
        actions={<Actions page={data ?? null} />}
      />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 3 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape />}
        {data && <Waiting page={data} />}
        {data && (
          <Part title={t('vatBatches.batches')}>
            <Batches rows={data.batches.rows} />
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

function Actions({ page }: { page: VatBatches | null }) {
  const t = useT();
  const may = useMay();
  const [making, setMaking] = useState(false);
  return (
    <>
      <Button component={Link} to="/vat-batches/follow-up" variant="outlined">
        {t('vatBatches.followUp')}
      </Button>
      {may('vat-batch', 'make') && page && page.waitingCount.value > 0 && (
        <Button variant="contained" onClick={() => setMaking(true)}>
          {t('vatBatches.make')}
        </Button>
      )}
      {making && page && <MakeDialog page={page} onClose={() => setMaking(false)} />}
    </>
  );
}

/** What will be made, before it is: a batch cannot be taken back. */
function MakeDialog({ page: { waitingCount }, onClose }: { page: VatBatches; onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const make = useWrite(makeVatBatch, {
    keys: VAT_KEYS,
    said: ({ batch }) => t('vatBatches.made', { number: batch.number }),
    onDone: ({ batch }) => void navigate(`/vat-batches/${batch.id}`),
  });
  return (
    <FormDialog
      title={t('vatBatches.make')}
      confirm={t('vatBatches.make')}
      busy={make.isPending}
      onClose={onClose}
      onSubmit={() => make.mutate(undefined)}
    >
      <Typography>
        {t('vatBatches.makeText', { smart_count: waitingCount.value, n: format.count(waitingCount) })}
      </Typography>
      {make.error && <ErrorPanel error={make.error} />}
    </FormDialog>
  );
}

interface PartProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

export function Part({ title, lead, children }: PartProps) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 1 }}>
      <Box>
        <Typography variant="h2" id={id}>
          {title}
        </Typography>
        {lead && <Typography sx={{ color: 'desk.text2' }}>{lead}</Typography>}
      </Box>
      {children}
    </Box>
  );
}

function Waiting({ page: { waiting, waitingCount } }: { page: VatBatches }) {
  const t = useT();
  const format = useFormat();
  if (waiting.length === 0)
    return (
      <EmptyState
        title={t('vatBatches.nothingWaits')}
        icon={<CheckmarkCircleIcon aria-hidden fontSize="1.5rem" />}
      />
    );
  const n = format.count(waitingCount);
  return (
    <Part
      title={t('vatBatches.waiting')}
      lead={t('vatBatches.waitingLead', { smart_count: waitingCount.value, n })}
    >
      <VatFirmTable label={t('vatBatches.waiting')} firms={waiting} />
      {waitingCount.value > waiting.length && (
        <Typography sx={{ color: 'desk.text2' }}>
          {t('vatBatches.firstShown', { n: format.number(waiting.length) })}
        </Typography>
      )}
      <LoggedNote />
    </Part>
  );
}

function Batches({ rows }: { rows: readonly VatBatch[] }) {
  const t = useT();
  const columns = useColumns();
  if (rows.length === 0)
    return <EmptyState title={t('vatBatches.noBatches')} text={t('vatBatches.noBatchesText')} />;
  return (
    <DeskTable label={t('vatBatches.batches')} columns={columns} rows={rows} rowKey={batch => batch.id} />
  );
}

function useColumns(): Column<VatBatch>[] {
  const t = useT();
  const format = useFormat();
  return [
    {
      key: 'number',
      label: t('vatBatches.column.batch'),
      width: 130,
      render: ({ id, number }) => (
        <RowLink to={`/vat-batches/${id}`}>{t('vatBatches.batch', { number })}</RowLink>
      ),
    },
    {
      key: 'made',
      label: t('vatBatches.column.made'),
      width: 230,
      render: ({ madeAt, madeBy }) => [format.date(madeAt), madeBy?.name].filter(Boolean).join(', '),
    },
    {
      key: 'firms',
      label: t('vatBatches.column.firms'),
      width: 90,
      align: 'right',
      render: ({ firms }) => format.number(firms),
    },
    {
      key: 'period',
      label: t('vatBatches.column.period'),
      width: 250,
      render: ({ fromAt, toAt }) => `${format.date(fromAt)} – ${format.date(toAt)}`,
    },
    {
      key: 'state',
      label: t('vatBatches.column.state'),
      width: 170,
      render: batch => <BatchState batch={batch} />,
    },
    { key: 'receipt', label: t('vatBatches.column.receipt'), render: ({ receipt }) => receipt ?? '–' },
  ];
}

/** Made, sent, or received by the tax authorities. */
export function BatchState({ batch: { receipt, sentAt } }: { batch: VatBatch }) {
  const t = useT();
  if (receipt) return <StatusChip shape="approved">{t('vatBatches.state.received')}</StatusChip>;
  if (sentAt) return <StatusChip shape="waits">{t('vatBatches.state.sent')}</StatusChip>;
  return <StatusChip shape="work">{t('vatBatches.state.made')}</StatusChip>;
}
