import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { Lead } from '../../shared/Lead.tsx';
import { StatusChip, type StatusShape } from '../../shared/StatusChip.tsx';
import { useWhen } from '../../shared/useWhen.ts';
import type { Line } from './production.documents.ts';
import { ReleaseDialog } from './ReleaseDialog.tsx';

const shapes = {
  SENT: 'sending',
  ACKNOWLEDGED: 'work',
  REFUSED: 'rejected',
  SHIPPED: 'approved',
  HELD: 'attention',
} as const satisfies Record<Line['status'], StatusShape>;

interface LineTableProps {
  label: string;
  lines: readonly Line[];
  /** Within its batch a line has a number. */
  inBatch?: boolean;
}

/** Cards in production, or back from it; what waits has its button. */
export function LineTable({ label, lines, inBatch = false }: LineTableProps) {
  const [releasing, setReleasing] = useState<Line | null>(null);
  const columns = useColumns(inBatch, setReleasing);
  return (
    <>
      <DeskTable label={label} columns={columns} rows={lines} rowKey={line => line.id} />
      {releasing && <ReleaseDialog line={releasing} onClose={() => setReleasing(null)} />}
    </>
  );
}

function useColumns(inBatch: boolean, onRelease: (line: Line) => void): Column<Line>[] {
  const t = useT();
  const format = useFormat();
  const first: Column<Line> = inBatch
    ? { key: 'line', label: t('production.column.line'), width: 64, render: line => line.line }
    : {
        key: 'batch',
        label: t('production.column.batch'),
        width: 96,
        render: line => line.batchNumber ?? '–',
      };
  return [
    first,
    {
      key: 'order',
      label: t('production.column.order'),
      width: 100,
      render: line => (
        <Lead to={`/orders/${line.orderNumber}?line=${line.orderLine}`} resource="order">
          {line.orderNumber}
        </Lead>
      ),
    },
    { key: 'card', label: t('production.column.card'), width: 120, render: line => line.cardNumber ?? '–' },
    { key: 'firm', label: t('production.column.firm'), render: line => line.firmName },
    {
      key: 'state',
      label: t('production.column.state'),
      width: 150,
      render: line => <LineState line={line} />,
    },
    {
      key: 'why',
      label: t('production.column.reason'),
      width: '26%',
      render: line => <Why line={line} />,
    },
    {
      key: 'due',
      label: t('production.column.due'),
      width: 110,
      render: line => (line.dueOn ? format.date(line.dueOn) : '–'),
    },
    {
      key: 'release',
      label: t('production.column.action'),
      width: 130,
      render: line =>
        line.canRelease && (
          <Button
            size="small"
            variant="outlined"
            aria-label={`${t('production.release')}: ${line.orderNumber}`}
            onClick={() => onRelease(line)}
          >
            {t('production.release')}
          </Button>
        ),
    },
  ];
}

function LineState({ line }: { line: Line }) {
  const t = useT();
  if (line.late) return <StatusChip shape="attention">{t('production.lateWord')}</StatusChip>;
  return <StatusChip shape={shapes[line.status]}>{t(`production.status.${line.status}`)}</StatusChip>;
}

/** What production said, what the desk said, or what became of it. */
function Why({ line }: { line: Line }) {
  const t = useT();
  const format = useFormat();
  const when = useWhen();
  const { reason, note, releasedBy, releasedAt, releasedReason, shippedOn } = line;
  const released =
    releasedBy && releasedAt
      ? t('production.released', {
          name: releasedBy.name,
          when: when(releasedAt),
          reason: releasedReason ?? '',
        })
      : null;
  const parts = [
    reason && t(`production.reason.${reason}`),
    note,
    released,
    shippedOn && t('production.shippedOn', { day: format.date(shippedOn) }),
  ].filter(Boolean);
  const text = parts.join(' · ');
  return (
    <Box component="span" title={text}>
      {text}
    </Box>
  );
}
