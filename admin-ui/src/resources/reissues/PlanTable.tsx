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
      ...{ key: 'number', label: t('reissues.column.what'), width: 120 },
      render: ({ plan }) => <RowLink to={`/invoices/${plan.invoiceId}`}>{plan.number}</RowLink>,
    },
    {
      ...{ key: 'now', label: t('reissues.column.now'), width: 160 },
      render: ({ plan }) => plan.customerReference ?? '–',
    },
    {
      ...{ key: 'gross', label: t('reissues.column.gross'), width: 120, align: 'right' },
      render: ({ plan }) => format.kroner(plan.grossOre),
    },
    {
      ...{ key: 'credit', label: t('reissues.column.credit'), width: 130 },
      render: ({ creditNote }) => creditNote?.number ?? '–',
    },
    {
      ...{ key: 'new', label: t('reissues.column.fresh'), width: 130 },
      render: ({ newInvoice }) => newInvoice?.number ?? '–',
    },
    {
      ...{ key: 'owes', label: t('reissues.column.owes'), width: 140, align: 'right' },
      render: ({ plan }) => (plan.problem ? '–' : format.kroner(plan.after.owedOre)),
    },
    { key: 'state', label: t('reissues.column.state'), render: row => <RowState row={row} /> },
  ];
}

function RowState({ row: { state, plan, problem } }: { row: Planned }) {
  const t = useT();
  const told = problem ?? (state === null || state === 'WAITING' ? plan.problem : null);
  if (told) return <StatusChip shape="rejected">{t(`reissues.problem.${told}`)}</StatusChip>;
  return state ? <StatusChip shape={SHAPES[state]}>{t(`reissues.rowState.${state}`)}</StatusChip> : '–';
}
