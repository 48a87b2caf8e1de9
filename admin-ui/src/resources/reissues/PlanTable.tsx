import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { StatusChip, type StatusShape } from '../../shared/StatusChip.tsx';
import type { PlanRow, ReissueRow } from './reissue.documents.ts';

type Document = ReissueRow['newInvoice'];

export interface Planned {
  plan: PlanRow;
  /** Null before it is proposed. */
  state: ReissueRow['state'] | null;
  problem?: ReissueRow['problem'];
  creditNote: Document;
  newInvoice: Document;
}

const SHAPES: Record<ReissueRow['state'], StatusShape> = {
  WAITING: 'waits',
  DONE: 'approved',
  REFUSED: 'rejected',
  DROPPED: 'notApplicable',
};

/** Each invoice: now, credited, new, what is owed afterwards, and why it cannot. */
export function PlanTable({ rows }: { rows: readonly Planned[] }) {
  const t = useT();
  const columns = useColumns();
  return (
    <DeskTable
      label={t('reissues.invoices')}
      columns={columns}
      rows={rows}
      rowKey={({ plan }) => plan.invoiceId}
    />
  );
}

function useColumns(): Column<Planned>[] {
  const t = useT();
  const format = useFormat();
  return [
    {
      ...{ key: 'number', label: t('reissues.column.what'), width: 110 },
      render: ({ plan }) => <RowLink to={`/invoices/${plan.invoiceId}`}>{plan.number}</RowLink>,
    },
    {
      ...{ key: 'now', label: t('reissues.column.now'), width: 140 },
      render: ({ plan }) => plan.customerReference ?? '–',
    },
    {
      ...{ key: 'gross', label: t('reissues.column.gross'), width: 100, align: 'right' },
      render: ({ plan }) => format.kroner(plan.grossOre),
    },
    {
      ...{ key: 'credit', label: t('reissues.column.credit'), width: 124 },
      render: ({ creditNote }) => <Issued document={creditNote} />,
    },
    {
      ...{ key: 'new', label: t('reissues.column.fresh'), width: 120 },
      render: ({ newInvoice }) => <Issued document={newInvoice} />,
    },
    {
      ...{ key: 'owes', label: t('reissues.column.owes'), width: 126, align: 'right' },
      render: ({ plan }) => (plan.problem ? '–' : format.kroner(plan.after.owedOre)),
    },
    { key: 'state', label: t('reissues.column.state'), render: row => <RowState row={row} /> },
  ];
}

function Issued({ document }: { document: Document }) {
  if (!document) return '–';
  return (
    <Link component={RouterLink} to={`/invoices/${document.id}`}>
      {document.number}
    </Link>
  );
}

function RowState({ row: { state, plan, problem } }: { row: Planned }) {
  const t = useT();
  const told = problem ?? (state === null || state === 'WAITING' ? plan.problem : null);
  if (told) return <StatusChip shape="rejected">{t(`reissues.problem.${told}`)}</StatusChip>;
  return state ? <StatusChip shape={SHAPES[state]}>{t(`reissues.rowState.${state}`)}</StatusChip> : '–';
}
