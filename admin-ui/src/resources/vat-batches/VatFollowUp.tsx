import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { CheckmarkCircleIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { Link as RouterLink } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Part } from './VatBatchList.tsx';
import { FirmLead } from './VatFirmTable.tsx';
import type { FollowUpFirm } from './vat-batch.documents.ts';
import { getVatFollowUp } from './vat-batch.provider.ts';

/** Firms whose word about VAT somebody should look into. */
export function VatFollowUp() {
  const t = useT();
  const format = useFormat();
  const { data, error, refetch } = useQuery({
    queryKey: ['vat-batches', 'follow-up'],
    queryFn: ({ signal }) => getVatFollowUp(signal),
  });
  const crumb = (
    <Link component={RouterLink} to="/vat-batches">
      {t('vatBatches.title')}
    </Link>
  );
  return (
    <>
      <PageHead title={t('vatBatches.followUp')} crumb={crumb} lead={t('vatBatches.followUpLead')} />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 3 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape />}
        {data && (
          <>
            <Part title={t('vatBatches.registered')} lead={t('vatBatches.registeredLead')}>
              <Firms label={t('vatBatches.registered')} firms={data.registered} why="registered" />
            </Part>
            <Part
              title={t('vatBatches.again')}
              lead={t('vatBatches.againLead', { n: format.number(data.times), months: data.months })}
            >
              <Firms label={t('vatBatches.again')} firms={data.again} why="lately" />
            </Part>
          </>
        )}
      </Box>
    </>
  );
}

interface FirmsProps {
  label: string;
  firms: readonly FollowUpFirm[];
  why: 'registered' | 'lately';
}

function Firms({ label, firms, why }: FirmsProps) {
  const t = useT();
  const columns = useColumns(why);
  if (firms.length === 0)
    return (
      <EmptyState
        title={t('vatBatches.noFirms')}
        icon={<CheckmarkCircleIcon aria-hidden fontSize="1.5rem" />}
      />
    );
  return <DeskTable label={label} columns={columns} rows={firms} rowKey={firm => firm.orgNumber} />;
}

function useColumns(why: FirmsProps['why']): Column<FollowUpFirm>[] {
  const t = useT();
  const format = useFormat();
  const registered: Column<FollowUpFirm> = {
    key: 'registered',
    label: t('vatBatches.column.registered'),
    width: 160,
    render: firm =>
      firm.inVatRegisterSince ? format.date(firm.inVatRegisterSince) : t('vatBatches.dayUnknown'),
  };
  const lately: Column<FollowUpFirm> = {
    key: 'lately',
    label: t('vatBatches.column.lately'),
    width: 160,
    align: 'right',
    render: firm => format.number(firm.lately ?? 0),
  };
  return [
    { key: 'firm', label: t('vatBatches.column.firm'), render: firm => <FirmLead firm={firm} /> },
    {
      key: 'number',
      label: t('vatBatches.column.orgNumber'),
      width: 112,
      render: firm => format.orgNumber(firm.orgNumber),
    },
    why === 'registered' ? registered : lately,
    {
      key: 'first',
      label: t('vatBatches.column.first'),
      width: 120,
      render: firm => format.date(firm.firstDeclaredAt),
    },
    {
      key: 'last',
      label: t('vatBatches.column.last'),
      width: 120,
      render: firm => format.date(firm.lastDeclaredAt),
    },
    {
      key: 'times',
      label: t('vatBatches.column.times'),
      width: 76,
      align: 'right',
      render: firm => format.number(firm.declarations),
    },
    {
      key: 'batch',
      label: t('vatBatches.column.batch'),
      width: 104,
      render: ({ batchNumber: number }) =>
        number ? t('vatBatches.batch', { number }) : t('vatBatches.waitsWord'),
    },
  ];
}
