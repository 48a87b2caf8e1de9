import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../graphql/client.ts';
import type { Deadline } from '../graphql/fragments.ts';
import { useFormat, useT } from '../i18n/index.ts';
import { DateField } from './DateField.tsx';
import { DeadlineCalendar } from './DeadlineCalendar.tsx';
import { deadlineIfHeldQuery, deadlineQuery } from './deadline.documents.ts';
import { ErrorPanel } from './ErrorPanel.tsx';
import { LoadingShape } from './LoadingShape.tsx';
import { osloToday } from './today.ts';

/** How the deadline was counted: calendar, days, holidays, holds, and "what if I hold it until …". */
export function DeadlineWorking({ caseId, asking = false }: { caseId: string; asking?: boolean }) {
  const t = useT();
  const { data, error, refetch } = useQuery({
    queryKey: ['deadline', caseId],
    queryFn: ({ signal }) => request(deadlineQuery, { id: caseId }, { signal }),
  });
  return (
    <Box sx={{ width: 312, px: 2, py: 1.5 }}>
      {error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error && <LoadingShape shape="panel" rows={9} />}
      {data && (
        <>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', mb: 1 }}>
            <Typography variant="h3" component="h2">
              {t('shared.deadline.title')}
            </Typography>
            <Typography variant="caption" sx={{ color: 'desk.text2' }}>
              {t('shared.deadline.workingDays', { n: data.case.deadline.days })}
            </Typography>
          </Box>
          <DeadlineCalendar deadline={data.case.deadline} today={osloToday()} />
          <DeadlineSum deadline={data.case.deadline} />
          {data.case.status !== 'CLOSED' && <WhatIf caseId={caseId} asking={asking} />}
        </>
      )}
    </Box>
  );
}

export function DeadlineSum({ deadline }: { deadline: Deadline }) {
  const t = useT();
  const format = useFormat();
  const lines = [
    [t('shared.deadline.start'), format.weekdayDate(deadline.startOn)],
    [t('shared.deadline.counted'), String(deadline.daysCounted)],
    [t('shared.deadline.skipped'), String(deadline.holidaysSkipped.length)],
    [t('shared.deadline.held'), String(deadline.holdDays)],
  ];
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: '1fr auto',
        rowGap: '2px',
        mt: 1,
        '& dd': { textAlign: 'right' },
      }}
    >
      {lines.map(([label, value]) => (
        <Box key={label} sx={{ display: 'contents', '& dt': { color: 'desk.text2' } }}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Box>
      ))}
      {deadline.holidaysSkipped.map(holiday => (
        <Box key={holiday.on} sx={{ display: 'contents', '& > *': { fontSize: 12, color: 'desk.text2' } }}>
          <dt>{holiday.name}</dt>
          <dd>{format.shortDate(holiday.on)}</dd>
        </Box>
      ))}
      <Box sx={{ display: 'contents', '& > *': { fontWeight: 600 } }}>
        <dt>{t('shared.deadline.due')}</dt>
        <dd>{format.weekdayDate(deadline.dueOn)}</dd>
      </Box>
      {deadline.paused && (
        <Typography
          component="dd"
          variant="caption"
          sx={{ gridColumn: '1/-1', color: 'desk.text2', mt: 0.5 }}
        >
          {t('shared.deadline.paused')}
        </Typography>
      )}
    </Box>
  );
}

function WhatIf({ caseId, asking }: { caseId: string; asking: boolean }) {
  const t = useT();
  const format = useFormat();
  const [open, setOpen] = useState(asking);
  const [until, setUntil] = useState('');
  const answer = useQuery({
    queryKey: ['deadline', caseId, 'if-held', until],
    queryFn: ({ signal }) => request(deadlineIfHeldQuery, { caseId, until }, { signal }),
    enabled: until > osloToday(),
  });
  if (!open)
    return (
      <Button size="small" onClick={() => setOpen(true)} sx={{ px: 0, mt: 1, textDecoration: 'underline' }}>
        {t('shared.deadline.whatIf')}
      </Button>
    );
  return (
    <Box sx={{ mt: 1, display: 'grid', gap: 0.5 }}>
      <DateField label={t('shared.deadline.holdUntil')} value={until} onChange={setUntil} autoFocus />
      <Typography role="status" variant="subtitle2">
        {answer.data
          ? t('shared.deadline.whatIfAnswer', { date: format.weekdayDate(answer.data.deadlineIfHeld.dueOn) })
          : ''}
      </Typography>
      {answer.error ? <ErrorPanel error={answer.error} /> : null}
    </Box>
  );
}
