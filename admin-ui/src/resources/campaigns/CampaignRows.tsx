import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Link from '@mui/material/Link';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { StatusChip } from '../../shared/StatusChip.tsx';
import type { Chosen } from '../exception-entries/useChosen.ts';
import { FirmName } from '../firm-registers/FirmName.tsx';
import type { ConfirmationRow } from './campaign.documents.ts';
import { RecordDialog } from './RecordDialog.tsx';

interface CampaignRowsProps {
  rows: readonly ConfirmationRow[];
  /** Null for who may only look. */
  chosen: Chosen | null;
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
export function CampaignRows({ rows, chosen }: CampaignRowsProps) {
  const t = useT();
  const columns = [...useChoosing(rows, chosen), ...useColumns(rows)];
  return <DeskTable label={t('campaigns.firms')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

const canBeChosen = ({ state }: ConfirmationRow) => state !== 'CONFIRMED' && state !== 'WITHDRAWN';

/** A box for each firm something can be done about, and one above for all of the page. */
function useChoosing(rows: readonly ConfirmationRow[], chosen: Chosen | null): Column<ConfirmationRow>[] {
  const t = useT();
  const ids = rows.filter(canBeChosen).map(({ id }) => id);
  if (!chosen || ids.length === 0) return [];
  const some = ids.some(chosen.has);
  const all = ids.every(chosen.has);
  return [
    {
      ...{ key: 'choose', label: t('withdrawals.chooseAll'), width: 44 },
      head: (
        <Checkbox
          size="small"
          checked={all}
          indeterminate={some && !all}
          onChange={() => chosen.set(ids, !all)}
          slotProps={{ input: { 'aria-label': t('withdrawals.chooseAll') } }}
          sx={{ p: 0.25 }}
        />
      ),
      render: row =>
        canBeChosen(row) && (
          <Checkbox
            size="small"
            checked={chosen.has(row.id)}
            onChange={event => chosen.set([row.id], event.target.checked)}
            slotProps={{ input: { 'aria-label': t('withdrawals.choose', { who: row.firm.name }) } }}
            sx={{ p: 0.25 }}
          />
        ),
    },
  ];
}

function useColumns(rows: readonly ConfirmationRow[]): Column<ConfirmationRow>[] {
  const t = useT();
  const format = useFormat();
  const roomy = useMediaQuery('(min-width: 1280px)');
  // Where everybody has answered there is nothing to do.
  const isOpen = rows.some(canBeChosen);
  const day = ({ confirmedAt, commentBy }: ConfirmationRow) => {
    if (confirmedAt) return format.date(confirmedAt);
    return commentBy ? t('campaigns.due', { day: format.date(commentBy) }) : '–';
  };
  const number: Column<ConfirmationRow> = {
    ...{ key: 'org', label: t('campaigns.column.orgNumber'), width: 108 },
    render: ({ firm }) => format.orgNumber(firm.orgNumber),
  };
  const record: Column<ConfirmationRow> = {
    ...{ key: 'record', label: t('campaigns.record'), width: 150 },
    render: row => <Record row={row} />,
  };
  return [
    {
      ...{ key: 'firm', label: t('campaigns.column.firm') },
      render: ({ firm }) => (
        <FirmName firm={firm} note={roomy ? undefined : format.orgNumber(firm.orgNumber)} />
      ),
    },
    ...(roomy ? [number] : []),
    {
      ...{ key: 'state', label: t('campaigns.column.state'), width: 200 },
      render: ({ state }) => <StatusChip shape={SHAPES[state]}>{t(`campaigns.state.${state}`)}</StatusChip>,
    },
    { ...{ key: 'day', label: t('campaigns.column.day'), width: 150 }, render: day },
    {
      ...{ key: 'case', label: t('campaigns.column.case'), width: 112 },
      render: row => <CaseLink row={row} />,
    },
    ...(isOpen ? [record] : []),
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
