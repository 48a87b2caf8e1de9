import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import { DeadlineButton } from '../../shared/DeadlineButton.tsx';
import { DeadlineBar } from '../../shared/DeadlineCell.tsx';
import { urgencyOf } from '../../shared/deadline.marks.ts';
import { Fact } from '../../shared/Fact.tsx';
import type { BenchCase } from './image-review.documents.ts';

/** The due date with its bar; a press shows how it was counted. */
export function FactsDeadline({ benchCase }: { benchCase: BenchCase }) {
  const t = useT();
  const format = useFormat();
  const { id, dueOn, deadline, status } = benchCase;
  const { days, daysCounted, overdueDays } = deadline;
  const urgency = urgencyOf({ dueOn, dueDays: days, daysCounted, status });
  return (
    <Fact cut label={t('bench.facts.due')}>
      <DeadlineButton caseId={id} opens="above" layout={{ gridTemplateColumns: 'minmax(0,1fr)', width: 1 }}>
        <span>{format.longDate(dueOn)}</span>
        <Box component="span" sx={{ display: 'grid', my: '5px' }}>
          <DeadlineBar counted={daysCounted} days={days} urgency={urgency} />
        </Box>
        <Typography variant="caption" component="span" sx={{ color: 'desk.text2' }}>
          {overdueDays > 0
            ? t('shared.overdueBy', { smart_count: overdueDays })
            : t('shared.ofWorkingDays', { counted: daysCounted, days })}
        </Typography>
      </DeadlineButton>
    </Fact>
  );
}
