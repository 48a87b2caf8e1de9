import Box from '@mui/material/Box';
import { ClockIcon, ExclamationmarkTriangleFillIcon } from '@navikt/aksel-icons';
import type { CaseRow } from '../graphql/fragments.ts';
import { useFormat, useT } from '../i18n/index.ts';
import { DeadlineButton } from './DeadlineButton.tsx';
import { isOver, type Urgency, urgencyOf } from './deadline.marks.ts';
import { osloToday } from './today.ts';

interface DeadlineCellProps {
  row: Pick<CaseRow, 'id' | 'dueOn' | 'dueDays' | 'daysCounted' | 'status'>;
  /** `count`: 12/20. `words`: "12 av 20", "siste dag", "1 dag over". */
  look?: 'count' | 'words';
}

const colourOf = { over: 'desk.bad.icon', soon: 'desk.warn.icon', calm: 'desk.accentBorder' };

export function DeadlineBar({ counted, days, urgency }: { counted: number; days: number; urgency: Urgency }) {
  const share = Math.min(100, Math.max(0, (counted / Math.max(days, 1)) * 100));
  return (
    <Box
      component="span"
      aria-hidden="true"
      sx={{ height: 4, borderRadius: '2px', bgcolor: 'desk.active', overflow: 'hidden' }}
    >
      <Box
        component="span"
        sx={{ display: 'block', height: 1, width: `${share}%`, bgcolor: colourOf[urgency] }}
      />
    </Box>
  );
}

function useDeadlineWords(row: DeadlineCellProps['row']) {
  const t = useT();
  const today = osloToday();
  if (isOver(row, today)) return t('shared.overdue');
  if (row.status !== 'CLOSED' && row.dueOn === today) return t('shared.lastDay');
  return t('shared.of', { counted: row.daysCounted, days: row.dueDays });
}

/** Due date, bar and days counted; a press opens how it was counted. */
export function DeadlineCell({ row, look = 'count' }: DeadlineCellProps) {
  const format = useFormat();
  const words = useDeadlineWords(row);
  const urgency = urgencyOf(row);
  const colour = urgency === 'calm' ? 'desk.text' : colourOf[urgency];
  const gridTemplateColumns = look === 'count' ? '74px 24px auto' : '78px 28px auto';
  return (
    <DeadlineButton caseId={row.id} opens="left" layout={{ gridTemplateColumns, gap: 1 }}>
      <Box component="span" sx={{ display: 'flex', gap: 0.5, alignItems: 'center', color: colour }}>
        {urgency === 'over' && <ExclamationmarkTriangleFillIcon aria-hidden fontSize="14px" />}
        {urgency === 'soon' && <ClockIcon aria-hidden fontSize="14px" />}
        {format.shortDate(row.dueOn)}
      </Box>
      <DeadlineBar counted={row.daysCounted} days={row.dueDays} urgency={urgency} />
      <Box
        component="span"
        sx={{ fontSize: 12, color: 'desk.text2', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
      >
        {look === 'count' ? `${row.daysCounted}/${row.dueDays}` : words}
      </Box>
    </DeadlineButton>
  );
}
