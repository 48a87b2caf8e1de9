import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Link from '@mui/material/Link';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { StatusChip } from '../../shared/StatusChip.tsx';
import type { ConfirmationRow } from './campaign.documents.ts';
import { RecordDialog } from './RecordDialog.tsx';

interface CampaignRowsProps {
  rows: readonly ConfirmationRow[];
  chosen: readonly string[];
  onChoose: (id: string, on: boolean) => void;
}

const SHAPES = {
  WAITING: 'waits',
  REMINDED: 'waits',
  CONFIRMED: 'approved',
  NOTICED: 'attention',
  WITHDRAWAL_PROPOSED: 'attention',
  WITHDRAWN: 'rejected',
} as const;

/** The firms of a campaign; those that have not answered can be chosen, or their answer recorded. */
export function CampaignRows({ rows, chosen, onChoose }: CampaignRowsProps) {
  const t = useT();
  const columns = useColumns(chosen, onChoose);
  return <DeskTable label={t('campaigns.firms')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function useColumns(
  chosen: readonly string[],
  onChoose: CampaignRowsProps['onChoose'],
): Column<ConfirmationRow>[] {
  const t = useT();
  const format = useFormat();
  const day = ({ confirmedAt, commentBy }: ConfirmationRow) => {
    if (confirmedAt) return format.date(confirmedAt);
    return commentBy ? t('campaigns.due', { day: format.date(commentBy) }) : '–';
  };
  return [
    {
      ...{ key: 'firm', label: t('campaigns.column.firm') },
      render: ({ firm }) => <RowLink to={`/firms/${firm.orgNumber}`}>{firm.name}</RowLink>,
    },
    {
      ...{ key: 'org', label: t('campaigns.column.orgNumber'), width: 120 },
      render: ({ firm }) => firm.orgNumber,
    },
    {
      ...{ key: 'state', label: t('campaigns.column.state'), width: 220 },
      render: ({ state }) => <StatusChip shape={SHAPES[state]}>{t(`campaigns.state.${state}`)}</StatusChip>,
    },
    { ...{ key: 'day', label: t('campaigns.column.day'), width: 170 }, render: day },
    {
      ...{ key: 'case', label: t('campaigns.column.case'), width: 120 },
      render: row => <CaseLink row={row} />,
    },
    { ...{ key: 'record', label: t('campaigns.record'), width: 150 }, render: row => <Record row={row} /> },
    {
      ...{ key: 'choose', label: t('campaigns.column.choose'), width: 70 },
      render: ({ id, firm, state }) =>
        state !== 'CONFIRMED' && (
          <Checkbox
            size="small"
            checked={chosen.includes(id)}
            onChange={event => onChoose(id, event.target.checked)}
            slotProps={{ input: { 'aria-label': `${t('campaigns.column.choose')} ${firm.name}` } }}
          />
        ),
    },
  ];
}

function CaseLink({ row: { caseId, caseNumber } }: { row: ConfirmationRow }) {
  if (!caseId) return '–';
  return (
    <Link component={RouterLink} to={`/cases/${caseId}`}>
      {caseNumber}
    </Link>
  );
}

function Record({ row }: { row: ConfirmationRow }) {
  const t = useT();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (row.state === 'CONFIRMED' || row.state === 'WITHDRAWN' || !may('application', 'work')) return null;
  return (
    <>
      <Button
        size="small"
        onClick={() => setOpen(true)}
        aria-label={`${t('campaigns.record')} ${row.firm.name}`}
      >
        {t('campaigns.record')}
      </Button>
      {open && <RecordDialog row={row} onClose={() => setOpen(false)} />}
    </>
  );
}
