import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { DownloadIcon } from '@navikt/aksel-icons';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Fact } from '../../shared/Fact.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { LoggedNote } from '../../shared/LoggedNote.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { useWrite } from '../../shared/useWrite.ts';
import { VAT_KEYS } from './keys.ts';
import { ReceiptDialog } from './ReceiptDialog.tsx';
import { BatchState, Part } from './VatBatchList.tsx';
import { VatFirmTable } from './VatFirmTable.tsx';
import type { VatBatch } from './vat-batch.documents.ts';
import { type BatchFormat, getVatBatch, recordSent, saveVatFile } from './vat-batch.provider.ts';

/** One batch: its files, that it was sent, what came back, and the firms in it. */
export function VatBatchShow() {
  const t = useT();
  const { id = '' } = useParams();
  const page = useKeysetPage(25);
  const { first, after } = page;
  const { data, error, refetch } = useQuery({
    queryKey: ['vat-batches', 'batch', id, first, after],
    queryFn: ({ signal }) => getVatBatch(id, { first, after }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead
        title={t('vatBatches.batch', { number: data?.batch.number ?? '' })}
        crumb={
          <Link component={RouterLink} to="/vat-batches">
            {t('vatBatches.title')}
          </Link>
        }
        status={data && <BatchState batch={data.batch} />}
        actions={data && <Actions batch={data.batch} />}
      />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 3 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape />}
        {data && <Facts batch={data.batch} />}
        {data && <Files batch={data.batch} />}
        {data && (
          <Part title={t('vatBatches.column.firms')}>
            <VatFirmTable label={t('vatBatches.column.firms')} firms={data.firms.rows} inBatch />
            <Pager
              page={page}
              pageInfo={data.firms.pageInfo}
              rows={data.firms.rows.length}
              count={{ value: data.batch.firms, exact: true }}
            />
            <LoggedNote />
          </Part>
        )}
      </Box>
    </>
  );
}

/** The next step is the filled button: sent first, then the receipt. */
function Actions({ batch }: { batch: VatBatch }) {
  const t = useT();
  const may = useMay();
  const [recording, setRecording] = useState(false);
  const { id, version, sentAt, receipt } = batch;
  const sent = useWrite(recordSent, { keys: VAT_KEYS, said: t('vatBatches.sentNow') });
  if (!may('vat-batch', 'record')) return null;
  return (
    <>
      {sent.error && <ErrorPanel error={sent.error} />}
      <Button
        variant={sentAt ? 'outlined' : 'contained'}
        disabled={sent.isPending}
        onClick={() => sent.mutate({ id, expectedVersion: version })}
      >
        {sentAt ? t('vatBatches.sentAgain') : t('vatBatches.markSent')}
      </Button>
      {sentAt && (
        <Button variant={receipt ? 'outlined' : 'contained'} onClick={() => setRecording(true)}>
          {receipt ? t('vatBatches.correctReceipt') : t('vatBatches.recordReceipt')}
        </Button>
      )}
      {recording && <ReceiptDialog batch={batch} onClose={() => setRecording(false)} />}
    </>
  );
}

function Facts({ batch }: { batch: VatBatch }) {
  const t = useT();
  const format = useFormat();
  const { madeAt, madeBy, fromAt, toAt, firms, sentAt, sentBy, timesSent, receipt, receivedOn, receiptBy } =
    batch;
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', gap: 2 }}
    >
      <Fact label={t('vatBatches.column.made')} note={madeBy?.name}>
        {format.dateTime(madeAt)}
      </Fact>
      <Fact label={t('vatBatches.column.firms')} note={`${format.date(fromAt)} – ${format.date(toAt)}`}>
        {format.number(firms)}
      </Fact>
      <Fact
        label={t('vatBatches.state.sent')}
        note={
          sentAt &&
          [sentBy?.name, t('vatBatches.timesSent', { smart_count: timesSent })].filter(Boolean).join(', ')
        }
      >
        {sentAt ? format.dateTime(sentAt) : t('vatBatches.notSent')}
      </Fact>
      <Fact
        label={t('vatBatches.column.receipt')}
        note={receivedOn && [format.date(receivedOn), receiptBy?.name].filter(Boolean).join(', ')}
      >
        {receipt ?? t('vatBatches.noReceipt')}
      </Fact>
    </Box>
  );
}

/** The same bytes every time; the checksum tells. */
function Files({ batch }: { batch: VatBatch }) {
  const t = useT();
  return (
    <Part title={t('vatBatches.files')} lead={t('vatBatches.filesLead')}>
      <Box sx={{ display: 'grid', gap: 1 }}>
        <FileRow batch={batch} format="csv" sum={batch.csvSha256} />
        <FileRow batch={batch} format="json" sum={batch.jsonSha256} />
      </Box>
    </Part>
  );
}

interface FileRowProps {
  batch: VatBatch;
  format: BatchFormat;
  sum: string;
}

function FileRow({ batch, format, sum }: FileRowProps) {
  const t = useT();
  const may = useMay();
  const save = useMutation({ mutationFn: saveVatFile });
  const name = format.toUpperCase();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
      {may('vat-batch', 'make') && (
        <Button
          variant="outlined"
          color="inherit"
          disabled={save.isPending}
          startIcon={<DownloadIcon aria-hidden fontSize="1.25rem" />}
          onClick={() => save.mutate({ batch, format })}
        >
          {t('vatBatches.download', { format: name })}
        </Button>
      )}
      <Box sx={{ color: 'desk.text2', overflowWrap: 'anywhere' }}>
        {t('vatBatches.checksum', { format: name })}{' '}
        <Box component="span" sx={{ fontFamily: 'monospace', fontSize: 12 }}>
          {sum}
        </Box>
      </Box>
      {save.error && <ErrorPanel error={save.error} />}
    </Box>
  );
}
