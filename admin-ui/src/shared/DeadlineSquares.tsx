import Box from '@mui/material/Box';
import type { Deadline } from '../graphql/fragments.ts';
import { useT } from '../i18n/index.ts';
import { DeadlineBar } from './DeadlineCell.tsx';
import { isOver, urgencyOf } from './deadline.marks.ts';
import { osloToday } from './today.ts';

const MOST_SQUARES = 30;
const WEEK = 5;

interface DeadlineSquaresProps {
  deadline: Deadline;
  dueOn: string;
  /** Of the case; a stalled order is open. */
  status: Parameters<typeof urgencyOf>[0]['status'];
}

/** One square a working day, five to a week: used, today, still to come. */
export function DeadlineSquares({ deadline, dueOn, status }: DeadlineSquaresProps) {
  const t = useT();
  const { days, daysCounted } = deadline;
  const late = isOver({ dueOn, status }, osloToday());
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
