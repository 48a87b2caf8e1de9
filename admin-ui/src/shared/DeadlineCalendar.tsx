import Box from '@mui/material/Box';
import type { Deadline } from '../graphql/fragments.ts';
import { weekOf } from '../i18n/format.ts';
import { useFormat } from '../i18n/index.ts';
import { markOf, weeksOf } from './deadline.marks.ts';
import { addDays } from './today.ts';

const looks = {
  start: { border: 2, borderColor: 'desk.edge' },
  counted: { bgcolor: 'desk.accentSoft', color: 'desk.accentTextStrong' },
  coming: { border: 1, borderColor: 'desk.accentLine' },
  due: { bgcolor: 'desk.accent', color: 'desk.onAccent', fontWeight: 600 },
  none: { color: 'desk.text2' },
};

/** Day 0, days counted, days to come and the due day, week by week. The words beside it say the same. */
export function DeadlineCalendar({ deadline, today }: { deadline: Deadline; today: string }) {
  const format = useFormat();
  const weeks = weeksOf(deadline);
  const days = [0, 1, 2, 3, 4, 5, 6];
  return (
    <Box
      aria-hidden="true"
      sx={{
        display: 'grid',
        gridTemplateColumns: '28px repeat(7, 1fr)',
        gap: '2px',
        textAlign: 'center',
        fontSize: 12,
        lineHeight: '20px',
      }}
    >
      <span />
      {days.map(day => (
        <Box key={day} component="span" sx={{ color: 'desk.text2' }}>
          {format.weekdayLetters(addDays(weeks[0] ?? today, day))}
        </Box>
      ))}
      {weeks.flatMap(week => [
        <Box key={`w${week}`} component="span" sx={{ color: 'desk.text2', fontSize: 10 }}>
          {weekOf(week)}
        </Box>,
        ...days
          .map(offset => addDays(week, offset))
          .map(day => (
            <Box
              key={day}
              component="span"
              sx={{
                borderRadius: '2px',
                boxSizing: 'border-box',
                height: 20,
                lineHeight: '18px',
                ...looks[markOf(day, deadline, today)],
                ...(day === today && {
                  outline: '2px solid',
                  outlineColor: 'text.primary',
                  outlineOffset: '-2px',
                  fontWeight: 600,
                }),
              }}
            >
              {Number(day.slice(8))}
            </Box>
          )),
      ])}
    </Box>
  );
}
