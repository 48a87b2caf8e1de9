import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Popover from '@mui/material/Popover';
import { type MouseEvent, useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { DeadlineBar, urgencyOf } from '../../shared/DeadlineCell.tsx';
import { DeadlineWorking } from '../../shared/DeadlineWorking.tsx';
import { SrOnly } from '../../shared/SrOnly.tsx';
import type { BenchCase } from './image-review.documents.ts';

/** The due date with its bar; a press shows how it was counted. */
export function FactsDeadline({ benchCase }: { benchCase: BenchCase }) {
  const t = useT();
  const format = useFormat();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { id, dueOn, deadline, status } = benchCase;
  const urgency = urgencyOf({ dueOn, dueDays: deadline.days, daysCounted: deadline.daysCounted, status });
  const counted = t('shared.ofWorkingDays', { counted: deadline.daysCounted, days: deadline.days });
  return (
    <Box sx={{ borderTop: 1, borderColor: 'desk.line', pt: 1.25, mt: 0.25 }}>
      <Box component="dt" sx={{ fontSize: 12, lineHeight: '16px', color: 'desk.text2' }}>
        {t('bench.facts.due')}
      </Box>
      <Box component="dd">
        <ButtonBase
          onClick={(event: MouseEvent<HTMLElement>) => setAnchor(event.currentTarget)}
          aria-haspopup="dialog"
          sx={{
            display: 'grid',
            gridTemplateColumns: 'minmax(0,1fr)',
            width: 1,
            font: 'inherit',
            textAlign: 'left',
            borderRadius: '4px',
          }}
        >
          <span>{format.longDate(dueOn)}</span>
          <Box component="span" sx={{ display: 'grid', my: '5px' }}>
            <DeadlineBar counted={deadline.daysCounted} days={deadline.days} urgency={urgency} />
          </Box>
          <Box component="span" sx={{ fontSize: 12, lineHeight: '16px', color: 'desk.text2' }}>
            {deadline.overdueDays > 0
              ? t('shared.overdueBy', { smart_count: deadline.overdueDays })
              : counted}
          </Box>
          <SrOnly>{t('shared.deadline.title')}</SrOnly>
        </ButtonBase>
        <Popover
          open={anchor !== null}
          anchorEl={anchor}
          onClose={() => setAnchor(null)}
          anchorOrigin={{ vertical: 'top', horizontal: 'right' }}
          transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
          slotProps={{ paper: { role: 'dialog', 'aria-label': t('shared.deadline.title') } }}
        >
          <DeadlineWorking caseId={id} />
        </Popover>
      </Box>
    </Box>
  );
}
