import Box from '@mui/material/Box';
import { useT } from '../../i18n/index.ts';
import { DeadlineBar } from '../../shared/DeadlineCell.tsx';
import { isOver, urgencyOf } from '../../shared/deadline.marks.ts';
import { osloToday } from '../../shared/today.ts';
import type { CaseDetail } from './case.documents.ts';

const MOST_SQUARES = 30;
const WEEK = 5;

/** One square a working day, five to a week: used, today, still to come. */
export function DeadlineSquares({ detail }: { detail: CaseDetail }) {
  const t = useT();
  const { deadline, dueOn, status } = detail;
  const { days, daysCounted } = deadline;
  const late = isOver(detail, osloToday());
  const label =
    deadline.overdueDays > 0
      ? t('shared.overdueBy', { smart_count: deadline.overdueDays })
      : t('shared.ofWorkingDays', { counted: daysCounted, days });
  const urgency = urgencyOf({ dueOn, dueDays: days, daysCounted, status });
  const used = late ? 'desk.bad.icon' : 'desk.accentBorder';
  return (
    <Box
      role="img"
      aria-label={label}
      sx={{ display: 'flex', gap: '3px', flex: '1 1 160px', maxWidth: Math.min(460, days * 23) }}
    >
      {days > MOST_SQUARES ? (
        <Box sx={{ flex: 1, display: 'grid' }}>
          <DeadlineBar counted={daysCounted} days={days} urgency={urgency} />
        </Box>
      ) : (
        Array.from({ length: days }, (_, index) => index + 1).map(day => (
          <Box
            key={day}
            component="i"
            sx={{
              flex: 1,
              height: 10,
              borderRadius: '2px',
              ...(day < daysCounted && { bgcolor: used }),
              ...(day === daysCounted && { bgcolor: late ? used : 'desk.accentTextStrong' }),
              ...(day > daysCounted && { border: 1, borderColor: 'desk.accentLine', bgcolor: 'desk.paper' }),
              ...(day % WEEK === 0 && day < days && { mr: '5px' }),
            }}
          />
        ))
      )}
    </Box>
  );
}
